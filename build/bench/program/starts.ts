import { performance } from 'node:perf_hooks';
import { _electron, type Page } from '@playwright/test';
import { DeskPage } from '#electron/e2e/pages/desk.page.ts';
import { OFFICE } from '#electron/e2e/office.ts';
import { startProgram } from '#electron/e2e/program.ts';

/** A first start over a long journal makes the working store. */
const PATIENCE_MS = 20 * 60_000;

export interface Started {
  /** From the start to the lock screen. */
  readonly toLock: number;
  /** From the passphrase to the register form. */
  readonly toDesk: number;
}

/** Starts the program over a profile and unlocks it as a person does who has nothing to think about. */
export async function startDesk(profile: string): Promise<Started> {
  const start = performance.now();
  const { app, page } = await startProgram({ profile });
  try {
    await page.getByRole('button', { name: '打开台账' }).waitFor({ timeout: 90_000 });
    const locked = performance.now();
    await new DeskPage(page).unlock(OFFICE.person, OFFICE.passphrase);
    await usable(page);
    return { toLock: locked - start, toDesk: performance.now() - locked };
  } finally {
    await app.close();
  }
}

const usable = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: '工作台', level: 1 }).waitFor({ timeout: PATIENCE_MS });

/** From the start of the empty window's program to its heading, by the same driver. */
export async function startEmpty(program: string, profile: string): Promise<number> {
  const start = performance.now();
  const app = await _electron.launch({
    executablePath: process.env['PHOENIX_EXECUTABLE'] ?? '',
    args: [program, `--user-data-dir=${profile}`],
    timeout: 90_000,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    await app.evaluate('globalThis.__name ??= fn => fn');
    const page = await app.firstWindow({ timeout: 90_000 });
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('heading', { name: 'empty' }).waitFor();
    return performance.now() - start;
  } finally {
    await app.close();
  }
}
