import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import {
  CLOCK,
  dropProfile,
  foundOffice,
  newProfile,
  OFFICE,
  reopenOffice,
  type OpenOffice,
} from './office.ts';
import { enterColleagues, type Colleague } from './people.ts';
import { MonthPage } from './pages/month.page.ts';
import { ProceduresPage } from './pages/procedures.page.ts';
import { readShippedPacks } from './procedures/packs.ts';
import { moveClock } from './program.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/month-close');

const HANDLER: Colleague = {
  ...{ name: '李经办', roles: ['registrar', 'handler'], passphrase: '三号楼的电梯又停了一天' },
};
const OFFICER: Colleague = {
  ...{ name: '孙统计', roles: ['records-officer'], passphrase: '每月一号先把账对一遍' },
};
const CHIEF: Colleague = {
  ...{ name: '赵主任', roles: ['supervisor'], passphrase: '负责人看完了再批一遍吧' },
};
const OCTOBER = '2026-10';
const packs = await readShippedPacks();
const nameOf = (id: string): string => packs.find(({ procedure }) => procedure.id === id)!.procedure.name.zh;
const ESTATE = nameOf('property-owner-complaints');
const MALL = {
  ...{
    name: nameOf('mall-customer-complaints'),
    duty: '上报顾客意见建议汇总表',
    report: '顾客意见建议汇总表',
  },
};
const Q4 = '2026年第4季度';
const COMPLAINT = {
  ...{
    事项种类: '投诉',
    '投诉方式（渠道）': '当面',
    '投诉人姓名（名称）': '李样本',
    联系电话: '13800138000',
  },
  ...{ 类别: '服务性投诉', 相关信息: '样本：售货员态度生硬。' },
};

test.describe.configure({ mode: 'serial' });

let profile: string;
let printer: string;
let office: OpenOffice;
let month: MonthPage;
let number: string;

const picture = (name: string) =>
  office.page.screenshot({ path: path.join(kept, `${name}.png`), fullPage: true });
const become = async ({ name, passphrase }: Colleague): Promise<void> => {
  await office.desk.handOver(name, passphrase);
};
const atMonth = () => office.desk.go('月结与报送');
const checks = () => office.page.getByRole('region', { name: '核对' });

async function enlarged(name: string, at?: Locator): Promise<void> {
  const size = (value: string) =>
    office.page.evaluate(to => document.documentElement.style.setProperty('font-size', to), value);
  await size('200%');
  await at?.evaluate(each => each.scrollIntoView());
  await picture(name);
  await size('');
}

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  const founded = await foundOffice(profile);
  await founded.app.close();
  await enterColleagues({ profile, passphrase: OFFICE.passphrase, at: CLOCK }, [HANDLER, OFFICER, CHIEF]);
  printer = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  office = await reopenOffice(profile, { printTo: printer });
  month = new MonthPage(office.page);
  await become(HANDLER);
  number = await office.desk.register({
    ...{ 姓名: '李样本', 联系电话: '13800138000', 类别: '公共设施', 反映内容: '楼道灯坏了三天。' },
  });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(printer, { recursive: true, force: true });
});

