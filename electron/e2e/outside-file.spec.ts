import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { readPdf } from '#electron/printing/pdf.reader.ts';
import { attaching, encrypted, madePdf, opening } from '#electron/printing/outside/made-files.fixture.ts';
import { drawnPage } from '#shared/fixtures/drawn-page.ts';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { findConverter, wordToPdf } from './word-to-pdf.ts';
import { answerDialogs } from './program.ts';
import { writePng } from './scanned-pages.ts';

test.describe.configure({ mode: 'serial' });

const REASON = '领导改了两处措辞，照改好的发';
const FORM = 'PHX-01';

let profile: string;
let folder: string;
let printTo: string;
let office: OpenOffice;
let number: string;
let edited: Uint8Array;

const at = (name: string): string => path.join(folder, name);
const file = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  await writeFile(at(name), bytes);
  return at(name);
};
const shot = (name: string) => office.page.screenshot({ path: test.info().outputPath(`${name}.png`) });
const newest = async (): Promise<Buffer> => {
  const [job = ''] = (await readdir(printTo)).sort().reverse();
  return readFile(path.join(printTo, job));
};

/** A file is dragged there and let go. */
const dropped = (place: Locator, name: string): Promise<void> =>
  place.evaluate((element, called) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['%PDF-1.7'], called));
    const told = { dataTransfer, bubbles: true, cancelable: true };
    element.dispatchEvent(new DragEvent('dragover', told));
    element.dispatchEvent(new DragEvent('drop', told));
  }, name);

