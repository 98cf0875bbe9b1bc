import os from 'node:os';
import path from 'node:path';
import { app, Menu, Notification, powerMonitor, session, type BrowserWindow, type Session } from 'electron';
import { z } from 'zod';
import { handleAppProtocol, registerAppScheme } from './app-protocol.ts';
import { handleAttachments } from './attachments/attachments.handlers.ts';
import { handleCards } from './cards/cards.handlers.ts';
import { handleDrafts, handlePacks } from './desk/desk.handlers.ts';
import { makeDesk, type Desk, type DeskPlace } from './desk/desk.ts';
import { dialogsOf } from './desk/dialogs.ts';
import { drivePresence } from './drives/drive.presence.ts';
import { drivesOf } from './drives/drives.ts';
import { handleDrives } from './pick-up/drive.handlers.ts';
import { handlePapers } from './desk/papers.handlers.ts';
import { handleOutside } from './desk/outside.handlers.ts';
import { handleScans } from './desk/scans.handlers.ts';
import { handleSignatures } from './desk/signatures.handlers.ts';
import { handleReports } from './reports/report.handlers.ts';
import { handleMonth } from './month/month.handlers.ts';
import { settlingGuard } from './transfers/settling.guard.ts';
import { handleTransfers } from './transfers/transfers.handlers.ts';
import { handleOutbox } from './outbox/outbox.handlers.ts';
import { handleJournal } from './desk/journal.handlers.ts';
import { handleNotices } from './desk/notices.handlers.ts';
import { handlePeople } from './desk/people.handlers.ts';
import { handleSession } from './desk/session.handlers.ts';
import { lock } from './desk/session.ts';
import { forgetHandlers, makeHandle } from './ipc/handle.ts';
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
import { handleSample } from './sample/sample.handlers.ts';
import { forgetStore, removeMaking, samplePartition, sampleProfile } from './sample/sample.place.ts';
import { sampleRefusal } from './sample/sample.refusals.ts';
import { stamped } from './sample/sample.stamp.ts';
import { confineWindows, denyPermissions, type Granting } from './security.ts';
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
const profile = app.getPath('userData');
const papers = makePrintDocuments();

/** What is open: an office, and the one window it is seen in. */
interface Opened {
  readonly desk: Desk;
  readonly window: BrowserWindow;
}
let opened: Opened | undefined;

const mainWindow = (): BrowserWindow => {
  if (!opened) throw new Error('there is no window yet');
  return opened.window;
};

function tell(name: string, payload: unknown): void {
  if (opened && !opened.window.isDestroyed()) opened.window.webContents.send(name, payload);
}

/** Pressed, it brings the window to the front. */
function showNotice(title: string, body: string): boolean {
  if (!Notification.isSupported()) return false;
  const notice = new Notification({ title, body });
  notice.on('click', comeToFront);
  notice.show();
  return true;
}

