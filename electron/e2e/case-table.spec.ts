import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { dropProfile, foundOffice, newProfile, reopenOffice, type OpenOffice } from './office.ts';
import { CaseListPage } from './pages/case-list.page.ts';
import { answerDialogs } from './program.ts';

const pictures = path.resolve(import.meta.dirname, '../../out/e2e/case-table');

test.describe.configure({ mode: 'serial' });

let profile: string;
let folder: string;
let office: OpenOffice;
let list: CaseListPage;

/** The category has folded away. */
const HEADS = ['全部选中', '编号', '事由', '时限', '反映人', '状态', '登记', '规程'];

const MATTERS = [
  ['李小样', '物业管理', '电梯停了两天，老人上下楼困难。'],
  ['周范例', '物业管理', '楼道灯坏了三天。'],
  ['钱样本', '环境卫生', '垃圾桶满溢三天无人清运。'],
  ['冯虚设', '邻里噪声', '楼上装修，中午和夜间施工。'],
] as const;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await mkdir(pictures, { recursive: true });
  profile = await newProfile();
  folder = await mkdtemp(path.join(os.tmpdir(), 'phoenix-table-'));
  office = await foundOffice(profile, { printTo: folder });
  list = new CaseListPage(office.page);
  const { desk } = office;
  for (const [who, kind, what] of MATTERS)
    await desk.register({ 姓名: who, 类别: kind, 联系电话: '13800138000', 反映内容: what });
  await desk.register({
    姓名: '何试写',
    要求保密: true,
    联系电话: '13700137000',
    反映内容: '何试写家下水返味。',
  });
  await desk.go('案件');
  await expect(list.rows).toHaveCount(5);
  await expect(list.row('■■■家下水返味。')).toHaveCount(1);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(folder, { recursive: true, force: true });
});

const picture = (name: string) => office.page.screenshot({ path: path.join(pictures, `${name}.png`) });

/** Which of them fold away is known only once the table was measured. */
const heads = async (): Promise<readonly (string | undefined)[]> =>
  (await list.heads()).map(head => head.split('\n')[0]);

async function faults(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: office.page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

test('conditions are added, changed and taken away by the keyboard, with what they leave', async () => {
  const { page } = office;
  await picture('list');
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Alt+f');
  await list.dialog.waitFor();
  await picture('conditions');
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Escape');
  await list.addConditions('物业管理');
  await expect(list.rows).toHaveCount(2);
  await expect(list.condition('类别', '物业管理')).toBeVisible();
  await expect(page.getByText('2 件', { exact: true })).toBeVisible();
  await list.addConditions('今天');
  await expect(list.condition('登记日', '今天')).toBeVisible();
  await expect(list.rows).toHaveCount(2);
  await picture('chips');
  await list.condition('登记日', '今天').press('Delete');
  await expect(list.condition('登记日', '今天')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /加条件/ })).toBeFocused();
});

test('where conditions leave nothing it says what each holds back', async () => {
  const { page } = office;
  await list.addConditions('逾期');
  await expect(page.getByRole('heading', { name: '这 2 个条件下没有案件' })).toBeVisible();
  await expect(page.getByText('去掉条件后，“在办”里有 5 件。')).toBeVisible();
  await expect(page.getByRole('button', { name: '只去掉“时限 逾期”，看 2 件' })).toBeVisible();
  await expect(page.getByRole('button', { name: /只去掉“类别/ })).toHaveCount(0);
  await picture('nothing');
  expect(await faults()).toEqual([]);
  await page.getByRole('searchbox', { name: '在案件里找' }).fill('冯虚设');
  await expect(page.getByRole('heading', { name: '这 2 个条件下没有“冯虚设”' })).toBeVisible();
  await page.getByRole('button', { name: '去掉条件，看这 1 件' }).click();
  await expect(list.rows).toHaveCount(1);
  await page.getByRole('searchbox', { name: '在案件里找' }).fill('');
  await expect(list.rows).toHaveCount(5);
});

