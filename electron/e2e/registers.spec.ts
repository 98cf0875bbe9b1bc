import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { fillForm } from './pages/form.page.ts';
import { MonthPage } from './pages/month.page.ts';
import { ProceduresPage } from './pages/procedures.page.ts';
import { moveClock } from './program.ts';

const CREDIT_COOP = '农村信用联社客户投诉处理';
const COMPANY = '企业投诉处理应急预案';
const HOTLINE = '400 热线产品质量客户投诉处理办法';
/** Kept beside what Playwright keeps, to be looked at. */
const pictures = path.resolve(import.meta.dirname, '../../out/e2e/registers');

let office: OpenOffice;
let procedures: ProceduresPage;
let printer: string;
test.beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  printer = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  office = await foundOffice(await newProfile(), { printTo: printer });
  procedures = new ProceduresPage(office.page);
  await procedures.use([CREDIT_COOP, COMPANY, HOTLINE]);
});
test.afterAll(async () => {
  await office.app.close();
  await dropProfile(office.profile);
  await rm(printer, { recursive: true, force: true });
});

const complaint = (name: string, facts: string) => ({
  '投诉方式（渠道）': '电话',
  '投诉人姓名（名称）': name,
  被投诉单位: '样本分社',
  类别: '服务态度',
  被投诉原因: facts,
});

/** The words of the paper that is open, as they were read from the PDF. */
const paperWords = (): Locator => office.page.getByRole('group', { name: '要印的各页' });

/** What a report counts, on the screen. */
const openFigures = async (name: string): Promise<void> => {
  await office.page.getByRole('button', { name: `看“${name}”的数`, exact: true }).click();
  await office.page.getByRole('heading', { name: `${name}：数`, level: 1 }).waitFor();
};

/** A table of a part of the page, row by row. */
const rowsOf = async (part: string): Promise<readonly (readonly string[])[]> => {
  const rows = office.page.getByRole('region', { name: part, exact: true }).getByRole('row');
  return Promise.all(
    (await rows.all()).map(async row =>
      (await row.locator('th, td').allInnerTexts()).map(cell => cell.trim()),
    ),
  );
};

const openReport = async (name: string): Promise<void> => {
  await office.page.getByRole('button', { name: `看“${name}”`, exact: true }).click();
  await paperWords().waitFor();
};

// One office: what is registered first is in the registers of the later tests.
test.describe.configure({ mode: 'serial' });

test('a register holds every case of the month that is chosen, and is printed as it is shown', async () => {
  const { desk, page } = office;
  await desk.chooseProcedure(CREDIT_COOP);
  await desk.register(complaint('样一', '久等'));
  await moveClock(office, '2026-11-03T10:00:00+08:00');
  await desk.register(complaint('样二', '存单写错'));
  const number = await desk.register(complaint('样三', '机器吞卡'));

  await procedures.open(CREDIT_COOP);
  await openReport('客户投诉登记簿');
  const words = paperWords();
  await expect(words).toContainText('存单写错');
  await expect(words).toContainText('机器吞卡');
  await expect(words).not.toContainText('久等');
  // Who complained is secret by the rules of this procedure.
  await expect(words).not.toContainText('样三');
  await expect(words).toContainText(/本期收到\s*2\s*件/);
  await expect(words).toContainText(/期末在办\s*3\s*件/);
  await page.screenshot({ path: path.join(pictures, 'register.png') });

  await page.getByRole('combobox', { name: '哪一期' }).selectOption({ label: '2026年10月' });
  await expect(paperWords()).toContainText('久等');
  await expect(paperWords()).not.toContainText('存单写错');
  await page.getByRole('combobox', { name: '按什么' }).selectOption({ label: '季度' });
  await expect(paperWords()).toContainText('2026年第4季度');
  await expect(paperWords()).toContainText(/本期收到\s*3\s*件/);

  await page.getByRole('button', { name: /^打印 \d+ 份/ }).click();
  await expect(page.getByRole('status').filter({ hasText: '已送打印机' })).toBeVisible();
  expect(await readdir(printer)).toContainEqual(expect.stringMatching(/\.pdf$/));

  await desk.openCase(number);
  await expect(desk.case.section('文书')).not.toContainText('客户投诉登记簿');
});

test('a report whose rules name no form lists the cases with their deadlines', async () => {
  await procedures.open(CREDIT_COOP);
  await office.page.screenshot({ path: path.join(pictures, 'procedure.png'), fullPage: true });
  await openReport('全社客户投诉分类统计与定期通报');
  await expect(paperWords()).toContainText('服务态度 2');
  await expect(paperWords()).toContainText(/办结率\s*0／2/);
  await office.page.screenshot({ path: path.join(pictures, 'report.png') });
});

