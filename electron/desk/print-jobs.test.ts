import { readdir, readFile, writeFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newCaseId, newDocumentId } from '#shared/core/ids.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { makeHandedJobs } from '../printing/handed-jobs.ts';
import { printError } from '../printing/print.error.ts';
import { FOLDER_PRINTER, HOLD, makeFolderPrinter } from '../printing/printers/folder.printer.ts';
import type { Printer } from '../printing/printers/printer.ts';
import { handRemembered, listLeftJobs, settleJob } from './print-jobs.ts';
import { lock, unlock } from './session.ts';
import { foundIn, PASSPHRASE, Shell } from './shell.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

let profile: string;
let printed: string;
let shell: Shell;
let person: Awaited<ReturnType<typeof foundIn>>;
beforeEach(async () => {
  profile = await tempFolder();
  printed = await tempFolder();
  shell = new Shell(profile);
  person = await foundIn(shell);
});

const partsOf = (printer: Printer = makeFolderPrinter(printed)) => ({
  printer,
  handed: makeHandedJobs(printer),
});
const JOB = {
  pdf: new TextEncoder().encode('%PDF-1.4 试填'),
  ...{ printer: FOLDER_PRINTER, copies: 2, sides: 'one-sided' as const },
};
const subject = () => ({
  case: newCaseId(shell.desk.ids),
  document: newDocumentId(shell.desk.ids),
  ...{ label: '前台激光', preprinted: false },
});

describe('a paper of a case that was handed to a printer', () => {
  it('is remembered until it is settled, also by the program that is started next, which can ask the system', async () => {
    await writeFile(path.join(printed, HOLD), '');
    const of = subject();
    const { job } = expectOk(await handRemembered(shell.desk, partsOf(), JOB, of));
    await lock(shell.desk);

    const next = new Shell(profile);
    expectOk(await unlock(next.desk, person, PASSPHRASE));
    const parts = partsOf();
    const { case: id, document } = of;
    expect(expectOk(await listLeftJobs(next.desk, parts))).toEqual([
      expect.objectContaining({
        ...{ job, case: id, document, printer: '前台激光', copies: 2, preprinted: false },
      }),
    ]);
    expect(await parts.handed.progress(job)).toMatchObject({ kind: 'stopped' });
    await rm(path.join(printed, HOLD));
    expect(await parts.handed.progress(job)).toEqual({ kind: 'done' });
    expectOk(await settleJob(next.desk, job));
    expect(expectOk(await listLeftJobs(next.desk, parts))).toEqual([]);
  });

  it('lies on the disk without a word that can be read', async () => {
    const of = subject();
    expectOk(await handRemembered(shell.desk, partsOf(), JOB, of));
    const folder = shell.desk.places.jobs;
    const [name = '', ...others] = await readdir(folder);
    expect(others).toEqual([]);
    const text = `${name} ${await readFile(path.join(folder, name), 'latin1')}`;
    for (const word of [of.case, of.document, 'printer', 'folder']) expect(text).not.toContain(word);
  });

  it('is not remembered where the printer refused it, and is where it did not answer', async () => {
    const folder = makeFolderPrinter(printed);
    const refuses = (code: 'printing/printer-refused' | 'printing/timed-out') =>
      partsOf({ ...folder, print: () => Promise.resolve(err(printError(code))) });
    const left = async () => expectOk(await listLeftJobs(shell.desk, partsOf())).length;
    const refused = await handRemembered(shell.desk, refuses('printing/printer-refused'), JOB, subject());
    expect([refused.ok, await left()]).toEqual([false, 0]);
    const silent = refuses('printing/timed-out');
    const { job } = expectOk(await handRemembered(shell.desk, silent, JOB, subject()));
    expect([await silent.handed.progress(job), await left()]).toEqual([{ kind: 'unknown' }, 1]);
  });

  it('is not asked about while it is being handed over', async () => {
    const folder = makeFolderPrinter(printed);
    let during: unknown;
    const parts = partsOf({
      ...folder,
      print: async job => {
        during = expectOk(await listLeftJobs(shell.desk, parts));
        return folder.print(job);
      },
    });
    expectOk(await handRemembered(shell.desk, parts, JOB, subject()));
    expect(during).toEqual([]);
  });
});
