import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, reopenOffice, type OpenOffice } from './office.ts';
import { PalettePage } from './pages/palette.page.ts';

test.describe.configure({ mode: 'serial' });

let office: OpenOffice;
test.beforeAll(async () => {
  office = await foundOffice(await newProfile());
});
test.afterAll(async () => {
  await office.app.close();
  await dropProfile(office.profile);
});

const tour = (): Locator => office.page.getByRole('group', { name: '带您认认地方' });
const rail = (name: string): Locator =>
  office.page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name });
const isRinged = (place: Locator) => expect(place).toHaveCSS('outline-style', 'solid');

/** Places of everything that can be pressed or typed into, the tour's own left out. */
const placesNow = () =>
  office.page.evaluate(() =>
    [...document.querySelectorAll('button, input, textarea, [tabindex="0"]')]
      .filter(element => !element.closest('.tour, .ui-rail-guide'))
      .map(element => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.textContent, x, y, width, height];
      }),
  );

test('begins after the founding, covers nothing, and leaves the focus where it was', async () => {
  const { page } = office;
  await expect(tour()).toContainText('1/6');
  await isRinged(rail('工作台'));
  const covered = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, textarea')]
      .filter(element => !element.closest('.tour'))
      .filter(element => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const top = width > 0 && height > 0 ? document.elementFromPoint(x + width / 2, y + height / 2) : null;
        return top?.closest('.tour') !== null && top?.closest('.tour') !== undefined;
      })
      .map(element => element.textContent),
  );
  expect(covered).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.closest('.tour') ?? null)).toBeNull();
});

test('goes from place to place by keyboard alone, with a ring around each', async () => {
  const { page } = office;
  const places = [
    rail('接待登记'),
    page.locator('.ui-search'),
    rail('案件'),
    rail('月结与报送'),
    page.getByRole('button', { name: '锁定', exact: true }),
  ];
  await tour().getByRole('button', { name: '下一处' }).focus();
  for (const [at, place] of places.entries()) {
    await page.keyboard.press('Enter');
    await expect(tour()).toContainText(`${at + 2}/6`);
    await isRinged(place);
  }
  await expect(tour().getByRole('button', { name: '认完了' })).toBeVisible();
});

test('axe has nothing to say of it', async () => {
  const { violations } = await new AxeBuilder({ page: office.page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('ends by Esc, moves nothing, and does not come again, also after a restart', async () => {
  const before = await placesNow();
  await office.page.keyboard.press('Escape');
  await expect(tour()).toHaveCount(0);
  expect(await placesNow()).toEqual(before);
  await office.app.close();
  office = { ...office, ...(await reopenOffice(office.profile)) };
  await rail('工作台').waitFor();
  await expect(tour()).toHaveCount(0);
});

test('comes again when it is asked for, and a page that Esc leaves goes first', async () => {
  const { page, desk } = office;
  const number = await desk.register({ 姓名: '李样本', 反映内容: '楼道灯坏了三天。', 诉求: '修好。' });
  await desk.openCase(number);
  await new PalettePage(page).take('认一遍', '再带我认一遍地方');
  await expect(tour()).toContainText('1/6');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: '案件' }).waitFor();
  await expect(tour()).toBeVisible();
  await tour().getByRole('button', { name: '不看了' }).click();
  await expect(tour()).toHaveCount(0);
});
