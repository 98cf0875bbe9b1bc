import path from 'node:path';
import { BrowserWindow, session, type WebPreferences } from 'electron';
import { APP_ORIGIN } from './origin.ts';
import type { PrintWindow } from './printing/print-window.ts';
import type { PdfWindow } from './printing/printers/window.printer.ts';

/** Electron's defaults, written down so that a changed default changes nothing here (S1). */
export const SAFE_PREFERENCES: Readonly<WebPreferences> = Object.freeze({
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
});

export interface MainWindowLook {
  /** Another working store than that of the real office. */
  readonly partition?: string;
  /** Until its page says it. */
  readonly title: string;
}

/** The one window. It shows itself when its first picture is ready, so that nobody sees it white. */
export function openMainWindow(packaged: boolean, { partition, title }: MainWindowLook): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 820,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title,
    backgroundColor: '#ECEFEC',
    autoHideMenuBar: true,
    webPreferences: {
      ...SAFE_PREFERENCES,
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      devTools: !packaged,
      ...(partition === undefined ? {} : { partition }),
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** Papers are set in a session of their own, which has no preload and is forgotten with the program. */
export const PAPER_PARTITION = 'papers';

export function openPrintWindow(): PrintWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...SAFE_PREFERENCES, session: session.fromPartition(PAPER_PARTITION), devTools: false },
  });
  return {
    loadURL: url => window.loadURL(new URL(url, APP_ORIGIN).href),
    executeJavaScript: async (expression): Promise<unknown> =>
      window.webContents.executeJavaScript(expression) as Promise<unknown>,
    printToPDF: options => window.webContents.printToPDF(options),
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

/** Shows a finished PDF to the printer of systems without a print program of their own. */
export function openPdfWindow(): PdfWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...SAFE_PREFERENCES, session: session.fromPartition(PAPER_PARTITION), devTools: false },
  });
  const contents = window.webContents;
  return {
    loadURL: url => window.loadURL(url),
    getPrinters: () => contents.getPrintersAsync(),
    print: (options, done) => {
      contents.print(options, done);
    },
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}
