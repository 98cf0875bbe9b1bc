import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { readArguments } from './arguments.ts';
import { Browser, setRunningBrowser } from './browser.ts';
import { electron } from './electron.ts';
import { answerForElectron, findProgram } from './load-program.ts';
import { liveContents } from './registry.ts';
import { startSchemeServer } from './scheme-server.ts';

/** The environment may force a window where there is a screen, or forbid one. */
function isHeadless(): boolean {
  const wish = process.env['PHOENIX_HEADLESS'];
  if (wish !== undefined && wish !== '') return wish !== '0';
  return process.platform === 'linux' && !process.env['DISPLAY'];
}

async function openBrowser(): Promise<void> {
  const port = await startSchemeServer((contentsId, socket) => {
    const contents = liveContents.get(contentsId);
    contents?.acceptSocket(socket);
    return contents !== undefined;
  });
  const profile = path.join(app.getPath('sessionData'), 'Chromium');
  const { commandLine } = app;
  const settings = { profile, port, headless: isHeadless(), locale: app.getLocale(), commandLine };
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

async function start(): Promise<void> {
  const launch = readArguments(process.argv[0] ?? '', process.argv.slice(2));
  for (const [name, value] of launch.switches) app.commandLine.appendSwitch(name, value);
  process.argv = [...launch.argv];
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: import.meta.dirname });
  Object.defineProperty(process.versions, 'electron', { value: __ELECTRON_VERSION__, enumerable: true });
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
  await import(/* @vite-ignore */ pathToFileURL(program.file).href);
  // A program that found itself to be the second one has already asked to end.
  if (app.quitting) return;
  await openBrowser();
  app.becomeReady();
}

declare const __ELECTRON_VERSION__: string;

start().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
