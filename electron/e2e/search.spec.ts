import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, OFFICE, type OpenOffice } from './office.ts';
import { SearchPage } from './pages/search.page.ts';
import { profileFiles } from './profile-files.ts';

const pictures = path.resolve(import.meta.dirname, '../../out/e2e/search');

test.describe.configure({ mode: 'serial' });

let profile: string;
let office: OpenOffice;
let search: SearchPage;

test.beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  profile = await newProfile();
  office = await foundOffice(profile);
  search = new SearchPage(office.page);
  const { desk } = office;
  await desk.register({
    ...{ 姓名: '李小样', 联系电话: '13800138000', 住址: '凤凰里 3 号楼', 被反映单位: '样本物业' },
    反映内容: '三号楼电梯多次停运，老人上下楼困难。',
  });
  await desk.register({
    ...{ 姓名: '冯虚设', 联系电话: '13900139000', 住址: '绿杏园 7 号', 被反映单位: '林晓雨' },
    反映内容: '楼上装修，中午和夜间施工，噪声很大。',
  });
  await desk.register({
    ...{ 姓名: '何试写', 要求保密: true, 联系电话: '13700137000', 住址: '范例路 9 号' },
    反映内容: '何试写反映下水返味，多户受影响。',
  });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

const look = async (typed: string, count: number): Promise<void> => {
  await search.field.fill(typed);
  await expect(search.rows).toHaveCount(count);
};

test('a case is found by initials, full pinyin, the end of a telephone, respondent and a few words, with its place', async () => {
  const { desk, page } = office;
  await desk.go('案件');
  await page.keyboard.press('Control+f');
  await expect(search.field).toBeFocused();
  await look('lxy', 2);
  await expect(search.status).toContainText('找到 2 件，按相近程度排');
  await expect.poll(() => search.places()).toEqual(['姓名李小样', '被反映单位林晓雨']);
  expect(await search.marks()).toEqual(['李小样', '林晓雨']);
  await page.screenshot({ path: path.join(pictures, 'initials.png') });
  await look('lixiaoyang', 1);
  await look('9000', 1);
  await expect.poll(() => search.places()).toEqual(['联系电话13900139000']);
  expect(await search.marks()).toEqual(['9000']);
  await look('样本物业', 1);
  await expect.poll(() => search.places()).toEqual(['被反映单位样本物业']);
  await look('夜间施工', 1);
  await expect.poll(() => search.marks()).toEqual(['夜间施工']);
  await look('0001', 1);
  await expect.poll(() => search.places()).toEqual([expect.stringMatching(/^编号/)]);
  await look('冯 zaosheng', 1);
});

test('who is kept secret is found by nothing of theirs, and by the rest of their case with the name covered', async () => {
  for (const typed of ['何试写', 'hsx', 'heshixie', '13700137000', '7000', '范例路9号']) {
    await search.field.fill(typed);
    await expect(office.page.getByRole('heading', { name: `没有找到“${typed}”` })).toBeVisible();
  }
  await look('下水返味', 1);
  await expect.poll(() => search.marks()).toEqual(['下水返味']);
  const { page } = office;
  expect(await page.getByRole('grid', { name: '案件' }).innerHTML()).not.toContain('<mark>何');
  expect((await search.places()).join()).not.toMatch(/何试写|137/);
});

test('where the list at hand has none it says so, and shows what is elsewhere', async () => {
  const { page } = office;
  await look('lxy', 2);
  await page.getByRole('tab', { name: /^已办结/ }).click();
  await expect(page.getByRole('heading', { name: '“已办结”里没有“lxy”' })).toBeVisible();
  await expect(page.getByText('去掉条件后有 2 件')).toBeVisible();
  await page.screenshot({ path: path.join(pictures, 'elsewhere.png') });
  await page.getByRole('button', { name: '去掉条件，看这 2 件' }).click();
  await expect(search.rows).toHaveCount(2);
});

test('what was typed is still there after a look at a case, which keys alone open', async () => {
  const { page, desk } = office;
  await search.field.press('Enter');
  await page.getByRole('status', { name: '状态' }).waitFor();
  await desk.go('案件');
  await expect(search.field).toHaveValue('lxy');
  await expect(search.rows).toHaveCount(2);
  await search.field.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('冯虚设');
  await desk.go('案件');
});

test('a case that was just saved is found at once, and all of them again after the lock, which forgets what was typed', async () => {
  const { desk, page } = office;
  await desk.register({ 姓名: '严样品', 反映内容: '路灯不亮。' });
  await desk.go('案件');
  await look('yyp', 1);
  await desk.lock();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/yyp|严样品/);
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  await desk.go('案件');
  await expect(search.field).toHaveValue('');
  await look('yyp', 1);
  await look('lxy', 2);
});

test('it holds with large type, in a narrow window and in English', async () => {
  const { page } = office;
  await page.setViewportSize({ width: 683, height: 500 });
  await page.screenshot({ path: path.join(pictures, 'narrow.png') });
  await expect(search.field).toBeInViewport();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: '大字' }).click();
  await page.screenshot({ path: path.join(pictures, 'large.png') });
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('columnheader', { name: 'Found in' })).toBeVisible();
  await expect(page.getByRole('gridcell').filter({ hasText: /^Name/ }).first()).toBeVisible();
  await page.screenshot({ path: path.join(pictures, 'english.png') });
});

test('nothing of what was typed or found lies readable in the profile', async () => {
  await office.app.close();
  let files = 0;
  for await (const { file, bytes } of profileFiles(profile)) {
    files++;
    for (const word of ['李小样', '夜间施工', 'lixiaoyang', 'zaosheng'])
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(word, encoding)), `${file}: ${word}`).toBe(false);
  }
  expect(files).toBeGreaterThan(10);
});
