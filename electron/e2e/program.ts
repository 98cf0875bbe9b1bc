import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

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
  page.setDefaultTimeout(20_000);
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

/** Moves the clock of the program, which only unpackaged starts allow. */
export async function moveClock(app: ElectronApplication, instant: string): Promise<void> {
  await app.evaluate(({ app: desk }, at) => {
    (desk as unknown as { emit: (name: string, at: string) => void }).emit('desk-clock', at);
  }, instant);
}