test('whoever saves and prints a case that is kept in a register is shown that register', async () => {
  const { desk, page } = office;
  await desk.go('接待登记');
  await desk.chooseProcedure(CREDIT_COOP);
  await fillForm(desk.form, complaint('样四', '利息未到'));
  await page.keyboard.press('F10');
  await expect(page.getByRole('heading', { name: '客户投诉登记簿', level: 1 })).toBeVisible();
  await expect(paperWords()).toContainText('利息未到');
  await expect(paperWords()).toContainText('存单写错');
});

test('the months of a procedure are shown as bars and as the table that its report prints', async () => {
  const { desk, page } = office;
  const lost = (facts: string, kind: string) => ({ 投诉来源: '客户直接', 投诉类型: kind, 具体情况: facts });
  await moveClock(office, '2026-12-30T10:00:00+08:00');
  await desk.go('接待登记');
  await desk.chooseProcedure(COMPANY);
  await desk.register(lost('送来时是坏的', '产品质量'));
  await desk.register(lost('电话没有人接', '服务'));
  await moveClock(office, '2027-01-05T10:00:00+08:00');
  await desk.register(lost('装反了', '服务'));

  await procedures.open(COMPANY);
  await openFigures('应急预案定期评估');
  const months = page.getByRole('region', { name: '最近 12 个月', exact: true });
  await expect(months.getByRole('row')).toHaveCount(13);
  const running = await rowsOf('最近 12 个月');
  expect(running[0]).toEqual([
    '月份',
    '本期收到',
    '本期办结',
    '办结率',
    '满意率',
    '产品质量',
    '服务',
    '售后',
    '其他',
  ]);
  // Before the office was founded there are no books; what runs is not over.
  expect(running.slice(-5)).toEqual([
    ['2026年9月', '—', '—', '—', '—', '—', '—', '—', '—'],
    ['2026年10月', '0', '0', '—', '—', '0', '0', '0', '0'],
    ['2026年11月', '0', '0', '—', '—', '0', '0', '0', '0'],
    ['2026年12月', '2', '0', '0／2', '—', '1', '1', '0', '0'],
    ['2027年1月（至今）', '1', '0', '0／1', '—', '0', '1', '0', '0'],
  ]);
  const bars = months.getByRole('figure', { name: '本期收到 件' }).getByRole('listitem');
  await expect(bars.filter({ hasText: '2026年12月' })).toContainText('2 件');
  await page.screenshot({ path: path.join(pictures, 'trend.png'), fullPage: true });

  await page.getByRole('tab', { name: '6 个月' }).click();
  const half = page.getByRole('region', { name: '最近 6 个月', exact: true });
  await expect(half.getByRole('row')).toHaveCount(7);
  await half.getByRole('combobox', { name: '画哪一项' }).selectOption({ label: '服务' });
  await expect(half.getByRole('figure', { name: '服务 件' }).getByRole('listitem').last()).toContainText(
    '1 件',
  );
  await page.getByRole('tab', { name: '12 个月' }).click();

  // The year that is over ends with its own December, on the screen and on the paper alike.
  await page.getByRole('combobox', { name: '哪一期' }).selectOption({ label: '2026年' });
  await expect(months.getByRole('row').last()).toContainText('2026年12月');
  const shown = await rowsOf('最近 12 个月');
  expect(shown.at(-1)).toEqual(['2026年12月', '2', '0', '0／2', '—', '1', '1', '0', '0']);
  await page.getByRole('button', { name: '看要印的那份' }).click();
  // The paper opens at the period that was looked at.
  await expect(paperWords()).toContainText('送来时是坏的');
  await expect(page.getByRole('combobox', { name: '哪一期' })).toHaveValue('2026-01-01');
  const printed = async (): Promise<string> => ((await paperWords().textContent()) ?? '').replace(/\s/gu, '');
  for (const row of shown.slice(1)) await expect.poll(printed).toContain(row.join(''));
  await page.screenshot({ path: path.join(pictures, 'trend-paper.png') });
});

