import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type CDPSession } from '@playwright/test';
import { instantAt, type Instant } from '#shared/core/instant.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { filledProfile } from './filled-profile.ts';
import { dropProfile, newProfile, OFFICE, reopenOffice, type OpenOffice } from './office.ts';
import { PalettePage } from './pages/palette.page.ts';
import { SearchPage } from './pages/search.page.ts';

const pictures = path.resolve(import.meta.dirname, '../../out/e2e/search-while-indexing');

test.describe.configure({ mode: 'serial' });

const CASES = 4000;
/** The first one received is the last one read. */
const OLDEST = '样本';

let profile: string;
let office: OpenOffice;
let search: SearchPage;
let processor: CDPSession;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  await mkdir(pictures, { recursive: true });
  profile = await newProfile();
  await filledProfile(profile, {
    cases: CASES,
    // Before the clock the program is started with, on whatever day this runs.
    now: () => instantAt(plainDate('2026-10-01'), '08:00'),
    caseAt: n => ({
      procedure: 'phoenix-community',
      receivedAt: `2026-09-${String(1 + Math.floor(n / 200)).padStart(2, '0')}T09:30:00+08:00` as Instant,
      values: {
        matter_kind: 'complaint',
        intake_channel: 'visit',
        complainant_name: n === 0 ? `李${OLDEST}` : `试填${n}`,
        complainant_phone: '13800138000',
        facts: `第 ${n} 件：三号楼楼道灯坏了三天，晚上看不见台阶。`,
      },
    }),
  });
  office = await reopenOffice(profile, {}, 240_000);
  search = new SearchPage(office.page);
  await office.desk.go('案件');
  processor = await office.page.context().newCDPSession(office.page);
  await expect(search.field).toBeVisible();
  await search.field.fill(`李${OLDEST}`);
  await expect(search.rows).toHaveCount(1, { timeout: 120_000 });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

const slowedBy = (rate: number) => processor.send('Emulation.setCPUThrottlingRate', { rate });

test('while the cases are read after an unlock the list says how far it is, and that more may be found', async () => {
  const { desk, page } = office;
  await desk.lock();
  await slowedBy(6);
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
  await page.getByRole('navigation', { name: '主导航' }).waitFor({ timeout: 120_000 });
  await desk.go('案件');
  await expect(search.indexing).toBeVisible();
  await search.field.fill(`李${OLDEST}`);
  await expect(page.getByRole('heading', { name: `还没有找到“李${OLDEST}”` })).toBeVisible();
  await expect(page.getByText('目录还没有编完，编完以后会自己再找一遍。')).toBeVisible();
  await page.screenshot({ path: path.join(pictures, 'none-so-far.png') });
  await search.field.fill('楼道灯');
  await expect(search.status).toHaveText(/^找到 \d+ 件，还没有找全$/);
  await page.screenshot({ path: path.join(pictures, 'found-so-far.png') });
});

test('the palette says so too, and keys are taken while cases are read', async () => {
  const { page } = office;
  const palette = new PalettePage(page);
  await palette.open();
  await page.keyboard.type(`李${OLDEST}`);
  await expect(palette.dialog.getByText(/^正在编目录：\d+ \/ 4000 件$/)).toBeVisible();
  await expect(palette.dialog.getByRole('status')).toHaveText('还没有找全');
  await expect(palette.dialog.getByText(`还没有找到“李${OLDEST}”`)).toBeVisible();
  await page.screenshot({ path: path.join(pictures, 'palette.png') });
  await page.keyboard.press('Escape');
  await palette.dialog.waitFor({ state: 'detached' });
});

test('what was looked for meanwhile is found by itself when all have been read', async () => {
  const { page } = office;
  await search.field.fill(`李${OLDEST}`);
  await expect(page.getByRole('heading', { name: `还没有找到“李${OLDEST}”` })).toBeVisible();
  await page.getByRole('button', { name: '大字' }).click();
  await page.screenshot({ path: path.join(pictures, 'large.png') });
  await page.getByRole('button', { name: '大字' }).click();
  await slowedBy(1);
  await expect(search.rows).toHaveCount(1, { timeout: 120_000 });
  await expect(search.status).toHaveText('找到 1 件，按相近程度排');
  await expect(search.indexing).toHaveCount(0);
  await page.screenshot({ path: path.join(pictures, 'complete.png') });
});
