import path from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

export interface Start {
  readonly profile: string;
  readonly clock?: string;
  /** A folder in the place of a printer. */
  readonly printTo?: string;
  readonly extraArguments?: readonly string[];
  /** Real key derivation costs a second a start; tests of keys themselves ask for it. */
  readonly realKeys?: boolean;
}

export interface Program {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Where no language is set, Chromium takes a file with a Chinese name for one that cannot be read. */
const UTF8 = 'C.UTF-8';

/** How long an act may take on a slow machine with two programs on it; nothing is waited for when it is there. */
export const ACT_MS = 40_000;

/** Starts the built program, real or on its stand-in, with a profile of its own. */
export async function startProgram(start: Start): Promise<Program> {
  const executablePath = process.env['PHOENIX_EXECUTABLE'];
  if (!executablePath) throw new Error('PHOENIX_EXECUTABLE names no program; run through npm');
  const app = await _electron.launch({
    executablePath,
    args: [
      root,
      `--desk-profile=${start.profile}`,
      ...(start.clock === undefined ? [] : [`--desk-clock=${start.clock}`]),
      ...(start.printTo === undefined ? [] : [`--desk-print-to=${start.printTo}`]),
      ...(start.realKeys === true ? [] : ['--desk-quick-keys']),
      ...(start.extraArguments ?? []),
    ],
    env: { ...(process.env as Record<string, string>), TZ: 'Asia/Shanghai', LC_ALL: UTF8 },
    timeout: 90_000,
    // The sandbox is part of what is tested; as root Chromium refuses to start with it.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  // The script runner marks functions with their names; in the program nobody knows that marker.
  await app.evaluate('globalThis.__name ??= fn => fn');
  const page = await app.firstWindow({ timeout: 90_000 });
  page.setDefaultTimeout(ACT_MS);
  // Nothing else tells of it: what a listener throws keeps those after it from hearing, and the test only waits.
  page.on('pageerror', error =>
    process.stderr.write(`nobody caught in the window: ${error.stack ?? String(error)}\n`),
  );
  await page.setViewportSize({ width: 1366, height: 768 });
  return { app, page };
}

/** What the system's dialogs answer from now on; nobody sits before them in a test. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: { readonly open?: string; readonly save?: string },
): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    const opened = { canceled: open === undefined, filePaths: open === undefined ? [] : [open] };
    const saved = { canceled: save === undefined, filePath: save ?? '' };
    Object.assign(dialog, {
      showOpenDialog: () => Promise.resolve(opened),
      showSaveDialog: () => Promise.resolve(saved),
    });
  }, answers);
}

const A_SECOND_MS = 1000;
const CLOCK_TOLD = { message: 'the window was told of its new time', timeout: ACT_MS };

/** What the window was last told of the clock, kept on itself by what listens beside the program. */
interface Told {
  toldOfClock?: number;
  readonly desk: { on: (notice: string, hear: (payload: { offsetMs: number }) => void) => unknown };
}

/** Moves the clock of the program, which only unpackaged starts allow, and waits until the window was told. */
export async function moveClock({ app, page }: Program, instant: string): Promise<void> {
  await page.evaluate(() => {
    const told = window as unknown as Told;
    if (told.toldOfClock !== undefined) return;
    told.toldOfClock = Number.NaN;
    told.desk.on('clock:moved', ({ offsetMs }) => {
      told.toldOfClock = offsetMs;
    });
  });
  // It is taken somewhere between the two, however long the machine stands still meanwhile.
  const { most, least } = await app.evaluate(async ({ app: desk }, at) => {
    // What is evaluated in a process interrupts what runs there, also between two parts of a message to the window,
    // and one sent then is lost or spoils the line. A turn of its own interrupts nothing.
    await new Promise(resolve => {
      setImmediate(resolve);
    });
    const before = Date.now();
    (desk as unknown as { emit: (name: string, at: string) => void }).emit('desk-clock', at);
    return { most: Date.parse(at) - before, least: Date.parse(at) - Date.now() };
  }, instant);
  // Not by `waitForFunction`, which waits for the next picture of a page: nobody draws one that is covered.
  const told = (): Promise<number> =>
    page.evaluate(() => (window as unknown as Told).toldOfClock ?? Number.NaN);
  const awayMs = async (): Promise<number> => {
    const offsetMs = await told();
    return Math.max(0, least - offsetMs, offsetMs - most);
  };
  await expect.poll(awayMs, CLOCK_TOLD).toBeLessThan(A_SECOND_MS);
}
