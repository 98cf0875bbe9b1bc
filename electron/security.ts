import { app, type Session, type WebContents } from 'electron';
import { isOwnUrl } from './origin.ts';

/** Writing plain text to the clipboard, for 复制给管理员. All but that, the microphone and the camera the window can do without (S6). */
const GRANTED: readonly string[] = ['clipboard-sanitized-write'];

export interface Granting {
  /**
   * Recording what is said at the counter, or photographing what is laid on it: the microphone or the camera, never
   * both at once, to the top frame of the program's own page.
   */
  readonly counter?: boolean;
}

interface AskedMedia {
  readonly url: string | undefined;
  readonly isMainFrame: boolean;
  readonly media: readonly string[];
}

const isOfCounter = ({ url, isMainFrame, media }: AskedMedia): boolean =>
  isMainFrame && isOwnUrl(url ?? '') && media.length === 1 && (media[0] === 'audio' || media[0] === 'video');

/** Nothing is granted that was not thought of. */
export function denyPermissions(session: Session, { counter = false }: Granting = {}): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    if (permission !== 'media') {
      answer(GRANTED.includes(permission));
      return;
    }
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(counter && isOfCounter({ url: details.requestingUrl, isMainFrame: details.isMainFrame, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    if (permission !== 'media') return GRANTED.includes(permission);
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return counter && isOfCounter({ url: origin, isMainFrame: details.isMainFrame, media });
  });
  session.setDevicePermissionHandler(() => false);
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stayHome = (event: { preventDefault: () => void; readonly url: string }): void => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-attach-webview', event => {
    event.preventDefault();
  });
}

/** For every window there will ever be: it opens no other and goes nowhere else (S4). */
export function confineWindows(): void {
  app.on('web-contents-created', (_event, contents) => {
    confine(contents);
  });
}
