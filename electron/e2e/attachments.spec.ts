import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { madePdf, opening } from '#electron/printing/outside/made-files.fixture.ts';
import { madeTiff } from '#shared/fixtures/made-tiff.ts';
import { photographed, PLACE_WORDS } from '#shared/fixtures/made-photo.ts';
import {
  dropProfile,
  foundOffice,
  newProfile,
  pullThePlug,
  reopenOffice,
  type OpenOffice,
} from './office.ts';
import { AttachmentsPage } from './pages/attachments.page.ts';
import { fillForm } from './pages/form.page.ts';
import { answerDialogs } from './program.ts';

test.describe.configure({ mode: 'serial' });

/** Chromium beeps once a second into a microphone of its own making. */
const WITH_MICROPHONE = { extraArguments: ['--use-fake-device-for-media-stream'] };

let profile: string;
let folder: string;
let office: OpenOffice;
let files: AttachmentsPage;
let number: string;
let photo: Uint8Array;

const file = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  await writeFile(path.join(folder, name), bytes);
  return path.join(folder, name);
};
/** A machine that is busy looks at a clock when it comes to it, and stops later than it was told. */
const FROM_2_SECONDS = '0:(0[2-9]|[1-5]\\d)';

const shot = (name: string) => office.page.screenshot({ path: test.info().outputPath(`${name}.png`) });

/** A picture wider than high, as the browser compresses it. */
const drawn = async (type: string): Promise<Buffer> =>
  Buffer.from(
    await office.page.evaluate(async mime => {
      const canvas = new OffscreenCanvas(640, 400);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#6a8';
      context.fillRect(0, 0, 640, 400);
      context.fillStyle = '#b33';
      context.fillRect(0, 0, 320, 200);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: mime })).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    }, type),
    'base64',
  );

/** Files are dragged there and let go. */
const dropOn = (place: Locator, named: readonly (readonly [name: string, base64: string])[]): Promise<void> =>
  place.evaluate((element, given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of given)
      dataTransfer.items.add(new File([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))], name));
    const told = { dataTransfer, bubbles: true, cancelable: true };
    element.dispatchEvent(new DragEvent('dragover', told));
    element.dispatchEvent(new DragEvent('drop', told));
  }, named);

