import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { confineWindows, denyPermissions } from './security.ts';

const electron = vi.hoisted(() => ({ app: { on: vi.fn() } }));
vi.mock('electron', () => electron);

type Hears = (event: unknown, contents: WebContents) => void;

/** The part of a page that Electron tells of; what the program registers on it is real. */
class Contents extends EventEmitter {
  opens: ((details: { readonly url: string }) => { readonly action: string }) | undefined;

  setWindowOpenHandler(handler: NonNullable<Contents['opens']>): void {
    this.opens = handler;
  }

  /** Whether the program lets it happen. */
  lets(name: string, url: string): boolean {
    let prevented = false;
    this.emit(name, { url, preventDefault: () => (prevented = true) });
    return !prevented;
  }
}

describe('a page that was created', () => {
  let contents: Contents;

  beforeEach(() => {
    electron.app.on.mockReset();
    confineWindows();
    const [name, hears] = electron.app.on.mock.calls[0] as [string, Hears];
    expect(name).toBe('web-contents-created');
    contents = new Contents();
    hears({}, contents as unknown as WebContents);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('is kept at home on %s', name => {
    expect(contents.lets(name, 'app://desk/index.html')).toBe(true);
    for (const url of [
      'file:///dropped.html',
      'app://desk.evil/',
      'https://example.org/',
      'data:text/html,x',
    ])
      expect(contents.lets(name, url), url).toBe(false);
  });

  it('takes in no foreign page, not even its own', () => {
    expect(contents.lets('will-attach-webview', 'app://desk/index.html')).toBe(false);
  });

  it('opens no window, not even of its own', () => {
    expect(contents.opens?.({ url: 'app://desk/index.html' })).toEqual({ action: 'deny' });
  });
});

describe('what a page asks of the PC', () => {
  type Answer = (granted: boolean) => void;
  type Request = (contents: unknown, permission: string, answer: Answer, details: object) => void;
  type Check = (contents: unknown, permission: string, origin: string, details: object) => boolean;
  type Device = (details: { readonly deviceType: string }) => boolean;
  const handlers: { request?: Request; check?: Check; device?: Device } = {};

  const settle = (counter: boolean): void => {
    const session = {
      setPermissionRequestHandler: (handler: Request) => (handlers.request = handler),
      setPermissionCheckHandler: (handler: Check) => (handlers.check = handler),
      setDevicePermissionHandler: (handler: Device) => (handlers.device = handler),
    } as unknown as Session;
    denyPermissions(session, { counter });
  };

  beforeEach(() => settle(false));

  const OWN = 'app://desk';

  const granted = (
    permission: string,
    { url = OWN, isMainFrame = true, media = [] as readonly string[] } = {},
  ): boolean[] => {
    const [mediaType] = media;
    const answers = [handlers.check?.(null, permission, url, { isMainFrame, mediaType }) ?? true];
    const details = { isMainFrame, requestingUrl: `${url}/index.html`, mediaTypes: media };
    handlers.request?.(null, permission, answer => answers.push(answer), details);
    return answers;
  };

  it.each(['audio', 'video'])(
    'is granted where it is one kind alone, for the program’s own page and in its own session: %s',
    kind => {
      const media = [kind];
      expect(granted('media', { media })).toEqual([false, false]);
      settle(true);
      expect(granted('media', { media })).toEqual([true, true]);
      expect(granted('media', { media, isMainFrame: false })).toEqual([false, false]);
      expect(granted('media', { media, url: 'https://example.org' })).toEqual([false, false]);
      expect(granted('geolocation', { media })).toEqual([false, false]);
    },
  );

  it('is not granted where sound and picture are asked for at once, or neither is named', () => {
    settle(true);
    const details = { isMainFrame: true, requestingUrl: `${OWN}/index.html` };
    for (const mediaTypes of [['video', 'audio'], ['audio', 'video'], ['screen'], []]) {
      const answers: boolean[] = [];
      handlers.request?.(null, 'media', answer => answers.push(answer), { ...details, mediaTypes });
      expect(answers, mediaTypes.join()).toEqual([false]);
    }
    expect(granted('media')).toEqual([false, false]);
    expect(granted('media', { media: ['unknown'] })).toEqual([false, false]);
  });

  it.each([
    ...['hid', 'serial', 'usb', 'bluetooth', 'fileSystem', 'openExternal', 'media', 'display-capture'],
    ...['geolocation', 'notifications', 'clipboard-read', 'local-fonts', 'persistent-storage', 'midiSysex'],
    ...['local-network', 'loopback-network', 'web-printing', 'storage-access', 'unknown', '', 'toString'],
  ])('is denied: %s', permission => {
    expect(granted(permission)).toEqual([false, false]);
  });

  it('is granted where it writes plain text to the clipboard', () => {
    expect(granted('clipboard-sanitized-write')).toEqual([true, true]);
  });

  it.each(['hid', 'serial', 'usb', 'bluetooth'])('is no device: %s', deviceType => {
    expect(handlers.device?.({ deviceType })).toBe(false);
  });
});
