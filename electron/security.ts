import { app, type Session, type WebContents } from 'electron';
import { isOwnUrl } from './origin.ts';

/** Nothing is granted that was not thought of: the window needs no permission at all (S6). */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
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
