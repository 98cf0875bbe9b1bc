import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, OFFICE, type OpenOffice } from './office.ts';
import { RefusedOnScreen } from './pages/refused.ts';
import { SigningPage } from './pages/signing.page.ts';
import { profileFiles } from './profile-files.ts';
import { moveClock } from './program.ts';

const pictures = path.resolve(import.meta.dirname, '../../out/e2e/identity');

const NAME = '李范例';
const ADDRESS = '范例路 7 号 3 单元';
const WHO = new RegExp(`${NAME}|13800138000|138 0013 8000|范例路`);

test.describe.configure({ mode: 'serial' });

let profile: string;
let printer: string;
let office: OpenOffice;
let number: string;

/** Everything the window holds, also what only a screen reader or a control has. */
const everything = (): Promise<string> =>
  office.page.evaluate(
    () =>
      document.documentElement.outerHTML +
      [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value).join(' '),
  );

test.beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  profile = await newProfile();
  printer = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  office = await foundOffice(profile, { printTo: printer });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(printer, { recursive: true, force: true });
});

test('who asks for secrecy is covered everywhere once the case is saved', async () => {
  const { desk, page } = office;
  number = await desk.register({
    ...{ 姓名: NAME, 要求保密: true, 性别: '女', 联系电话: '13800138000', 住址: ADDRESS },
    ...{ 反映内容: '楼道堆放杂物堵住消防门。', 诉求: '清走杂物。' },
  });
  await desk.go('案件');
  await page.getByRole('row').filter({ hasText: number }).first().waitFor();
  expect(await everything()).not.toMatch(WHO);
  await desk.openCase(number);
  await expect(desk.case.content.getByText('已保密')).toHaveCount(4);
  await expect(page.getByText('反映人 已保密')).toBeVisible();
  expect(await everything()).not.toMatch(WHO);
  await page.screenshot({ path: path.join(pictures, 'covered.png') });
});

test('a paper that bears the identity is neither shown nor set before it is opened', async () => {
  const { desk, page } = office;
  await (await desk.case.paper('PHX-01')).getByRole('button', { name: '看' }).click();
  await page.getByText('打开身份以后才能看和打印').waitFor();
  await expect(page.getByRole('button', { name: /^打印/ })).toHaveCount(0);
  expect(await everything()).not.toMatch(WHO);
  await page.screenshot({ path: path.join(pictures, 'paper-covered.png') });
  await desk.case.backToCase();
  await expect(page.getByRole('list', { name: '办理经过' })).not.toContainText('出《');
});

test('it is opened with a reason, which the history keeps, and then shown', async () => {
  const { desk, page } = office;
  await expect(desk.case.openIdentity(' ')).rejects.toThrow(RefusedOnScreen);
  await expect(page.getByRole('group', { name: '打开身份' }).getByRole('alert')).toContainText('理由');
  expect(await everything()).not.toMatch(WHO);
  await page.getByRole('group', { name: '打开身份' }).getByRole('button', { name: '先不打开' }).click();
  await desk.case.openIdentity('向本人核实消防门的位置');
  await expect(desk.case.content).toContainText(NAME);
  await expect(desk.case.content).toContainText(ADDRESS);
  const history = page.getByRole('list', { name: '办理经过' });
  await expect(history.getByRole('listitem').first()).toContainText('打开看了保密的身份');
  await expect(history.getByRole('listitem').first()).toContainText('向本人核实消防门的位置');
  await expect(history.getByRole('listitem').first()).toContainText(OFFICE.person);
  await page.screenshot({ path: path.join(pictures, 'open.png') });
});

test('one opening is enough for this visit: the register form is printed with it', async () => {
  const { desk, page } = office;
  await (await desk.case.paper('PHX-01')).getByRole('button', { name: '看' }).click();
  await desk.case.print();
  expect((await readdir(printer)).filter(file => file.endsWith('.pdf'))).toHaveLength(1);
  await desk.case.backToCase();
  await expect(desk.case.content).toContainText(NAME);
  await expect(page.getByText('打开看了保密的身份')).toHaveCount(1);
});

test('it is covered again at the lock, at another page, and when nobody uses the screen', async () => {
  const { desk, page } = office;
  await desk.lock();
  expect(await everything()).not.toMatch(WHO);
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  await desk.openCase(number);
  await expect(desk.case.content.getByText('已保密')).toHaveCount(4);
  expect(await everything()).not.toMatch(WHO);

  await desk.case.openIdentity('再问一次门牌');
  await desk.go('案件');
  await desk.openCase(number);
  await expect(desk.case.content.getByText('已保密')).toHaveCount(4);

  await desk.case.openIdentity('第三次核实');
  await expect(desk.case.content).toContainText(NAME);
  await moveClock(office, '2026-10-08T10:30:00+08:00');
  await expect(desk.case.content.getByText('已保密')).toHaveCount(4);
  expect(await everything()).not.toMatch(WHO);
  await expect(page.getByText('打开看了保密的身份')).toHaveCount(3);
});

