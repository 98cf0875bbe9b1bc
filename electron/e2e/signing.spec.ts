import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { RefusedOnScreen } from './pages/refused.ts';
import { ProceduresPage } from './pages/procedures.page.ts';
import { SigningPage } from './pages/signing.page.ts';
import { answerDialogs } from './program.ts';
import { inspectPdf } from '#electron/printing/proof/pdf-inspect.ts';

const pictures = path.resolve(import.meta.dirname, '../../out/e2e/signing');
const PROCEDURE = '工商行政管理部门处理消费者投诉文书（三种）';
const SIGNER = '李范例';

test.describe.configure({ mode: 'serial' });

let profile: string;
let office: OpenOffice;
let signing: SigningPage;
let number: string;

const shot = (name: string) => office.page.screenshot({ path: path.join(pictures, `${name}.png`) });
const waits = () => office.desk.case.stepButton('登记表签字').count();

test.beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  profile = await newProfile();
  office = await foundOffice(profile, { printTo: path.join(profile, 'printer') });
  signing = new SigningPage(office.page);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('a step waits for the signature of a complaint made in person', async () => {
  const { desk, page } = office;
  await new ProceduresPage(page).use([PROCEDURE]);
  await desk.chooseProcedure(PROCEDURE);
  number = await desk.register({
    ...{ 收到日期: '2026-10-08', 提起方式: '现场', 投诉人姓名: SIGNER, 住址: '范例路 7 号' },
    ...{ 联系电话: '13800138000', 被投诉人名称: '样本商店', 经营地址: '范例路 9 号', 事由: '电饭锅退货' },
    ...{ 商品或服务的名称: '电饭锅', 消费日期: '2026-10-06', 消费涉及金额: '299' },
    ...{ 投诉事实: '样本：电饭锅用了两天坏了，商店不退。', 理由: '还在保修期。', 请求: '退货退款。' },
  });
  await desk.openCase(number);
  expect(await waits()).toBe(0);
  await expect(desk.case.section('下一步')).toContainText('登记表签字');
});

test('the text is shown first, and neither nothing nor dots are taken for a signature', async () => {
  const { desk } = office;
  await desk.case.openPaper('AIC-01');
  await shot('paper');
  await office.page.getByRole('button', { name: '在屏上签字' }).click();
  await signing.dialog.getByRole('group', { name: '要印的各页' }).waitFor();
  await signing.dialog.getByRole('button', { name: '看过了，去签字' }).click();
  await expect(signing.dialog).toContainText('还没写签字人是谁');
  await signing.dialog.getByRole('textbox', { name: '签字人姓名' }).fill(SIGNER);
  await shot('read');
  await signing.dialog.getByRole('button', { name: '看过了，去签字' }).click();
  await signing.write([[[0.2, 0.5]], [[0.4, 0.5]]]);
  await expect(signing.done()).rejects.toThrow(RefusedOnScreen);
  await expect(signing.dialog.getByRole('alert')).toContainText('只点几个点不算');
  await shot('dots');
});

test('the keyboard leaves it, and the case knows of nothing', async () => {
  await signing.dialog.getByRole('button', { name: '清掉重签' }).focus();
  await office.page.keyboard.press('Escape');
  await signing.dialog.waitFor({ state: 'detached' });
  await expect(office.page.getByRole('button', { name: '在屏上签字' })).toBeVisible();
  await expect(office.page.getByText('可以打印出来签，也可以就在屏上签')).toBeVisible();
});

test('one place of two leaves the paper unsigned, the other one lets the step go on', async () => {
  const { desk, page } = office;
  await signing.begin(SIGNER);
  await signing.write();
  await shot('signed');
  await signing.done();
  const given = page.getByRole('img', { name: `${SIGNER}的签字` });
  await expect(given).toBeVisible();
  await expect(page.getByText('还没签齐')).toBeVisible();
  await shot('one-of-two');
  await desk.case.backToCase();
  await expect(await desk.case.paper('AIC-01')).toContainText('屏上签了 1 处，还没签齐');
  expect(await waits()).toBe(0);
  await desk.case.openPaper('AIC-01');
  await signing.sign('承办样本', { place: '经办人（签字）' });
  await expect(page.getByText('该签的都签了')).toBeVisible();
  await desk.case.backToCase();
  await expect(await desk.case.paper('AIC-01')).toContainText('已在屏上签字');
  await expect.poll(waits).toBe(1);
  await shot('case');
  const history = page.getByRole('list', { name: '办理经过' });
  await expect(history).toContainText('《消费者投诉登记表》在屏上签字：投诉人（签字）');
  await expect(history).toContainText(SIGNER);
});

