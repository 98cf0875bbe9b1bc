import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { JPEG_SAMPLE } from '#shared/fixtures/small-pictures.ts';
import { dropProfile, foundOffice, newProfile, OFFICE, type OpenOffice } from './office.ts';
import { AttachmentsPage } from './pages/attachments.page.ts';
import { RefusedOnScreen } from './pages/refused.ts';
import { TransfersPage } from './pages/transfers.page.ts';
import { WorkbenchPage } from './pages/workbench.page.ts';
import { answerDialogs } from './program.ts';
import { setPreferences, setType } from './screens/looks.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/transfer');

test.describe.configure({ mode: 'serial' });

const THERE = { office: '样本社区居委会', code: 'PHX-0388' };
const REASON = '路灯归样本社区管，请接着办。';
const BACK = '这段路不归我们管，归市政。';

let profiles: readonly string[] = [];
let folder: string;
/** What stands for the stick between the two. */
let stick: string;
let here: OpenOffice;
let there: OpenOffice;
let ours: TransfersPage;
let theirs: TransfersPage;
let lamp: string;
let road: string;

const picture = ({ page }: OpenOffice, name: string) =>
  page.screenshot({ path: path.join(kept, `${name}.png`) });

async function isAccessible({ page }: OpenOffice): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

const overflow = ({ page }: OpenOffice): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** Both dialogs of an office, for folders and files, answer with this. */
const choose = ({ app }: OpenOffice, open: string): Promise<void> => answerDialogs(app, { open });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await mkdir(kept, { recursive: true });
  folder = await mkdtemp(path.join(os.tmpdir(), 'phoenix-transfer-'));
  stick = path.join(folder, 'stick');
  await mkdir(stick);
  profiles = [await newProfile(), await newProfile()];
  here = await foundOffice(profiles[0] ?? '');
  there = await foundOffice(profiles[1] ?? '', {}, THERE);
  ours = new TransfersPage(here.page);
  theirs = new TransfersPage(there.page);
});

test.afterAll(async () => {
  for (const office of [here, there]) await office.app.close().catch(() => undefined);
  for (const profile of profiles) await dropProfile(profile);
  await rm(folder, { recursive: true, force: true });
});

test('two offices read each other’s cards', async () => {
  for (const [giver, gives, reader, reads] of [
    [here, ours, there, theirs],
    [there, theirs, here, ours],
  ] as const) {
    await choose(giver, folder);
    await gives.giveCard();
    await choose(reader, path.join(folder, 'office.json'));
    await reads.readCard();
  }
  await expect(here.page.getByRole('region', { name: '其他单位' })).toContainText('PHX-0388');
  // What was exported last is the card of the other office itself.
  await choose(there, path.join(folder, 'office.json'));
  await expect(theirs.readCard()).rejects.toThrow(RefusedOnScreen);
  await picture(here, 'colleagues');
});

test('a case goes to the other office in one file that names nobody', async () => {
  const { desk, page } = here;
  lamp = await desk.register({
    ...{ 姓名: '李小样', 联系电话: '13800138000', 反映内容: '村口路灯坏了三盏。', 诉求: '一周内修好。' },
  });
  await desk.openCase(lamp);
  await desk.case.signOnPad('PHX-01', '李小样', { complete: true });
  await desk.openCase(lamp);
  const photo = path.join(folder, '路灯.jpg');
  await writeFile(photo, JPEG_SAMPLE);
  await new AttachmentsPage(page).add(photo);
  await ours.panel.getByRole('button', { name: '转给其他单位' }).click();
  await ours.panel.getByRole('textbox', { name: '理由和要说明的' }).fill('先写一半');
  await picture(here, 'sending');
  await isAccessible(here);
  await ours.panel.getByRole('button', { name: '先不转' }).click();
  await choose(here, stick);
  await ours.send({ to: THERE.office, reason: REASON });
  const files = await readdir(stick);
  expect(files.filter(name => name.endsWith('.transfer.zip.age'))).toEqual([
    expect.stringMatching(/^PHX-0371_PHX-0388_[0-9A-Z]{26}\.transfer\.zip\.age$/),
  ]);
  expect((await readFile(path.join(stick, files[0] ?? ''))).includes('李小样')).toBe(false);
  await expect(ours.panel).toContainText('等对方答复');
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: `转给${THERE.office}办理` })
      .first(),
  ).toBeVisible();
  await picture(here, 'sent');
});

