import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { readArguments } from './arguments.ts';
import { Browser, setRunningBrowser } from './browser.ts';
import { getChromiumVersion, getInstalledChromium } from './chromium.version.ts';
import { electron } from './electron.ts';
import { loadLazyGlobals } from './lazy-globals.ts';
import { answerForElectron, findProgram } from './load-program.ts';
import { liveContents } from './registry.ts';
import { startSchemeServer } from './scheme-server.ts';

/** The environment may force a window where there is a screen, or forbid one. */
function isHeadless(): boolean {
  const wish = process.env['PHOENIX_HEADLESS'];
  if (wish !== undefined && wish !== '') return wish !== '0';
  return process.platform === 'linux' && !process.env['DISPLAY'];
}

async function openBrowser(program: string): Promise<void> {
  const port = await startSchemeServer((contentsId, socket) => {
    const contents = liveContents.get(contentsId);
    contents?.acceptSocket(socket);
    return contents !== undefined;
  });
  const profile = path.join(app.getPath('sessionData'), 'Chromium');
  const { commandLine } = app;
  const settings = { program, profile, port, headless: isHeadless(), locale: app.getLocale(), commandLine };
  const browser = await Browser.launch(settings, () => process.exit(1));
  browser.onDetached = sessionId => {
    for (const contents of liveContents.values()) {
      void contents.attached.then(({ session }) => {
        if (session.id === sessionId) contents.becomeGone();
      });
    }
  };
  browser.onUnasked = ({ session, targetId }) => {
    // A popup past the guard in the page. It must run before it can be closed.
    void session
      .send('Runtime.runIfWaitingForDebugger')
      .then(() => browser.root.send('Target.closeTarget', { targetId }))
      .catch(() => undefined);
  };
  setRunningBrowser(browser);
  app.shutDown = () => browser.close();
}

/** Electron becomes ready only when the main module has been evaluated, so that module cannot wait for it. */
async function evaluate(file: string): Promise<void> {
  const stuck = (): void => {
    console.error(
      `${file} has not been evaluated to its end, and nothing runs that could finish it. Perhaps it awaits ` +
        'app.whenReady() at its top level, for which Electron too would wait for ever: use then().',
    );
    process.exit(1);
  };
  process.once('beforeExit', stuck);
  await import(/* @vite-ignore */ pathToFileURL(file).href);
  process.off('beforeExit', stuck);
}

async function start(): Promise<void> {
  loadLazyGlobals();
  const launch = readArguments(process.argv[0] ?? '', process.argv.slice(2));
  for (const [name, value] of launch.switches) app.commandLine.appendSwitch(name, value);
  process.argv = [...launch.argv];
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: import.meta.dirname });
  const chromium = getInstalledChromium();
  const versions = { electron: __ELECTRON_VERSION__, chrome: getChromiumVersion(chromium) };
  for (const [name, value] of Object.entries(versions)) {
    Object.defineProperty(process.versions, name, { value, enumerable: true });
  }
  const program = findProgram(launch.target);
  const { name, productName, version } = program.manifest;
  app.identify({
    name: productName ?? name ?? 'Electron',
    version: version ?? '0.0.0',
    appPath: program.folder,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => electron.app.quit());
  answerForElectron();
  const require = createRequire(program.file);
  for (const required of launch.required) require(path.resolve(required));
  await evaluate(program.file);
  // A program that found itself to be the second one has already asked to end.
  if (app.quitting) return;
  await openBrowser(chromium);
  app.becomeReady();
}

declare const __ELECTRON_VERSION__: string;

start().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
