import type { EventEmitter } from 'node:events';
import { cancellableEvent } from './cancellable-event.ts';
import type { CdpSession } from './cdp.connection.ts';
import type { Events } from './cdp.protocol.ts';
import { deferred } from './deferred.ts';
import type { Deferred } from './deferred.ts';
import { schemeAddresses } from './scheme-addresses.ts';
import type { FrameTree } from './web-frame-main.ts';

type Load = { readonly done: Deferred<undefined>; committed: boolean };

/** Where a page is and where it may go. */
export class ContentsNavigation {
  url = '';
  loading = false;
  private readonly contents: EventEmitter;
  private readonly frames: FrameTree;
  /** The address that the main process itself asked for: nobody is asked whether it may be loaded. */
  private expected: string | undefined;
  private load: Load | undefined;

  constructor(contents: EventEmitter, frames: FrameTree) {
    this.contents = contents;
    this.frames = frames;
  }

  watch(page: CdpSession): void {
    page.on('Fetch.requestPaused', event => {
      const answer = this.isAllowed(event)
        ? page.send('Fetch.continueRequest', { requestId: event.requestId })
        : page.send('Fetch.failRequest', { requestId: event.requestId, errorReason: 'Aborted' });
      // The page is gone before it got its answer.
      answer.catch(() => undefined);
    });
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.url = schemeAddresses.toApp(frame.url + (frame.urlFragment ?? ''));
      if (this.load) this.load.committed = true;
      this.contents.emit('did-navigate', {}, this.url, 200, '');
    });
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (!this.frames.isMain(frameId)) return;
      this.url = schemeAddresses.toApp(url);
      this.contents.emit('did-navigate-in-page', {}, this.url, true);
    });
    page.on('Page.domContentEventFired', () => this.contents.emit('dom-ready', {}));
    page.on('Page.loadEventFired', () => {
      if (this.load?.committed === false || this.url === '' || this.url === 'about:blank') return;
      this.finish();
    });
  }

  async go(page: CdpSession, url: string, real: string): Promise<void> {
    this.expected = withoutFragment(real);
    const load = { done: deferred<undefined>(), committed: false };
    // Whoever waits is told below; nobody need wait for an earlier load.
    load.done.promise.catch(() => undefined);
    this.load?.done.reject(aborted(this.url));
    this.load = load;
    this.start();
    const { errorText, loaderId } = await page.send('Page.navigate', { url: real });
    if (errorText !== undefined) {
      if (this.load === load) this.load = undefined;
      this.expected = undefined;
      this.loading = false;
      this.contents.emit('did-fail-load', {}, -2, errorText, url, true);
      throw Object.assign(new Error(`${errorText} (-2) loading '${url}'`), {
        code: errorText,
        errno: -2,
        url,
      });
    }
    if (loaderId === undefined) this.finish();
    await load.done.promise;
  }

  /** Before a reload, which comes back as a request for the same address. */
  expectAgain(label: string): void {
    this.expected = withoutFragment(schemeAddresses.toReal(this.url, label));
    this.start();
  }

  end(): void {
    this.load?.done.reject(aborted(this.url));
    this.load = undefined;
  }

  async idle(): Promise<void> {
    await this.load?.done.promise;
  }

  private start(): void {
    this.loading = true;
    this.contents.emit('did-start-loading', {});
  }

  private finish(): void {
    this.loading = false;
    this.contents.emit('did-finish-load', {});
    this.contents.emit('did-stop-loading', {});
    const { load } = this;
    this.load = undefined;
    load?.done.resolve(undefined);
  }

  private isAllowed({ frameId, request, redirectedRequestId }: Events['Fetch.requestPaused']): boolean {
    const isMainFrame = this.frames.isMain(frameId);
    const url = schemeAddresses.toApp(request.url);
    const isAsked = isMainFrame && this.expected === withoutFragment(request.url);
    if (isAsked) this.expected = undefined;
    if (redirectedRequestId !== undefined) return this.ask('will-redirect', url, frameId, isMainFrame);
    if (isAsked) return true;
    if (!this.ask('will-frame-navigate', url, frameId, isMainFrame)) return false;
    return !isMainFrame || this.ask('will-navigate', url, frameId, isMainFrame);
  }

  private ask(name: string, url: string, frameId: string, isMainFrame: boolean): boolean {
    const frame = this.frames.find(frameId) ?? null;
    const event = cancellableEvent({ url, isMainFrame, isSameDocument: false, frame, initiator: frame });
    this.contents.emit(name, event, url, false, isMainFrame, 1, 1);
    return !event.defaultPrevented;
  }

  /** For what never becomes a request in Chromium: `mailto:`, `blob:` and the like. */
  tellOfLeaving(url: string): void {
    const frame = this.frames.getMain();
    for (const name of ['will-frame-navigate', 'will-navigate']) {
      const event = cancellableEvent({
        url,
        isMainFrame: true,
        isSameDocument: false,
        frame,
        initiator: frame,
      });
      this.contents.emit(name, event, url, false, true, 1, 1);
    }
  }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

function aborted(url: string): Error {
  return Object.assign(new Error(`ERR_ABORTED (-3) loading '${url}'`), {
    code: 'ERR_ABORTED',
    errno: -3,
    url,
  });
}