test.beforeAll(async () => {
  profile = await newProfile();
  folder = path.join(profile, 'handed-in');
  await mkdir(folder);
  office = await foundOffice(profile, WITH_MICROPHONE);
  files = new AttachmentsPage(office.page);
  number = await office.desk.register({ 姓名: '苗范例', 反映内容: '三楼过道堆着杂物，堵了消防门。' });
  await office.desk.openCase(number);
  photo = photographed(await drawn('image/jpeg'));
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('the limits are said before anything is handed in', async () => {
  await expect(files.section).toContainText('图片和 PDF 每个最多 20 MB，录音最多 100 MB');
  await shot('empty');
});

test('a photo that is dropped is shown upright, with what the camera says of its time', async () => {
  await dropOn(files.section.getByText('照片、PDF、录音拖到这里'), [
    ['过道.jpg', Buffer.from(photo).toString('base64')],
  ]);
  await expect(files.line('过道.jpg')).toContainText('图片');
  await expect(files.line('过道.jpg')).toContainText('拍于 10月7日 16:20');
  const dialog = await files.open('过道.jpg');
  const picture = dialog.getByRole('img', { name: '过道.jpg' });
  await expect(picture).toBeVisible();
  // Turned by the camera a quarter: higher than wide.
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([400, 640]);
  await shot('photo');
  await dialog.getByRole('button', { name: '转 90°' }).click();
  await dialog.getByRole('button', { name: '放大' }).click();
  await shot('photo-turned');
});

test('a copy that is saved does not tell where the photo was taken, and stays as upright', async () => {
  const place = path.join(folder, 'saved.jpg');
  await answerDialogs(office.app, { save: place });
  await files.save();
  const copy = await readFile(place);
  expect(Buffer.from(photo).includes(PLACE_WORDS)).toBe(true);
  expect(copy.includes(PLACE_WORDS)).toBe(false);
  await expect(files.dialog).toContainText('台账里留的是原件');
  await files.close();
  await files.add(await file('saved-again.jpg', copy));
  const dialog = await files.open('saved-again.jpg');
  await expect
    .poll(() =>
      dialog
        .getByRole('img', { name: 'saved-again.jpg' })
        .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
    )
    .toEqual([400, 640]);
  await files.close();
});

test('a picture out of the clipboard is pasted anywhere on the page', async () => {
  const base64 = (await drawn('image/png')).toString('base64');
  await office.page.evaluate(text => {
    const clipboardData = new DataTransfer();
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, base64);
  await expect(files.line('粘贴的图片 10月8日')).toBeVisible();
});

test('a PDF and a text are read where they lie', async () => {
  await files.add(
    await file('letter.pdf', await madePdf(2, () => undefined, 'Letter of a sample, page')),
    await file('证言.txt', '证人范例：看见有人堆杂物。'),
  );
  const pdf = await files.open('letter.pdf');
  await expect(pdf.getByRole('img', { name: /第 1 页/ }).first()).toBeVisible();
  await expect(pdf).toContainText('Letter of a sample, page 2');
  await shot('pdf');
  await files.close();
  await expect((await files.open('证言.txt')).getByRole('document')).toContainText('看见有人堆杂物');
  await files.close();
});

test('the pages of a TIFF are drawn one by one, and one that is too large is said to be', async () => {
  const fax = await readFile('renderer/features/scans/reading/tiff-fixtures/g4.tif');
  const huge = madeTiff({ width: 16, height: 16, grey: new Uint8Array(256) }, 8);
  const view = new DataView(huge.buffer);
  // The width is the first entry of its directory.
  view.setUint32(view.getUint32(4, true) + 10, 1_000_000, true);
  view.setUint32(view.getUint32(4, true) + 22, 1_000_000, true);
  await files.add(await file('传真.tif', fax), await file('huge.tif', huge));
  await expect(files.line('传真.tif').locator('img')).toBeVisible();
  const dialog = await files.open('传真.tif');
  const picture = dialog.getByRole('img', { name: '传真.tif' });
  await expect(picture).toBeVisible();
  await expect(dialog.getByText('第 1 页，共 2 页')).toBeVisible();
  await office.page.keyboard.press('PageDown');
  await expect(dialog.getByText('第 2 页，共 2 页')).toBeVisible();
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalHeight))
    .toBeGreaterThan(300);
  await shot('tiff');
  await files.close();
  await files.open('huge.tif');
  await expect(files.dialog).toContainText('这一页超过 4000 万像素，这里不画');
  await files.close();
});

test('what is not taken is said in words, and what was there stays', async () => {
  test.slow();
  const bad: readonly (readonly [name: string, bytes: Uint8Array | string, says: string])[] = [
    ['空的.jpg', '', '这个文件是空的'],
    ['program.jpg', Buffer.from('MZ\x90\0', 'latin1'), '收不了这种文件'],
    ['IMG_1.HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'HEIC'],
    ['letter.docx', Buffer.from('PK\x03\x04', 'latin1'), 'Word、Excel 或压缩包'],
    ['broken.jpg', photo.subarray(0, 400), '这张图片坏了'],
    ['script.pdf', await madePdf(1, opening({ S: 'JavaScript', JS: 'app.alert(1)' })), '有脚本'],
    ['large.jpg', Buffer.concat([photo, Buffer.alloc(20_000_000)]), '文件超过 20 MB'],
  ];
  for (const [name, bytes, says] of bad)
    expect(await files.refused(await file(name, bytes)), name).toContain(says);
  expect(await files.refused(await file('过道副本.jpg', photo))).toContain('已经在这一件里了，叫“过道.jpg”');
});

test('it gets a name and a remark, and is taken out with a reason that stands in the history', async () => {
  const line = files.line('saved-again.jpg');
  await line.getByRole('button', { name: '改名字、加说明' }).click();
  await files.section.getByRole('textbox', { name: '名字' }).fill('三楼过道（复印件）');
  await files.section.getByRole('textbox', { name: '说明' }).fill('当事人补交');
  await shot('describe');
  await files.section.getByRole('button', { name: '存下', exact: true }).click();
  const renamed = files.line('三楼过道（复印件）');
  await expect(renamed).toContainText('当事人补交');
  await renamed.getByRole('button', { name: '移出', exact: true }).click();
  await files.section.getByRole('textbox', { name: '为什么移出' }).fill('和第一张是同一张');
  await files.section.getByRole('group', { name: '移出' }).getByRole('button', { name: '移出' }).click();
  await expect(renamed).toHaveCount(0);
  const history = office.page.getByRole('listitem').filter({ hasText: '移出了附件' });
  await expect(history).toContainText('三楼过道（复印件）');
  await expect(history).toContainText('和第一张是同一张');
});

test('what is said is recorded, with pauses, and played by keys', async () => {
  await files.section.getByRole('button', { name: '录音', exact: true }).click();
  const bar = files.section.getByRole('group', { name: '录音' });
  await expect(bar.getByRole('status')).toHaveText('正在录音');
  await expect(bar).toContainText('录前先告诉对方');
  await expect(bar).toContainText(new RegExp(FROM_2_SECONDS));
  await expect(bar).toContainText(/听得到声音|声音有点小/);
  await shot('recording');
  await bar.getByRole('button', { name: '暂停' }).click();
  await expect(bar.getByRole('status')).toHaveText('暂停了');
  await bar.getByRole('button', { name: '接着录' }).click();
  await bar.getByRole('button', { name: '停下存好' }).click();
  // The clock goes on while the tests run.
  const recorded = files.line('录音 10月8日');
  await expect(recorded).toContainText('王登记录');
  await recorded.getByRole('button', { name: /^听/ }).click();
  const { dialog } = files;
  await expect(dialog).toContainText(new RegExp(`0:00，共 ${FROM_2_SECONDS}`));
  // A dialog takes the focus a moment after it is there.
  await expect(dialog.locator(':focus')).toHaveCount(1);
  const player = dialog.getByRole('group', { name: /^播放录音/ });
  await player.focus();
  await office.page.keyboard.press('Space');
  await expect(player.getByRole('button', { name: '暂停' })).toBeVisible();
  await expect(player).toContainText(/0:(0[1-9]|[1-5]\d)，共/);
  await office.page.keyboard.press('ArrowLeft');
  await shot('player');
  await files.close();
});

test('a recording that was cut off by the power is offered again and can be heard', async () => {
  await files.section.getByRole('button', { name: '录音', exact: true }).click();
  await expect(files.section.getByRole('group', { name: '录音' })).toContainText(/0:(0[5-9]|[1-5]\d)/);
  await pullThePlug(office);
  office = await reopenOffice(profile, WITH_MICROPHONE);
  files = new AttachmentsPage(office.page);
  await office.desk.openCase(number);
  const left = files.section.getByRole('group', { name: '没录完的录音' });
  await expect(left).toContainText('录到的都在');
  await shot('cut-off');
  await left.getByRole('button', { name: '收进附件' }).click();
  await expect(left).toHaveCount(0);
  const recordings = files.line('录音 10月8日');
  await expect(recordings).toHaveCount(2);
  await recordings.last().getByRole('button', { name: /^听/ }).click();
  await expect(files.dialog).toContainText(new RegExp(`共 ${FROM_2_SECONDS}`));
  await files.close();
});

test('everything is there after the power went, and at twice the size of type it can be read', async () => {
  await pullThePlug(office);
  office = await reopenOffice(profile, WITH_MICROPHONE);
  files = new AttachmentsPage(office.page);
  await office.desk.openCase(number);
  for (const name of ['过道.jpg', '粘贴的图片', 'letter.pdf', '证言.txt'])
    await expect(files.line(name)).toBeVisible();
  await expect(files.section).toContainText('8 份');
  const dialog = await files.open('过道.jpg');
  await expect(dialog.getByRole('img', { name: '过道.jpg' })).toBeVisible();
  await files.close();
  await files.section.scrollIntoViewIfNeeded();
  await shot('list');
  await office.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await files.section.scrollIntoViewIfNeeded();
  await shot('large');
  await files.open('letter.pdf');
  await expect(files.dialog.getByRole('img', { name: /第 1 页/ }).first()).toBeVisible();
  await shot('large-pdf');
  await files.close();
  await office.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
});

test('the attachments of a case that hides somebody wait until the identity is open', async () => {
  const secret = await office.desk.register({ 姓名: '尤样本', 要求保密: true, 反映内容: '夜间施工。' });
  await office.desk.openCase(secret);
  await files.section.getByRole('button', { name: '选文件' }).waitFor();
  const chooser = office.page.waitForEvent('filechooser');
  await files.section.getByRole('button', { name: '选文件' }).click();
  await (await chooser).setFiles(await file('尤样本的身份证.jpg', photo));
  await expect(files.section).toContainText('有 1 份附件。打开身份以后才能看。');
  await expect(office.page.getByRole('main')).not.toContainText('尤样本的身份证');
  await shot('covered');
  await office.desk.case.openIdentity('核对附件');
  await expect(files.line('尤样本的身份证.jpg')).toBeVisible();
});

test('what is handed in at the counter outlives the power with its draft, and is born with the case', async () => {
  const { desk, page } = office;
  await desk.go('接待登记');
  await fillForm(desk.form, { 姓名: '田范例', 反映内容: '水管漏水，楼下渗水。' });
  const counter = page.getByRole('region', { name: '随登记收的附件' });
  const chooser = page.waitForEvent('filechooser');
  await counter.getByRole('button', { name: '选文件' }).click();
  await (
    await chooser
  ).setFiles([
    await file('漏水.jpg', photo),
    await file('楼下.txt', '楼下天花板发黄。'),
    await file('同一张.jpg', photo),
  ]);
  await expect(counter.getByRole('alert')).toContainText('已经在这一件里了，叫“漏水.jpg”');
  await counter.getByRole('button', { name: '知道了' }).click();
  await expect(counter.getByRole('listitem')).toHaveCount(2);
  await counter.scrollIntoViewIfNeeded();
  await shot('counter');
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await counter.scrollIntoViewIfNeeded();
  await shot('counter-large');
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await expect(page.getByText(/草稿已存/)).toBeVisible();

  await pullThePlug(office);
  office = await reopenOffice(profile, WITH_MICROPHONE);
  files = new AttachmentsPage(office.page);
  await office.desk.go('接待登记');
  await office.page.getByRole('button', { name: '接着填' }).click();
  const kept = office.page.getByRole('region', { name: '随登记收的附件' });
  await expect(kept.getByRole('listitem')).toHaveCount(2);
  await kept.getByRole('button', { name: '不要：楼下.txt' }).click();
  const born = await office.desk.save();
  await expect(kept.getByRole('listitem')).toHaveCount(0);
  await office.desk.openCase(born);
  await expect(files.section).toContainText('1 份');
  await files.open('漏水.jpg');
  await expect(files.dialog.getByRole('img', { name: '漏水.jpg' })).toBeVisible();
});
