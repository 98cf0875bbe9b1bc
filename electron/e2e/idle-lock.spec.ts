import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, OFFICE, type OpenOffice } from './office.ts';
import { fillForm } from './pages/form.page.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/idle-lock');
const MINUTE_MS = 60_000;

let profile: string;
let office: OpenOffice;

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  office = await foundOffice(profile);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('a desk nobody uses locks itself and loses nothing', async () => {
  test.setTimeout(5 * MINUTE_MS);
  const { desk, page } = office;
  await desk.go('设置');
  const choice = page.getByRole('radiogroup', { name: '自动锁定' });
  await expect(choice.getByRole('radio', { name: '10 分钟' })).toBeChecked();
  await choice.getByRole('radio', { name: '不自动锁定' }).check({ force: true });
  await expect(page.getByText('离开座位前请按 Ctrl+L')).toBeVisible();
  await page.getByRole('region', { name: '自动锁定' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(kept, 'settings.png') });
  await choice.getByRole('radio', { name: '1 分钟', exact: true }).check({ force: true });
  await desk.go('接待登记');
  await fillForm(desk.form, { 姓名: '朱练习', 反映内容: '路灯不亮，' });
  // What is waited for is that nobody does anything.
  await expect(page.getByRole('button', { name: '打开台账' })).toBeVisible({ timeout: 3 * MINUTE_MS });
  await expect(page.getByText(/很久没动，自动锁定/)).toBeVisible();
  await page.screenshot({ path: path.join(kept, 'locked.png') });

  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: '帮助：打开台账' })).toBeVisible();
  await page.screenshot({ path: path.join(kept, 'help.png') });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: `${OFFICE.person}的口令` })).toBeFocused();

  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  await page
    .getByRole('list', { name: '没写完的' })
    .getByRole('button', { name: /^接着写/ })
    .click();
  await expect(desk.form.getByRole('textbox', { name: '反映内容' })).toHaveValue('路灯不亮，');
});
