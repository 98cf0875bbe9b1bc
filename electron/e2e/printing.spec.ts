import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { inspectPdf } from '../printing/proof/pdf-inspect.ts';
import {
  noPrivateCups,
  startPrivateCups,
  type PrivateCups,
} from '../printing/printers/private-cups.fixture.ts';
import { dropProfile, foundOffice, newProfile, reopenOffice, type OpenOffice } from './office.ts';

/*
 * The paper of a case on a real print queue: what the screen says of it is true, and what counts as printed came out.
 */

const unable = noPrivateCups();
const SHOTS = process.env['PHOENIX_SHOTS'];

let cups: PrivateCups;
let profile: string;
let office: OpenOffice;

test.beforeAll(async () => {
  test.skip(unable !== undefined, unable);
  cups = await startPrivateCups();
  process.env['CUPS_SERVER'] = cups.server;
  profile = await newProfile();
  // The recovery key goes to a folder: it is no paper of this story.
  office = await foundOffice(profile, { printTo: path.join(profile, 'printer') });
  await office.app.close();
  office = await reopenOffice(profile);
});

test.afterAll(async () => {
  if (unable !== undefined) return;
  await office.app.close();
  await cups.stop();
  await dropProfile(profile);
});

const shot = async (name: string): Promise<void> => {
  if (SHOTS === undefined) return;
  await mkdir(SHOTS, { recursive: true });
  await office.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
};
const says = (words: RegExp) =>
  expect(office.page.getByRole('status').filter({ hasText: words }).first()).toBeVisible();
const button = (name: string | RegExp) => office.page.getByRole('button', { name });
const textOf = async (name: string): Promise<string> => {
  const { pages } = await inspectPdf(await cups.readOut(name));
  return pages.flatMap(page => page.boxes.map(({ text }) => text)).join('');
};

test('a paper is recorded as printed when the printer says so, can be taken back before, and said not to have come out', async () => {
  test.setTimeout(240_000);
  const number = await office.desk.register({ 姓名: '朱练习', 反映内容: '夜间停电三次。' });
  await office.desk.openCase(number);
  await office.desk.case.openPaper('PHX-01');
  // From then on there is something to print.
  await office.page.getByRole('img', { name: '第 1 页，共 1 页' }).waitFor();
  const history = office.page.getByText('还没印过');

  await cups.outOfPaper(true);
  // Keyboard only: the last choice is printed by one key.
  await office.desk.case.canPrint();
  await office.page.keyboard.press('Control+p');
  await says(/打印机缺纸/);
  await shot('1-out-of-paper');
  await expect(history).toBeVisible();
  await button('取消这次打印').click();
  await says(/已取消/);
  await cups.outOfPaper(false);
  await expect(history).toBeVisible();
  expect(await cups.cameOut()).toEqual([]);

  await office.page.getByRole('textbox', { name: '份数' }).fill('3');
  await office.desk.case.canPrint();
  await office.page.keyboard.press('Control+p');
  await says(/已记下：第 1 次打印，3 份，keep/);
  const [first = ''] = await cups.cameOut();
  expect(first).toContain('copies-3');
  expect(await textOf(first)).not.toContain('重印');
  await shot('2-recorded');

  await button('没有印出来').click();
  await button('不算').click();
  await expect(office.page.getByText('没有印出来，不算')).toBeVisible();
  await office.desk.case.canPrint();
  await office.page.keyboard.press('Control+p');
  await says(/已记下：第 2 次打印，3 份/);
  await office.desk.case.canPrint();
  await office.page.keyboard.press('Control+p');
  await says(/已记下：第 3 次打印/);
  const all = await cups.cameOut();
  expect(await Promise.all(all.map(async each => (await textOf(each)).includes('重印')))).toEqual([
    ...[false, false, true],
  ]);

  await office.page.getByRole('combobox', { name: '纸', exact: true }).selectOption('form');
  await office.desk.case.canPrint();
  await office.page.keyboard.press('Control+p');
  await says(/已记下：第 4 次打印/);
  const onForm = await textOf((await cups.cameOut()).at(-1) ?? '');
  expect(onForm).toContain('夜间停电三次');
  expect(onForm).not.toContain('反映内容');
  await shot('3-history');
});

test('a printer that is out by some millimetres is corrected by what was measured', async () => {
  const before = (await cups.cameOut()).length;
  await button('校准这台打印机').click();
  await button('印校准页').click();
  await says(/已送到打印机/);
  await expect.poll(async () => (await cups.cameOut()).length).toBe(before + 1);
  expect(await textOf((await cups.cameOut()).at(-1) ?? '')).toContain('打印机校准页');
  await office.page.getByRole('textbox', { name: /^左边到十字/ }).fill('22');
  await office.page.getByRole('textbox', { name: /^上边到十字/ }).fill('19。5');
  await says(/左移 2 毫米，下移 0.5 毫米/);
  await shot('4-calibration');
  await button('照此修正').click();
  await expect(office.page.getByText(/打印时修正：左移 2 毫米，下移 0.5 毫米/)).toBeVisible();

  // At twice the size of the type the fields stand behind a button of their own.
  await office.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await office.page.getByRole('button', { name: '打印', exact: true }).click();
  await shot('5-panel-200');
  await button('校准这台打印机').click();
  await expect(office.page.getByRole('textbox', { name: /^左边到十字/ })).toBeVisible();
  await shot('6-calibration-200');
});
