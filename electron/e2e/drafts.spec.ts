import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  CLOCK,
  dropProfile,
  foundOffice,
  newProfile,
  OFFICE,
  pullThePlug,
  reopenOffice,
  type OpenOffice,
} from './office.ts';
import { fillForm } from './pages/form.page.ts';
import { enterColleagues, type Colleague } from './people.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/drafts');
const HANDLER: Colleague = {
  ...{ name: '李经办', roles: ['registrar', 'handler'], passphrase: '三号楼的电梯又停了一天' },
};
const REASON = '配件要从外地调，厂家说十天到货，到了当天就装。';

test.describe.configure({ mode: 'serial' });

let profile: string;
let office: OpenOffice;
let number: string;

const list = () => office.page.getByRole('list', { name: '没写完的' });
/** Drafts are written at the next pause in typing; the shell tells when one is on the disk. */
const written = (words: string) =>
  expect
    .poll(() =>
      office.page.evaluate(async sought => {
        type Answer = { value: readonly { text: string }[] };
        const { desk } = window as unknown as { desk: { drafts: { list: () => Promise<Answer> } } };
        return (await desk.drafts.list()).value.some(({ text }) => text.includes(sought));
      }, words),
    )
    .toBe(true);

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  office = await foundOffice(profile);
  number = await office.desk.register({
    ...{ 姓名: '李样本', 联系电话: '13800138000', 类别: '公共设施' },
    ...{ 反映内容: '楼道灯坏了三天。', 诉求: '尽快修好。' },
  });
  await office.app.close();
  await enterColleagues({ profile, passphrase: OFFICE.passphrase, at: CLOCK }, [HANDLER]);
  office = await reopenOffice(profile);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

const ask = () => office.page.getByRole('group', { name: '申请延期', exact: true });

test('a reason in a small form outlives a power cut, and is gone on with from the workbench', async () => {
  await office.desk.handOver(HANDLER.name, HANDLER.passphrase);
  await office.desk.openCase(number);
  await office.page.getByRole('button', { name: '申请延期' }).click();
  await ask().getByRole('textbox', { name: '理由' }).fill(REASON);
  await written(REASON);
  await pullThePlug(office);

  office = await reopenOffice(profile);
  await office.desk.go('工作台');
  // Another person's reasons are not told.
  await expect(list()).toHaveCount(0);
  await office.desk.handOver(HANDLER.name, HANDLER.passphrase);
  await office.desk.go('工作台');
  const line = list().getByRole('listitem').filter({ hasText: '延期的理由' });
  await expect(line).toContainText(number);
  await expect(line).toContainText('今天 09:3');
  await expect(line).not.toContainText('配件');
  await office.page.screenshot({ path: path.join(kept, 'workbench.png') });
  await line.getByRole('button', { name: /^接着写/ }).press('Enter');
  await expect(ask().getByRole('textbox', { name: '理由' })).toHaveValue(REASON);
  await expect(ask().getByRole('textbox', { name: '理由' })).toBeFocused();
});

test('Esc puts the small form away with what is in it, and the focus is where it was opened', async () => {
  await office.page.keyboard.press('Escape');
  await expect(ask()).toHaveCount(0);
  const opener = office.page.getByRole('button', { name: '申请延期' });
  await expect(opener).toBeFocused();
  await expect(office.page.getByText('“申请延期”写了一半，还没办。')).toBeVisible();
  await office.page.screenshot({ path: path.join(kept, 'case.png') });
  await opener.press('Enter');
  await expect(ask().getByRole('textbox', { name: '理由' })).toHaveValue(REASON);
  await ask().getByRole('button', { name: '申请延期' }).click();
  await expect(office.page.getByText('延期已送批，等负责人答复')).toBeVisible();
  await office.desk.go('工作台');
  await expect(list()).toHaveCount(0);
});

test('a registration, a step and a note are listed and opened where the pen stopped', async () => {
  const { desk, page } = office;
  await desk.go('接待登记');
  await fillForm(desk.form, { 姓名: '周范例', 反映内容: '水管漏了一夜，' });
  await written('水管漏了一夜');
  await desk.openCase(number);
  await page.getByRole('textbox', { name: '记办理经过' }).fill('来电问进展，');
  await written('来电问进展');
  await desk.go('工作台');
  await expect(list().getByRole('listitem')).toHaveCount(2);
  await expect(list()).not.toContainText('周范例');
  await list()
    .getByRole('button', { name: /^接着写：接待登记/ })
    .click();
  await expect(desk.form.getByRole('textbox', { name: '反映内容' })).toHaveValue('水管漏了一夜，');
});

test('what is not wanted is thrown away only after a question', async () => {
  const { desk, page } = office;
  await desk.go('工作台');
  const drop = list().getByRole('button', { name: /^不要了：接待登记/ });
  await drop.press('Enter');
  const question = page.getByRole('dialog', { name: '写的这些不要了？' });
  await expect(question.getByRole('button', { name: '留着' })).toBeFocused();
  await page.screenshot({ path: path.join(kept, 'question.png') });
  await page.keyboard.press('Escape');
  await expect(drop).toBeFocused();
  await expect(list().getByRole('listitem')).toHaveCount(2);
  await drop.press('Enter');
  await expect(question.getByRole('button', { name: '留着' })).toBeFocused();
  await question.getByRole('button', { name: '去掉这一份' }).press('Enter');
  await expect(list().getByRole('listitem')).toHaveCount(1);
  await expect(list()).toContainText('办理经过');
});

test('at twice the size of type what was begun is still told and gone on with, by keys alone', async () => {
  const { desk, page } = office;
  await desk.go('接待登记');
  await desk.go('工作台');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '32px';
  });
  const folded = page.getByRole('button', { name: /^没写完的/ });
  await folded.press('Enter');
  await expect(list()).toContainText(number);
  await page.screenshot({ path: path.join(kept, 'twice.png') });
  await page.keyboard.press('Escape');
  await expect(list()).toHaveCount(0);
  await expect(folded).toBeFocused();
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: '打开台账' }).waitFor();
  await page.screenshot({ path: path.join(kept, 'locked-twice.png') });
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: '帮助：打开台账' })).toBeVisible();
  await page.screenshot({ path: path.join(kept, 'help-twice.png') });
});
