import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { BundleImportCode } from '#shared/bundle/bundle.refusals.ts';
import { Instant } from '#shared/core/instant.ts';
import { enrolOffice } from '#electron/headquarters/hq.enrol.ts';
import { hqFolder } from '#electron/headquarters/hq.folder.ts';
import { importBundle } from '#electron/headquarters/hq.import.ts';
import { initHeadquarters } from '#electron/headquarters/hq.init.ts';
import { writeReceipt } from '#electron/headquarters/hq.receipts.ts';
import { readKeys } from '#electron/headquarters/hq.store.ts';
import { Drives } from './drives.ts';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { MonthPage } from './pages/month.page.ts';
import { answerDialogs } from './program.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/usb');

test.describe.configure({ mode: 'serial' });

const STICK = '样本盘';
const MONTH = '2026-10';

let profile: string;
let hq: string;
let office: OpenOffice;
let month: MonthPage;
let drives: Drives;

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  hq = path.join(profile, 'hq');
  drives = await Drives.open();
  await drives.buy(STICK);
  await initHeadquarters(hq, { name: '样本街道办事处' });
  office = await foundOffice(profile, { extraArguments: [drives.argument] });
  month = new MonthPage(office.page);
  await office.desk.go('月结与报送');
  await answerDialogs(office.app, { open: hqFolder(hq).card });
  await month.readHeadquartersCard();
  await answerDialogs(office.app, { open: profile });
  await month.exportOfficeCard();
  const card: unknown = JSON.parse(await readFile(path.join(profile, 'office.json'), 'utf8'));
  expect((await enrolOffice(hq, card)).ok).toBe(true);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await drives.close();
  await dropProfile(profile);
});

const look = (name: string): Promise<Buffer> =>
  office.page.screenshot({ path: path.join(kept, `${name}.png`) });

/** The one bundle on a stick that is out of the PC. */
async function onStick(): Promise<string> {
  const [name = ''] = (await readdir(drives.pocket(STICK))).filter(file => file.endsWith('.age'));
  return path.join(drives.pocket(STICK), name);
}

const takeReceipts = (from: string): Promise<void> =>
  cp(hqFolder(from).receipts, path.join(drives.pocket(STICK), 'receipts'), { recursive: true });

async function plugIn(): Promise<void> {
  await drives.plugIn(STICK);
  await month.drive(STICK).waitFor();
}

async function pullOut(): Promise<void> {
  await drives.pullOut(STICK);
  await month.drive(STICK).waitFor({ state: 'hidden' });
}

test('a drive that is plugged in is offered by name and space, and nothing moves under the hand', async () => {
  await month.lock(MONTH);
  const below = office.page.getByRole('button', { name: '读回执' });
  await expect(office.page.getByText('插上 U 盘，这里就会列出来。')).toBeVisible();
  // What the page looks into when it comes has said so, and its list will grow no more.
  await expect(office.page.getByText(/^日志账对得上/)).toBeVisible();
  const before = await below.boundingBox();
  await look('no-drive');
  await plugIn();
  await expect(month.drive(STICK)).toHaveAccessibleDescription(/空 .*(GB|MB)，共 .*(GB|MB)/);
  expect(await below.boundingBox()).toEqual(before);
  await look('drive');
});

test('what was written is said, and that the drive may be pulled out', async () => {
  expect(await month.exportTo(STICK)).toMatch(/^PHX-0371_2026-10_0001/);
  await month.said(/“样本盘”可以拔出/);
  await expect(month.bundles.first()).toContainText('2026-10-08 已写入');
  await expect(month.bundles.first()).toContainText('2026-10-08 起等回执');
  await look('written');
});

test('plugged in again it is read again by itself', async () => {
  await pullOut();
  await plugIn();
  await month.said(/“样本盘”上的2026年10月：重新插入，核对一致/);
  await expect(month.bundles.first()).toContainText('2026-10-08 重新插入，核对一致');
  await look('verified');
});