test('columns are chosen with their width, and a list is kept as a view of its own', async () => {
  const { page } = office;
  await page.getByRole('button', { name: '选列' }).press('Enter');
  await list.dialogHasKeys();
  await list.dialog.getByLabel('规程', { exact: true }).press('Space');
  await list.dialog.getByLabel('承办', { exact: true }).press('Space');
  await list.dialog.getByRole('textbox', { name: '反映人的宽度（字）' }).fill('99');
  await list.dialog.getByRole('button', { name: '用这些列' }).press('Enter');
  await expect(list.dialog.getByRole('alert')).toContainText('“反映人”的宽度要在 3 到 40 个字之间。');
  await picture('columns');
  expect(await faults()).toEqual([]);
  await list.dialog.getByRole('textbox', { name: '反映人的宽度（字）' }).fill('9');
  // By the button, and by a key from anywhere in the row; whoever moves it goes along.
  await list.dialog.getByRole('button', { name: '上移“事由”' }).press('Enter');
  await expect(list.dialog.getByRole('button', { name: '上移“事由”' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(list.dialog.getByRole('button', { name: '上移“事由”' })).toBeFocused();
  await expect(list.dialog.getByText('“事由”现在是第 2 列。')).toBeVisible();
  await picture('columns-moved');
  await list.dialog.getByRole('button', { name: '用这些列' }).press('Enter');
  await expect(list.table.getByRole('columnheader', { name: '规程' })).toBeVisible();
  await expect(list.table.getByRole('columnheader', { name: '承办' })).toHaveCount(0);
  await expect.poll(heads).toEqual(HEADS);

  await list.addConditions('物业管理');
  await page.getByRole('button', { name: '保存这个视图' }).press('Enter');
  await list.dialogHasKeys();
  await list.dialog.getByRole('textbox', { name: '叫什么' }).fill('在办');
  await page.keyboard.press('Enter');
  await expect(list.dialog.getByRole('alert')).toContainText('已经有叫“在办”的视图了');
  await list.dialog.getByRole('textbox', { name: '叫什么' }).fill('物业的');
  await picture('view');
  await page.keyboard.press('Enter');
  await expect(list.tab('物业的')).toHaveAttribute('aria-selected', 'true');
  await list.tab('在办').click();
  await expect(list.rows).toHaveCount(5);
  await list.tab('在办').press('End');
  await expect(list.tab('物业的')).toBeFocused();
  await expect(list.rows).toHaveCount(2);
});

test('views and columns are there again after the program was closed, and hold nothing that was typed', async () => {
  await office.page.getByRole('searchbox', { name: '在案件里找' }).fill('周范例');
  await expect(list.rows).toHaveCount(1);
  await office.app.close();
  const kept = await readFile(path.join(profile, 'preferences.json'), 'utf8');
  expect(kept).toContain('物业的');
  expect(kept).not.toContain('周范例');
  office = await reopenOffice(profile, { printTo: folder });
  list = new CaseListPage(office.page);
  await office.desk.go('案件');
  await list.tab('物业的').click();
  await expect(list.rows).toHaveCount(2);
  await expect(list.table.getByRole('columnheader', { name: '规程' })).toBeVisible();
  await expect.poll(heads).toEqual(HEADS);
  const { page } = office;
  await page.getByRole('button', { name: '改这个视图' }).click();
  await list.dialog.getByRole('textbox', { name: '叫什么' }).fill('物业管理的');
  await list.dialog.getByRole('button', { name: '按现在的样子保存' }).click();
  await expect(list.tab('物业管理的')).toBeVisible();
  await page.getByRole('button', { name: '改这个视图' }).click();
  await list.dialog.getByRole('button', { name: '删除“物业管理的”' }).click();
  await expect(list.tab('物业管理的')).toHaveCount(0);
  await expect(list.rows).toHaveCount(5);
});

test('rows are chosen by space, Shift and arrows, and all of them by one key; the screen reader is told', async () => {
  const { page } = office;
  await list.focusFirst();
  await page.keyboard.press('Space');
  await expect(list.bulk).toContainText('选了 1 件');
  await expect(list.rows.first()).toHaveAttribute('aria-selected', 'true');
  await expect(list.rows.nth(1)).toHaveAttribute('aria-selected', 'false');
  await expect(list.table).toHaveAttribute('aria-rowcount', '6');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(list.bulk).toContainText('选了 3 件');
  await picture('bulk');
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Control+a');
  await expect(list.bulk).toContainText('选了 5 件');
  await page.keyboard.press('Escape');
  await expect(list.bulk).toHaveCount(0);
  await expect(page.getByText('连着选')).toBeVisible();
});

test('the chosen cases are exported with real days and numbers, and who is covered stays covered', async () => {
  const { page, app } = office;
  await list.focusFirst();
  await page.keyboard.press('Control+a');
  const file = path.join(folder, '导出.xlsx');
  // A dialog that is left again, and stands open until then.
  await app.evaluate(({ dialog }) => {
    const left = new Promise<void>(resolve => Object.assign(globalThis, { leaveDialog: resolve }));
    Object.assign(dialog, { showSaveDialog: () => left.then(() => ({ canceled: true, filePath: '' })) });
  });
  await page.getByRole('button', { name: '导出这 5 件' }).press('Enter');
  await page.getByText('正在写表格').waitFor();
  await app.evaluate(() => (globalThis as unknown as { leaveDialog: () => void }).leaveDialog());
  await page.getByText('正在写表格').waitFor({ state: 'hidden' });
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: '导出这 5 件' }).press('Enter');
  await expect(page.getByText(`5 件写进了 ${file}。这个文件没有加密。`)).toBeVisible();
  await picture('exported');
  const [sheet] = (await readXlsx(await readFile(file))).sheets;
  expect(sheet?.rows[0]).toEqual([
    ...['序号', '编号', '事由', '到期日', '时限', '反映人'],
    ...['类别', '状态', '登记', '规程'],
  ]);
  const [, first] = sheet?.rows ?? [];
  expect(first?.[0]).toBe(1);
  expect(first?.[3]).toBeInstanceOf(Date);
  expect(first?.[8]).toEqual(new Date('2026-10-08T00:00:00Z'));
  const people = sheet?.rows.slice(1).map(row => row[5]);
  expect(people).toContain('要求保密');
  expect(JSON.stringify(sheet?.rows)).not.toMatch(/何试写|137/);
  await page.getByRole('button', { name: '知道了' }).click();
});

test('what went out is written down: who, when, how many and by which choice; a dialog left again is not', async () => {
  const { page, desk } = office;
  await desk.go('设置');
  const exports = page.getByRole('region', { name: '导出记录' }).getByRole('listitem');
  await expect(exports).toHaveCount(1);
  await expect(exports).toContainText('王登记导出 5 件');
  await expect(exports).toContainText('2026-10-08');
  await expect(exports).toContainText('从哪里选的：在办');
  await expect(exports).toContainText('写了哪些列：编号、事由、时限、反映人、类别、状态、登记、规程');
  await exports.scrollIntoViewIfNeeded();
  await picture('export-record');
  expect(await faults()).toEqual([]);
  await desk.go('案件');
  await list.focusFirst();
  await page.keyboard.press('Control+a');
});

test('a step is taken for all of them alike, with what it wants filled in once', async () => {
  const { page } = office;
  await expect(list.bulk).toContainText('选了 5 件');
  await page.getByRole('button', { name: '一起办理' }).press('Enter');
  await list.dialogHasKeys();
  await list.dialog.getByLabel('受理', { exact: true }).press('Space');
  await expect(list.dialog.getByRole('list', { name: '不能一起办的步骤' })).toContainText(
    '“撤回”不能一起办：是不是自愿，要一个一个问本人。',
  );
  await picture('together');
  expect(await faults()).toEqual([]);
  await list.dialog.getByRole('button', { name: '5 件都受理' }).press('Enter');
  await expect(page.getByText(/^5 件里办了 5 件/)).toBeVisible({ timeout: 60_000 });
  await expect(list.row('已受理')).toHaveCount(5);
  await page.getByRole('button', { name: '知道了' }).click();

  await page.getByRole('button', { name: '一起办理' }).press('Enter');
  await list.dialogHasKeys();
  await list.dialog.getByLabel('交办', { exact: true }).press('Space');
  await list.dialog.getByRole('button', { name: '5 件都交办' }).press('Enter');
  // What every case lacks is asked for before anything is written.
  await expect(list.dialog.getByRole('textbox', { name: /^承办部门/ })).toBeFocused();
  await list.dialog.getByRole('textbox', { name: /^承办部门/ }).fill('样本物业');
  // Left and begun again: what was written is there.
  await page.keyboard.press('Escape');
  await list.dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '一起办理' }).press('Enter');
  await list.dialogHasKeys();
  await list.dialog.getByLabel('交办', { exact: true }).press('Space');
  await expect(list.dialog.getByRole('textbox', { name: /^承办部门/ })).toHaveValue('样本物业');
  await expect(list.dialog).toContainText('给 5 件写的，没有办，还在这里。');
  await picture('assign');
  await list.dialog.getByRole('button', { name: '5 件都交办' }).press('Enter');
  await expect(page.getByText(/^5 件里办了 5 件/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '看办了的 5 件' }).press('Enter');
  await expect(page.getByRole('list', { name: '办了的' }).getByRole('listitem')).toHaveCount(5);
  await picture('done');
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: '知道了' }).click();
  // Everything was done: nothing of it is left over.
  await page.getByRole('button', { name: '一起办理' }).press('Enter');
  await expect(list.dialog.getByText('还在这里')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await list.row('楼道灯').dblclick();
  await page.getByRole('status', { name: '状态' }).waitFor();
  await expect(page.getByRole('main')).toContainText('样本物业');
});

