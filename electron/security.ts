import { app, type Session, type WebContents } from 'electron';
import { isOwnUrl } from './origin.ts';

/** Writing plain text to the clipboard, for 复制给管理员. Everything else the window can do without (S6). */
const GRANTED: readonly string[] = ['clipboard-sanitized-write'];

/** Nothing is granted that was not thought of. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(GRANTED.includes(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.includes(permission));
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