test('a rate is left open until its figure is entered, and then worked out on screen and paper', async () => {
  const { desk, page } = office;
  await desk.go('接待登记');
  await desk.chooseProcedure(HOTLINE);
  await desk.register({
    '投诉人姓名（名称）': '样五',
    联系电话: '13900000001',
    类别: '产品质量',
    '投诉事实（争议事实、事实经过）': '漏气',
  });
  await procedures.open(HOTLINE);
  await openFigures('市场投诉率（月）');
  const rates = page.getByRole('region', { name: '率', exact: true });
  await expect(rates).toContainText('市场投诉率 ＿');
  await expect(rates).toContainText('2027年1月的销量没有填，这个率空着，不估。');

  const form = page.getByRole('group', { name: '填2027年1月的销量' });
  await page.getByRole('button', { name: '填2027年1月的销量' }).click();
  await form.getByLabel('多少（件）').fill('约四万');
  await form.getByRole('button', { name: '填上' }).click();
  await expect(form.getByRole('alert')).toHaveText('写一个不小于 0 的数，例如 125000');
  await form.getByLabel('多少（件）').fill('４0,000');
  await form.getByRole('button', { name: '填上' }).click();
  await expect(form.getByRole('alert')).toHaveText('写一句从哪张表来的，或者为什么改');
  await form.getByLabel('从哪张表来的，或者为什么改').fill('一月销售汇总表');
  await page.screenshot({ path: path.join(pictures, 'rate-form.png'), fullPage: true });
  await form.getByRole('button', { name: '填上' }).click();
  await expect(rates).toContainText('市场投诉率 每万件 0.25');
  await expect(rates).toContainText('产品质量投诉 1 件 ÷ 销量 40,000 件 = 每万件 0.25。');
  await expect(rates).toContainText('出处：一月销售汇总表');
  await page.screenshot({ path: path.join(pictures, 'rate.png'), fullPage: true });

  await page.getByRole('button', { name: '看要印的那份' }).click();
  await paperWords().waitFor();
  await expect(paperWords()).toContainText(/市场投诉率：\s*每万件\s*0\.25/);
  await page.screenshot({ path: path.join(pictures, 'rate-paper.png') });
  await page.getByRole('combobox', { name: '哪一期' }).selectOption({ label: '2026年12月' });
  await expect(paperWords()).toContainText('2026年12月的销量没有填，这个率空着，不估。');
});

test('the report of a locked month stays what it told, and a figure that was still open may come', async () => {
  const { desk, page } = office;
  const late = {
    ...{ '投诉人姓名（名称）': '样六', 联系电话: '13900000002', 类别: '产品质量' },
    '投诉事实（争议事实、事实经过）': '晚到的',
  };
  await desk.go('月结与报送');
  await new MonthPage(page).lock('2026-12');
  await new MonthPage(page).lock('2027-01');
  await desk.go('接待登记');
  await desk.chooseProcedure(HOTLINE);
  await desk.register(late);

  await procedures.open(HOTLINE);
  await openReport('市场投诉率（月）');
  await page.getByRole('combobox', { name: '哪一期' }).selectOption({ label: '2027年1月' });
  await expect(paperWords()).toContainText('本期2027年1月5日锁账，数和名单照那时的，以后不变。');
  await expect(paperWords()).toContainText('都照这一期锁账时的台账计算。');
  await expect(paperWords()).toContainText('锁账以后更正1件次');
  await expect(paperWords()).toContainText(/本期收到\s*1\s*件/);
  await expect(paperWords()).toContainText(/市场投诉率：\s*每万件\s*0\.25/);
  await page.screenshot({ path: path.join(pictures, 'locked-month-paper.png') });

  await procedures.open(HOTLINE);
  await openFigures('市场投诉率（月）');
  await page.getByRole('combobox', { name: '哪一期' }).selectOption({ label: '2026年12月' });
  await expect(page.getByText('2027年1月5日锁账的一个月，数是那时的。')).toBeVisible();
  const form = page.getByRole('group', { name: '填2026年12月的销量' });
  await page.getByRole('button', { name: '填2026年12月的销量' }).click();
  await form.getByLabel('多少（件）').fill('20000');
  await form.getByLabel('从哪张表来的，或者为什么改').fill('十二月销售汇总表');
  await form.getByRole('button', { name: '填上' }).click();
  const rates = page.getByRole('region', { name: '率', exact: true });
  await expect(rates).toContainText('市场投诉率 每万件 0');
  await page.getByRole('combobox', { name: '哪一期' }).selectOption({ label: '2027年1月' });
  await expect(rates).toContainText('那时的数，不再改。');
  await expect(rates.getByRole('button', { name: '填2027年1月的销量' })).toHaveCount(0);
  await page.screenshot({ path: path.join(pictures, 'locked-month-figures.png'), fullPage: true });
});

test('the program ends with its window, though a paper was made a moment ago', async () => {
  const ended = new Promise<void>(resolve => office.app.process().once('exit', () => resolve()));
  await office.page.close();
  const windows = (): Promise<number> =>
    office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length).catch(() => 0);
  await expect.poll(windows).toBe(0);
  await ended;
});
