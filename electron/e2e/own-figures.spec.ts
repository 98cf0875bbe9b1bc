import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, reopenOffice, type OpenOffice } from './office.ts';
import { ProceduresPage } from './pages/procedures.page.ts';
import { SettingsPage } from './pages/settings.page.ts';
import { moveClock } from './program.ts';

const COMMUNITY = '凤凰社区群众投诉及反馈意见登记';
const MALL = '商场处理顾客投诉制度';
const ESTATE = '房地产客户投诉处理制度';
const EIGHT_F = '有效沟通处理客户投诉：3W、4R、8F';

/** Kept beside what Playwright keeps, to be looked at. */
const pictures = path.resolve(import.meta.dirname, '../../out/e2e/own-figures');

// One office: what is set first holds for the cases of the later tests.
test.describe.configure({ mode: 'serial' });

let office: OpenOffice;
let procedures: ProceduresPage;
let settings: SettingsPage;

const open = (opened: OpenOffice): void => {
  office = opened;
  procedures = new ProceduresPage(opened.page);
  settings = new SettingsPage(opened.page);
};

test.beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  open(await foundOffice(await newProfile()));
});
test.afterAll(async () => {
  await office.app.close();
  await dropProfile(office.profile);
});

const shot = async (name: string): Promise<void> => {
  await office.page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
};

const complaint = (name: string) => ({ 姓名: name, 反映内容: '电梯坏了没有人修。' });

const dueOf = async (limit: string): Promise<string> => {
  const shown = (await office.desk.case.deadlines()).find(({ name }) => name === limit);
  return shown?.words ?? '';
};

let before = '';

test('hours of the office move what is counted in office hours for a new case, and not for one before', async () => {
  const { desk } = office;
  await procedures.open(COMMUNITY);
  const figure = { 数: '2', 单位: '个工作小时', 为什么改: '街道要求两小时内受理' };
  await expect(await procedures.change('改“受理”', figure, '从现在起照这个算')).toHaveCount(0);
  before = await desk.register(complaint('样一'));
  await desk.openSaved();
  await expect.poll(() => dueOf('受理')).toMatch(/11:3\d/);

  await settings.open();
  await expect(settings.table('本单位还没有定过')).toContainText('09:00-12:00 14:00-17:30');
  const impossible = await settings.setHours({ 星期二: '14:00-11:00' });
  await expect(impossible.getByRole('alert')).toContainText('星期二的 14:00 到 11:00 不对');
  const unread = await settings.setHours({ 星期二: '看情况' });
  await expect(unread.getByRole('alert')).toContainText('星期二的“看情况”认不出来');
  const never = { 星期一: '', 星期二: '', 星期三: '', 星期四: '', 星期五: '' };
  await expect((await settings.setHours(never)).getByRole('alert')).toContainText('开门不到一小时');
  const overlapping = await settings.setHours({ 星期四: '9:00-12:00 11:00-15:00' });
  await expect(overlapping.getByRole('alert')).toContainText('几段不能重叠');
  await shot('hours-form');

  const week = { ...never, 星期一: '9:00-17:00', 星期四: '１０点至１１点，15:00到20:00' };
  const form = await settings.setHours({ ...week, '第 1 行的日子': '12-31', '第 1 行的时间': '9:00-12:00' });
  await expect(form).toHaveCount(0);
  const table = settings.table('王登记');
  await expect(table.getByRole('row').filter({ hasText: '星期四' })).toContainText('10:00-11:00 15:00-20:00');
  await expect(table.getByRole('row').filter({ hasText: '2026年12月31日' })).toContainText('09:00-12:00');
  await shot('hours');

  await desk.register(complaint('样二'));
  await desk.openSaved();
  await expect.poll(() => dueOf('受理')).toContain('16:00');
  await desk.openCase(before);
  await expect.poll(() => dueOf('受理')).toMatch(/11:3\d/);
});