test('what they sign on the screen is covered with the rest, and lies in the clear nowhere', async () => {
  const { desk, page } = office;
  const signing = new SigningPage(page);
  const given = page.getByRole('img', { name: `${NAME}的签字` });
  await desk.case.openIdentity('本人到场签字');
  await desk.case.openPaper('PHX-01');
  await signing.sign(NAME, { complete: true });
  await expect(given).toBeVisible();
  await page.screenshot({ path: path.join(pictures, 'signed-open.png') });
  await desk.case.backToCase();
  await expect(page.getByRole('list', { name: '办理经过' })).toContainText('在屏上签字');
  await page.getByRole('main').getByRole('button', { name: '盖上身份' }).click();
  await expect(desk.case.content.getByText('已保密')).toHaveCount(4);
  await expect(page.getByRole('list', { name: '办理经过' })).toContainText('在屏上签字');
  expect(await everything()).not.toMatch(WHO);
  await page.screenshot({ path: path.join(pictures, 'signed-covered.png') });
  await (await desk.case.paper('PHX-01')).getByRole('button', { name: '看' }).click();
  await page.getByText('打开身份以后才能看和打印').waitFor();
  await expect(given).toHaveCount(0);
  expect(await everything()).not.toMatch(WHO);
  await desk.case.backToCase();
  let files = 0;
  for await (const { file, bytes } of profileFiles(profile)) {
    files++;
    for (const clear of ['"strokes"', NAME, Buffer.from(NAME, 'utf16le')])
      expect([file, bytes.includes(clear)]).toEqual([file, false]);
  }
  expect(files).toBeGreaterThan(10);
});

test('a step and a correction ask for nothing that is covered, and leave it as it is', async () => {
  const { desk } = office;
  await desk.case.step('受理', {});
  await desk.case.beginCorrection();
  await expect(desk.case.correction.getByText('已保密')).not.toHaveCount(0);
  await expect(desk.case.correction.getByRole('textbox', { name: '姓名' })).toHaveCount(0);
  expect(await everything()).not.toMatch(WHO);
  await desk.case.correction.getByRole('checkbox', { name: '要求保密' }).setChecked(false, { force: true });
  await expect(desk.case.saveCorrection('本人说不用保密了')).rejects.toThrow('它现在盖着');
  expect(await everything()).not.toMatch(WHO);
  await office.page.screenshot({ path: path.join(pictures, 'correction-covered.png') });
  await desk.case.correction.getByRole('button', { name: '不更正了' }).click();
  await expect(desk.case.content.getByText('已保密')).toHaveCount(4);
});

test('a covered field is corrected once it is open, and the history shows old and new only then', async () => {
  const { desk, page } = office;
  const told = page.getByRole('list', { name: '办理经过' }).getByRole('listitem').first();
  await desk.case.openIdentity('本人来电更正电话');
  await desk.case.correct({ 联系电话: '13900139000' }, '号码抄错了');
  await expect(told).toContainText('联系电话：13800138000 → 13900139000');
  await expect(desk.case.content).toContainText('13900139000');
  await page.getByRole('main').getByRole('button', { name: '盖上身份' }).click();
  await expect(told).toContainText('联系电话：已保密 → 已保密');
  expect(await everything()).not.toMatch(/李范例|1380013800|13900139000|范例路/);
});

test('what was typed into a correction while it was open is covered with the rest', async () => {
  const { desk, page } = office;
  await desk.register({ 姓名: NAME, 要求保密: true, 反映内容: '夜里有人往楼下倒水。' });
  await desk.openSaved();
  await desk.case.openIdentity('本人来补地址');
  await desk.case.beginCorrection();
  await desk.case.correction.getByRole('textbox', { name: '住址' }).fill(ADDRESS);
  await desk.case.correction.getByRole('button', { name: '先放着' }).click();
  await page.getByRole('main').getByRole('button', { name: '盖上身份' }).click();
  await desk.case.beginCorrection();
  await expect(desk.case.correction.getByRole('textbox', { name: '住址' })).toHaveCount(0);
  expect(await everything()).not.toMatch(WHO);
  await desk.case.correction.getByRole('button', { name: '不更正了' }).click();
  await desk.openCase(number);
});

test('the reason is asked for within a narrow window, as type of 200 % leaves it, and in English', async () => {
  const { desk, page } = office;
  await page.setViewportSize({ width: 683, height: 384 });
  await desk.case.identityButton.click();
  const form = page.getByRole('group', { name: '打开身份' });
  const right = async (): Promise<number> => {
    const { x, width } = (await form.boundingBox())!;
    return x + width;
  };
  await expect.poll(right).toBeLessThanOrEqual(683);
  await page.screenshot({ path: path.join(pictures, 'asked-200.png') });
  await form.getByRole('button', { name: '先不打开' }).click();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'English' }).click();
  const ask = page.getByRole('main').getByRole('button', { name: 'Open the identity' });
  await ask.click();
  await expect(page.getByRole('textbox', { name: 'Why it is opened' })).toBeFocused();
  await page.screenshot({ path: path.join(pictures, 'asked-en.png') });
});
