import os from 'node:os';
import path from 'node:path';
import { app, Menu, Notification, powerMonitor, session, type BrowserWindow } from 'electron';
import { z } from 'zod';
import { handleAppProtocol, registerAppScheme } from './app-protocol.ts';
import { handleAttachments } from './attachments/attachments.handlers.ts';
import { handleDrafts, handlePacks } from './desk/desk.handlers.ts';
import { makeDesk } from './desk/desk.ts';
import { dialogsOf } from './desk/dialogs.ts';
import { handlePapers } from './desk/papers.handlers.ts';
import { handleOutside } from './desk/outside.handlers.ts';
import { handleScans } from './desk/scans.handlers.ts';
import { handleSignatures } from './desk/signatures.handlers.ts';
import { handleReports } from './reports/report.handlers.ts';
import { handleMonth } from './month/month.handlers.ts';
import { handleJournal } from './desk/journal.handlers.ts';
import { handleNotices } from './desk/notices.handlers.ts';
import { handlePeople } from './desk/people.handlers.ts';
import { handleSession } from './desk/session.handlers.ts';
import { lock } from './desk/session.ts';
import { makeHandle } from './ipc/handle.ts';
import { forbiddenSwitch, readLaunchOptions } from './launch-options.ts';
import { logBug, prepareLog } from './log.ts';
import { APP_ORIGIN } from './origin.ts';
import { makeHandedJobs } from './printing/handed-jobs.ts';
import { makePrintDocuments } from './printing/print-documents.ts';
import { makePrintQueue } from './printing/print-queue.ts';
import { makePrinterMemory } from './printing/printer-settings.store.ts';
import { workerFrom } from './files/run-apart.ts';
import { handleImports } from './import/import.handlers.ts';
import { readApart } from './printing/outside/read-apart.ts';
import { makeFolderPrinter } from './printing/printers/folder.printer.ts';
import { makeSystemPrinter } from './printing/printers/printers.ts';
import { makeWarmWindow } from './printing/warm-window.ts';
import { confineWindows, denyPermissions } from './security.ts';
import { openMainWindow, openPdfWindow, openPrintWindow, PAPER_PARTITION } from './windows.ts';

z.config({ jitless: true });

const packaged = app.isPackaged;
const options = readLaunchOptions(process.argv, packaged, Date.now());
const weakened = forbiddenSwitch(process.argv.slice(1), packaged) !== undefined;
if (weakened) app.exit(2);

app.setName('phoenix-desk');
app.setPath(
  'userData',
  options.profile ?? path.join(app.getPath('appData'), packaged ? 'phoenix-desk' : 'phoenix-desk-dev'),
);
const alone = !weakened && app.requestSingleInstanceLock();
if (!alone) app.exit(weakened ? 2 : 0);

app.enableSandbox();
registerAppScheme();
confineWindows();
prepareLog(path.join(app.getPath('userData'), 'logs'));
process.on('unhandledRejection', cause => {
  logBug('unhandled rejection', cause);
});

const resources = packaged
  ? path.join(process.resourcesPath, 'resources')
  : path.resolve(import.meta.dirname, '../../resources');
const papers = makePrintDocuments();
const opened: { window?: BrowserWindow } = {};
const mainWindow = (): BrowserWindow => {
  if (!opened.window) throw new Error('there is no window yet');
  return opened.window;
};

const desk = makeDesk({
  profile: app.getPath('userData'),
  resources,
  version: app.getVersion(),
  station: os.hostname().slice(0, 60),
  runtimeMajor: Number(process.versions.chrome.split('.')[0] ?? 0),
  options,
  notify: (name, payload) => opened.window?.webContents.send(name, payload),
});

/** Pressed, it brings the window to the front. */
function showNotice(title: string, body: string): boolean {
  if (!Notification.isSupported()) return false;
  const notice = new Notification({ title, body });
  notice.on('click', comeToFront);
  notice.show();
  return true;
}

function comeToFront(): void {
  const { window } = opened;
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function start(): void {
  Menu.setApplicationMenu(null);

  const folders = { renderer: path.resolve(import.meta.dirname, '../renderer'), resources };
  for (const each of [session.defaultSession, session.fromPartition(PAPER_PARTITION)]) {
    denyPermissions(each, { microphone: each === session.defaultSession });
    handleAppProtocol(each, folders, papers);
  }

  const handle = makeHandle({
    isKnown: id => opened.window?.webContents.id === id,
    isUnlocked: () => desk.ledger !== null,
  });
  handleSession(handle, desk);
  handlePeople(handle, desk);
  handleJournal(handle, desk);
  handleDrafts(handle, desk);
  handlePacks(handle, desk);
  handleNotices(handle, desk, showNotice);

  const warm = makeWarmWindow(() => Promise.resolve(openPrintWindow()));
  // It still holds the paper that was made last.
  desk.atLock.push(warm.close);
  const printer =
    options.printTo === undefined
      ? makeSystemPrinter(process.platform, {
          documents: papers,
          origin: APP_ORIGIN,
          openPdfWindow: () => Promise.resolve(openPdfWindow()),
        })
      : makeFolderPrinter(options.printTo);
  const dialogs = dialogsOf(mainWindow);
  const render = {
    documents: papers,
    origin: APP_ORIGIN,
    openPrintWindow: warm.openPrintWindow,
    queue: makePrintQueue(),
  };
  handlePapers(handle, desk, {
    ...{ render, printer, dialogs },
    handed: makeHandedJobs(printer),
    memory: makePrinterMemory(app.getPath('userData')),
  });
  handleScans(handle, desk);
  handleSignatures(handle, desk, render);
  const readPdf = readApart(workerFrom(path.join(import.meta.dirname, 'outside-worker.js')));
  handleOutside(handle, desk, readPdf);
  handleAttachments(handle, desk, { dialogs, readPdf });
  handleImports(handle, { worker: workerFrom(path.join(import.meta.dirname, 'import-worker.js')), dialogs });
  handleReports(handle, desk, { render });
  handleMonth(handle, desk, { render, dialogs });

  for (const event of ['lock-screen', 'suspend'] as const)
    powerMonitor.on(event as 'suspend', () => {
      desk.notify('session:locked', { reason: 'suspend' });
      void lock(desk);
    });

  // Scenario runs turn the hands of the clock; a release never listens.
  if (!packaged)
    (app as NodeJS.EventEmitter).on('desk-clock', (at: string) => {
      desk.clockOffsetMs = Date.parse(at) - Date.now();
      desk.notify('clock:moved', { offsetMs: desk.clockOffsetMs });
    });

  // In the corner of the screen, where nothing has to be read away: people click twice all day. What the second start
  // was given on its command line is not looked at.
  app.on('second-instance', () => {
    if (!opened.window || opened.window.isDestroyed()) return;
    comeToFront();
    if (Notification.isSupported())
      new Notification({ title: '凤凰台账已经开着', body: '就是这一个窗口，没有另开，填的都在。' }).show();
  });
  const leave = (): void => {
    void lock(desk).finally(() => {
      app.quit();
    });
  };
  app.on('window-all-closed', leave);

  opened.window = openMainWindow(packaged);
  // A print window may be open still; nobody sees it, and a second start would wait for its end.
  opened.window.on('closed', leave);
}

// Not awaited at the top level: Electron becomes ready only after this module was run to its end.
// Nor at all by a start that was refused: leaving is not immediate everywhere.
if (alone) void app.whenReady().then(start);