test.beforeAll(async () => {
  profile = await newProfile();
  folder = path.join(profile, 'edited');
  printTo = path.join(profile, 'printer');
  await mkdir(folder);
  office = await foundOffice(profile, { printTo });
  edited = await madePdf(2, () => undefined, 'Edited elsewhere, page');
  number = await office.desk.register({ 姓名: '韩范例', 反映内容: '楼道灯坏了一个月。' });
  await office.desk.openCase(number);
  await office.desk.case.openPaper(FORM);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('it is said that nobody compares what the file says, and a reason is asked for', async () => {
  const { outside } = office.desk.case;
  await outside.getByRole('button', { name: '用改好的文件代替…' }).click();
  await expect(outside).toContainText('也不和登记内容核对');
  await expect(outside).toContainText('没有它自己的二维码');
  await outside.getByRole('button', { name: '代替这一份' }).click();
  await expect(outside.getByRole('alert')).toContainText('还没选文件');
  await dropped(outside.getByText('或者把文件拖到这里'), 'dropped.pdf');
  await expect(outside.getByRole('status').filter({ hasText: 'dropped.pdf' })).toBeVisible();
  await outside.getByRole('button', { name: '先不代替' }).click();
  await expect(office.desk.case.replaceBy(await file('edited.pdf', edited), ' ')).rejects.toThrow(
    '还没写理由',
  );
});

test('what is no plain PDF is refused with a sentence each, and the paper stays what it was', async () => {
  test.slow();
  const bad: readonly (readonly [name: string, bytes: Uint8Array | string, says: string])[] = [
    ['empty.pdf', '', '这个文件是空的'],
    ['letter.docx.pdf', 'PK\u0003\u0004', '这不是 PDF，也不是 JPG 或 PNG 图片'],
    ['large.pdf', new Uint8Array(30_000_001), '文件超过 30 MB'],
    ['cut.pdf', edited.subarray(0, Math.floor(edited.length / 2)), '这份 PDF 坏了'],
    ['locked.pdf', await encrypted(1), '这份 PDF 加了密码'],
    ['none.pdf', await madePdf(0), '一页也没有'],
    ['script.pdf', await madePdf(1, opening({ S: 'JavaScript', JS: 'app.alert(1)' })), '有脚本'],
    ['launch.pdf', await madePdf(1, opening({ S: 'Launch', F: 'calc.exe' })), '有脚本、动作'],
    ['attached.pdf', await madePdf(1, attaching), '夹带了别的文件'],
    ['photo.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), '这张图片打不开'],
  ];
  for (const [name, bytes, says] of bad) {
    await expect(office.desk.case.replaceBy(await file(name, bytes), REASON)).rejects.toThrow(says);
    // What was written stays, for the next file.
    await expect(office.desk.case.outside.getByRole('textbox', { name: '为什么代替' })).toHaveValue(REASON);
  }
  await shot('refused');
  await office.desk.case.outside.getByRole('button', { name: '先不代替' }).click();
  await expect(office.page.getByRole('button', { name: '另存为 Word' })).toBeVisible();
  await office.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const tab = office.page.getByRole('button', { name: '用改好的文件代替', exact: true });
  await tab.click();
  await office.desk.case.outside.getByRole('button', { name: '用改好的文件代替…' }).click();
  const reason = office.desk.case.outside.getByRole('textbox', { name: '为什么代替' });
  await reason.fill(REASON);
  await shot('large');
  // Folded away and back, what was written is still there.
  await office.page.getByRole('button', { name: '印过的', exact: true }).click();
  await tab.click();
  await expect(reason).toHaveValue(REASON);
  await office.desk.case.outside.getByRole('button', { name: '先不代替' }).click();
  await office.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
});

test('the edited file takes the place of the draft; the preview shows it and the printer gets its very bytes', async () => {
  const word = at('draft.docx');
  await answerDialogs(office.app, { save: word });
  expect(await office.desk.case.saveAsWord()).toContain('已存到');
  if (findConverter() !== undefined) edited = await readFile(await wordToPdf(word, folder));
  else
    test.info().annotations.push({
      type: 'skipped',
      description: 'soffice is not installed: the PDF that is taken in was not made from the Word file',
    });
  const { pages } = await readPdf(edited);
  await office.desk.case.replaceBy(await file('edited.pdf', edited), REASON);
  await expect(office.page.getByText('这是外来文件，不是本程序排印的')).toContainText(REASON);
  await expect(office.page.getByText(`共 ${pages.length} 页`).first()).toBeVisible();
  await expect(office.page.getByRole('button', { name: '另存为 Word' })).toHaveCount(0);
  await expect(office.page.getByRole('combobox', { name: '纸' })).toHaveCount(0);
  await expect(office.page.getByRole('button', { name: /^打印 1 份/ })).toBeEnabled();
  await shot('replaced');
  await office.desk.case.print();
  expect((await newest()).equals(Buffer.from(edited))).toBe(true);
  expect((await readPdf(await newest())).pages).toEqual(pages);
  // Printed again it bears no mark of a reprint either.
  await office.desk.case.print();
  await expect.poll(() => readdir(printTo)).toHaveLength(2);
  expect((await newest()).equals(Buffer.from(edited))).toBe(true);
});

test('it is marked wherever the paper is listed, and the draft can still be looked at', async () => {
  await office.page.getByRole('button', { name: '看原来那一份' }).click();
  await expect(office.page.getByText('这一份已被外来文件代替，不再算数')).toBeVisible();
  await office.page.getByRole('button', { name: '看外来文件' }).click();
  await office.desk.case.backToCase();
  await expect(await office.desk.case.paper(FORM)).toContainText('外来文件');
  await expect(await office.desk.case.paper(FORM)).toContainText('打印 2 份');
  await expect(office.page.getByRole('listitem').filter({ hasText: '用外来文件代替' }).first()).toContainText(
    REASON,
  );
  await shot('case');
  await office.page
    .getByRole('listitem')
    .filter({ hasText: '案卷封面、目录、备考表' })
    .getByRole('button', { name: '看' })
    .click();
  const pages = office.page.getByRole('main');
  await expect(pages).toContainText('卷内文件目录');
  await expect(pages).toContainText('外来');
  await office.desk.case.backToCase();
});

test('a scan takes its place in turn, as one page, printed elsewhere and signed', async () => {
  await office.desk.case.openPaper(FORM);
  const scan = await writePng(at('scan.png'), drawnPage(null));
  await office.desk.case.replaceBy(scan, '签过字的扫描件', { printed: true });
  await expect(office.page.getByText('共 1 页').first()).toBeVisible();
  await expect(office.desk.case.section('印过的')).toContainText('外来文件');
  await office.desk.case.backToCase();
  await office.desk.case.cameBackSigned(FORM);
  await office.desk.case.openPaper(FORM);
  await expect(office.desk.case.replaceBy(at('edited.pdf'), REASON)).rejects.toThrow('已经签回');
});

test('voided, it gives its place back', async () => {
  const other = await office.desk.register({ 姓名: '韩样本', 反映内容: '水管漏水。' });
  await office.desk.openCase(other);
  await office.desk.case.openPaper(FORM);
  await office.desk.case.replaceBy(at('edited.pdf'), REASON);
  await office.desk.case.backToCase();
  await office.desk.case.voidPaper(FORM, '收错了文件');
  await expect(await office.desk.case.paper(FORM)).not.toContainText('外来文件');
  await office.desk.case.openPaper(FORM);
  await expect(office.page.getByText('这是外来文件')).toHaveCount(0);
  await expect(office.page.getByRole('button', { name: '另存为 Word' })).toBeVisible();
});

test('on a case that hides somebody it is shown only when the identity is open', async () => {
  const secret = await office.desk.register({ 姓名: '尤样本', 要求保密: true, 反映内容: '夜间施工。' });
  await office.desk.openCase(secret);
  await office.desk.case.openPaper(FORM, '出登记表');
  await office.desk.case.replaceBy(at('edited.pdf'), REASON);
  await office.desk.openCase(number);
  await office.desk.openCase(secret);
  await (await office.desk.case.paper(FORM)).getByRole('button', { name: '看' }).click();
  await expect(office.page.getByText('打开身份以后才能看和打印')).toBeVisible();
  await expect(office.page.getByText('这是外来文件')).toHaveCount(0);
  await office.desk.case.openIdentity('核对改好的登记表');
  await expect(office.page.getByText('这是外来文件')).toBeVisible();
});
