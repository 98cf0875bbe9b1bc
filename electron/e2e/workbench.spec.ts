import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, OFFICE, reopenOffice, type OpenOffice } from './office.ts';
import { ProceduresPage } from './pages/procedures.page.ts';
import { WorkbenchPage } from './pages/workbench.page.ts';
import { moveClock } from './program.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/workbench');

/** Has a monthly summary, due on the last day of the month. */
const PARK = '花艺生态园游客投诉处理';

test.describe.configure({ mode: 'serial' });

let profile: string;
let printTo: string;
let office: OpenOffice;
let workbench: WorkbenchPage;
let lift: string;
let light: string;

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  printTo = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  office = await foundOffice(profile, { printTo });
  workbench = new WorkbenchPage(office.page);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(printTo, { recursive: true, force: true });
});

const picture = (name: string) => office.page.screenshot({ path: path.join(kept, `${name}.png`) });

/** What axe finds; the type of 200 % is measured on the page as it then is. */
async function faults(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: office.page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

test('it is the first page of a new office, and says that nothing is due', async () => {
  const { desk, page } = office;
  await desk.go('工作台');
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('button').first()).toHaveText(
    '工作台',
  );
  await expect(page.getByRole('heading', { name: '今天没有到期的案件。' })).toBeVisible();
  await picture('empty');
  expect(await faults()).toEqual([]);
});

test('a case comes on the desk by the warning of its limit, on its day, and after it', async () => {
  const { desk, page } = office;
  lift = await desk.register({
    姓名: '李小样',
    类别: '物业管理',
    反映内容: '电梯停了两天，老人上下楼困难。',
  });
  await desk.go('工作台');
  await expect(page.getByText('在办 1 件，都还没到提醒的日子。')).toBeVisible();

  // Received on Thursday the 8th: three working days are 9, 10 (worked) and 12.
  await moveClock(office, '2026-10-11T10:00:00+08:00');
  await expect(workbench.line('快到期', '电梯停了两天')).toContainText('去受理');
  await moveClock(office, '2026-10-12T10:00:00+08:00');
  await expect(workbench.lines('今天到期')).toHaveCount(1);
  await expect(workbench.line('今天到期', lift)).toContainText('10月12日（周一）前受理');
  light = await desk.register({ 姓名: '周范例', 类别: '物业管理', 反映内容: '楼道灯坏了三天。' });
  await moveClock(office, '2026-10-13T10:00:00+08:00');
  await desk.go('工作台');
  await expect(workbench.line('逾期', lift)).toContainText('应在 10月12日（周一）前受理');
  await expect(workbench.lines('今天到期')).toHaveCount(0);
});

test('a printed paper is waited for until it is back', async () => {
  const { desk } = office;
  await desk.openCase(light);
  await desk.case.openPaper('群众投诉及反馈意见登记表');
  await desk.case.print();
  await desk.case.backToCase();
  await desk.go('工作台');
  await expect(workbench.line('等签回', light)).toContainText('今天打印');
  await moveClock(office, '2026-10-14T10:00:00+08:00');
  await expect(workbench.line('等签回', light)).toContainText('已等 1 天');
});

test('somebody who waits to be visited is there from the day of the reply', async () => {
  const { desk } = office;
  await desk.openCase(lift);
  await desk.case.step('受理', { 受理意见: '属实，受理。' });
  await desk.case.step('答复', { 处理结果: '电梯修好了。', 反馈时间: '2026-10-14 09:40', 反馈方式: '电话' });
  await desk.go('工作台');
  await expect(workbench.line('等回访、回电', lift)).toContainText('去回访');
});

test('a duty of the office is due by the calendar, and is noted as done from here', async () => {
  const { desk, page } = office;
  await new ProceduresPage(page).use([PARK]);
  await moveClock(office, '2026-10-31T10:00:00+08:00');
  await desk.go('工作台');
  const duty = workbench.lines('本单位按期要做的');
  await expect(duty.filter({ hasText: '每月总结分析' })).toContainText('2026年10月的');
  await picture('full');
  await moveClock(office, '2026-11-02T10:00:00+08:00');
  await expect(duty.filter({ hasText: '每月总结分析' })).toContainText('应在 10月31日（周六）前');
  await duty.getByRole('button', { name: '记下做完了：每月总结分析，2026年10月' }).click();
  await expect(duty).toHaveCount(0);
  await moveClock(office, '2026-10-14T10:00:00+08:00');
});