test('the other office sees what came, and registers it with its papers and attachments', async () => {
  await there.desk.go('工作台');
  await theirs.open();
  await choose(there, stick);
  expect(await theirs.read()).toContain(`收下${OFFICE.office}转来的案件，那边的编号 ${lamp}`);
  const shown = theirs.received(lamp);
  await expect(shown).toContainText(REASON);
  await expect(shown).toContainText('李小样');
  await expect(shown.getByText('路灯.jpg')).toBeVisible();
  await picture(there, 'inbox');
  const signed = shown.getByRole('region', { name: /在屏幕上签的字$/ });
  await signed.scrollIntoViewIfNeeded();
  await expect(signed.getByRole('img', { name: '李小样的签字' })).toBeVisible();
  await picture(there, 'inbox-signed');
  await isAccessible(there);
  await shown.getByRole('button', { name: '看路灯.jpg' }).click();
  await there.page.getByRole('dialog').getByRole('img').first().waitFor();
  await there.page.getByRole('dialog').getByRole('button', { name: '看完了' }).click();
  expect(await theirs.read()).toContain('以前读过');
  await theirs.register(lamp);
  await expect(there.page.getByRole('textbox', { name: '姓名' })).toHaveValue('李小样');
  await picture(there, 'registering');
  const number = await there.desk.save();
  await there.desk.openSaved();
  await expect(theirs.panel).toContainText(`由${OFFICE.office}转来，那边的编号 ${lamp}`);
  await expect(new AttachmentsPage(there.page).line('路灯.jpg')).toBeVisible();
  await picture(there, 'registered');
  await choose(there, stick);
  await theirs.writeAnswer();

  await ours.open();
  await choose(here, stick);
  expect(await ours.read()).toContain(`已接收，编号 ${number}`);
  await here.desk.openCase(lamp);
  await expect(ours.panel).toContainText(`对方已接收，编号 ${number}`);
  await picture(here, 'answered');
});

test('what is kept secret stays here, and a case that is sent back is on the desk again', async () => {
  road = await here.desk.register({
    ...{ 姓名: '王范例', 联系电话: '13912345678', 反映内容: '王范例说样本路有坑。', 要求保密: true },
  });
  await here.desk.openCase(road);
  await ours.panel.getByRole('button', { name: '转给其他单位' }).click();
  await expect(ours.panel).toContainText('这件案件的身份保密');
  await picture(here, 'secret');
  await ours.panel.getByRole('button', { name: '先不转' }).click();
  await choose(here, stick);
  await ours.send({ to: THERE.office, kind: '分送', reason: '请看看这段路。' });

  await theirs.open();
  await choose(there, stick);
  await theirs.read();
  const shown = theirs.received(road);
  await expect(shown).toContainText('身份由对方保密');
  await expect(shown).not.toContainText('王范例');
  await expect(shown).toContainText('■');
  // What was begun is there again after another page, on the case it is about.
  await shown.getByRole('button', { name: '退回…' }).click();
  await shown.getByRole('textbox', { name: '退回的理由' }).fill('先写一半');
  await there.desk.go('工作台');
  await there.page.getByRole('button', { name: '接着写：退回转来案件的理由' }).click();
  await expect(shown.getByRole('textbox', { name: '退回的理由' })).toHaveValue('先写一半');
  await shown.getByRole('button', { name: '先不退' }).click();
  await theirs.sendBack(road, BACK);
  await picture(there, 'returned-there');
  await theirs.writeAnswer();

  await ours.open();
  await choose(here, stick);
  expect(await ours.read()).toContain('退回了');
  await here.desk.go('工作台');
  await expect(new WorkbenchPage(here.page).line('转出的案件', BACK)).toBeVisible();
  await picture(here, 'workbench');
  await here.desk.openCase(road);
  await expect(ours.panel).toContainText(`对方退回：${BACK}`);
  await here.desk.case.note('问过市政，归市政修。');
  await here.desk.go('工作台');
  await expect(here.page.getByText(BACK)).toHaveCount(0);
});

test('of somebody who gave no name the telephone goes along once it is ticked and the reason is written', async () => {
  test.setTimeout(180_000);
  const ramp = await here.desk.register({
    ...{
      姓名: '周范例',
      匿名: true,
      联系电话: '13700137000',
      住址: '样本路18号',
      反映内容: '坡道太陡，请打 13700137000。',
    },
  });
  await here.desk.openCase(ramp);
  await choose(here, stick);
  await ours.panel.getByRole('button', { name: '转给其他单位' }).click();
  const form = ours.panel.getByRole('group', { name: '转给其他单位' });
  await form.getByRole('textbox', { name: '理由和要说明的' }).fill('坡道归你们修。');
  await expect(form.getByRole('checkbox')).toHaveCount(2);
  await form.getByRole('checkbox', { name: '联系电话' }).check();
  await form.getByRole('button', { name: '写到文件夹' }).click();
  await expect(form.getByRole('alert')).toHaveText('还没有写为什么随案转出联系方式。');
  await form.getByRole('textbox', { name: '为什么要转出' }).fill('本人同意，约时间看现场。');
  await form.getByRole('checkbox').first().scrollIntoViewIfNeeded();
  await picture(here, 'along');
  await isAccessible(here);
  await form.getByRole('button', { name: '写到文件夹' }).click();
  await here.page
    .getByRole('dialog', { name: /^这个文件夹在/ })
    .getByRole('button', { name: '就写到这里' })
    .click();
  await expect(ours.panel).toContainText('随案转出：联系电话。本人同意，约时间看现场。');
  await picture(here, 'along-sent');

  await theirs.open();
  await choose(there, stick);
  await theirs.read();
  await there.page.getByRole('button', { name: new RegExp(ramp.replace(/[〔〕]/g, '.')) }).click();
  const shown = theirs.received(ramp);
  await expect(shown).toContainText('对方勾选随案转来：联系电话');
  await expect(shown).toContainText('请打 13700137000。');
  await expect(shown).not.toContainText('周范例');
  await expect(shown).not.toContainText('样本路18号');
  await shown.scrollIntoViewIfNeeded();
  await picture(there, 'along-received');
  await isAccessible(there);
});