test('the check list opens the cases behind each of its lines', async () => {
  const { page } = office;
  await moveClock(office, '2026-11-02T09:00:00+08:00');
  await become(OFFICER);
  await atMonth();
  await month.choose(OCTOBER);
  await expect(checks()).toContainText('1 件逾期');
  await expect(checks()).toContainText('1 件该办的一步没有办');
  await expect(checks()).toContainText('编号没有缺的');
  await picture('checks');
  await checks().getByRole('button', { name: '看这些案件：逾期' }).click();
  await expect(page.getByRole('tab', { name: /^逾期/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('row').filter({ hasText: number })).toBeVisible();
  await picture('cases-behind');
  await page.getByRole('tab', { name: /^全部/ }).click();
  await expect(page.getByRole('tab', { name: /^逾期/ })).toHaveCount(0);
});

test('a lock is proposed only with a remark to every open question', async () => {
  await atMonth();
  await month.propose(OCTOBER);
  await expect(month.unremarked.first()).toBeFocused();
  await picture('remarks-missing');
  await month.remark('配件十一月五日到，到了就装。');
  await month.propose(OCTOBER);
  await month.said(/已报负责人批准/);
  await expect(month.waiting).toContainText('孙统计');
  await expect(month.waiting.getByRole('button')).toHaveCount(0);
});

test('the person in charge sends it back with a reason, and the records officer goes on from there', async () => {
  await become(CHIEF);
  await atMonth();
  await month.choose(OCTOBER);
  await expect(checks()).toContainText('备注：配件十一月五日到');
  await picture('before-the-chief');
  await enlarged('before-the-chief-large');
  await month.sendBack(OCTOBER, '逾期的先打电话告诉本人。');
  await become(OFFICER);
  await atMonth();
  await month.choose(OCTOBER);
  await expect(office.page.getByText('退回了2026年10月的锁账：逾期的先打电话告诉本人。')).toBeVisible();
  const remark = office.page.getByRole('textbox', { name: '备注：逾期' });
  await expect(remark).toHaveValue('配件十一月五日到，到了就装。');
  await remark.fill('十一月二日已打电话说明。');
  await picture('sent-back');
  await month.propose(OCTOBER);
  await month.said(/已报负责人批准/);
});

test('what came open since it was proposed is remarked by whoever gives it', async () => {
  const { desk, page } = office;
  await become(HANDLER);
  await desk.openCase(number);
  await desk.case.openPaper('群众投诉及反馈意见登记表');
  await desk.case.print();
  await desk.case.backToCase();
  await become(CHIEF);
  await atMonth();
  await month.choose(OCTOBER);
  await expect(checks()).toContainText('备注：十一月二日已打电话说明。');
  await expect(page.getByRole('textbox', { name: '备注：逾期' })).toHaveCount(0);
  await page.getByRole('button', { name: '同意锁账：2026年10月' }).click();
  await expect(month.unremarked).toHaveCount(1);
  await expect(month.unremarked).toBeFocused();
  await picture('chief-remark-missing');
  await enlarged('chief-remark-missing-large', month.unremarked);
  await month.remark('登记表昨天才做，今天打印。');
});

test('given, the month is locked and says who proposed and who approved', async () => {
  const { page } = office;
  await month.approve(OCTOBER);
  await expect(checks()).toContainText('备注：登记表昨天才做，今天打印。');
  await expect(page.getByText('孙统计报请，赵主任批准。')).toBeVisible();
  await expect(checks()).toContainText('备注：十一月二日已打电话说明。');
  await picture('locked');
});

test('what is corrected after the lock is shown by the next month, and the figures of the locked one stay', async () => {
  const { desk, page } = office;
  await become(HANDLER);
  await moveClock(office, '2026-11-03T09:00:00+08:00');
  await desk.openCase(number);
  await desk.case.correct({ 反映内容: '三号楼楼道灯坏了四天。' }, '来人更正了楼号');

  await become(OFFICER);
  await atMonth();
  await month.choose('2026-11');
  const corrections = page.getByRole('region', { name: '更正（1）' });
  const row = corrections.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText('更正登记内容：反映内容');
  await expect(row).toContainText('2026年10月');
  await expect(row).toContainText('李经办');
  await picture('corrections');
  await enlarged('corrections-large', corrections);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('region', { name: 'Corrections (1)' })).toBeVisible();
  await picture('corrections-en');
  await page.getByRole('button', { name: '中文' }).click();

  await month.choose(OCTOBER);
  await expect(page.getByRole('region', { name: /^更正/ })).toHaveCount(0);
  await month.choose('2026-11');
  await row.getByRole('button', { name: number }).click();
  await expect(desk.case.content).toContainText('三号楼楼道灯坏了四天。');
});

test('any month of the books is reached from the list and by key, the locked ones are marked', async () => {
  const { page } = office;
  await moveClock(office, '2027-01-02T09:00:00+08:00');
  await become(OFFICER);
  await atMonth();
  const list = page.getByRole('combobox', { name: '月份' });
  await expect(list.getByRole('option')).toHaveText([
    ...['2027年1月', '2026年12月', '2026年11月', '2026年10月（已锁账）'],
  ]);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(list).toHaveValue('2026-12');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(list).toHaveValue('2026-12');
  await month.choose(OCTOBER);
  await expect(page.getByText('孙统计报请，赵主任批准。')).toBeVisible();
  await picture('months');
});

test('a quarter is proposed with its check list, sent back, proposed again and approved', async () => {
  test.setTimeout(300_000);
  const { desk, page } = office;
  await desk.handOver(OFFICE.person, OFFICE.passphrase);
  await moveClock(office, '2026-12-20T09:00:00+08:00');
  await new ProceduresPage(page).use([MALL.name, ESTATE]);
  await desk.chooseProcedure(MALL.name);
  const late = await desk.register(COMPLAINT);
  await moveClock(office, '2027-01-03T09:00:00+08:00');
  await become(OFFICER);
  await atMonth();
  const quarter = month.closeOf(MALL.duty);
  await quarter.choose(Q4);
  await expect(quarter.part).toContainText('1 件该办的一步没有办');
  await expect(quarter.part).toContainText('没有作废的编号');
  await picture('quarter');
  await quarter.part.getByRole('button', { name: `报请办结：${MALL.duty}，${Q4}` }).click();
  await expect(quarter.unremarked.first()).toBeFocused();
  await picture('quarter-remarks-missing');
  await quarter.close(Q4, '一月四日答复，已电话说明。');
  await expect(quarter.waiting(Q4)).toContainText('孙统计');
  await expect(quarter.waiting(Q4).getByRole('button')).toHaveCount(0);

  await become(CHIEF);
  await expect(page.getByText('1 期报表报请办结，等负责人批准')).toBeVisible();
  await atMonth();
  await quarter.choose(Q4);
  await expect(quarter.part).toContainText('备注：一月四日答复，已电话说明。');
  await quarter.part.scrollIntoViewIfNeeded();
  await picture('quarter-before-the-chief');
  await enlarged('quarter-before-the-chief-large', quarter.part);
  await quarter.sendBack(Q4, '先把答复的日子写进去。');

  await become(OFFICER);
  await atMonth();
  await quarter.choose(Q4);
  await expect(quarter.part).toContainText('先把答复的日子写进去。');
  await expect(quarter.part.getByRole('textbox', { name: '备注：该办没办的步骤' })).toHaveValue(
    '一月四日答复，已电话说明。',
  );
  await picture('quarter-sent-back');
  await enlarged('quarter-sent-back-large', quarter.part);
  await enlarged('quarter-checks-large', quarter.part.getByRole('region', { name: /^核对/ }));
  await quarter.close(Q4, '');

  await become(CHIEF);
  await atMonth();
  await quarter.approve(Q4);
  await expect(quarter.part).toContainText('2027年1月3日办的，数是那时的。');
  await expect(quarter.part).toContainText('孙统计报请，赵主任批准。');
  await picture('quarter-closed');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText('Proposed by 孙统计, approved by 赵主任.').last()).toBeVisible();
  await picture('quarter-closed-en');
  await page.getByRole('button', { name: '中文' }).click();

  await become(HANDLER);
  await moveClock(office, '2027-01-05T09:00:00+08:00');
  await desk.openCase(late);
  await desk.case.correct({ 相关信息: '样本：售货员态度生硬，已道歉。' });
  await become(OFFICER);
  await atMonth();
  await quarter.choose(Q4);
  await expect(quarter.part).toContainText('办结以后更正了 1 件次，算在以后各期；这一期的数不变。');
  await quarter.choose('2027年第1季度');
  await expect(quarter.part.getByRole('region', { name: '更正（1）' })).toContainText('2026年第4季度');
  await picture('quarter-corrections');
  await enlarged('quarter-corrections-large', quarter.part);
});

