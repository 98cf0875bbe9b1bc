import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { CaseListPage } from './pages/case-list.page.ts';
import { ProceduresPage } from './pages/procedures.page.ts';
import { answerDialogs, moveClock } from './program.ts';
import { setPreferences, setType } from './screens/looks.ts';

const COMMUNITY = '凤凰社区群众投诉及反馈意见登记';
const CREDIT_COOP = '农村信用联社客户投诉处理';
/** Kept beside what Playwright keeps, to be looked at. */
const pictures = path.resolve(import.meta.dirname, '../../out/e2e/reports');

test.describe.configure({ mode: 'serial' });

let profile: string;
let folder: string;
let office: OpenOffice;
let list: CaseListPage;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await mkdir(pictures, { recursive: true });
  profile = await newProfile();
  folder = await mkdtemp(path.join(os.tmpdir(), 'phoenix-reports-'));
  office = await foundOffice(profile, { printTo: folder });
  list = new CaseListPage(office.page);
  const { desk, page } = office;
  await new ProceduresPage(page).use([CREDIT_COOP]);
  await desk.go('接待登记');
  await desk.chooseProcedure(COMMUNITY);
  const register = (name: string, kind: string, facts: string) =>
    desk.register({ 姓名: name, 类别: kind, 联系电话: '13800138000', 反映内容: facts });
  const first = await register('李样本', '公共设施', '楼道灯坏了三天，晚上看不见路。');
  await register('王范例', '公共设施', '健身器材松了。');
  await register('周试填', '公共设施', '路灯不亮。');
  await register('钱样本', '环境卫生', '垃圾桶满溢三天无人清运。');
  await register('孙范例', '环境卫生', '=SUM(A1:A9) 一样开头的一句话。');
  await desk.chooseProcedure(CREDIT_COOP);
  await desk.register({
    ...{ '投诉方式（渠道）': '电话', '投诉人姓名（名称）': '吴样本', 被投诉单位: '样本分社' },
    ...{ 类别: '服务态度', 被投诉原因: '等候一个小时没有人理。' },
  });
  await desk.openCase(first);
  await desk.case.step('撤回', { '经核实，撤回出于本人自愿': true }, { reason: '本人撤回' });
  await moveClock(office, '2026-10-30T10:00:00+08:00');
  await desk.go('统计');
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(folder, { recursive: true, force: true });
});

const picture = (name: string) => office.page.screenshot({ path: path.join(pictures, `${name}.png`) });

const part = (name: string): Locator => office.page.getByRole('region', { name, exact: true });

/** A table of the page, row by row. */
const rowsOf = async (name: string): Promise<readonly (readonly string[])[]> => {
  const rows = await part(name).getByRole('row').all();
  return Promise.all(
    rows.map(async row => (await row.locator('th, td').allInnerTexts()).map(cell => cell.trim())),
  );
};

