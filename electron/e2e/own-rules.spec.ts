import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, reopenOffice, type OpenOffice } from './office.ts';
import { ProceduresPage } from './pages/procedures.page.ts';

const COMMUNITY = '凤凰社区群众投诉及反馈意见登记';

let office: OpenOffice;
let procedures: ProceduresPage;
test.beforeAll(async () => {
  office = await foundOffice(await newProfile());
  procedures = new ProceduresPage(office.page);
});
test.afterAll(async () => {
  await office.app.close();
  await dropProfile(office.profile);
});

const complaint = (name: string) => ({ 姓名: name, 反映内容: '电梯坏了没有人修。' });

test('numbers go on from the paper book, keep a block apart, and say which are void', async () => {
  await procedures.open(COMMUNITY);
  const start = '“登记号”从哪号接着';
  const refused = await procedures.change(start, { 下一个从几号起: '三十八' }, '从这号接着');
  await expect(refused.getByRole('alert')).toContainText('没有这样的号');
  await procedures.change(start, { 下一个从几号起: '３８' }, '从这号接着');
  const book = procedures.row('编号', '登记号');
  await expect(book).toContainText('0038号');

  const first = await office.desk.register(complaint('样一'));
  expect(first).toContain('0038号');
  await procedures.open(COMMUNITY);
  const block = { 从几号: '39', 到几号: '45', 留给谁: '二号窗口' };
  await procedures.change('“登记号”留一段号', block, '留下这一段');
  await expect(book).toContainText('留给二号窗口');
  await expect(book).toContainText('0046号');
  await procedures.change('“登记号”作废一个号', { 作废几号: '38', 为什么作废: '纸撕了' }, '作废这个号');
  await expect(book).toContainText('0038号 作废：纸撕了');
});

test('an own figure needs a reason, stands on the page, and is there after a new start', async () => {
  await procedures.open(COMMUNITY);
  const limit = office.page.getByRole('region', { name: '时限', exact: true });
  const [name = ''] = await limit
    .getByRole('button', { name: /^改“/ })
    .evaluateAll(buttons => buttons.map(button => button.getAttribute('aria-label') ?? ''));
  const without = await procedures.change(name, { 数: '9', 为什么改: '' }, '从现在起照这个算');
  await expect(without.getByRole('alert')).toContainText('还没写理由');
  await procedures.change(name, { 数: '9', 为什么改: '街道要求' }, '从现在起照这个算');
  // Not the row of the form, which closes once the figure stands.
  const own = limit
    .getByRole('row')
    .filter({ hasText: '街道要求', hasNot: office.page.getByRole('textbox') });
  await expect(own).toContainText('9 ');

  await office.app.close();
  office = await reopenOffice(office.profile);
  procedures = new ProceduresPage(office.page);
  await procedures.open(COMMUNITY);
  await expect(procedures.row('时限', '街道要求')).toContainText('9 ');
  await expect(procedures.row('编号', '登记号')).toContainText('0046号');
});

test('a letter is registered by the procedure of the day it came, with what was typed before', async () => {
  const [before, since] = [
    '市场监管投诉举报处理（2019年文书，十二种）',
    '市场监管投诉举报处理（2026年文书，十种）',
  ] as const;
  await procedures.use([before, since]);
  const { desk, page } = office;
  await desk.expectNotOffered(before);
  await desk.chooseProcedure(since);
  const name = desk.form.getByRole('textbox', { name: '姓名', exact: true }).first();
  await name.fill('样二');

  await page.getByRole('button', { name: '早先收到的' }).click();
  const received = page.getByRole('textbox', { name: '收到时间' });
  await received.fill('2027-01-01 9:00');
  await received.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('这个时间还没有到');
  await page.keyboard.press('F9');
  await expect(page.getByText('先写清收到时间，再保存')).toBeVisible();

  await received.fill('4-10 15:30');
  await received.press('Enter');
  await page.getByRole('button', { name: `换规程：${before}`, exact: true }).waitFor();
  await expect(received).toHaveValue('2026-04-10 15:30');
  await expect(name).toHaveValue('样二');
});
