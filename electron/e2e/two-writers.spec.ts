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
import { RefusedOnScreen } from './pages/refused.ts';
import { enterColleagues, type Colleague } from './people.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/two-writers');

const COLLEAGUE: Colleague = {
  ...{ name: '李经办', roles: ['registrar', 'handler'], passphrase: '三号楼的电梯又停了一天' },
};

test.describe.configure({ mode: 'serial' });

let profile: string;
let office: OpenOffice;
let number: string;

const writing = () => office.desk.case.correction.getByRole('group', { name: '您写的时候，这一件被改过' });
const draftsWritten = () =>
  office.page.evaluate(async () => {
    const { desk } = window as unknown as { desk: { drafts: { list: () => Promise<{ value: unknown[] }> } } };
    return (await desk.drafts.list()).value.length;
  });
const step = (name: string) => office.page.getByRole('region', { name, exact: true });

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  office = await foundOffice(profile);
  await office.app.close();
  await enterColleagues({ profile, passphrase: OFFICE.passphrase, at: CLOCK }, [COLLEAGUE]);
  office = await reopenOffice(profile);
  number = await office.desk.register({
    ...{ 姓名: '李样本', 联系电话: '13800138000', 类别: '公共设施' },
    ...{ 反映内容: '楼道灯坏了三天。', 诉求: '尽快修好。' },
  });
  await office.desk.openCase(number);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('two people correct the same case: nothing is lost, and what was changed twice is asked about', async () => {
  const { desk, page } = office;
  await desk.case.beginCorrection();
  await fillForm(desk.case.correction, { 联系电话: '13900139000', 诉求: '三天内修好。' });

  await desk.handOver(COLLEAGUE.name, COLLEAGUE.passphrase);
  await desk.openCase(number);
  await expect(desk.case.content.getByRole('button', { name: '更正', exact: true })).toBeVisible();
  await desk.case.correct({ 联系电话: '13700137000', 反映内容: '楼道灯坏了四天。' });

  await desk.handOver(OFFICE.person, OFFICE.passphrase);
  await desk.openCase(number);
  await desk.case.content.getByRole('button', { name: '接着更正' }).click();
  // Untouched here: it is what the colleague wrote, and no change of mine.
  await expect(desk.case.correction.getByRole('textbox', { name: '反映内容' })).toHaveValue(
    '楼道灯坏了四天。',
  );
  await expect(desk.case.correction.getByRole('group', { name: '改了什么' })).not.toContainText('反映内容');
  await expect(writing()).toContainText('现在写的：13700137000');
  await expect(writing()).toContainText('您写的：13900139000');
  await expect(desk.case.saveCorrection()).rejects.toThrow(RefusedOnScreen);
  await expect(writing().getByRole('button', { name: '用现在的：联系电话' })).toBeFocused();
  await page.screenshot({ path: path.join(kept, 'conflict.png') });
  await page.keyboard.press('Enter');
  await expect(writing()).toContainText('没有用的：联系电话“13900139000”');
  await expect(desk.case.correction.getByRole('textbox', { name: '联系电话' })).toHaveValue('13700137000');
  await page.screenshot({ path: path.join(kept, 'settled.png') });
  await desk.case.saveCorrection();
  await expect(desk.case.content).toContainText('13700137000');
  await expect(desk.case.content).toContainText('三天内修好。');
  await expect(desk.case.content).toContainText('楼道灯坏了四天。');
});

test('what was written for a step and into a note is there after a power cut', async () => {
  const { desk, page } = office;
  await desk.case.stepButton('受理').first().click();
  const entry = step('受理').getByRole('textbox').first();
  await entry.fill('试填的一半');
  await page.getByRole('textbox', { name: '记办理经过' }).fill('写了一半的经过');
  // The pause in typing after which a draft is written, and no more.
  await expect.poll(draftsWritten).toBe(2);
  await pullThePlug(office);

  office = await reopenOffice(profile);
  await office.desk.openCase(number);
  await expect(office.page.getByRole('textbox', { name: '记办理经过' })).toHaveValue('写了一半的经过');
  await expect(office.page.getByText('“受理”写了一半，还没办。')).toBeVisible();
  await office.desk.case.stepButton('受理').first().click();
  await expect(step('受理')).toContainText('接着上次没办完的。');
  await expect(step('受理').getByRole('textbox').first()).toHaveValue('试填的一半');
  await office.page.screenshot({ path: path.join(kept, 'resumed-step.png') });
  await step('受理').getByRole('button', { name: '不要写的这些' }).click();
  await office.desk.case.stepButton('受理').first().click();
  await expect(step('受理').getByRole('textbox').first()).toHaveValue('');
  await expect(step('受理')).not.toContainText('接着上次没办完的。');
});
