import type { WebFrameMain as ElectronFrame } from 'electron';
import { guarded } from './guard.ts';
import { originOf, schemeAddresses } from './scheme-addresses.ts';
import type { CdpSession } from './cdp.connection.ts';
import type { Frame } from './cdp.protocol.ts';

export type WebFrameMain = Pick<
  ElectronFrame,
  | 'url'
  | 'origin'
  | 'name'
  | 'parent'
  | 'top'
  | 'frames'
  | 'framesInSubtree'
  | 'frameToken'
  | 'processId'
  | 'routingId'
> & { readonly isDestroyed: () => boolean };

type Entry = {
  readonly id: string;
  readonly parentId: string | undefined;
  url: string;
  readonly frame: WebFrameMain;
};

/** The frames of one page, kept up to date by the events of DevTools. */
export class FrameTree {
  private readonly entries = new Map<string, Entry>();
  private mainId = '';
  private lastRouting = 0;

  watch(session: CdpSession): void {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) =>
      this.add(frameId, parentFrameId, 'about:blank'),
    );
    session.on('Page.frameDetached', ({ frameId }) => void this.entries.delete(frameId));
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => this.setAddress(frameId, url));
    session.on('Page.frameNavigated', ({ frame }) => this.add(frame.id, frame.parentId, addressOf(frame)));
  }

  start(frame: Frame): void {
    this.mainId = frame.id;
    this.add(frame.id, undefined, addressOf(frame));
  }

  isMain(frameId: string): boolean {
    return frameId === this.mainId;
  }

  find(frameId: string): WebFrameMain | undefined {
    return this.entries.get(frameId)?.frame;
  }

  getMain(): WebFrameMain {
    const main = this.find(this.mainId);
    if (!main) throw new Error('The page has no frame yet.');
    return main;
  }

  private add(id: string, parentId: string | undefined, url: string): void {
    if (this.entries.has(id)) this.setAddress(id, url);
    else this.entries.set(id, { id, parentId, url, frame: this.frame(id, parentId) });
  }

  private setAddress(id: string, url: string): void {
    const entry = this.entries.get(id);
    if (entry) entry.url = url;
  }

  private children(id: string): Entry[] {
    return [...this.entries.values()].filter(entry => entry.parentId === id);
  }

  private frame(id: string, parentId: string | undefined): WebFrameMain {
    const address = (): string => schemeAddresses.toApp(this.entries.get(id)?.url ?? '');
    const electron = (frame: WebFrameMain | undefined) => (frame ?? null) as ElectronFrame | null;
    const top = (): ElectronFrame | null => electron(this.find(this.mainId));
    const parent = (): ElectronFrame | null =>
      parentId === undefined ? null : electron(this.find(parentId));
    const frames = (): ElectronFrame[] => this.children(id).map(child => child.frame as ElectronFrame);
    return guarded<WebFrameMain>('WebFrameMain', {
      get url() {
        return address();
      },
      get origin() {
        return originOf(address());
      },
      get parent() {
        return parent();
      },
      get top() {
        return top();
      },
      get frames() {
        return frames();
      },
      get framesInSubtree() {
        return [this as ElectronFrame, ...frames().flatMap(frame => frame.framesInSubtree)];
      },
      name: '',
      frameToken: id,
      processId: 1,
      routingId: ++this.lastRouting,
      isDestroyed: () => !this.entries.has(id),
    });
  }
}

function addressOf(frame: Frame): string {
  return frame.url + (frame.urlFragment ?? '');
}
