import { execFileSync } from 'node:child_process';
import { readdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  dropProfile,
  foundOffice,
  newProfile,
  OFFICE,
  pullThePlug,
  reopenOffice,
  type OpenOffice,
} from './office.ts';
import { fillForm } from './pages/form.page.ts';
import { profileFiles } from './profile-files.ts';

test.describe.configure({ mode: 'serial' });

const BROWSER_WRITES_MS = 6_000;

let profile: string;
let office: OpenOffice;

test.beforeAll(async () => {
  profile = await newProfile();
  office = await foundOffice(profile);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('a wrong passphrase opens nothing and says what to look at', async () => {
  await office.desk.lock();
  await office.desk.unlock(OFFICE.person, 'not the right one at all');
  await expect(office.page.getByText('口令不对').first()).toBeVisible();
  await expect(office.page.getByText('看看大写锁定和输入法', { exact: false }).first()).toBeVisible();
  await expect(office.page.getByRole('navigation', { name: '主导航' })).toHaveCount(0);
  await office.desk.unlock(OFFICE.person, OFFICE.passphrase);
  await expect(office.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
});

test('what was typed is still there after the power went', async () => {
  await office.desk.go('接待登记');
  await fillForm(office.desk.form, { 姓名: '朱练习', 反映内容: '夜间停电三次，冰箱里的东西坏了。' });
  await expect(office.page.getByText(/草稿已存/)).toBeVisible();
  await pullThePlug(office);
  office = await reopenOffice(profile);
  await office.page.getByRole('button', { name: '接着填' }).click();
  await expect(office.desk.form.getByLabel('姓名', { exact: true })).toHaveValue('朱练习');
  await expect(office.desk.form.getByLabel('反映内容', { exact: true })).toHaveValue(/夜间停电三次/);
  await office.page.keyboard.press('F9');
  await office.desk.savedNumber();
});

test('a working store that was wiped is made again from the journal', async () => {
  const number = await office.desk.register({ 姓名: '钱样本', 反映内容: '垃圾桶满了三天。' });
  await office.app.close();
  for (const entry of await readdir(profile, { recursive: true }))
    if (/indexeddb/i.test(path.basename(entry)))
      await rm(path.join(profile, entry), { recursive: true, force: true, maxRetries: 20 });
  office = await reopenOffice(profile);
  await office.desk.openCase(number);
  await expect(office.page.getByRole('status', { name: '状态' })).toHaveText('已登记');
});

test('no file of the profile holds a name, a number or a word of a case in clear', async () => {
  const canaries = ['哨兵姓名甲', '13711112222', '哨兵内容乙丙丁', '哨兵记事戊己庚'];
  const entered = { 姓名: '哨兵姓名甲', 联系电话: '13711112222', 反映内容: '哨兵内容乙丙丁。' };
  await office.desk.go('接待登记');
  await fillForm(office.desk.form, entered);
  await expect(office.page.getByText(/草稿已存/)).toBeVisible();
  // A browser writes what stands in its forms beside the page, some seconds later.
  await office.page.waitForTimeout(BROWSER_WRITES_MS);
  await office.page.keyboard.press('F9');
  await office.desk.savedNumber();
  await office.desk.openCase(await office.desk.register(entered));
  await office.page.getByRole('textbox', { name: '记办理经过' }).fill('哨兵记事戊己庚');
  await office.page.waitForTimeout(BROWSER_WRITES_MS);
  await office.desk.lock();
  await office.app.close();
  const encodings: BufferEncoding[] = ['utf8', 'utf16le'];
  const found: string[] = [];
  let files = 0;
  for await (const { file, bytes } of profileFiles(profile)) {
    files++;
    for (const canary of canaries)
      for (const encoding of encodings)
        if (bytes.includes(Buffer.from(canary, encoding))) found.push(`${file}: ${canary}`);
  }
  expect(files).toBeGreaterThan(10);
  expect(found).toEqual([]);
  office = await reopenOffice(profile);
});

test('a paper whose font is missing is not made, and the page names the font and what to do', async () => {
  await office.app.evaluate(({ session }) => {
    session.fromPartition('papers').webRequest.onBeforeRequest((details, answer) => {
      answer({ cancel: new URL(details.url).pathname.startsWith('/fonts/') });
    });
  });
  await office.desk.go('接待登记');
  await fillForm(office.desk.form, { 姓名: '孙样本', 反映内容: '井盖响。' });
  await office.page.keyboard.press('F10');
  const alert = office.page.getByRole('alert').first();
  await expect(alert).toContainText('缺字体：', { timeout: 60_000 });
  await expect(alert).toContainText('已经保存的都在');
  await expect(alert).toContainText('重新安装程序');
  await expect(office.page.locator('canvas')).toHaveCount(0);
  await office.app.evaluate(({ session }) => {
    session.fromPartition('papers').webRequest.onBeforeRequest(null);
  });
});

test('a full disk saves nothing and says so; the form keeps its text and is saved when there is room', async () => {
  const small = await newProfile();
  const mounted = mountSmallDisk(small);
  test.skip(!mounted, 'this user may not mount a small disk');
  let full: OpenOffice | undefined;
  try {
    full = await foundOffice(small);
    const { desk, page } = full;
    await desk.go('接待登记');
    const typed = { 姓名: '李样本', 反映内容: '水管漏水两天。' };
    await fillForm(desk.form, typed);
    const { bavail, bsize } = await statfs(small);
    const ballast = path.join(small, 'ballast');
    await writeFile(ballast, Buffer.alloc(bavail * bsize - 20 * 1024 * 1024));
    await page.keyboard.press('F9');
    const alert = page.getByRole('alert').first();
    await expect(alert).toContainText('硬盘满了，没有存上');
    await expect(alert).toContainText('刚填的都还在屏幕上');
    await expect(alert).toContainText('腾出地方再保存');
    await expect(page.getByText('已保存', { exact: false })).toHaveCount(0);
    for (const [label, text] of Object.entries(typed))
      await expect(desk.form.getByLabel(label, { exact: true })).toHaveValue(text);
    await rm(ballast);
    expect(await desk.save()).not.toBe('');
  } finally {
    await full?.app.close().catch(() => undefined);
    if (mounted) execFileSync('umount', ['-l', small]);
    await dropProfile(small);
  }
});

/** Room for a profile of the browser and little more; whether this user may do that. */
function mountSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=280m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // A container without the right to mount.
  }
}
