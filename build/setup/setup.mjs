// Makes sure that everything is there which the program and its tests need. Runs before node_modules exists.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { findInstalledChromium } from '../chromium-shell/find-chromium.mjs';
import { findElectron } from './find-electron.mjs';
import {
  canInstall,
  electronFolder,
  fetchElectron,
  hasChineseFont,
  hasCommand,
  installModules,
  installPackages,
  readJson,
  readStamp,
  root,
  writeStamp,
} from './machine.mjs';
import {
  OLDEST_NODE,
  areModulesComplete,
  fontStep,
  isNodeTooOld,
  judgeStep,
  judges,
  moduleStep,
  nextRuntimeStep,
} from './plan.mjs';

const quiet = process.argv.includes('--quiet');
const forTests = process.argv.includes('--tests');
const offline = Boolean(process.env.PHOENIX_OFFLINE);

const say = line => {
  if (!quiet) console.log(line);
};

function fail(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

function setUpModules() {
  const lockFile = path.join(root, 'package-lock.json');
  const digest = createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
  const stamp = readStamp();
  if (stamp.lock === digest) return;
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  const step = moduleStep({
    complete: areModulesComplete({ lock: readJson(lockFile), installed }),
    installed,
    offline,
  });
  if (step === 'refuse') {
    fail('The npm packages are not those of package-lock.json, and PHOENIX_OFFLINE forbids fetching others.');
  }
  if (step === 'install') {
    console.log('Installing the npm packages of package-lock.json (npm ci) …');
    if (!installModules(offline)) fail('npm ci failed; the lines above say why.');
  }
  writeStamp({ ...stamp, lock: digest });
}

function isElectronHere() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const read = file => fs.readFileSync(file, 'utf8');
  return findElectron({ packageFolder: electronFolder, override, exists: fs.existsSync, read }) !== undefined;
}

async function setUpRuntime() {
  const wish = process.env.PHOENIX_RUNTIME;
  const tried = [];
  for (;;) {
    const electron = isElectronHere();
    const chromium = findInstalledChromium();
    const step = nextRuntimeStep({
      electron,
      chromium: chromium !== undefined,
      wish,
      offline,
      canInstall: canInstall(),
      failedAt: readStamp().electronFailedAt,
      now: Date.now(),
      tried,
    });
    tried.push(step);
    if (step === 'ready') return electron && wish !== 'chromium' ? 'electron' : 'chromium';
    if (step === 'give-up') return undefined;
    if (step === 'fetch-electron') await tryElectron();
    else {
      console.log('Installing Chromium, on which the program runs where Electron cannot be had (apt-get) …');
      installPackages(['chromium']);
    }
  }
}

async function tryElectron() {
  say('Fetching the program of Electron, once (install-electron) …');
  if (await fetchElectron()) return;
  say('Electron cannot be fetched from here; the next try is in a day at the earliest.');
  writeStamp({ ...readStamp(), electronFailedAt: Date.now() });
}

function setUpFonts(runtime) {
  if (runtime !== 'chromium' || process.platform !== 'linux') return;
  const { platform } = process;
  const step = fontStep({
    runtime,
    platform,
    hasChinese: hasChineseFont(),
    canInstall: canInstall(),
    offline,
  });
  if (step === 'none') return;
  if (step === 'install') {
    console.log('Installing a font for Chinese, of which there is none (apt-get install fonts-noto-cjk) …');
    if (installPackages(['fonts-noto-cjk'])) return;
  }
  console.error('There is no font for Chinese on this machine; install one, for example fonts-noto-cjk.');
}

function setUpJudges() {
  const absent = () => judges.filter(({ command }) => !hasCommand(command));
  const missing = absent();
  const names = missing.map(judge => judge.command);
  const step = judgeStep({ missing: names, forTests, canInstall: canInstall(), offline });
  if (step === 'install') {
    console.log(`Installing the programs that tests are judged by: ${names.join(', ')} (apt-get) …`);
    installPackages(missing.map(judge => judge.package));
  }
  const left = absent().map(judge => judge.command);
  if (left.length > 0)
    say(`Not installed: ${left.join(', ')}. The tests that need them are skipped by name.`);
}

if (isNodeTooOld(process.versions.node)) {
  fail(
    `Node ${process.versions.node} is too old: Phoenix Desk is built with Node ${OLDEST_NODE} or newer.`,
    `Node ${process.versions.node} 版本过低：构建凤凰台账需要 Node ${OLDEST_NODE} 或更新版本。`,
  );
}
setUpModules();
const runtime = await setUpRuntime();
if (runtime === undefined) {
  fail(
    'Neither Electron nor Chromium can be had here. Connect to the network and run this again, or install Chromium ' +
      'and set CHROMIUM_PATH to it, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.',
    '本机既没有 Electron，也没有 Chromium，且无法自动获取。请联网后重试；或安装 Chromium 并用 CHROMIUM_PATH ' +
      '指明其位置；或用 ELECTRON_OVERRIDE_DIST_PATH 指明存放 Electron 的文件夹。',
  );
}
setUpFonts(runtime);
setUpJudges();
say(
  runtime === 'electron'
    ? 'Set up: runs on Electron.'
    : 'Set up: runs on the Chromium stand-in for Electron.',
);
