import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DeskPage } from './pages/desk.page.ts';
import { FirstRunPage, type Founding } from './pages/first-run.page.ts';
import { startProgram, type Program, type Start } from './program.ts';

/** The office most tests happen in. */
export const OFFICE = {
  office: '凤凰社区居委会',
  code: 'PHX-0371',
  person: '王登记',
  passphrase: 'phoenix desk 2026 ledger',
} as const;

export const CLOCK = '2026-10-08T09:30:00+08:00';

export interface OpenOffice extends Program {
  readonly desk: DeskPage;
  readonly profile: string;
}

export const newProfile = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'phoenix-e2e-'));

/** The browser of a program that was just closed writes into its profile until it has ended too. */
export const dropProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });

/** A new office in a new profile, open at reception. */
export async function foundOffice(
  profile: string,
  start: Partial<Start> = {},
  founding: Partial<Founding> = {},
): Promise<OpenOffice> {
  const program = await startProgram({ profile, clock: CLOCK, ...start });
  await new FirstRunPage(program.page).found({ ...OFFICE, ...founding });
  const desk = new DeskPage(program.page);
  await desk.go('接待登记');
  return { ...program, profile, desk };
}

/**
 * The program started again over what is there, unlocked, at reception unless there is something to be read first. It
 * takes longer where the store of a long journal is made.
 */
export async function reopenOffice(
  profile: string,
  start: Partial<Start> = {},
  longestMs = 90_000,
): Promise<OpenOffice> {
  const program = await startProgram({ profile, clock: CLOCK, ...start });
  const desk = new DeskPage(program.page);
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  const rail = program.page.getByRole('navigation', { name: '主导航' });
  await rail.waitFor({ timeout: longestMs });
  await rail.getByRole('button', { name: '接待登记' }).click();
  return { ...program, profile, desk };
}

/** As if the power went: the program and its browser at once, with nothing said to either. */
export async function pullThePlug({ app }: Program): Promise<void> {
  const child = app.process();
  const gone = new Promise(resolve => child.once('exit', resolve));
  const { pid } = child;
  if (pid === undefined) throw new Error('the program has no process');
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // Not a group of its own on this system.
  }
  await gone;
}
