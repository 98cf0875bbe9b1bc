import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { readPdf } from '#electron/printing/pdf.reader.ts';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/case-file');

let profile: string;
let printer: string;
let office: OpenOffice;

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  printer = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  office = await foundOffice(profile, { printTo: printer });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(printer, { recursive: true, force: true });
});

test('the file of a case prints its cover, the list of what lies in it, and the closing note', async () => {
  const { desk, page } = office;
  await desk.register({ 姓名: '李小样', 类别: '物业管理', 反映内容: '电梯停了两天。' });
  await desk.openSaved();
  const number = await desk.case.number();
  await desk.case.openPaper('PHX-01');
  await desk.case.print();
  await desk.case.backToCase();

  const line = desk.case.section('文书').getByRole('listitem').filter({ hasText: '案卷封面、目录、备考表' });
  await line.getByRole('button', { name: '看' }).click();
  await desk.case.print();
  await page.screenshot({ path: path.join(kept, 'preview.png') });

  const jobs = (await readdir(printer)).filter(name => name.endsWith('.pdf')).sort();
  const job = path.join(printer, jobs.at(-1) ?? '');
  await copyFile(job, path.join(kept, 'file.pdf'));
  const { pages } = await readPdf(new Uint8Array(await readFile(job)));
  const [cover = '', list = '', note = ''] = pages.map(lines => lines.join('\n').replaceAll(' ', ''));
  expect(pages).toHaveLength(3);
  expect(cover).toContain(number.replaceAll(' ', ''));
  expect(cover).toContain('凤凰社区居委会');
  expect(list).toContain('20261008');
  expect(list).toMatch(/卷内文件目录/);
  expect(note).toMatch(/本卷共1件，\d页。/);
  for (const text of [cover, list, note]) expect(text).not.toContain('李小样');

  await desk.case.backToCase();
  await expect(page.getByText(/出《案卷/)).toHaveCount(0);
});
