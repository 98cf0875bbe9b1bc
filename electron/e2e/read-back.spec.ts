import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, OFFICE, type OpenOffice } from './office.ts';
import { fillForm } from './pages/form.page.ts';
import { moveClock } from './program.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/read-back');

test.describe.configure({ mode: 'serial' });

let profile: string;
let office: OpenOffice;

const dialog = () => office.page.getByRole('dialog', { name: '念给对方听' });

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  office = await foundOffice(profile);
  await office.desk.go('接待登记');
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('an empty form has nothing to read out', async () => {
  const { page } = office;
  await page.keyboard.press('F8');
  await expect(dialog()).toContainText('还没有写，没有可念的');
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
});

test('what was taken down is read out by keyboard, changed where it is wrong, and confirmed', async () => {
  const { desk, page } = office;
  await fillForm(desk.form, {
    ...{ 姓名: '李样本', 联系电话: '13800138000', 类别: '公共设施' },
    ...{ 反映内容: '三单元楼道灯坏了三天，晚上看不见路。'.repeat(8), 诉求: '尽快修好。' },
  });
  await page.keyboard.press('F8');
  await expect(dialog().getByText('李样本')).toBeVisible();
  await expect(dialog()).toContainText('没有写：');
  await page.screenshot({ path: path.join(kept, 'read-back.png') });
  await dialog().getByRole('button', { name: '改：联系电话' }).press('Enter');
  await expect(desk.form.getByRole('textbox', { name: '联系电话', exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('13900139000');

  // The minute that is written down begins now, however long it took so far.
  await moveClock(office, '2026-10-08T10:20:00+08:00');
  await page.keyboard.press('F8');
  await expect(dialog()).toContainText('13900139000');
  await expect(dialog().getByRole('button', { name: '念完了，对方说都对' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已读回，对方 10:20 确认')).toBeVisible();
});

test('it is known again after the lock, lapses with the next change, and is part of the case', async () => {
  const { desk, page } = office;
  await desk.lock();
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  await desk.go('接待登记');
  await page
    .getByRole('button', { name: /^接着填/ })
    .first()
    .click();
  await expect(page.getByText('已读回，对方 10:20 确认')).toBeVisible();
  await fillForm(desk.form, { 诉求: '三天内修好。' });
  await expect(page.getByText('读回以后又改过，再念一遍')).toBeVisible();
  await page.keyboard.press('F8');
  await dialog().getByRole('button', { name: '念完了，对方说都对' }).press('Enter');
  const number = await desk.save();
  await desk.openCase(number);
  await expect(page.getByRole('list', { name: '办理经过' })).toContainText('念给对方听，对方确认无误');
});

test('whoever asks for secrecy is shown the screen, and hears no name', async () => {
  const { desk, page } = office;
  await desk.go('接待登记');
  await fillForm(desk.form, { 姓名: '李样本', 反映内容: '有人往楼下扔东西。', 要求保密: true });
  await page.getByRole('button', { name: '大字' }).click();
  await page.keyboard.press('F8');
  await expect(dialog()).toContainText('不要念出声');
  await expect(dialog().getByText('不念，请对方看').first()).toBeVisible();
  await page.screenshot({ path: path.join(kept, 'secret-large.png') });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '大字' }).click();
});
