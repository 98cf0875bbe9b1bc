import { expect, test, type Locator } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, OFFICE, reopenOffice, type OpenOffice } from './office.ts';
import { AttachmentsPage } from './pages/attachments.page.ts';

test.describe.configure({ mode: 'serial' });

/** Chromium plays cameras whose picture moves; so many of them. */
const withCameras = (count: number) => ({
  extraArguments: [`--use-fake-device-for-media-stream=device-count=${count}`],
});

let profile: string;
let office: OpenOffice;
let files: AttachmentsPage;
let number: string;

const shot = (name: string) => office.page.screenshot({ path: test.info().outputPath(`${name}.png`) });
const atCase = async (): Promise<void> => {
  files = new AttachmentsPage(office.page);
  await office.desk.openCase(number);
};
const press = (name: string): Promise<void> =>
  files.dialog.getByRole('button', { name, exact: true }).click();
const live = (): Locator => files.dialog.getByRole('img', { name: '摄像头画面' });
const photos = (): Locator => files.line('拍的照片 10月8日');

test.beforeAll(async () => {
  profile = await newProfile();
  office = await foundOffice(profile, withCameras(2));
  number = await office.desk.register({ 姓名: '苗范例', 反映内容: '三楼过道堆着杂物。' });
  await atCase();
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('what lies under the camera is seen, taken, taken again and used, by the Enter key alone', async () => {
  const { keyboard } = office.page;
  await files.section.getByRole('button', { name: '拍照', exact: true }).press('Enter');
  await expect(files.dialog.getByRole('button', { name: '拍', exact: true })).toBeFocused();
  await expect(live()).toBeVisible();
  await shot('live');
  await keyboard.press('Enter');
  const taken = files.dialog.getByRole('img', { name: '拍好的照片' });
  await expect(taken).toBeVisible();
  await expect(live()).toBeHidden();
  await shot('taken');
  await press('重拍');
  await expect(files.dialog.getByRole('button', { name: '拍', exact: true })).toBeFocused();
  await expect(live()).toBeVisible();
  await keyboard.press('Enter');
  await expect(files.dialog.getByRole('button', { name: '用这张', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await expect(photos()).toHaveCount(1);
  await expect(photos()).toContainText('图片');
  await photos().getByRole('button', { name: /^看/ }).click();
  const shortest = (): Promise<number> =>
    files.dialog
      .getByRole('img', { name: /^拍的照片/ })
      .evaluate((image: HTMLImageElement) => Math.min(image.naturalWidth, image.naturalHeight));
  await expect.poll(shortest).toBeGreaterThan(200);
  await files.close();
});

test('several pages are photographed one after the other, with the camera that is chosen', async () => {
  await files.section.getByRole('button', { name: '拍照', exact: true }).click();
  const which = files.dialog.getByRole('combobox', { name: '用哪个摄像头' });
  await expect(which.getByRole('option')).toHaveCount(2);
  const [first, second] = await which.getByRole('option').allInnerTexts();
  expect(first).not.toBe(second);
  await which.selectOption({ label: second! });
  await expect(files.dialog.getByRole('button', { name: '拍', exact: true })).toBeFocused();
  await expect(which.locator('option:checked')).toHaveText(second!);
  for (const page of [1, 2]) {
    await press('拍');
    await press('用这张，接着拍');
    await expect(files.dialog.getByRole('status')).toHaveText(`已交 ${page} 张。`);
  }
  await press('不拍了');
  await expect(photos()).toHaveCount(3);

  await files.section.getByRole('button', { name: '拍照', exact: true }).click();
  await expect(which.locator('option:checked')).toHaveText(second!);
  await office.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await expect(live()).toBeVisible();
  await shot('large');
  await office.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await office.page.keyboard.press('Escape');
  await expect(files.dialog).toHaveCount(0);
});

test('the camera is off once the dialog is closed', async () => {
  await files.section.getByRole('button', { name: '拍照', exact: true }).click();
  // The picture is there before the camera has opened; what can be taken has a stream.
  await expect(files.dialog.getByRole('button', { name: '拍', exact: true })).toBeFocused();
  const stream = await live().evaluateHandle(video => (video as HTMLVideoElement).srcObject as MediaStream);
  const states = () =>
    stream.evaluate(each => each.getTracks().map(({ kind, readyState }) => [kind, readyState]));
  await expect.poll(states).toEqual([['video', 'live']]);
  await press('不拍了');
  await expect.poll(states).toEqual([['video', 'ended']]);
});

test('a photo taken at reception is in the case that is born', async () => {
  const { desk, page } = office;
  await desk.go('接待登记');
  await desk.form.getByLabel('姓名', { exact: true }).fill('田范例');
  await desk.form.getByLabel('反映内容', { exact: true }).fill('水管漏水。');
  const counter = page.getByRole('region', { name: '随登记收的附件' });
  await counter.getByRole('button', { name: '拍照', exact: true }).click();
  await press('拍');
  await press('用这张');
  await expect(counter.getByRole('listitem')).toHaveCount(1);
  const born = await desk.save();
  await desk.openCase(born);
  await expect(photos()).toHaveCount(1);
});

test('without a camera that is said, and it can be tried again', async () => {
  await office.app.close();
  office = await reopenOffice(profile, withCameras(0));
  await atCase();
  await files.section.getByRole('button', { name: '拍照', exact: true }).click();
  const said = files.dialog.getByRole('alert');
  await expect(said).toContainText('没有找到摄像头');
  await expect(files.dialog.getByRole('button', { name: '再试', exact: true })).toBeFocused();
  await shot('none');
  await press('再试');
  await expect(said).toContainText('没有找到摄像头');
  await press('不拍了');
});

test('where the camera is not granted, that is said', async () => {
  await office.app.close();
  office = await reopenOffice(profile, withCameras(1));
  await office.app.evaluate(async ({ BrowserWindow, session }) => {
    session.defaultSession.setPermissionCheckHandler(() => false);
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    const window = BrowserWindow.getAllWindows().find(
      each => each.webContents.session === session.defaultSession,
    );
    await window?.loadURL(window.webContents.getURL());
  });
  await office.desk.unlock(OFFICE.person, OFFICE.passphrase);
  await atCase();
  await files.section.getByRole('button', { name: '拍照', exact: true }).click();
  await expect(files.dialog.getByRole('alert')).toContainText('系统不让这个程序用摄像头');
  await shot('refused');
});
