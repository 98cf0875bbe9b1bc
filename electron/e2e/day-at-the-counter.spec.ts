import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  dropProfile,
  foundOffice,
  newProfile,
  OFFICE,
  pullThePlug,
  reopenOffice,
  type OpenOffice,
} from './office.ts';
import { fillForm } from './pages/form.page.ts';
import { WorkbenchPage } from './pages/workbench.page.ts';
import { moveClock } from './program.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/day');
const CASES = 20;
const MATTERS = [
  { 类别: '公共设施', 反映内容: '楼道灯坏了，晚上看不见路。' },
  { 类别: '物业管理', 反映内容: '电梯停了，老人上下楼困难。' },
  { 类别: '环境卫生', 反映内容: '垃圾堆在路口没有人收。' },
  { 类别: '停车秩序', 反映内容: '消防通道停满了车，救护车进不来。' },
  { 类别: '邻里噪声', 反映内容: '楼上半夜拖桌子，睡不着觉。' },
] as const;
/** Made up: 样甲 … 样癸, each twice. */
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸');

test.describe.configure({ mode: 'serial' });

let profile: string;
let printTo: string;
let office: OpenOffice;
const numbers: string[] = [];

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  printTo = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  office = await foundOffice(profile, { printTo });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(printTo, { recursive: true, force: true });
});

const visitor = (n: number) => ({
  姓名: `样${STEMS[n % STEMS.length] ?? ''}${n < STEMS.length ? '' : '二'}`,
  联系电话: `138001380${String(n).padStart(2, '0')}`,
  ...MATTERS[n % MATTERS.length],
});

const receive = async (from: number, to: number): Promise<void> => {
  for (let n = from; n < to; n++) numbers.push(await office.desk.register(visitor(n)));
};

const status = (words: string) => office.page.getByRole('status').filter({ hasText: words }).first();

test('the morning: people come one after the other, and the telephone rings in between', async () => {
  const { desk, page } = office;
  await receive(0, 6);
  // Half of it is written when the telephone rings: what is written waits beside the form.
  await desk.go('接待登记');
  await fillForm(desk.form, { 姓名: '样壬', 联系电话: '13800138088', 反映内容: '水管漏了一夜，' });
  await expect(status('草稿已存')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .fill(numbers[2] ?? '');
  await page
    .getByRole('option')
    .filter({ hasText: numbers[2] ?? '' })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await desk.case.content.waitFor();
  await page.getByRole('textbox', { name: '记办理经过' }).fill('来电问进展，告诉对方明天上门。');
  await page.getByRole('button', { name: '记下来' }).click();
  await expect(page.getByRole('list', { name: '办理经过' })).toContainText('来电问进展');

  await page.keyboard.press('Control+n');
  await page
    .getByRole('button', { name: /^接着填/ })
    .first()
    .click();
  await expect(desk.form.getByRole('textbox', { name: '反映内容' })).toHaveValue('水管漏了一夜，');
  await fillForm(desk.form, { 类别: '房屋维修', 反映内容: '水管漏了一夜，楼下也湿了。' });
  numbers.push(await desk.save());
  await moveClock(office, '2026-10-08T11:20:00+08:00');
});

test('an angry visitor: the card at hand, read back, signed for, and linked to what was said before', async () => {
  const { desk, page } = office;
  await desk.go('接待登记');
  await page.getByText('不能这样做').click();
  await expect(page.getByText('打断，争辩，马上替自己找理由。')).toBeVisible();
  await fillForm(desk.form, {
    ...visitor(0),
    反映内容: '楼道灯坏了，晚上看不见路，说了三遍没有人管！再不修我就去上访！',
    诉求: '今天就来人修。',
  });
  await expect(page.getByRole('status').filter({ hasText: /看着像是同一件/ })).toBeAttached();
  await page.screenshot({ path: path.join(kept, 'angry.png') });
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: '念完了，对方说都对' }).press('Enter');
  await expect(page.getByText(/已读回，对方 .* 确认/)).toBeVisible();
  await page.keyboard.press('F10');
  await desk.case.print();
  expect((await readdir(printTo)).length).toBe(1);
  await desk.go('案件');
  await page.getByRole('tab', { name: /^全部/ }).click();
  const row = page.getByRole('row').filter({ hasText: '0008' });
  await row.first().waitFor();
  numbers.push(/\S+〔\d+〕\d+号/.exec(await row.first().innerText())?.[0] ?? '');
});

test('the power goes in the middle of a word; after it all is there, and the half sentence too', async () => {
  await receive(8, 12);
  await office.desk.go('接待登记');
  await fillForm(office.desk.form, { 姓名: '样癸', 类别: '公共安全', 反映内容: '楼顶的广告牌松了，风一大' });
  await expect(status('草稿已存')).toBeVisible();
  await pullThePlug(office);
  office = await reopenOffice(profile, { printTo, clock: '2026-10-08T14:00:00+08:00' });
  const { desk, page } = office;
  await desk.go('案件');
  await page.getByRole('tab', { name: /^全部/ }).click();
  await expect(page.getByRole('tab', { name: /^全部/ })).toContainText('12');
  await desk.go('接待登记');
  await page
    .getByRole('button', { name: /^接着填/ })
    .first()
    .click();
  await expect(desk.form.getByRole('textbox', { name: '反映内容' })).toHaveValue('楼顶的广告牌松了，风一大');
  await fillForm(desk.form, { 反映内容: '楼顶的广告牌松了，风一大就响。' });
  numbers.push(await desk.save());
});

test('the afternoon: the rest comes, lunch was behind the lock, and somebody asks for secrecy', async () => {
  const { desk, page } = office;
  await desk.lock();
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  await receive(13, 19);
  numbers.push(
    await desk.register({
      姓名: '样保密',
      类别: '公共安全',
      反映内容: '有人夜里在地下室聚赌。',
      要求保密: true,
    }),
  );
  expect(numbers).toHaveLength(CASES);
  expect(new Set(numbers).size).toBe(CASES);
  // Whoever asked for secrecy is found by no name.
  await desk.go('案件');
  await page.getByRole('searchbox').fill('样保密');
  await expect(page.getByRole('heading', { name: '没有找到“样保密”' })).toBeVisible();
  await page.getByRole('searchbox').fill('广告牌');
  await expect(page.getByRole('row').filter({ hasText: '广告牌' })).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
});

test('before going home: what is owed is printed in one go, and the day is seen on the workbench', async () => {
  test.setTimeout(300_000);
  const { desk, page } = office;
  await desk.go('文书');
  const before = (await readdir(printTo)).length;
  await page.getByRole('grid').first().waitFor();
  await page.getByRole('row').nth(1).click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: /^打印所选 [1-9]/, disabled: false }).waitFor();
  await page.keyboard.press('Control+p');
  await expect
    .poll(async () => (await readdir(printTo)).filter(name => name.endsWith('.pdf')).length, {
      timeout: 240_000,
    })
    .toBeGreaterThanOrEqual(before + CASES - 2);
  await page.screenshot({ path: path.join(kept, 'printed.png') });
  await moveClock(office, '2026-10-12T09:00:00+08:00');
  await desk.go('工作台');
  const workbench = new WorkbenchPage(page);
  await expect(workbench.figure('登记')).toContainText(String(CASES));
  await expect.poll(() => workbench.lines('今天到期').count()).toBeGreaterThan(0);
  await page.screenshot({ path: path.join(kept, 'workbench.png') });
});
