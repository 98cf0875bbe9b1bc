import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { enrolOffice } from '#electron/headquarters/hq.enrol.ts';
import { initHeadquarters } from '#electron/headquarters/hq.init.ts';
import { listOrders, writeOrder, type NewOrder } from '#electron/headquarters/hq.orders.ts';
import { importMany } from '#electron/headquarters/import-many.ts';
import { expectOk } from '#shared/core/result.ts';
import { dropProfile, foundOffice, newProfile, OFFICE, reopenOffice, type OpenOffice } from './office.ts';
import { MonthPage } from './pages/month.page.ts';
import { RefusedOnScreen } from './pages/refused.ts';
import { WorkbenchPage } from './pages/workbench.page.ts';
import { answerDialogs, moveClock } from './program.ts';
import { setPreferences, setType } from './screens/looks.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/orders');

test.describe.configure({ mode: 'serial' });

let profile: string;
let folder: string;
let hq: string;
let usb: string;
let office: OpenOffice;
let month: MonthPage;
let lift: string;

const NOVEMBER = '2026-11-02T09:00:00+08:00';
const ASKED = '电梯停了三天，住户又来反映。请写明哪天修好、谁去看过。';
const LONG = `另请逐条写明：${'维保单位名称、上次保养日期、停运原因、替代办法、告知住户的方式；'.repeat(6)}`;

const picture = (name: string) => office.page.screenshot({ path: path.join(kept, `${name}.png`) });

const order = async (change: Partial<NewOrder>): Promise<void> => {
  const asked: NewOrder = {
    ...{ office: OFFICE.code, case: lift, kind: 'supervise', text: ASKED },
    ...{ due: { working_days: 5 }, answerEarly: true, ...change },
  };
  expectOk(await writeOrder(hq, asked, { now: () => Date.parse(NOVEMBER) }));
};

/** Locks the month, seals it, and headquarters takes it in. */
async function send(period: string): Promise<void> {
  await office.desk.go('月结与报送');
  await month.lock(period);
  await answerDialogs(office.app, { open: usb });
  await month.export();
  const results = await importMany([usb], hq);
  expect(results.every(({ result }) => result.ok)).toBe(true);
}

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  folder = await mkdtemp(path.join(os.tmpdir(), 'phoenix-orders-'));
  [hq, usb] = [path.join(folder, 'hq'), path.join(folder, 'usb')];
  await mkdir(usb);
  expectOk(await initHeadquarters(hq, { name: '样本街道办事处' }));
  profile = await newProfile();
  office = await foundOffice(profile, { clock: '2026-10-28T09:30:00+08:00' });
  month = new MonthPage(office.page);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(folder, { recursive: true, force: true });
});

test('headquarters asks about a case a bundle told of, and the office reads the order from the stick', async () => {
  const { desk, app } = office;
  lift = await desk.register({ 姓名: '李小样', 反映内容: '三号楼电梯停了三天。' });
  await desk.go('月结与报送');
  await answerDialogs(app, { open: path.join(hq, 'headquarters.json') });
  await month.readHeadquartersCard();
  await answerDialogs(app, { open: folder });
  await month.exportOfficeCard();
  expectOk(await enrolOffice(hq, JSON.parse(await readFile(path.join(folder, 'office.json'), 'utf8'))));
  await send('2026-10');

  await moveClock(office, NOVEMBER);
  await desk.go('月结与报送');
  await answerDialogs(app, { open: folder });
  await expect(month.readOrders()).rejects.toThrow(RefusedOnScreen);
  await order({});
  await answerDialogs(app, { open: path.join(hq, 'orders') });
  expect(await month.readOrders()).toContain(`收下 1 份督办单：${lift}`);
  await picture('taken');
  expect(await month.readOrders()).toContain('没有新的督办单');
});