async function faults(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: office.page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

/** The words of the paper that is open, as they were read from the PDF. */
const paperWords = (): Locator => office.page.getByRole('group', { name: '要印的各页' });

test('every figure opens the very cases it counts', async () => {
  const { page, desk } = office;
  await part('统计表').getByRole('row').first().waitFor();
  expect(await rowsOf('统计表')).toContainEqual(['合计', '6', '1', '1', '5', '5', '0', '0']);
  await picture('statistics');
  expect(await faults()).toEqual([]);
  for (const [figure, count] of [
    ['合计 · 本期收到 6，看这些案件', 6],
    ['合计 · 期末在办 5，看这些案件', 5],
    ['公共设施 · 本期办结 1，看这些案件', 1],
    ['公共设施 · 本期收到 3，看这些案件', 3],
  ] as const) {
    await page.getByRole('button', { name: figure, exact: true }).first().press('Enter');
    await expect(list.rows).toHaveCount(count);
    await desk.go('统计');
    await part('统计表').getByRole('row').first().waitFor();
  }
  await part('逾期清单').getByRole('button').first().press('Enter');
  await expect(page.getByRole('status', { name: '状态' })).toBeVisible();
  await desk.go('统计');
});

test('an office sets a formula of its own with the reason, and goes back to that of the program', async () => {
  const { page } = office;
  const indicators = part('指标');
  await expect(indicators.getByRole('row').filter({ hasText: '投诉关闭率' })).toContainText('本程序的算法');
  await page.getByRole('button', { name: '改“投诉关闭率”的算法' }).click();
  const form = page.getByRole('group', { name: '改“投诉关闭率”的算法' });
  await form.getByRole('combobox', { name: '分子数什么' }).selectOption({ label: '本期办结的' });
  await form.getByRole('combobox', { name: '分母数什么' }).selectOption({ label: '本期收到的' });
  await form.getByRole('button', { name: '照这样算' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await form.getByRole('textbox', { name: '为什么这样算' }).fill('照上级的口径');
  await form.getByRole('button', { name: '照这样算' }).click();
  const row = indicators.getByRole('row').filter({ hasText: '投诉关闭率' });
  await expect(row).toContainText('本期办结的 ÷ 本期收到的（王登记改定：照上级的口径）');
  await expect(row).toContainText('16.7%');
  await indicators.scrollIntoViewIfNeeded();
  await picture('formula');
  await page.getByRole('button', { name: '改“投诉关闭率”的算法' }).click();
  await form.getByRole('textbox', { name: '为什么这样算' }).fill('口径取消');
  await form.getByRole('button', { name: '用回本程序的算法' }).click();
  await expect(row).toContainText('本程序的算法');
});

test('the same figures go out as Excel and as CSV, which the journal keeps', async () => {
  const { page, app, desk } = office;
  await part('统计表').getByRole('row').first().waitFor();
  const shown = await rowsOf('统计表');
  const [xlsx, csv] = [path.join(pictures, '统计.xlsx'), path.join(pictures, '统计.csv')];
  await answerDialogs(app, { save: xlsx });
  await page.getByRole('button', { name: '存成 Excel' }).click();
  await expect(page.getByText(`存好了：${xlsx}`)).toBeVisible();
  const { sheets } = await readXlsx(await readFile(xlsx));
  const totals = sheets.find(({ name }) => name === '统计表')?.rows ?? [];
  expect(totals.map(row => row.map(String))).toEqual(shown);
  expect(totals.at(-1)?.slice(1, 3)).toEqual([6, 1]);
  const register = sheets.find(({ name }) => name === '登记台账')?.rows ?? [];
  expect(register[1]?.[1]).toEqual(new Date('2026-10-08T00:00:00Z'));

  await answerDialogs(app, { save: csv });
  await page.getByRole('button', { name: '存成 CSV' }).click();
  await expect(page.getByText(`存好了：${csv}`)).toBeVisible();
  const text = await readFile(csv, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  for (const row of shown) expect(text).toContain(row.join(','));
  expect(text).toContain(`'=SUM(A1:A9)`);
  // Who complained is secret by the rules of this procedure.
  expect(text).not.toContain('吴样本');

  await desk.go('设置');
  const exports = page.getByRole('region', { name: '导出记录' }).getByRole('listitem');
  await expect(exports).toHaveCount(2);
  await expect(exports.first()).toContainText('王登记导出 6 件');
  await expect(exports.first()).toContainText('从哪里选的：统计');
  await expect(exports.first()).toContainText('写了哪些列：逾期清单、登记台账');
  await desk.go('统计');
});

test('the same figures stand on an official table, and the register on its own', async () => {
  const { page } = office;
  await part('统计表').getByRole('row').first().waitFor();
  const total = (await rowsOf('统计表')).at(-1);
  await page.keyboard.press('Control+p');
  await expect(paperWords()).toContainText('统计表');
  await expect(paperWords()).toContainText('本程序的算法');
  const words = async (): Promise<string> => (await paperWords().innerText()).replaceAll(/\s+/g, ' ');
  await expect.poll(words).toContain(total?.join(' '));
  await picture('paper');
  await answerDialogs(office.app, { save: path.join(pictures, '统计表.pdf') });
  await page.getByRole('button', { name: /^存 PDF/ }).click();
  await page.getByRole('button', { name: '回统计' }).click();
  await page.getByRole('button', { name: '看登记台账' }).click();
  await expect(paperWords()).toContainText('健身器材松了');
  await expect(paperWords()).not.toContainText('吴样本');
  await picture('register');
  await page.getByRole('button', { name: '回统计' }).click();
});

test('any days of one procedure are looked at, also those with nothing', async () => {
  const { page } = office;
  await page.getByRole('combobox', { name: '规程' }).selectOption({ label: CREDIT_COOP });
  await page.getByRole('combobox', { name: '按什么' }).selectOption({ label: '自己定日子' });
  await page.getByRole('textbox', { name: '从哪天' }).fill('2026-10-09');
  await page.getByRole('textbox', { name: '到哪天' }).fill('2026-10-01');
  await page.getByRole('button', { name: '看这几天' }).click();
  await expect(page.getByRole('alert')).toContainText('后一个不早于前一个');
  await page.getByRole('textbox', { name: '到哪天' }).fill('2026-10-20');
  await page.getByRole('button', { name: '看这几天' }).click();
  await expect(part('统计表')).toContainText('零报告');
  await expect(part('逾期清单').or(part('按承办人')).first()).toBeVisible();
  await picture('free-days');
});

test('it can be read in English, in the dark and at twice the size', async () => {
  const { page } = office;
  const looks = [
    { id: 'en', language: 'en' },
    { id: 'zh-dark', language: 'zh-CN', scheme: 'dark' },
    { id: 'zh-200', language: 'zh-CN', type: 200 },
  ] as const;
  for (const look of looks) {
    await setPreferences(page, look);
    const passphrase = page.getByRole('textbox', { name: /王登记/ });
    await passphrase.fill('phoenix desk 2026 ledger');
    await passphrase.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    await page
      .getByRole('navigation', { name: /^(主导航|Main navigation)$/ })
      .getByRole('button')
      .nth(6)
      .click();
    await setType(page, look);
    await page.getByRole('table').first().waitFor();
    await picture(look.id);
    expect(await faults()).toEqual([]);
    await page.getByRole('figure').first().scrollIntoViewIfNeeded();
    await picture(`${look.id}-chart`);
  }
});
