import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, OFFICE, type OpenOffice } from './office.ts';
import { fillForm } from './pages/form.page.ts';
import { RefusedOnScreen } from './pages/refused.ts';

const pictures = path.resolve(import.meta.dirname, '../../out/e2e/correction');

test.describe.configure({ mode: 'serial' });

let profile: string;
let printer: string;
let office: OpenOffice;
let number: string;

test.beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  profile = await newProfile();
  printer = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  office = await foundOffice(profile, { printTo: printer });
  number = await office.desk.register({
    ...{ 姓名: '李样本', 联系电话: '13800138000', 类别: '公共设施' },
    ...{ 反映内容: '楼道灯坏了三天。', 诉求: '尽快修好。' },
  });
  await office.desk.openCase(number);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(printer, { recursive: true, force: true });
});

const changes = () => office.desk.case.correction.getByRole('group', { name: '改了什么' });

test('before anything is printed a field is corrected without a reason, and what changes is seen first', async () => {
  const { desk, page } = office;
  await desk.case.beginCorrection();
  await expect(desk.case.correction.getByRole('textbox', { name: '姓名' })).toHaveValue('李样本');
  await expect(desk.case.correction.getByRole('button', { name: '存更正' })).toBeDisabled();
  await fillForm(desk.case.correction, { 反映内容: '楼道灯坏了四天。' });
  await expect(changes()).toContainText('楼道灯坏了三天。');
  await expect(changes()).toContainText('楼道灯坏了四天。');
  await expect(changes()).not.toContainText('姓名');
  await desk.case.saveCorrection();
  await expect(desk.case.content).toContainText('楼道灯坏了四天。');
  const told = page.getByRole('list', { name: '办理经过' }).getByRole('listitem').first();
  await expect(told).toContainText('更正登记内容');
  await expect(told).toContainText('反映内容：楼道灯坏了三天。 → 楼道灯坏了四天。');
});

test('an odd telephone number is pointed out and a cell that must be filled is asked for, as at reception', async () => {
  const { desk } = office;
  await desk.case.beginCorrection();
  await fillForm(desk.case.correction, { 联系电话: '1380013800' });
  await expect(desk.case.correction.getByText(/少 1 位/)).toBeVisible();
  await fillForm(desk.case.correction, { 联系电话: '13900139000', 反映内容: '' });
  await expect(desk.case.saveCorrection()).rejects.toThrow(RefusedOnScreen);
  await desk.case.correction.getByRole('button', { name: '不更正了' }).click();
  await expect(desk.case.content).toContainText('楼道灯坏了四天。');
  await expect(desk.case.content.getByRole('button', { name: '更正', exact: true })).toBeVisible();
});

test('what was typed survives the lock', async () => {
  const { desk } = office;
  await desk.case.beginCorrection();
  await fillForm(desk.case.correction, { 联系电话: '13900139000' });
  await desk.case.correction.getByRole('textbox', { name: '理由', exact: true }).fill('本人来电更正');
  await desk.lock();
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  await desk.openCase(number);
  await desk.case.content.getByRole('button', { name: '接着更正' }).click();
  await expect(desk.case.correction).toContainText('接着上次没存的更正');
  await expect(desk.case.correction.getByRole('textbox', { name: '联系电话' })).toHaveValue('13900139000');
  await expect(changes()).toContainText('13800138000');
  await expect(desk.case.correction.getByRole('textbox', { name: '理由', exact: true })).toHaveValue(
    '本人来电更正',
  );
  await desk.case.correction.getByRole('button', { name: '不更正了' }).click();
});

test('once a paper is printed a correction says why, and the paper is told as outdated and set again', async () => {
  const { desk, page } = office;
  await desk.case.openPaper('PHX-01');
  await desk.case.print();
  await desk.case.backToCase();
  const line = await desk.case.paper('PHX-01');
  await expect(line).not.toContainText('请重新打印');

  await desk.case.beginCorrection();
  await expect(desk.case.correction).toContainText('更正要写理由');
  await fillForm(desk.case.correction, { 姓名: '李范例', 诉求: '三天内修好，并查一查别的楼层。'.repeat(6) });
  await expect(desk.case.saveCorrection()).rejects.toThrow('还没写理由');
  await desk.case.correction.getByRole('heading', { name: '改了什么' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(pictures, 'changes.png') });
  await page.getByRole('button', { name: '大字' }).click();
  await desk.case.correction.getByRole('heading', { name: '改了什么' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(pictures, 'changes-large.png') });
  await page.getByRole('button', { name: '大字' }).click();
  await desk.case.saveCorrection('名字听错了，本人来电更正');

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('反映人 李范例')).toBeVisible();
  const told = page.getByRole('list', { name: '办理经过' }).getByRole('listitem').first();
  await expect(told).toContainText('名字听错了，本人来电更正');
  await expect(told).toContainText('姓名：李样本 → 李范例');
  await expect(line).toContainText('更正过，请重新打印');
  await page.screenshot({ path: path.join(pictures, 'corrected.png') });

  await desk.case.openPaper('PHX-01');
  await desk.case.print();
  await desk.case.backToCase();
  await expect(line).not.toContainText('请重新打印');
});

test('a closed case is corrected with a reason and stays closed', async () => {
  const { desk } = office;
  await desk.case.step('撤回', { '经核实，撤回出于本人自愿': true }, { reason: '本人撤回' });
  const closed = () => desk.case.state();
  await expect.poll(closed).toBe('已撤回');
  await desk.case.beginCorrection();
  await expect(desk.case.correction).toContainText('这一件已经办结');
  await desk.case.correction.getByRole('button', { name: '先放着' }).click();
  await desk.case.correct({ 联系电话: '13700137000' }, '号码抄错了');
  await expect(desk.case.content).toContainText('13700137000');
  expect(await closed()).toBe('已撤回');
});