test('a case that nobody there can read is sent anew, once it is said that the earlier one counts no more', async () => {
  const { page } = here;
  const gate = await here.desk.register({ 姓名: '周试填', 反映内容: '小区大门坏了。' });
  await here.desk.openCase(gate);
  await choose(here, stick);
  await ours.send({ to: THERE.office, reason: '请接着办。' });
  await ours.panel.getByRole('button', { name: '转给其他单位' }).click();
  const form = ours.panel.getByRole('group', { name: '转给其他单位' });
  await form.getByRole('textbox', { name: '理由和要说明的' }).fill('换了名片，重新转。');
  await form.getByRole('button', { name: '写到文件夹' }).click();
  await expect(form.getByRole('alert')).toContainText('还没有答复');
  await form.getByRole('checkbox', { name: /^重新转一份/ }).check();
  await form.getByRole('checkbox').scrollIntoViewIfNeeded();
  await picture(here, 'anew');
  await isAccessible(here);
  await form.getByRole('button', { name: '写到文件夹' }).click();
  await page
    .getByRole('dialog', { name: /^这个文件夹在/ })
    .getByRole('button', { name: '就写到这里' })
    .click();
  await expect(ours.panel).toContainText('没有答复，已经重新转了一份');
  await expect(ours.panel.getByText('等对方答复')).toHaveCount(1);
});

test('panel and inbox are read in English and at 200 % as well', async () => {
  test.setTimeout(240_000);
  const open = async ({ page }: OpenOffice): Promise<void> => {
    const passphrase = page.getByRole('textbox', { name: new RegExp(OFFICE.person) });
    await passphrase.fill(OFFICE.passphrase);
    await passphrase.press('Enter');
    await page.getByRole('main').waitFor();
  };
  await setPreferences(there.page, { id: 'en', language: 'en' });
  await open(there);
  await there.page.getByRole('button', { name: 'Look at cases sent here' }).click();
  await there.page.getByRole('heading', { name: 'Cases sent here', level: 1 }).waitFor();
  await there.page.getByText(road).first().click();
  await expect(there.page.getByText('kept secret there').first()).toBeVisible();
  await picture(there, 'inbox-en');
  await setPreferences(there.page, { id: 'zh', language: 'zh-CN' });
  await open(there);
  await theirs.open();
  await setType(there.page, { id: 'zh-200', language: 'zh-CN', type: 200 });
  await picture(there, 'inbox-200');
  expect(await overflow(there)).toBe(0);
  await isAccessible(there);
  await setType(there.page, { id: 'zh', language: 'zh-CN' });

  await here.desk.openCase(road);
  await setType(here.page, { id: 'zh-200', language: 'zh-CN', type: 200 });
  await here.page
    .getByRole('button', { name: /^转办与分送/ })
    .first()
    .click();
  await ours.panel.getByRole('button', { name: '转给其他单位' }).click();
  await ours.panel.getByRole('textbox', { name: '理由和要说明的' }).scrollIntoViewIfNeeded();
  await picture(here, 'sending-200');
  expect(await overflow(here)).toBe(0);
  await setType(here.page, { id: 'zh', language: 'zh-CN' });
  await setPreferences(here.page, { id: 'en', language: 'en' });
  await open(here);
  await here.page
    .getByRole('button', { name: /^Cases/ })
    .first()
    .click();
  await here.page.getByRole('tab', { name: /^All/ }).click();
  await here.page.getByText(lamp).first().dblclick();
  await ours.panel.scrollIntoViewIfNeeded();
  await expect(ours.panel.getByText(/Taken on there, number/)).toBeVisible();
  await ours.panel.getByRole('button', { name: 'Send to another office' }).click();
  await ours.panel.getByRole('button', { name: 'Not now' }).scrollIntoViewIfNeeded();
  await picture(here, 'panel-en');
});