/** A headquarters with the same keys refuses what it found on the stick. */
async function refuse(code: BundleImportCode): Promise<void> {
  const other = path.join(profile, 'hq-refusing');
  await cp(hq, other, { recursive: true });
  const read = await importBundle(await onStick(), other);
  if (!read.ok) throw new Error(read.error.code);
  const { bundle_id: id, sha256, office: of, period, sequence } = read.value.receipt;
  const receivedAt = Instant.parse('2026-10-08T02:00:00Z');
  const subject = { id, sha256, office: of, period, sequence };
  await writeReceipt(other, await readKeys(other), subject, { receivedAt, refused: { code }, counts: null });
  await takeReceipts(other);
}

test('one that is sent back says why and what to do, and a new one is received in its place', async () => {
  await pullOut();
  await refuse('bundle/bad-content');
  await plugIn();
  await month.said(/有回执，2026年10月被退回/);
  const first = month.bundles.first();
  await expect(first).toContainText('总部说：案件或事件数据的格式不对');
  await expect(first).toContainText('要重新封包：选这个月，再封包写入');
  await first.scrollIntoViewIfNeeded();
  await look('sent-back');

  await first.getByRole('button', { name: '去2026年10月' }).click();
  // By its key, as whoever never takes up the mouse does.
  await office.page.keyboard.press('Control+Enter');
  await expect(month.bundles).toHaveCount(2);
  await month.said(/“样本盘”可以拔出/);
  await expect(month.bundles.last()).toContainText('这一包作废');

  await pullOut();
  const taken = await importBundle(await onStick(), hq);
  expect(taken.ok ? taken.value.state : taken.error.code).toBe('accepted');
  await takeReceipts(hq);
  await plugIn();
  await month.said(/有回执，2026年10月已收讫/);
  await expect(month.bundles.first()).toContainText('已收讫');
  await look('accepted');
});

test('a folder on this PC is asked about before anything is written to it', async () => {
  const { page, app } = office;
  const folder = path.join(profile, 'not-a-drive');
  await mkdir(folder);
  await answerDialogs(app, { open: folder });
  await page.getByRole('button', { name: '封包写入文件夹' }).click();
  const question = page.getByRole('dialog', { name: '这个文件夹在本机硬盘上' });
  await expect(question).toContainText('not-a-drive');
  await look('system-disk');
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  expect(await readdir(folder)).toEqual([]);
  await month.export();
  expect((await readdir(folder)).some(name => name.endsWith('.bag.zip.age'))).toBe(true);
});

test('a drive without room says what is needed and what is free, and has nothing on it', async () => {
  const small = drives.slot('小盘');
  await mkdir(small);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', small]).status === 0;
  if (!mounted) await rmdir(small);
  // Only root of a Linux that is no locked container may.
  test.skip(!mounted, 'a small drive cannot be mounted here');
  try {
    await month.drive('小盘').click();
    await expect(office.page.getByRole('alert')).toContainText(/放不下，没有写：要 \d+ MB，只空 0 MB/);
    await look('too-small');
    expect(await readdir(small)).toEqual([]);
  } finally {
    execFileSync('umount', [small]);
    await rmdir(small);
  }
});

test('the file on this PC is removed when asked, and not before', async () => {
  const { page } = office;
  const received = month.bundles.first();
  await received.getByRole('button', { name: '删去本机的这一包' }).click();
  await look('remove');
  await page.getByRole('dialog').getByRole('button', { name: '先留着' }).click();
  await received.getByRole('button', { name: '删去本机的这一包' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删去', exact: true }).click();
  await expect(received.getByRole('button', { name: '删去本机的这一包' })).toHaveCount(0);
  await month.drive(STICK).click();
  await expect(page.getByRole('alert')).toContainText('本机的已经删去');
});

test('it holds at 200 % and in English', async () => {
  const { page } = office;
  const size = (of: string) =>
    page.evaluate(at => document.documentElement.style.setProperty('font-size', at), of);
  await size('200%');
  await month.openSection('送总部');
  await month.drive(STICK).scrollIntoViewIfNeeded();
  await look('large');
  await month.openSection('案卷包和回执');
  await month.bundles.last().scrollIntoViewIfNeeded();
  await look('large-bundles');
  await page.getByRole('button', { name: 'English' }).click();
  await look('large-english');
  await size('');
  await expect(page.getByRole('button', { name: `Seal and write to “${STICK}”` })).toBeVisible();
  await look('english');
});