test('hours of a day to come are planned, and of a day that is over refused', async () => {
  await settings.open();
  const past = await settings.setHours({ 星期五: '9:00-12:00', 从哪天起: '2026-10-07' });
  await expect(past.getByRole('alert')).toContainText('这一天已经过去了');
  await expect(await settings.setHours({ 从哪天起: '2026-11-02' })).toHaveCount(0);
  const planned = settings.table('从2026年11月2日');
  await expect(planned.getByRole('row').filter({ hasText: '星期五' })).toContainText('09:00-12:00');
  await settings.hours.getByRole('button', { name: '改上下班时间' }).click();
  await atTwiceTheSize('hours', settings.hours.getByRole('textbox', { name: '星期四' }));
});

test('a time of the ladder is the office’s own for cases from then on', async () => {
  const { desk } = office;
  await procedures.use([MALL, ESTATE]);
  await procedures.open(MALL);
  const level = '值班经理（部门主管）及以上、楼层（部门）经理';
  const figure = { 数: '40', 为什么改: '夜班人手少' };
  await procedures.change(`改“升到${level}”`, figure, '从现在起照这个算');
  const row = procedures.row('逐级升级', level);
  await expect(row).toContainText('40 分钟');
  await expect(row).toContainText('夜班人手少');
  await expect(row).toContainText(/王登记，2026年10月8日9时\d+分起/);
  await shot('ladder');

  await desk.chooseProcedure(MALL);
  await desk.register({
    事项种类: '投诉',
    '投诉方式（渠道）': '当面',
    '投诉人姓名（名称）': '样三',
    类别: '商品投诉',
    相关信息: '样本：鞋底开胶。',
  });
  await desk.openSaved();
  // By the pack it would have gone up at 9:45.
  await moveClock(office, '2026-10-08T09:50:00+08:00');
  await expect(desk.case.section('逐级升级').getByText(/10:1\d 还没办好，报值班经理/)).toBeVisible();
});

test('a threshold of a class and a day of a duty are the office’s own', async () => {
  const { desk } = office;
  await procedures.open(ESTATE);
  const threshold = '改“热点：投诉人数达到”';
  const refused = await procedures.change(threshold, { 数: '-1', 为什么改: '样本' }, '从现在起照这个算');
  await expect(refused.getByRole('alert')).toContainText('写一个不小于 0 的数');
  await procedures.change(threshold, { 数: '5', 为什么改: '小区户数多' }, '从现在起照这个算');
  const rule = procedures.row('等级', '3 人以上群体投诉');
  await expect(rule).toContainText('本单位定为 5');
  await expect(rule).toContainText('小区户数多');

  const report = office.page.getByRole('region', { name: '按期要做的' }).getByRole('listitem');
  const monthly = report.filter({ hasText: '月报' }).filter({ hasText: '下个月 3 日前' });
  await expect(monthly).toHaveCount(1);
  const due = { 哪天前: '下个月第 … 个工作日前', 数: '21', 为什么改: '集团改了日子' };
  const noSuchDay = await procedures.change('改“月报”', due, '从这一期起照这个日子');
  await expect(noSuchDay.getByRole('alert')).toContainText('没有这样的日子');
  await procedures.change('改“月报”', { ...due, 数: '５' }, '从这一期起照这个日子');
  const own = report.filter({ hasText: '集团改了日子' });
  await expect(own).toContainText('下个月第 5 个工作日前');
  await expect(own).toContainText('2026-10 这一期，2026年11月6日前');
  await own.scrollIntoViewIfNeeded();
  await shot('duties');
  await atTwiceTheSize('duties', own);
  await rule.scrollIntoViewIfNeeded();
  await shot('classes');
  await atTwiceTheSize('classes', rule);

  await desk.chooseProcedure(ESTATE);
  const fields = {
    投诉方式: '电话',
    事项种类: '投诉',
    客户类别: '业主、准业主',
    '投诉人姓名（名称）': '样四',
    投诉人数: '4',
    类别: '工程质量',
    事由: '样本小区二号楼外墙渗水',
    投诉事实: '样本：四户外墙渗水。',
  };
  await desk.register(fields);
  await desk.openSaved();
  await expect.poll(() => desk.case.severity()).toBe('一般');
});

