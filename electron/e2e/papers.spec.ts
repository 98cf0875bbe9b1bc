import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { inspectPdf } from '../printing/proof/pdf-inspect.ts';
import { HOLD, QUEUE } from '../printing/printers/folder.printer.ts';
import {
  dropProfile,
  foundOffice,
  newProfile,
  pullThePlug,
  reopenOffice,
  type OpenOffice,
} from './office.ts';
import { PapersPage } from './pages/papers.page.ts';

/*
 * Many papers of many cases in one go: what comes out is written down, what does not is told, and what was in the queue
 * when the program ended is asked about.
 */

// One office, whose papers pass from one test to the next.
test.describe.configure({ mode: 'serial' });

const SHOTS = process.env['PHOENIX_SHOTS'];

let profile: string;
let printer: string;
let office: OpenOffice;
let papers: PapersPage;

const use = (opened: OpenOffice): void => {
  office = opened;
  papers = new PapersPage(opened.page);
};

test.beforeAll(async () => {
  profile = await newProfile();
  printer = path.join(profile, 'printer');
  await mkdir(printer);
  use(await foundOffice(profile, { printTo: printer }));
});

test.afterAll(async () => {
  await office.app.close();
  await dropProfile(profile);
});

const shot = async (name: string): Promise<void> => {
  if (SHOTS === undefined) return;
  await mkdir(SHOTS, { recursive: true });
  await office.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
};
const hold = () => writeFile(path.join(printer, HOLD), '');
const release = () => rm(path.join(printer, HOLD), { force: true });
const cameOut = async () => (await readdir(printer)).filter(name => name.endsWith('.pdf'));
const register = (name: string, matter: string) => office.desk.register({ 姓名: name, 反映内容: matter });
test('papers of several cases are printed in one go, by keyboard alone, and each is written down', async () => {
  test.setTimeout(300_000);
  const numbers = [
    await register('试填甲', '三号楼楼道灯坏了。'),
    await register('试填乙', '夜间施工。'),
    await register('试填丙', '电梯停运。'),
  ];
  const before = await cameOut();
  await office.desk.go('文书');
  await expect(papers.tab('待打印')).toHaveText(/3/);
  await expect(papers.row(numbers[1] ?? '')).toContainText('登记表没印过');
  await expect(office.page.getByRole('main')).not.toContainText('试填甲');
  await shot('papers-1-to-print');
  await papers.printAll();
  // Somebody looks at something else meanwhile.
  await office.desk.go('案件');
  await office.desk.go('文书');
  await expect(papers.ended(/印完了：共 3 份，印出 3 份/)).toBeVisible({ timeout: 90_000 });
  await expect(papers.tab('待打印')).toHaveText(/0/);
  await expect(papers.tab('待签回')).toHaveText(/3/);
  await shot('papers-2-printed');

  const out = (await cameOut()).filter(name => !before.includes(name));
  const texts = await Promise.all(
    out.map(async name => {
      const { pages } = await inspectPdf(new Uint8Array(await readFile(path.join(printer, name))));
      return pages.flatMap(page => page.boxes.map(({ text }) => text)).join('');
    }),
  );
  for (const matter of ['三号楼楼道灯坏了', '夜间施工', '电梯停运'])
    expect(texts.filter(text => text.includes(matter))).toHaveLength(1);
  await papers.show('待签回');
  await papers.row(numbers[0] ?? '').dblclick();
  await expect(office.page.getByText('还没印过')).toHaveCount(0);
  await expect(office.page.getByText(/1 次/).first()).toBeVisible();
  await office.page.getByRole('button', { name: '回文书' }).click();
  await office.page.getByRole('button', { name: '知道了' }).click();
});

test('stopped in the middle, it takes back what waits, and says what was not printed', async () => {
  test.setTimeout(300_000);
  for (const matter of ['一', '二', '三', '四', '五']) await register(`样本${matter}`, `第${matter}件。`);
  const before = (await cameOut()).length;
  await hold();
  await office.desk.go('文书');
  await papers.printAll();
  await expect(office.page.getByText(/打印机缺纸/)).toBeVisible({ timeout: 60_000 });
  await expect(papers.progress).toHaveAttribute('aria-valuetext', /第 3 份，共 5 份/, { timeout: 60_000 });
  await shot('papers-3-out-of-paper');
  await office.page.getByRole('button', { name: '停下' }).click();
  await expect(papers.ended(/停下了：共 5 份，印出 0 份，没有印 5 份/)).toBeVisible({ timeout: 60_000 });
  await shot('papers-4-stopped');
  expect((await cameOut()).length).toBe(before);
  await expect(papers.tab('待打印')).toHaveText(/5/);
  await expect(papers.tab('打印不明')).toHaveText(/0/);
  await office.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await shot('papers-5-200');
  await office.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await release();
});

test('what lay in the queue when the program ended is found out or asked about at the next start', async () => {
  test.setTimeout(300_000);
  await hold();
  await office.page.getByRole('button', { name: '知道了' }).click();
  await papers.printAll();
  await expect(papers.progress).toHaveAttribute('aria-valuetext', /第 3 份，共 5 份/, { timeout: 60_000 });
  await expect
    .poll(async () => (await readdir(path.join(printer, QUEUE))).filter(n => n.endsWith('.pdf')).length)
    .toBe(3);
  await pullThePlug(office);
  const queue = path.join(printer, QUEUE);
  const waiting = (await readdir(queue)).filter(name => name.endsWith('.pdf')).sort();
  // Of one the system knows nothing any more.
  await rm(path.join(queue, waiting[0] ?? ''));

  use(await reopenOffice(profile, { printTo: printer }));
  await office.desk.go('文书');
  await expect(papers.tab('打印不明')).toHaveText(/3/);
  await expect(office.page.getByRole('row').filter({ hasText: /不知道/ })).toHaveCount(1);
  await expect(office.page.getByRole('row').filter({ hasText: /还在排队/ })).toHaveCount(2);
  await shot('papers-6-unknown');
  await expect(papers.tab('待签回')).toHaveText(/\d/);
  const signed = Number(/\d+/.exec(await papers.tab('待签回').innerText())?.[0]);
  await release();
  await expect(papers.tab('打印不明')).toHaveText(/1/, { timeout: 30_000 });
  await office.page
    .getByRole('row')
    .filter({ hasText: /不知道/ })
    .focus();
  await office.page.getByRole('button', { name: '印出来了，记下 1 份' }).click();
  await expect(papers.tab('打印不明')).toHaveText(/0/);
  await expect(papers.tab('待签回')).toHaveText(new RegExp(String(signed + 3)));
  await expect(papers.tab('待打印')).toHaveText(/2/);
  await shot('papers-7-answered');
});