test('register forms are printed in one go; the covered one is refused with a sentence', async () => {
  const { page, desk } = office;
  await desk.go('案件');
  await list.focusFirst();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+p');
  await list.dialog.getByRole('button', { name: '打印 5 份', disabled: false }).waitFor();
  await list.dialogHasKeys();
  await picture('print');
  expect(await faults()).toEqual([]);
  await list.dialog.getByRole('button', { name: '打印 5 份' }).press('Enter');
  await expect(page.getByText(/印完了：共 5 份，印出 4 份，没有印 1 份/)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('有保密的身份，没有印。单独打开它再印。')).toBeVisible();
  await picture('printed');
  expect((await readdir(folder)).filter(name => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(4);
});

test('it holds in a narrow window, at 200 %, with large type and in English', async () => {
  const { page } = office;
  await page.getByRole('button', { name: '知道了' }).click();
  await page.setViewportSize({ width: 683, height: 500 });
  await list.focusFirst();
  await page.keyboard.press('Control+a');
  await picture('narrow');
  await expect(page.getByRole('button', { name: /^导出这 5 件/ })).toBeInViewport();
  await expect(list.rows.first()).toBeInViewport();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: '大字' }).click();
  await picture('large');
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('columnheader', { name: 'Procedure' })).toBeVisible();
  await picture('english');
});