test('the order is on the desk at once, with its day and why it falls there', async () => {
  const { desk, page } = office;
  const workbench = new WorkbenchPage(page);
  await desk.go('工作台');
  await expect(workbench.line('快到期', '督办答复')).toBeVisible();
  await picture('workbench');
  await desk.openCase(lift);
  await expect(desk.case.orders(ASKED)).toBeVisible();
  const limit = desk.case.limit('督办答复');
  expect((await desk.case.deadlines()).find(({ name }) => name === '督办答复')?.due).toBe('2026-11-09');
  const why = limit.getByRole('button', { name: /为什么是这天/ });
  if ((await why.getAttribute('aria-expanded')) !== 'true') await why.click();
  await expect(limit.getByText('样本街道办事处 2026年11月2日的督办单')).toBeVisible();
  await picture('case');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('what was begun of an answer outlives the program, and the answer stops the clock', async () => {
  const { desk } = office;
  const panel = desk.case.orders();
  await panel.getByRole('button', { name: '答复督办', exact: true }).click();
  await panel.getByRole('textbox', { name: '答复内容' }).fill('配件已到，');
  await picture('answering');
  await panel.getByRole('button', { name: '先不办' }).click();
  await expect(panel.getByText('“答复督办”写了一半，还没办。')).toBeVisible();
  await office.app.close();
  office = await reopenOffice(profile, { clock: '2026-11-04T09:00:00+08:00' });
  month = new MonthPage(office.page);
  await office.desk.openCase(lift);
  const again = office.desk.case.orders();
  await again.getByRole('button', { name: '答复督办', exact: true }).click();
  await expect(again.getByRole('textbox', { name: '答复内容' })).toHaveValue('配件已到，');
  await again.getByRole('button', { name: '先不办' }).click();
  await office.desk.case.answerOrder('配件已到，周四修好，维保和居委会都去看过。');
  await expect(again.getByText('答复随下一个案卷包送总部。')).toBeVisible();
  await expect(office.desk.case.limit('督办答复').getByText('按时')).toBeVisible();
  await expect(office.page.getByRole('listitem').filter({ hasText: '答复督办' })).toBeVisible();
});

test('of a case that is over, an order whose day is past says so, and one for later waits for its day', async () => {
  const { desk, app } = office;
  await desk.case.step('撤回', { '经核实，撤回出于本人自愿': true }, { reason: '本人撤回' });
  await moveClock(office, '2026-11-18T09:00:00+08:00');
  await order({ text: LONG, due: { date: '2026-11-16' } });
  await order({ kind: 'urge', text: '月底再报一次进展。', due: { date: '2026-11-30' }, answerEarly: false });
  await desk.go('月结与报送');
  await answerDialogs(app, { open: path.join(hq, 'orders') });
  expect(await month.readOrders()).toContain('收下 2 份督办单');
  await desk.go('工作台');
  const workbench = new WorkbenchPage(office.page);
  await expect(workbench.line('逾期', '督办答复')).toBeVisible();
  await expect(workbench.line('快到期', '催办答复')).toBeVisible();
  await desk.openCase(lift);
  await expect(desk.case.orders(LONG)).toContainText('应在 2026年11月16日前答复，已经逾期');
  await expect(desk.case.orders('月底再报一次进展。')).toContainText('总部要求到 2026年11月30日 当天答复');
  await picture('overdue');
});

test('the panel is read in English and at 200 % as well', async () => {
  const { page, desk } = office;
  const open = async (): Promise<void> => {
    const passphrase = page.getByRole('textbox', { name: new RegExp(OFFICE.person) });
    await passphrase.fill(OFFICE.passphrase);
    await passphrase.press('Enter');
    await page.getByRole('main').waitFor();
  };
  await setPreferences(page, { id: 'en', language: 'en' });
  await open();
  await page.getByRole('button', { name: /^Cases/ }).click();
  await page.getByRole('tab', { name: /^All/ }).click();
  await page.getByText(lift).first().dblclick();
  const orders = page.getByRole('region', { name: 'Supervision orders', exact: true });
  await expect(orders.getByText(/was to be answered by .*: overdue/)).toBeVisible();
  await picture('en');
  await setPreferences(page, { id: 'zh', language: 'zh-CN' });
  await open();
  await desk.openCase(lift);
  await setType(page, { id: 'zh-200', language: 'zh-CN', type: 200 });
  await expect(desk.case.orders(LONG)).toBeVisible();
  await picture('zh-200');
  const room = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(room).toBe(0);
  await setType(page, { id: 'zh', language: 'zh-CN' });
});

test('headquarters finds the answer in the next bundle', async () => {
  await moveClock(office, '2026-12-01T09:00:00+08:00');
  await send('2026-11');
  const listed = expectOk(await listOrders(hq));
  expect(listed.map(({ takenAt }) => takenAt !== undefined)).toEqual([true, true, true]);
  const answered = listed.filter(({ answer }) => answer !== undefined);
  expect(answered.map(({ order: { text }, answer }) => [text, answer?.text])).toEqual([
    [ASKED, '配件已到，周四修好，维保和居委会都去看过。'],
  ]);
  await answerDialogs(office.app, { open: hq });
  await month.readReceipts();
  await office.desk.openCase(lift);
  await expect(office.desk.case.orders(ASKED)).toContainText('答复已随 2026年11月的案卷包送到总部。');
});
