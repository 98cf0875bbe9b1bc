import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { fillField, fillForm } from './pages/form.page.ts';
import { LookalikesPage } from './pages/lookalikes.page.ts';
import { ProceduresPage } from './pages/procedures.page.ts';

test.describe.configure({ mode: 'serial' });

let office: OpenOffice;
let lookalikes: LookalikesPage;
test.beforeAll(async () => {
  office = await foundOffice(await newProfile());
  lookalikes = new LookalikesPage(office.page);
});
test.afterAll(async () => {
  await office.app.close();
  await dropProfile(office.profile);
});

const LAMP = '三单元楼道灯坏了三天，晚上看不见路，老人差点摔倒，要求尽快修好。';
const LAMP_AGAIN = '楼道灯坏了三天了，晚上看不见，老人差点摔倒，希望快点修。';

const ANHUI_REST = { 收到日期: '2026-10-08', 质量问题: '车库顶板开裂，下雨就漏。' };
const AIC_REST = {
  收到日期: '2026-10-08',
  提起方式: '电话',
  投诉人姓名: '样一',
  住址: '样本楼1-302',
  联系电话: '13800138000',
  被投诉人名称: '样本商店',
  经营地址: '范例路1号',
  事由: '皮鞋开胶',
  商品或服务的名称: '皮鞋',
  消费日期: '2026-09-10',
  消费涉及金额: '260',
  投诉事实: '各买皮鞋一双，三天开胶。',
  理由: '质量不合格。',
  请求: '退款。',
};

const people = (...names: readonly string[]) => names.map(name => ({ 姓名: name }));

test.describe('an earlier case that looks like the one being written down', () => {
  let first = '';

  test('is shown beside the form with its reasons, and moves nothing', async () => {
    const { desk, page } = office;
    first = await desk.register({
      姓名: '李样本',
      联系电话: '13800138000',
      类别: '公共设施',
      反映内容: LAMP,
    });
    await expect(lookalikes.section).toContainText('以前的登记里没有看着像的');

    const phone = desk.form.getByRole('textbox', { name: '联系电话', exact: true });
    await phone.focus();
    const before = await desk.form.boundingBox();
    const aside = await lookalikes.section.boundingBox();
    await page.keyboard.type('13800138000');
    await expect(lookalikes.one(first)).toContainText('同一个电话，尾号 8000');
    await expect(lookalikes.one(first)).toContainText('李样本：三单元楼道灯');
    await expect(phone).toBeFocused();
    expect(await desk.form.boundingBox()).toEqual(before);
    expect((await lookalikes.section.boundingBox())?.x).toBe(aside?.x);
    await expect(page.getByRole('status').filter({ hasText: '以前有 1 件看着像是同一件' })).toBeAttached();
  });

  test('by the rule of the procedure says what to ask', async () => {
    await fillField(office.desk.form, '类别', '公共设施');
    await expect(lookalikes.one(first)).toContainText('联系电话、类别相同');
    await expect(lookalikes.one(first)).toContainText('问清是不是同一件');
  });

  test('is looked at, and what was typed and chosen is there afterwards', async () => {
    const { desk, page } = office;
    await fillForm(desk.form, { 姓名: '周范例', 反映内容: LAMP_AGAIN });
    await lookalikes.say(first, '登记为重复');
    await expect(page.getByText(`保存时记为 ${first} 的重复`)).toBeVisible();
    await lookalikes.say(first, '看那一件');
    await expect(page.locator('.case-number')).toHaveText(first);

    await desk.go('接待登记');
    await page.getByRole('button', { name: '接着填' }).click();
    await expect(desk.form.getByRole('textbox', { name: '姓名', exact: true })).toHaveValue('周范例');
    await expect(lookalikes.one(first).getByRole('button', { name: '不记为重复' })).toBeVisible();
  });

  test('is linked in the record in which the new one is saved', async () => {
    const { desk, page } = office;
    await desk.save();
    await desk.openSaved();
    await expect(page.getByText(`和 ${first} 是同一件事`, { exact: true })).toBeVisible();
  });

  test('is put aside when it is not the same, and can be looked at again', async () => {
    const { desk } = office;
    await desk.go('接待登记');
    await fillForm(desk.form, { 反映内容: LAMP_AGAIN });
    await expect(lookalikes.one(first)).toContainText(/写的内容有 \d+% 相同/);
    await lookalikes.say(first, '不是同一件');
    await expect(lookalikes.one(first)).toHaveCount(0);
    await lookalikes.section.getByRole('button', { name: '说过不是同一件的 1 件，再看看' }).click();
    await expect(lookalikes.one(first)).toBeVisible();
    await desk.clearForm();
    await expect(lookalikes.section.getByRole('listitem')).toHaveCount(0);
  });

  test('names nobody who asked for secrecy', async () => {
    const { desk } = office;
    const secret = await desk.register({
      ...{ 姓名: '郑演习', 联系电话: '13700137000', 要求保密: true },
      反映内容: '楼上每天夜里十一点以后拖桌子、放音乐，影响休息。',
    });
    await fillForm(desk.form, { 姓名: '郑演习', 联系电话: '13700137000' });
    await fillForm(desk.form, { 反映内容: '楼上夜里十一点以后拖桌子放音乐，影响休息' });
    await expect(lookalikes.one(secret)).toContainText('要求保密的登记，不显示姓名和电话');
    await expect(lookalikes.section).not.toContainText('郑演习');
    await expect(lookalikes.section).not.toContainText('7000');
    await desk.clearForm();
  });

  test('that is still in hand is said to be refused where the procedure wants that', async () => {
    const { desk, page } = office;
    const anhui = '安徽省住宅工程质量投诉处理';
    await new ProceduresPage(page).use([anhui]);
    await desk.chooseProcedure(anhui);
    const same = { '投诉人姓名（名称）': '试填', '工程（房屋）名称': '样本花园', 联系电话: '13600136000' };
    const number = await desk.register({ ...same, ...ANHUI_REST });
    await fillForm(desk.form, same);
    await expect(lookalikes.one(number)).toContainText('那一件还在办。内容相同的不受理第二件');
    await desk.clearForm();
  });
});

test.describe('a joint complaint', () => {
  const AIC = '工商行政管理部门处理消费者投诉文书（三种）';

  test('is not saved while the number is not that of the people listed', async () => {
    const { desk, page } = office;
    await new ProceduresPage(page).use([AIC]);
    await desk.chooseProcedure(AIC);
    await fillForm(desk.form, { ...AIC_REST, 投诉人数: '3' });
    await fillForm(desk.form, { 各投诉人身份情况: people('样一', '样二') });
    const told = desk.form
      .getByRole('status')
      .filter({ hasText: '投诉人数和“各投诉人身份情况”列的人数不一样' });
    await expect(told).toHaveCount(2);
    await page.keyboard.press('F9');
    await expect(page.getByText('有 2 格对不上，改好再保存')).toBeVisible();
    await expect(desk.form.getByRole('textbox', { name: '投诉人数', exact: true })).toBeFocused();
    await fillForm(desk.form, { 各投诉人身份情况: people('样一', '样二', '样三') });
    await expect(told).toHaveCount(0);
  });

  test('is warned of too many representatives and saved all the same', async () => {
    const { desk } = office;
    await fillForm(desk.form, { 推选的代表: people('样一', '样二', '样三') });
    await expect(desk.form.getByRole('status').filter({ hasText: '共同投诉推选的代表是二名' })).toBeVisible();
    expect(await desk.save()).toMatch(/号$/);
  });
});