/** At twice the size of the type nothing may be pushed out to the side. */
const atTwiceTheSize = async (name: string, shown: Locator): Promise<void> => {
  const { page } = office;
  const size = (value: string): Promise<void> =>
    page.evaluate(wanted => document.documentElement.style.setProperty('font-size', wanted), value);
  await size('200%');
  await shown.scrollIntoViewIfNeeded();
  await shot(`${name}-200`);
  const wider = await page.evaluate(
    () =>
      [...document.querySelectorAll('main, main section')].filter(
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1,
      ).length,
  );
  expect(wider).toBe(0);
  await size('');
};

const LONG = Array.from({ length: 30 }, (_, n) => `样本第 ${n + 1} 条：${'先听完，再说话。'.repeat(8)}`).join(
  '\n',
);

test('a card that the source leaves open is written by the office, on its page and beside the form', async () => {
  const { desk, page } = office;
  await procedures.use([EIGHT_F]);
  await procedures.open(EIGHT_F);
  await page.getByText('8F 用词', { exact: true }).click();
  await procedures.change('编辑“8F”', { '卡上的字，一行一条': LONG }, '卡上这样写');
  const line = (within: Locator | Page, n: number) =>
    within.getByRole('listitem').filter({ hasText: `样本第 ${n} 条` });
  await expect(line(page, 30)).toBeVisible();
  await expect(page.getByText(/本单位写的：王登记，2026年10月8日/)).toBeVisible();
  await shot('card-long');
  await atTwiceTheSize('card-long', line(page, 1));

  await desk.go('接待登记');
  const side = page.getByRole('complementary');
  await side.getByText('8F 用词', { exact: true }).click();
  await expect(line(side, 1)).toBeVisible();
  await side.getByRole('button', { name: '编辑“8F”' }).click();
  const form = side.getByRole('group', { name: '编辑“8F”' });
  await form.getByLabel('卡上的字，一行一条').fill('友好\n\n公平');
  await form.getByRole('button', { name: '卡上这样写' }).click();
  await expect(side.getByText('友好', { exact: true })).toBeVisible();
  await expect(line(side, 1)).toHaveCount(0);
  await shot('card-side');
});

test('all of it is there after a new start, and can be given back', async () => {
  await office.app.close();
  open(await reopenOffice(office.profile, { clock: '2026-10-08T10:30:00+08:00' }));
  const { desk, page } = office;
  await settings.open();
  await expect(settings.table('王登记').first()).toContainText('10:00-11:00 15:00-20:00');
  await expect(settings.table('从2026年11月2日')).toHaveCount(1);
  await desk.openCase(before);
  await expect.poll(() => dueOf('受理')).toMatch(/11:3\d/);

  await procedures.open(MALL);
  await expect(procedures.row('逐级升级', '夜班人手少')).toContainText('40 分钟');
  await procedures.open(ESTATE);
  await expect(procedures.row('等级', '小区户数多')).toContainText('5');
  await expect(page.getByRole('listitem').filter({ hasText: '集团改了日子' })).toContainText('第 5 个工作日');
  await procedures.change('改“热点：投诉人数达到”', { 为什么改: '集团不同意' }, '照规程原来的');
  await expect(procedures.row('等级', '3 人以上群体投诉')).not.toContainText('本单位定为');

  await procedures.open(EIGHT_F);
  await page.getByText('8F 用词', { exact: true }).click();
  await expect(page.getByText('友好', { exact: true })).toBeVisible();
  await procedures.change('编辑“8F”', {}, '照规程原来的');
  await expect(page.getByText('友好', { exact: true })).toHaveCount(0);
  await expect(page.getByText('由本单位自己写', { exact: false })).toBeVisible();
});
