import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { fillForm } from './pages/form.page.ts';
import { ProceduresPage } from './pages/procedures.page.ts';
import { moveClock } from './program.ts';

const CREDIT_COOP = '农村信用联社客户投诉处理';
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
  await procedures.use([CREDIT_COOP]);
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
  await moveClock(office.app, '2026-11-03T10:00:00+08:00');
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
  await expect(paperWords()).toContainText(/办结率\s*0%/);
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

test('the program ends with its window, though a paper was made a moment ago', async () => {
  const ended = new Promise<void>(resolve => office.app.process().once('exit', () => resolve()));
  await office.page.close();
  const windows = (): Promise<number> =>
    office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length).catch(() => 0);
  await expect.poll(windows).toBe(0);
  await ended;
});
