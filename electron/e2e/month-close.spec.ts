import { mkdir } from 'node:fs/promises';
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
const ESTATE = (await readShippedPacks()).find(
  ({ procedure }) => procedure.id === 'property-owner-complaints',
)!.procedure.name.zh;

test.describe.configure({ mode: 'serial' });

let profile: string;
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
  office = await reopenOffice(profile);
  month = new MonthPage(office.page);
  await become(HANDLER);
  number = await office.desk.register({
    ...{ 姓名: '李样本', 联系电话: '13800138000', 类别: '公共设施', 反映内容: '楼道灯坏了三天。' },
  });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
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

test('given, the month is locked and says who proposed and who approved', async () => {
  await become(CHIEF);
  await atMonth();
  await month.approve(OCTOBER);
  await expect(office.page.getByText('孙统计报请，赵主任批准。')).toBeVisible();
  await expect(checks()).toContainText('备注：十一月二日已打电话说明。');
  await picture('locked');
});

test('what is corrected after the lock is shown by the next month, and the figures of the locked one stay', async () => {
  const { desk, page } = office;
  await become(HANDLER);
  await moveClock(office, '2026-11-03T09:00:00+08:00');
  await desk.openCase(number);
  await desk.case.correct({ 反映内容: '三号楼楼道灯坏了四天。' });

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

test('a half-year is closed where a procedure asks for it, and keeps its figures', async () => {
  const { desk, page } = office;
  await desk.handOver(OFFICE.person, OFFICE.passphrase);
  await new ProceduresPage(page).use([ESTATE]);
  await moveClock(office, '2027-01-02T09:00:00+08:00');
  await become(OFFICER);
  await atMonth();
  const part = page.getByRole('region', { name: '按季、半年、年等报的' });
  const close = part.getByRole('button', { name: '办结这一期：业主投诉半年分析，2026年下半年' });
  await expect(part.getByText('这一期没有收到，也没有办结案件。').first()).toBeVisible();
  await picture('half-year');
  await enlarged('half-year-large', part);
  await close.click();
  await expect(part.getByText('2027年1月2日办的，数是那时的。')).toBeVisible();
  await expect(close).toHaveCount(0);
  await picture('half-year-closed');
});