test('the printed report of a closed quarter is the one of its close, and says what was corrected since', async () => {
  const { page } = office;
  await new ProceduresPage(page).open(MALL.name);
  await page.getByRole('button', { name: `看“${MALL.report}”`, exact: true }).click();
  await page.getByRole('combobox', { name: '哪一期' }).selectOption({ label: Q4 });
  const words = page.getByRole('group', { name: '要印的各页' });
  await expect(words).toContainText('本期2027年1月3日办结，数和名单照那时的，以后不变。');
  await expect(words).toContainText('办结以后更正1件次，算在以后各期');
  await expect(words).toContainText('本期收到 1 件，本期办结 0 件，期末在办 1 件');
  await expect(words).toContainText('都照这一期办结时的台账计算');
  await picture('quarter-paper');
});

test('a half-year with nothing in it is closed as well, alone by whoever may', async () => {
  await office.desk.handOver(OFFICE.person, OFFICE.passphrase);
  await atMonth();
  const half = month.closeOf('业主投诉半年分析');
  await half.choose('2026年下半年');
  await expect(half.part.getByText('这一期没有收到，也没有办结案件。')).toBeVisible();
  await half.close('2026年下半年', '没有案件。');
  await expect(half.part.getByText('2027年1月5日办的，数是那时的。')).toBeVisible();
  await picture('half-year-closed');
});
