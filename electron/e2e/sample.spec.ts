import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { SAMPLE_PASSPHRASE } from '#shared/sample/sample.passphrase.ts';
import { readPdf } from '#electron/printing/pdf.reader.ts';
import { dropProfile, foundOffice, newProfile, OFFICE } from './office.ts';
import { DeskPage } from './pages/desk.page.ts';
import { SamplePage } from './pages/sample.page.ts';
import { startProgram, type Program } from './program.ts';

/** A Thursday; the data are relative to it. */
const CLOCK = '2026-11-26T09:30:00+08:00';

const programs: Program[] = [];
const profiles: string[] = [];

test.afterEach(async () => {
  for (const { app } of programs.splice(0)) await app.close();
  for (const profile of profiles.splice(0)) await dropProfile(profile);
});

async function profileOf(): Promise<string> {
  const profile = await newProfile();
  profiles.push(profile);
  return profile;
}

/** Every file of the real office, with what is in it. */
async function filesOf(profile: string): Promise<Record<string, string>> {
  const root = path.join(profile, 'desk');
  const names = await readdir(root, { recursive: true });
  const found: Record<string, string> = {};
  for (const name of names.sort()) {
    const file = path.join(root, name);
    if ((await stat(file)).isFile())
      found[name] = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
  }
  return found;
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

async function unlockSample(page: Page): Promise<DeskPage> {
  await expect(page.getByText(SAMPLE_PASSPHRASE)).toBeVisible();
  const desk = new DeskPage(page);
  await desk.unlock('王样本', SAMPLE_PASSPHRASE);
  await page.getByRole('navigation', { name: '主导航' }).waitFor({ timeout: 60_000 });
  return desk;
}

test('the sample office is made from the first run, shows its cases, marks its papers and hands nothing over', async () => {
  test.setTimeout(300_000);
  const profile = await profileOf();
  const printTo = path.join(profile, 'printer');
  await mkdir(printTo, { recursive: true });
  const program = await startProgram({ profile, clock: CLOCK, printTo });
  programs.push(program);
  const { app } = program;
  const before = new SamplePage(app, program.page);
  await before.ask();
  const page = await before.make();
  await expect(page.getByText('样本办公室：人和事都是编的')).toBeVisible();
  await expect(page).toHaveTitle(/样本办公室/);
  const desk = await unlockSample(page);
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
  await expect(page.getByText('样本办公室：人和事都是编的')).toBeVisible();

  await desk.go('案件');
  await page.getByRole('tab', { name: /^全部/ }).click();
  for (const name of ['李小样', '许样本'])
    await expect(page.getByRole('row', { name }).first()).toBeVisible();
  // Who asked for secrecy is not named.
  await expect(page.getByText('郑演习')).toHaveCount(0);

  await desk.openCase('李小样');
  await desk.case.openPaper('PHX-01');
  await desk.case.print();
  const [printed = ''] = (await readdir(printTo)).filter(name => name.endsWith('.pdf'));
  const { pages } = await readPdf(await readFile(path.join(printTo, printed)), 'lines');
  const text = pages.flat().join('\n');
  expect(text).toContain('样本');
  expect(text).toContain('不作正式');

  await desk.go('月结与报送');
  await page.getByRole('button', { name: '导出本单位名片' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('样本办公室不封案卷包');
  await expect(alert).toContainText('先离开样本办公室');

  const own = await new SamplePage(app, page).crossing(() =>
    page.getByRole('button', { name: '离开样本办公室' }).click(),
  );
  await expect(own.getByLabel('单位全称')).toBeVisible();
  await expect(own.getByText('样本办公室：人和事都是编的')).toHaveCount(0);
});

test('a real office beside it is not touched, the sample one is thrown away and made anew', async () => {
  test.setTimeout(300_000);
  const profile = await profileOf();
  const office = await foundOffice(profile, { clock: CLOCK });
  programs.push(office);
  const number = await office.desk.register({ 姓名: '试填真人', 类别: '公共设施', 反映内容: '真的一件。' });
  await office.desk.lock();
  await expect.poll(() => isThere(path.join(profile, 'desk', 'journal', 'journal.lock'))).toBe(false);
  const files = await filesOf(profile);

  const lockPage = new SamplePage(office.app, office.page);
  await lockPage.ask();
  const page = await lockPage.make();
  const desk = await unlockSample(page);
  await desk.go('案件');
  await page.getByRole('tab', { name: /^全部/ }).click();
  await expect(page.getByRole('row', { name: '李小样' }).first()).toBeVisible();
  await expect(page.getByText('试填真人')).toHaveCount(0);
  await desk.go('接待登记');
  await desk.chooseProcedure('凤凰社区群众投诉及反馈意见登记');
  await desk.register({ 姓名: '试填练手', 类别: '公共设施', 反映内容: '练手的一件。' });
  expect(await isThere(path.join(profile, 'sample', 'desk', 'office.json'))).toBe(true);

  await page.getByRole('button', { name: '丢掉样本办公室' }).click();
  const own = await new SamplePage(office.app, page).crossing(() =>
    page.getByRole('dialog').getByRole('button', { name: '丢掉', exact: true }).click(),
  );
  await expect(own.getByRole('heading', { name: OFFICE.office })).toBeVisible();
  await expect.poll(() => isThere(path.join(profile, 'sample'))).toBe(false);
  expect(await filesOf(profile)).toEqual(files);

  const again = new SamplePage(office.app, own);
  await again.ask();
  await again.press('做一个，打开');
  await own.getByRole('dialog').getByRole('button', { name: '停下' }).click();
  await expect(own.getByText('做了一半的已经删掉')).toBeVisible();
  expect(await isThere(path.join(profile, 'sample.making'))).toBe(false);
  expect(await isThere(path.join(profile, 'sample'))).toBe(false);
  await again.press('先不用');

  const real = new DeskPage(own);
  await real.unlock(OFFICE.person, OFFICE.passphrase);
  await own.getByRole('navigation', { name: '主导航' }).waitFor({ timeout: 60_000 });
  await real.openCase(number);
  await expect(own.getByText('练手的一件')).toHaveCount(0);
});
