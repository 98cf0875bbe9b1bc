import type * as Electron from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { guarded } from './guard.ts';
import { harmless } from './harmless.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { net } from './net.ts';
import { Notification } from './notification.ts';
import { powerMonitor } from './power-monitor.ts';
import { safeStorage } from './safe-storage.ts';
import { screen } from './screen.ts';
import { protocol, session } from './session.ts';
import { shell } from './shell.ts';
import { WebContents } from './web-contents.ts';

/** No report is ever sent or written: Chromium runs with `--disable-breakpad`. */
const crashReporter = guarded<Pick<Electron.CrashReporter, 'addExtraParameter' | 'start'>>('crashReporter', {
  start: harmless,
  addExtraParameter: harmless,
});

/**
 * What `import 'electron'` gives.
 *
 * A name that Electron does not have is a compile error here; the members of each part are checked where the
 * part is declared.
 */
export const electron = {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents: WebContents,
} satisfies Partial<Record<keyof typeof Electron, unknown>>;