test('a copy with the signature sheet names the file that was signed, and the file stays as it was', async () => {
  const { desk, page, app } = office;
  await desk.case.openPaper('AIC-01');
  const plain = path.join(profile, 'plain.pdf');
  await answerDialogs(app, { save: plain });
  await page.getByRole('button', { name: /存 PDF/ }).click();
  await page.getByRole('status').filter({ hasText: 'plain.pdf' }).waitFor();
  await page.getByRole('button', { name: '带签字页的一份' }).click();
  await page.getByRole('heading', { name: /带签字页/ }).waitFor();
  await page.getByRole('img', { name: '第 2 页，共 2 页' }).first().waitFor();
  await shot('copy');
  const copy = path.join(profile, 'copy.pdf');
  await answerDialogs(app, { save: copy });
  await page.getByRole('button', { name: /存 PDF/ }).click();
  await page.getByRole('status').filter({ hasText: 'copy.pdf' }).waitFor();
  const text = async (file: string) =>
    (await inspectPdf(new Uint8Array(await readFile(file)))).pages.map(({ boxes }) =>
      boxes
        .map(box => box.text)
        .join('')
        .replace(/\s/g, ''),
    );
  const [original] = await text(plain);
  const pages = await text(copy);
  expect(pages).toHaveLength(2);
  expect(pages[0]).toBe(original);
  const hash = createHash('sha256')
    .update(await readFile(plain))
    .digest('hex');
  expect(pages[1]).toContain(hash);
  for (const words of ['签字页', SIGNER, '承办样本', number, '王登记经手']) expect(pages[1]).toContain(words);
  await page.getByRole('button', { name: '回文书' }).click();
  await desk.case.backToCase();
});

test('set anew after a correction the paper is not signed, and says so', async () => {
  const { desk, page } = office;
  await desk.case.correct({ 请求: '退货退款，赔路费。' }, '补一项请求');
  await desk.case.openPaper('AIC-01');
  await expect(page.getByText(/在屏上签过字。内容改了，重新排过，签字不带过来/)).toBeVisible();
  await shot('anew');
  await page.getByRole('button', { name: '看签过的那一份' }).click();
  await expect(page.getByRole('img', { name: `${SIGNER}的签字` })).toBeVisible();
  await expect(page.getByRole('button', { name: '在屏上签字' })).toHaveCount(0);
  await desk.case.backToCase();
  expect(await waits()).toBe(0);
  await desk.case.openPaper('AIC-01');
  await signing.sign(SIGNER, { complete: true });
  await desk.case.backToCase();
  await desk.case.step('登记表签字', {});
});

test('at twice the type everything is still within reach', async () => {
  const { desk, page } = office;
  await desk.case.openPaper('AIC-01');
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const act = page.getByRole('button', { name: '在屏上签字' });
  const folded = page.getByRole('complementary').getByRole('button', { name: '签字', exact: true });
  await act.or(folded).first().waitFor();
  if ((await act.count()) === 0) await folded.click();
  await signing.begin('很长的名字用来试试排版的样本先生');
  await shot('large-type');
  await signing.write();
  const done = signing.dialog.getByRole('button', { name: '签好了' });
  await done.scrollIntoViewIfNeeded();
  await expect(done).toBeInViewport();
  await shot('large-type-signed');
});

test('signatures lie encrypted', async () => {
  const vault = path.join(profile, 'desk/vault');
  for (const entry of await readdir(vault, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const bytes = await readFile(path.join(entry.parentPath, entry.name));
      expect(bytes.includes('"strokes"')).toBe(false);
    }
});
