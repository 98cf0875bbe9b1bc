import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { readPdf } from '#electron/printing/pdf.reader.ts';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { moveClock } from './program.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/clocks');

test.describe.configure({ mode: 'serial' });

let profile: string;
let printer: string;
let office: OpenOffice;

test.beforeAll(async () => {
  profile = await newProfile();
  printer = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  office = await foundOffice(profile, { printTo: printer });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(printer, { recursive: true, force: true });
});

/** Files of the office but for its journal: the papers that are kept. */
const keptPapers = async (): Promise<readonly string[]> =>
  (await readdir(profile, { recursive: true })).filter(name => name.includes('vault'));

/** Everything the newest job of the printer says, without spaces. */
async function lastPrint(name: string): Promise<string> {
  const jobs = (await readdir(printer)).filter(name => name.endsWith('.pdf')).sort();
  const job = path.join(printer, jobs.at(-1) ?? '');
  await copyFile(job, path.join(kept, name));
  const pdf = await readFile(job);
  const { pages } = await readPdf(new Uint8Array(pdf));
  return pages.flat().join('\n').replaceAll(' ', '');
}

const without = (text: string): string => text.replace(/\s/g, '');

test('a deadline that was paused and extended says so on the screen and on paper, with the same lines', async () => {
  const { desk, page } = office;
  await desk.register({ 姓名: '李小样', 类别: '物业管理', 反映内容: '电梯停了两天。' });
  await desk.openSaved();
  await desk.case.step('受理', { 受理意见: '属实，受理。' });
  await desk.case.step('请补材料', {}, { reason: '补一张停运告示' });
  await moveClock(office, '2026-10-12T10:00:00+08:00');
  await desk.case.step('收到材料', {});
  await desk.case.extend('答复', '等配件到货');

  const limit = desk.case.limit('答复');
  // Both have reached the page, and every line below is of the same state.
  await expect(limit).toContainText('原来是');
  const why = limit.getByRole('button', { name: '为什么是这天' });
  if ((await why.getAttribute('aria-expanded')) !== 'true') await why.click();
  await expect(limit.getByRole('term').filter({ hasText: '延长' })).toBeVisible();
  const terms = await limit.getByRole('term').allInnerTexts();
  for (const term of ['规定', '期限', '起算', '算进去', '中止', '延长', '日历', '到期'])
    expect(terms).toContain(term);
  const due = (await limit.locator('time').getAttribute('datetime')) ?? '';
  const [year, month, day] = due.split('-').map(Number);
  const shown = await limit.getByRole('definition').allInnerTexts();
  await page.screenshot({ path: path.join(kept, 'screen.png') });

  const before = await keptPapers();
  await limit.getByRole('button', { name: '打印这份说明' }).click();
  await desk.case.print();
  await page.screenshot({ path: path.join(kept, 'preview.png') });
  const text = await lastPrint('one.pdf');
  expect(text).toContain('时限说明');
  expect(text).toContain(`${year}年${month}月${day}日`);
  expect(text).toContain('王登记批准');
  // On paper days have their year, and a term stands beside the middle of lines that are broken.
  const plain = (words: string): string =>
    terms.reduce(
      (rest, term) => rest.replaceAll(term, ''),
      without(words).replaceAll(/\d{4}年(?=\d+月)/g, ''),
    );
  for (const line of shown) expect(plain(text)).toContain(plain(line));

  // It can be computed again at any time: neither its file is kept nor its print written down.
  expect(await keptPapers()).toEqual(before);
  await desk.case.backToCase();
  await expect(page.getByText('答复延期')).toBeVisible();
  await expect(page.getByText(/出《|打印《/)).toHaveCount(0);
});

test('the list of papers opens the explanation of all deadlines', async () => {
  const { desk } = office;
  const all = desk.case.section('文书').getByRole('listitem').filter({ hasText: '时限说明' });
  await all.getByRole('button', { name: '看' }).click();
  await desk.case.print();
  const text = await lastPrint('all.pdf');
  for (const name of ['答复', '受理']) expect(text).toContain(name);
  await desk.case.backToCase();
});