function comeToFront(): void {
  const window = opened?.window;
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function leave(): void {
  const locked = opened ? lock(opened.desk) : Promise.resolve();
  void locked.finally(() => {
    app.quit();
  });
}

const printer =
  options.printTo === undefined
    ? makeSystemPrinter(process.platform, {
        documents: papers,
        origin: APP_ORIGIN,
        openPdfWindow: () => Promise.resolve(openPdfWindow()),
      })
    : makeFolderPrinter(options.printTo);
const readPdf = readApart(workerFrom(path.join(import.meta.dirname, 'outside-worker.js')));
const importWorker = workerFrom(path.join(import.meta.dirname, 'import-worker.js'));

/** Everything that answers the window of this office. */
function serve(desk: Desk): void {
  const isSample = desk.place === 'sample';
  forgetHandlers();
  const handle = makeHandle({
    isKnown: id => opened?.window.webContents.id === id,
    isUnlocked: () => desk.ledger !== null,
    refusal: name => (isSample ? sampleRefusal(name) : undefined),
  });
  const warm = makeWarmWindow(() => Promise.resolve(openPrintWindow()));
  // It still holds the paper that was made last.
  desk.atLock.push(warm.close);
  const dialogs = dialogsOf(mainWindow);
  const { openPrintWindow: openWarm } = warm;
  const real = { documents: papers, origin: APP_ORIGIN, openPrintWindow: openWarm, queue: makePrintQueue() };
  const marked = { ...real, documents: stamped(papers) };
  const render = isSample ? marked : real;

  handleSession(handle, desk);
  handlePeople(handle, desk);
  handleJournal(handle, desk, settlingGuard(desk));
  handleDrafts(handle, desk);
  handlePacks(handle, desk);
  handleNotices(handle, desk, showNotice);
  handlePapers(handle, desk, {
    ...{ render, printer, dialogs },
    handed: makeHandedJobs(printer),
    memory: makePrinterMemory(desk.profile),
  });
  handleScans(handle, desk);
  handleSignatures(handle, desk, render);
  handleOutside(handle, desk, readPdf);
  handleAttachments(handle, desk, { dialogs, readPdf });
  handleImports(handle, desk, { worker: importWorker, dialogs });
  handleReports(handle, desk, { render });
  const drives = drivesOf(process.platform, options.drives);
  const presence = drivePresence(desk.now);
  handleMonth(handle, desk, { render, dialogs, drives, presence });
  handleDrives(handle, desk, { drives, presence, readPdf });
  handleCards(handle, desk, dialogs);
  handleTransfers(handle, desk, { dialogs, drives, readPdf });
  handleOutbox(handle, desk, url => session.defaultSession.resolveProxy(url));
  handleSample(handle, desk, { profile, render: marked, goTo });
}

function openOffice(place: DeskPlace): void {
  const partition = place === 'sample' ? samplePartition() : undefined;
  const desk = makeDesk({
    ...{ place, resources, options, notify: tell },
    profile: place === 'sample' ? sampleProfile(profile) : profile,
    version: app.getVersion(),
    station: os.hostname().slice(0, 60),
    runtimeMajor: Number(process.versions.chrome.split('.')[0] ?? 0),
  });
  if (opened) desk.clockOffsetMs = opened.desk.clockOffsetMs;
  if (partition !== undefined) admit(session.fromPartition(partition), { counter: true });
  serve(desk);
  const before = opened?.window;
  const window = openMainWindow(packaged, {
    title: place === 'sample' ? '样本办公室 · 凤凰台账' : '凤凰台账',
    ...(partition === undefined ? {} : { partition }),
  });
  opened = { desk, window };
  // A print window may be open still; nobody sees it, and a second start would wait for its end.
  window.on('closed', () => {
    if (opened?.window === window) leave();
  });
  before?.destroy();
}

/** From one office to the other: the first is locked, with its keys thrown away, before the second is opened. */
async function goTo(place: DeskPlace): Promise<void> {
  if (!opened || opened.desk.place === place) return;
  const { desk } = opened;
  desk.founding?.keys.destroy();
  desk.founding = null;
  await lock(desk);
  if (place === 'sample') await forgetStore(profile);
  openOffice(place);
}

const folders = { renderer: path.resolve(import.meta.dirname, '../renderer'), resources };

function admit(to: Session, granting: Granting): void {
  denyPermissions(to, granting);
  handleAppProtocol(to, folders, papers);
}

function start(): void {
  Menu.setApplicationMenu(null);
  admit(session.defaultSession, { counter: true });
  admit(session.fromPartition(PAPER_PARTITION), {});
  // Its making was cut off by the end of the program.
  void removeMaking(profile);

  for (const event of ['lock-screen', 'suspend'] as const)
    powerMonitor.on(event as 'suspend', () => {
      tell('session:locked', { reason: 'suspend' });
      if (opened) void lock(opened.desk);
    });

  // Scenario runs turn the hands of the clock; a release never listens.
  if (!packaged)
    (app as NodeJS.EventEmitter).on('desk-clock', (at: string) => {
      if (!opened) return;
      opened.desk.clockOffsetMs = Date.parse(at) - Date.now();
      tell('clock:moved', { offsetMs: opened.desk.clockOffsetMs });
    });

  // In the corner of the screen, where nothing has to be read away: people click twice all day. What the second start
  // was given on its command line is not looked at.
  app.on('second-instance', () => {
    if (!opened || opened.window.isDestroyed()) return;
    comeToFront();
    if (Notification.isSupported())
      new Notification({ title: '凤凰台账已经开着', body: '就是这一个窗口，没有另开，填的都在。' }).show();
  });
  app.on('window-all-closed', leave);
  openOffice('own');
}

// Not awaited at the top level: Electron becomes ready only after this module was run to its end.
// Nor at all by a start that was refused: leaving is not immediate everywhere.
if (alone) void app.whenReady().then(start);
