import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { instantAt } from '#shared/core/instant.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { CHEAP_KEYS } from './filled-profile.ts';
import { dropProfile, newProfile, reopenOffice, type OpenOffice } from './office.ts';
import { CaseListPage } from './pages/case-list.page.ts';
import { sampleProfile } from './sample-profile.ts';

const CASES = 2_000;
const THEN = () => instantAt(plainDate('2026-11-02'), '08:00');

test.describe.configure({ mode: 'serial' });

let profile: string;
let office: OpenOffice;
let list: CaseListPage;

test.beforeAll(async () => {
  // A journal of so many records is made, and the store out of it at the first start.
  test.setTimeout(900_000);
  profile = await newProfile();
  await sampleProfile(profile, CASES, CHEAP_KEYS, THEN);
  office = await reopenOffice(profile, { clock: '2026-11-02T09:30:00+08:00' }, 600_000);
  list = new CaseListPage(office.page);
  await office.desk.go('案件');
  await list.tab('全部').click();
  await expect(list.tab('全部')).toContainText(CASES.toLocaleString('zh-CN'), { timeout: 300_000 });
  await office.page.getByRole('button', { name: '编号', exact: true }).click();
  await expect(list.row('0001号').first()).toBeVisible({ timeout: 60_000 });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

async function faults(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: office.page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

const focused = () => office.page.locator(':focus');

test('all rows are one grid that says how many there are and draws those in sight', async () => {
  await expect(list.table).toHaveAttribute('aria-rowcount', String(CASES + 1));
  await expect(list.table).toHaveAttribute('aria-multiselectable', 'true');
  expect(await list.rows.count()).toBeLessThan(60);
  const cells = list.rows.first().getByRole('gridcell');
  await expect(cells).toHaveCount((await list.heads()).length);
  expect(await faults()).toEqual([]);
});

test('the keys go to the last row and back, and Enter opens the one somebody is at', async () => {
  const { page } = office;
  await list.focusFirst();
  await page.keyboard.press('End');
  await expect(focused()).toHaveAttribute('aria-rowindex', String(CASES + 1));
  await expect(focused()).toContainText(`${CASES}号`);
  await expect(focused()).toBeInViewport();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowUp');
  await expect(focused()).toBeInViewport();
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Home');
  await expect(focused()).toHaveAttribute('aria-rowindex', '2');
});

test('whoever comes back from a case is at its row, and the list stands as it stood', async () => {
  const { page, desk } = office;
  await page.keyboard.press('End');
  for (let up = 0; up < 3; up++) await page.keyboard.press('ArrowUp');
  const row = String(CASES - 2);
  await expect(focused()).toHaveAttribute('aria-rowindex', row);
  const top = () => list.table.evaluate(element => element.scrollTop);
  const before = await top();
  expect(before).toBeGreaterThan(CASES * 30);
  await page.keyboard.press('Enter');
  await page.getByRole('status', { name: '状态' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(focused()).toHaveAttribute('aria-rowindex', row);
  await expect.poll(top).toBe(before);
  // Gone on to the next case, it is that one.
  await page.keyboard.press('Enter');
  await page.getByRole('status', { name: '状态' }).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText(`${CASES - 2}号`).first()).toBeVisible();
  await page.getByRole('button', { name: '回案件' }).click();
  await expect(focused()).toHaveAttribute('aria-rowindex', String(CASES - 1));
  // Who goes there by the menu keeps the focus there.
  await desk.go('设置');
  await desk.go('案件');
  await expect(list.table.locator('[tabindex="0"]')).toHaveAttribute('aria-rowindex', String(CASES - 1));
  await expect(
    page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '案件' }),
  ).toBeFocused();
});

for (const edge of ['under the head', 'at the foot'] as const)
  test(`a double click opens the row under the hand, also one that is cut off ${edge}`, async () => {
    const { page } = office;
    await list.table.evaluate(element => element.scrollTo({ top: 4000 }));
    await expect(list.table.locator('[data-index="100"]')).toBeVisible();
    // Of the row at the edge, half is to be seen, and a point of it is under the hand.
    const at = await list.table.evaluate((element, isFoot) => {
      const line = element.querySelector('[data-index="100"]')?.getBoundingClientRect();
      const head = element.querySelector('[aria-rowindex="1"]')?.getBoundingClientRect();
      if (!line || !head) throw new Error('no such row');
      const border = isFoot ? element.getBoundingClientRect().bottom : head.bottom;
      element.scrollTop += line.top + line.height / 2 - border;
      return { x: line.left + 300, y: border + (isFoot ? -4 : 4) };
    }, edge === 'at the foot');
    await page.mouse.click(at.x, at.y);
    const row = list.table.locator('[tabindex="0"]');
    await expect(row).toHaveAttribute('data-index', '100');
    await page.mouse.dblclick(at.x, at.y);
    await page.getByRole('status', { name: '状态' }).waitFor();
    await expect(page.getByText('0101号').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(focused()).toHaveAttribute('data-index', '100');
  });

test('conditions and words cut it, and all that is left is chosen by one key', async () => {
  const { page } = office;
  await page.getByRole('searchbox', { name: '在案件里找' }).fill('试填1234');
  await expect(list.rows).toHaveCount(1);
  await page.getByRole('searchbox', { name: '在案件里找' }).fill('');
  await expect(list.table).toHaveAttribute('aria-rowcount', String(CASES + 1));
  await list.addConditions('上月');
  await expect(list.condition('登记日', '上月')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: new RegExp(`^${CASES} 件$`) })).toBeVisible();
  await list.focusFirst();
  await page.keyboard.press('Control+a');
  await expect(list.bulk).toContainText(`选了 ${CASES} 件`);
  await page.keyboard.press('End');
  await expect(focused()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
});
