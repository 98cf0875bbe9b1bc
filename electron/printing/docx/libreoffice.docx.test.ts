import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '#shared/documents/paper.model.ts';
import { SHEETS } from '#shared/documents/paper.sheets.ts';
import { hasWriter } from '#electron/files/libreoffice.fixture.ts';
import { placeFaults, valueFaults } from '../proof/page-checks.ts';
import { inspectPdf, type InspectedPdf } from '../proof/pdf-inspect.ts';
import { complaintForm } from '../proof/sample-complaint.ts';
import { EXTREME, NORMAL, registerForm } from '../proof/sample-form.ts';
import { agreement, letter, mediationRecord, registerBook } from '../proof/sample-papers.ts';
import { paperDocx } from './paper.docx.ts';

const run = promisify(execFile);
const MINUTES = 60_000;

/** With the pages they may have: fonts differ from computer to computer, but a form stays on its page. */
const PAPERS: Readonly<Record<string, readonly [paper: Paper, most: number]>> = {
  form: [registerForm(NORMAL), 1],
  annexed: [registerForm(EXTREME), 7],
  complaint: [complaintForm(NORMAL), 1],
  letter: [letter(), 2],
  agreement: [agreement(), 3],
  record: [mediationRecord(), 5],
  register: [registerBook(60), 8],
};

/** Another program than Word, with other fonts: what it opens whole and in order, Word does as well. */
describe.skipIf(!hasWriter)('Word files opened in Writer of LibreOffice, which has to be installed', () => {
  let folder = '';
  const opened = new Map<string, InspectedPdf>();
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'word-'));
    await mkdir(path.join(folder, 'pdf'));
    const names = Object.keys(PAPERS);
    for (const [name, [source]] of Object.entries(PAPERS))
      await writeFile(path.join(folder, `${name}.docx`), await paperDocx(source));
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      path.join(folder, 'pdf'),
      ...names.map(name => path.join(folder, `${name}.docx`)),
    ]);
    for (const name of names)
      opened.set(
        name,
        await inspectPdf(new Uint8Array(await readFile(path.join(folder, 'pdf', `${name}.pdf`)))),
      );
  }, 10 * MINUTES);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(Object.entries(PAPERS))('show every value within the type area: %s', (name, [source, most]) => {
    const pdf = opened.get(name);
    if (!pdf) throw new Error('not converted');
    expect(valueFaults(pdf, source)).toEqual([]);
    const [width, height] = SHEETS[source.sheet].size;
    expect(pdf.pages.map(page => [Math.round(page.width), Math.round(page.height)])).toEqual(
      Array.from({ length: pdf.pages.length }, () => [width, height]),
    );
    // It hangs punctuation over the end of a line, whatever the file says.
    const hanging = /outside the type area: .*[，。；：、]$/;
    expect(placeFaults(pdf, source).filter(fault => !hanging.test(fault))).toEqual([]);
    expect(pdf.pages.length).toBeLessThanOrEqual(most);
  });
});
