import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readPdf } from '#electron/printing/pdf.reader.ts';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { ManualPage } from './pages/manual.page.ts';
import { PalettePage } from './pages/palette.page.ts';

test.describe.configure({ mode: 'serial' });

let office: OpenOffice;
let manual: ManualPage;
let printer: string;
test.beforeAll(async () => {
  const profile = await newProfile();
  printer = path.join(profile, 'printer');
  office = await foundOffice(profile, { printTo: printer });
  manual = new ManualPage(office.page);
});
test.afterAll(async () => {
  await office.app.close();
  await dropProfile(office.profile);
});

const press = (key: string) => office.page.keyboard.press(key);
const heading = (name: string) => office.page.getByRole('heading', { level: 1, name, exact: true });
const violations = async () =>
  (await new AxeBuilder({ page: office.page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ target }) => target.join(' ')),
  ]);

test('is reached from F1, and Esc leads back to where one was', async () => {
  await press('F1');
  await office.page.getByRole('dialog').getByRole('button', { name: '看说明书' }).click();
  await heading('说明书').waitFor();
  await expect(manual.chapter('第一次使用')).toBeVisible();
  await press('Escape');
  await heading('接待登记').waitFor();
});

test('is reached by its name in pinyin, and read chapter by chapter without the mouse', async () => {
  await new PalettePage(office.page).take('shuomingshu', '看说明书');
  await heading('说明书').waitFor();
  // Its text is read after the page is there.
  await expect(manual.chapter('第一次使用')).toBeVisible();
  await press('Alt+ArrowDown');
  await expect(manual.chapter('常用的键')).toBeVisible();
  await expect(manual.text).toContainText('F9');
  await press('Alt+ArrowUp');
  await expect(manual.chapter('第一次使用')).toBeVisible();
});

test('is searched: chapters that say it are counted, and it is marked', async () => {
  await press('Control+f');
  await expect(manual.search).toBeFocused();
  await office.page.keyboard.type('恢复密钥');
  await expect(manual.contents.getByRole('button', { name: /锁定、口令和恢复密钥/ })).toContainText(/\d 处/);
  await expect(manual.contents.getByRole('button', { name: /接待登记/ })).toHaveCount(0);
  await manual.open('锁定、口令和恢复密钥');
  await expect(manual.text.locator('mark').first()).toHaveText('恢复密钥');
  await manual.search.fill('没有这样的话');
  await expect(manual.text).toContainText('说明书里没有“没有这样的话”');
  await manual.text.getByRole('button', { name: '看全部目录' }).click();
  await expect(manual.contents.getByRole('button')).toHaveCount((await readdir('resources/manual')).length);
});

test('is printed as one paper, with the page of each chapter in its contents', async () => {
  await manual.open('月结和案卷包');
  await press('Control+p');
  await office.page
    .getByRole('img', { name: /^第 1 页/ })
    .first()
    .waitFor();
  await office.desk.case.canPrint();
  await press('Control+p');
  await expect(office.page.getByRole('status').filter({ hasText: '已送打印机' })).toBeVisible();
  const [job] = (await readdir(printer)).filter(name => name.endsWith('.pdf'));
  const { pages } = await readPdf(await readFile(path.join(printer, job ?? '')));
  const bare = pages.map(lines => lines.map(line => line.replaceAll(/\s/g, '')));
  const row = bare[0]?.find(line => line.includes('月结和案卷包')) ?? '';
  const [, start] = /月结和案卷包(\d+)$/.exec(row) ?? [];
  expect(bare[Number(start) - 1]).toContain('14月结和案卷包');
  await press('Escape');
  await expect(manual.chapter('月结和案卷包')).toBeVisible();
});

test('axe has nothing to say, in either language', async () => {
  expect(await violations()).toEqual([]);
  await office.page.getByRole('button', { name: 'English' }).click();
  await expect(office.page.getByRole('article', { name: 'The month and the bundle' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await office.page.getByRole('button', { name: '中文' }).click();
});
