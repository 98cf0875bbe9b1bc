import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Values } from '#shared/procedure/values.ts';
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
import { ProceduresPage } from './pages/procedures.page.ts';
import { fillValues, registerKeys } from './procedures/entries.ts';
import { readShippedPacks } from './procedures/packs.ts';
import { moveClock } from './program.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/approvals');

const HANDLER: Colleague = {
  ...{ name: '李经办', roles: ['registrar', 'handler'], passphrase: '三号楼的电梯又停了一天' },
};
const CHIEF: Colleague = {
  ...{ name: '赵主任', roles: ['supervisor'], passphrase: '负责人看完了再批一遍吧' },
};
const COMPLAINT: Values = {
  ...{ matter_kind: 'complaint', intake_channel: 'dictation', complainant_name: '样本' },
  ...{ complainant_gender: 'male', complainant_phone: '13800138000', complainant_id_type: 'resident-id' },
  ...{ complainant_id_no: '11010519491231002X', complainant_address: '样本市范例街 3 号' },
  ...{ subject: '拖欠工资', respondent_name: '范例工地', respondent_address: '样本市范例街 4 号' },
  ...{ violation_types: ['wages'], facts: '拖欠两个月工资。', request: '支付工资。', own_rights: true },
  ...{ id_proof_handed: true, employment_proof: ['statements'], delivery_address: '样本市范例街 3 号' },
  evidence_list: [{ evidence: '工友证言', evidence_form: '原件', evidence_count: '2' }],
};

test.describe.configure({ mode: 'serial' });

const labour = (await readShippedPacks()).find(
  ({ procedure }) => procedure.id === 'guangdong-labour-inspection',
)!.procedure;
const register = labour.forms.find(({ id }) => id === 'LAB-01')!;

let profile: string;
let printTo: string;
let office: OpenOffice;

const picture = (name: string) =>
  office.page.screenshot({ path: path.join(kept, `${name}.png`), fullPage: true });
/** A section of the side column in type of 200 %, where it is folded behind its name. */
async function enlarged(name: string, section: string): Promise<void> {
  const size = (value: string) =>
    office.page.evaluate(to => document.documentElement.style.setProperty('font-size', to), value);
  await size('200%');
  await office.page
    .getByRole('complementary')
    .getByRole('button', { name: new RegExp(`^${section}`), expanded: false })
    .click();
  await expect(office.desk.case.section(section)).toBeVisible();
  await picture(name);
  await size('');
}

const become = ({ name, passphrase }: Colleague) => office.desk.handOver(name, passphrase);

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  printTo = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  const founded = await foundOffice(profile);
  await new ProceduresPage(founded.page).use([labour.name.zh]);
  await founded.app.close();
  await enterColleagues({ profile, passphrase: OFFICE.passphrase, at: CLOCK }, [HANDLER, CHIEF]);
  office = await reopenOffice(profile, { printTo });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(printTo, { recursive: true, force: true });
});

test('more time is asked for, refused with a reason, asked for again and given, and the day moves', async () => {
  const { desk, page } = office;
  await become(HANDLER);
  const number = await desk.register({ 姓名: '李小样', 类别: '物业管理', 反映内容: '电梯停了两天。' });
  await desk.openCase(number);
  await desk.case.step('受理', { 受理意见: '属实，受理。' });
  await expect(page.getByRole('status', { name: '状态' })).toHaveText('已受理');
  const reply = desk.case.limit('答复');
  const due = () => reply.locator('time').getAttribute('datetime');
  const before = await due();
  await expect(reply.getByRole('button', { name: '延期', exact: true })).toHaveCount(0);
  await desk.case.askExtension('答复', '配件要从外地调，厂家说下周才能到货。');
  await expect(reply).toContainText('延期已送批，等负责人答复');
  await expect(desk.case.asked('答复延期')).toContainText('李经办送批“答复延期”：配件要从外地调');
  await expect(desk.case.asked('答复延期').getByRole('button')).toHaveCount(0);

  await become(CHIEF);
  await moveClock(office, '2026-10-09T09:00:00+08:00');
  await desk.go('案件');
  await page.getByRole('tab', { name: /^等我批准/ }).click();
  await expect(page.getByRole('row').filter({ hasText: number })).toBeVisible();
  await picture('list-of-the-chief');
  await desk.openCase(number);
  await picture('before-the-chief');
  await expect(desk.case.answer('答复延期', false)).rejects.toThrow('还没写理由');
  await desk.case.asked('答复延期').getByRole('button', { name: '先不办' }).click();
  await desk.case.answer('答复延期', false, '先催厂家，问清日期再报。');
  expect(await due()).toBe(before);

  await desk.go('案件');
  await expect(page.getByRole('tab', { name: /^等我批准/ })).toHaveCount(0);

  await become(HANDLER);
  await moveClock(office, '2026-10-10T09:00:00+08:00');
  await desk.openCase(number);
  const history = office.page.getByRole('list', { name: '办理经过' });
  await expect(history).toContainText('没有批准：答复延期');
  await desk.case.askExtension('答复', '厂家书面答复，二十六日到货。');

  await become(CHIEF);
  await desk.openCase(number);
  await desk.case.answer('答复延期', true, '同意，到货当天装。');
  await expect.poll(due).not.toBe(before);
  await expect(reply).toContainText('原来是');
  const why = reply.getByRole('button', { name: '为什么是这天' });
  if ((await why.getAttribute('aria-expanded')) !== 'true') await why.click();
  await expect(reply.getByRole('definition').filter({ hasText: '赵主任批准' })).toContainText('李经办申请');
  await expect(history).toContainText('批准：答复延期');
  await picture('given');
});