test('the lines are worked through by keyboard', async () => {
  const { desk, page } = office;
  await moveClock(office, '2026-10-16T10:00:00+08:00');
  await desk.lock();
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  const first = workbench.line('逾期', light);
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(
    workbench.line('快到期', light).or(workbench.line('等回访、回电', lift)).first(),
  ).toBeVisible();
  await expect(first).not.toBeFocused();
  await page.keyboard.press('End');
  await expect(workbench.line('等签回', light)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.case-number')).toHaveText(light);
  await page.getByRole('button', { name: '回工作台' }).click();
  await expect(first).toBeFocused();
});

test('figures of the month open their cases', async () => {
  const { desk, page } = office;
  const rows = page.getByRole('row').filter({ hasText: '凤社' });
  await desk.go('工作台');
  await expect(workbench.figure('登记')).toContainText('2');
  await workbench.figure('登记').click();
  await expect(page.getByRole('tab', { name: '10月登记', selected: true })).toBeVisible();
  await expect(rows).toHaveCount(2);

  await desk.go('工作台');
  await workbench.figure('现在逾期').click();
  await expect(page.getByRole('tab', { name: '逾期', selected: true })).toBeVisible();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(light);

  await desk.openCase(lift);
  await desk.case.step('回访', { 群众意见: '满意' });
  await desk.case.step('办结', {});
  await desk.go('工作台');
  await expect(workbench.figure('按时办结')).toContainText('0 ／1');
  await workbench.figure('按时办结').click();
  await expect(page.getByRole('heading', { name: '这里还没有案件' })).toBeVisible();
  await desk.go('工作台');
  await workbench.figure('办结').first().click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(lift);
});

test('the calendar shows what falls due on which day, by keyboard, and opens it', async () => {
  const { desk, page } = office;
  await desk.go('工作台');
  await workbench.openCalendar();
  await expect(workbench.day('10月10日（周六）')).toHaveAccessibleName(/补班/);
  await expect(workbench.day('10月7日（周三）')).toHaveAccessibleName(/休，国庆/);
  // Received on the 12th: ten days end on Thursday the 22nd.
  await expect(workbench.day('10月22日（周四）')).toHaveAccessibleName(/1 件到期/);
  await workbench.day('10月20日（周二）').click();
  await expect(page.getByText('这一天没有到期的。')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(workbench.day('10月22日（周四）')).toBeFocused();
  await expect(workbench.line('10月22日（周四）到期', light)).toContainText('前答复');
  await picture('calendar');
  expect(await faults()).toEqual([]);

  await page.keyboard.press('PageDown');
  await expect(page.getByRole('grid', { name: /^2026年11月/ })).toBeVisible();
  await expect(workbench.day('11月22日（周日）')).toBeFocused();
  await expect(workbench.day('11月30日（周一）')).toHaveAccessibleName(/1 件本单位的事到期/);
  await page.keyboard.press('PageUp');
  await expect(workbench.day('10月22日（周四）')).toBeFocused();
  await expect(workbench.line('10月22日（周四）到期', light)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(workbench.line('10月22日（周四）到期', light)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.case-number')).toHaveText(light);
});

test('a limit that comes near is told once a day, by number and limit, and not where it is switched off', async () => {
  const { desk, page, app } = office;
  await app.evaluate(({ Notification }) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show() {
      told.push(`${this.title}：${this.body}`);
    };
  });
  const told = () => app.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  const secret = await desk.register({
    ...{ 姓名: '样本保密', 类别: '物业管理', 反映内容: '邻居夜里装修。' },
    要求保密: true,
  });
  // Received on Friday the 16th: three working days end on Wednesday the 21st.
  await moveClock(office, '2026-10-20T10:00:00+08:00');
  await expect.poll(told).toHaveLength(1);
  const [words = ''] = await told();
  expect(words).toContain(`${light} 答复`);
  expect(words).toContain(secret);
  expect(words).not.toMatch(/样本保密|邻居|楼道灯|周范例/);
  expect(words).not.toContain(`${secret} 受理`);
  await expect(page.getByRole('status').filter({ hasText: '件快到期' })).toContainText(light);
  await page.getByRole('button', { name: /^提醒：/ }).click();
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();

  await desk.lock();
  await moveClock(office, '2026-10-20T15:00:00+08:00');
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  await expect(workbench.lines('快到期')).not.toHaveCount(0);

  await desk.go('设置');
  await page.getByRole('checkbox', { name: '这台电脑弹系统通知' }).uncheck({ force: true });
  await moveClock(office, '2026-10-21T10:00:00+08:00');
  await expect(page.getByRole('button', { name: /^提醒：/ })).toBeVisible();
  expect(await told()).toHaveLength(1);
});

test('the same is there after another start, and can be read large, dark and in English', async () => {
  await office.app.close();
  office = await reopenOffice(profile, { clock: '2026-10-21T10:00:00+08:00' });
  workbench = new WorkbenchPage(office.page);
  const { desk, page } = office;
  await desk.go('工作台');
  await expect(workbench.line('今天到期', '邻居夜里装修')).toBeVisible();
  await expect(workbench.line('逾期', light)).toBeVisible();
  await picture('work');
  expect(await faults()).toEqual([]);

  const size = (value: string) =>
    page.evaluate(to => document.documentElement.style.setProperty('font-size', to), value);
  await size('200%');
  await picture('large');
  expect(await faults()).toEqual([]);
  await workbench.openCalendar();
  await picture('large-calendar');
  expect(await faults()).toEqual([]);
  await size('');

  await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'));
  await picture('dark-calendar');
  await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'light'));

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Workbench', level: 1 })).toBeVisible();
  await picture('english-calendar');
  expect(await faults()).toEqual([]);
  await page.getByRole('tab', { name: /^To do/ }).click();
  await picture('english');
  expect(await faults()).toEqual([]);
});
