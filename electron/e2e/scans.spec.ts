import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { pageCode } from '#shared/documents/html/qr.text.ts';
import { drawnPage } from '#shared/fixtures/drawn-page.ts';
import { madeTiff } from '#shared/fixtures/made-tiff.ts';
import { blurred, grainy, onTable, turned, type GreyRaster } from '#shared/fixtures/made-scan.ts';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { ScansPage } from './pages/scans.page.ts';
import { hasPoppler, scanned, writePng } from './scanned-pages.ts';

test.describe.configure({ mode: 'serial' });
test.skip(!hasPoppler(), 'pdftoppm, which draws pages as a scanner sees them, is not installed');

let profile: string;
let office: OpenOffice;
let scans: ScansPage;
let desk: string;
let number: string;
let pdf: string;
let pages: readonly GreyRaster[];

const at = (name: string): string => path.join(desk, name);
const worn = (raster: GreyRaster): GreyRaster => grainy(blurred(raster), 18);
const openFiled = async (): Promise<void> => {
  await scans.filed.getByRole('button', { name: `看这一件：${number}` }).click();
  await office.page.getByRole('status', { name: '状态' }).waitFor();
};
const paper = async () => (await office.desk.case.paper('PHX-01')).innerText();

test.beforeAll(async () => {
  profile = await newProfile();
  desk = path.join(profile, 'in-tray');
  const printTo = path.join(profile, 'printer');
  await mkdir(desk);
  office = await foundOffice(profile, { printTo });
  scans = new ScansPage(office.page);
  // So long that the form goes on to a second page.
  const matter = '三号楼电梯反复停运，老人上下楼困难。'.repeat(32);
  number = await office.desk.register({ 姓名: '钱样本', 反映内容: matter });
  await office.desk.openCase(number);
  await office.desk.case.openPaper('PHX-01');
  await office.desk.case.print();
  const [job = ''] = await readdir(printTo);
  pdf = path.join(printTo, job);
  pages = await scanned(pdf, 150);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('a page that lies upside down is filed by its code, and the missing one is named', async () => {
  expect(pages).toHaveLength(2);
  await office.desk.go('扫描件归位');
  await scans.choose([await writePng(at('scan-1.png'), worn(turned(pages[0]!, 178)))]);
  await expect(scans.filed).toContainText(number);
  await expect(scans.filed).toContainText('第 1 页归位，还缺第 2 页');
  await openFiled();
  await expect.poll(paper).toContain('扫描件 1／2 页');
  expect(await paper()).not.toContain('已签回');
});

test('a page of another office is refused with a sentence, an empty back is put aside, the rest is filed', async () => {
  const stranger = { office: 'DH-0001', document: '01JZZZZZZZZZZZZZZZZZZZZZZZ', hash: '0A1B2C3D' };
  const table = turned(onTable(pages[1]!, 120, 45), 2, 45);
  await writeFile(at('letter.doc.jpg'), 'no picture at all');
  await office.desk.go('扫描件归位');
  await scans.choose([
    await writePng(at('other.png'), worn(drawnPage(pageCode(stranger, 1)))),
    await writePng(at('back.png'), grainy(drawnPage(null), 10)),
    at('letter.doc.jpg'),
    await writePng(at('photo.png'), worn(table)),
  ]);
  await expect(scans.doubt('other.png')).toContainText('这一页是别的单位（DH-0001）的文书');
  await expect(scans.doubt('other.png')).toContainText('没有收进来，也没有保存');
  await expect(scans.doubt('other.png').getByRole('button', { name: '手工指定' })).toHaveCount(0);
  await expect(scans.doubt('letter.doc.jpg')).toContainText('不是能读的图片或 PDF');
  await expect(office.page.getByText('空白页 1 页，没有归')).toBeVisible();
  await expect(scans.filed).toContainText('第 1、2 页归位，全齐了，记为已签回');
  await office.page.screenshot({ path: test.info().outputPath('scans.png') });
  await openFiled();
  await expect.poll(paper).toContain('已签回');
});

test('the pages of a PDF that are there already are asked about, and one takes the place of the other', async () => {
  await office.desk.go('扫描件归位');
  await scans.choose([pdf]);
  const [first, second] = [1, 2].map(page => scans.doubt(`${path.basename(pdf)} 第 ${page} 页`));
  await expect(second!).toContainText('第 2 页已经有扫描件');
  await first!.getByRole('button', { name: '换成这一张' }).click();
  await first!.waitFor({ state: 'detached' });
  await second!.getByRole('button', { name: '划掉' }).click();
  await second!.waitFor({ state: 'detached' });
});

test('a page whose code is gone is filed by hand', async () => {
  const cut = { ...pages[1]!, grey: pages[1]!.grey.slice() };
  cut.grey.fill(255, Math.round(cut.width * cut.height * 0.88));
  await office.desk.go('扫描件归位');
  await scans.choose([await writePng(at('torn.png'), worn(cut))]);
  await expect(scans.doubt('torn.png')).toContainText('没有读到页脚的二维码');
  await scans.placeByHand('torn.png', number, '第 2 页（已有，换成这一张）');
});

test('the scans are looked at from the case, upright, and lie encrypted', async () => {
  await office.desk.openCase(number);
  await (await office.desk.case.paper('PHX-01')).getByRole('button', { name: '看扫描件' }).click();
  const dialog = office.page.getByRole('dialog', { name: /^扫描件：/ });
  await expect(dialog.getByText(/^第 2 页，共 2 页.*王登记手工归位$/)).toBeVisible();
  for (const page of [1, 2]) {
    const image = dialog.getByRole('img', { name: `第 ${page} 页的扫描件` });
    await expect(image).toBeVisible();
    const isUpright = (): Promise<boolean> =>
      image.evaluate(
        ({ naturalWidth, naturalHeight }: HTMLImageElement) =>
          naturalHeight > naturalWidth && naturalWidth > 0,
      );
    await expect.poll(isUpright).toBe(true);
  }
  await office.page.screenshot({ path: test.info().outputPath('scan-of-case.png') });
  await dialog.getByRole('button', { name: '看完了' }).click();
  const vault = path.join(profile, 'desk/vault');
  for (const entry of await readdir(vault, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const bytes = await readFile(path.join(entry.parentPath, entry.name));
      expect(bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
      expect(bytes.includes('JFIF')).toBe(false);
    }
});

test('the pages of a TIFF, as office scanners write them, are read one after the other, and a damaged one is told', async () => {
  const file = await writeFile(at('pile.tif'), madeTiff(pages[0]!, 1)).then(() => at('pile.tif'));
  const torn = at('torn.tiff');
  await writeFile(torn, (await readFile(file)).subarray(0, 5000));
  await office.desk.go('扫描件归位');
  await scans.choose([file, torn]);
  await expect(scans.doubt('pile.tif')).toContainText('第 1 页已经有扫描件');
  await expect(scans.doubt('torn.tiff')).toContainText('不是能读的图片或 PDF');
  await office.page.screenshot({ path: test.info().outputPath('tiff.png') });
});