test('a step goes on without a signed paper once that is approved, and everything says so', async () => {
  const { desk } = office;
  await become(HANDLER);
  await desk.chooseProcedure(labour.name.zh);
  await fillValues(desk.form, labour, registerKeys(labour, COMPLAINT), COMPLAINT);
  const number = await desk.save();
  await desk.openCase(number);
  await desk.case.openPaper('LAB-01');
  await desk.case.print();
  await desk.case.backToCase();
  await expect(desk.case.section('下一步')).toContainText(`受理立案：《${register.name.zh}》还没签回`);
  await desk.case.goOnUnsigned('LAB-01', {
    act: '申请不签字办理',
    cause: '本人拒绝签字',
    reason: '十月九日、十日两次请本人来签，本人说等工资到手再签。',
  });
  await expect(await desk.case.paper('LAB-01')).toContainText('不签字办理已送批，等负责人答复');
  await picture('asked-unsigned');

  await become(CHIEF);
  await desk.openCase(number);
  const what = `《${register.name.zh}》不签字办理`;
  await expect(desk.case.asked(what)).toContainText('本人拒绝签字：十月九日');
  await enlarged('before-the-chief-large', '等批准');
  await desk.case.answer(what, true, '情况属实，先立案。');
  const paper = await desk.case.paper('LAB-01');
  await expect(paper).toContainText('没有签字。本人拒绝签字');
  await expect(paper).toContainText('李经办申请，赵主任批准');
  await expect(desk.case.section('案卷材料')).toContainText('没有签字。本人拒绝签字');

  await become(HANDLER);
  await desk.openCase(number);
  await desk.case.step('受理立案', { 承办人意见: '符合受理条件。' });
  const history = office.page.getByRole('list', { name: '办理经过' });
  await expect(history).toContainText(what);
  await picture('unsigned');
  await enlarged('unsigned-large', '文书');
  await desk.case.cameBackSigned('LAB-01');
  await expect(await desk.case.paper('LAB-01')).not.toContainText('没有签字');
  await expect(history).toContainText(`批准：${what}`);
});

test('whoever approves a step sees the ground that was chosen for it', async () => {
  const { desk, page } = office;
  await become(HANDLER);
  await desk.chooseProcedure(labour.name.zh);
  await fillValues(desk.form, labour, registerKeys(labour, COMPLAINT), COMPLAINT);
  const number = await desk.save();
  await desk.openCase(number);
  await desk.case.section('下一步').getByRole('button', { name: '不予受理' }).click();
  const form = page.getByRole('region', { name: '不予受理', exact: true });
  const ground = labour.grounds['non-acceptance']!.items[0]!.text.zh;
  await form.getByRole('radio', { name: ground }).check({ force: true });
  await form.getByRole('textbox', { name: '理由' }).fill('欠薪发生在三年以前。');
  await form.getByRole('button', { name: '送负责人批准' }).click();
  await expect(desk.case.asked('不予受理')).toContainText(ground);
  const history = page.getByRole('list', { name: '办理经过' });
  await expect(history).toContainText(`情形：${ground}`.replace(/[；。]$/u, ''));

  await become(CHIEF);
  await desk.openCase(number);
  await expect(desk.case.asked('不予受理').getByRole('term')).toHaveText(['情形']);
  await picture('step-before-the-chief');
  await enlarged('step-before-the-chief-large', '等批准');
  await desk.case.answer('不予受理', true);
  await expect(history).toContainText('批准：不予受理');
});
