import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, OFFICE, type OpenOffice } from './office.ts';
import { PalettePage } from './pages/palette.page.ts';

/*
 * A day at the desk with the mouse unplugged: from here on nothing is clicked.
 */

test.describe.configure({ mode: 'serial' });

let office: OpenOffice;
let palette: PalettePage;
test.beforeAll(async () => {
  const profile = await newProfile();
  office = await foundOffice(profile, { printTo: path.join(profile, 'printer') });
  palette = new PalettePage(office.page);
});
test.afterAll(async () => {
  await office.app.close();
  await dropProfile(office.profile);
});

const press = (key: string) => office.page.keyboard.press(key);
const heading = (name: string | RegExp) => office.page.getByRole('heading', { level: 1, name });
const violations = async () =>
  (await new AxeBuilder({ page: office.page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ target }) => target.join(' ')),
  ]);

/** Tab goes on in the order of the paper until the field of that name has the focus. */
async function tabTo(label: string): Promise<void> {
  const field = office.desk.form.getByRole('textbox', { name: label, exact: true });
  for (let presses = 0; presses < 40; presses += 1) {
    if (await field.evaluate(element => element === document.activeElement)) return;
    await press('Tab');
  }
  throw new Error(`Tab 没有走到“${label}”`);
}

async function registerByKeys(person: string, facts: string): Promise<string> {
  await press('Control+n');
  await heading('接待登记').waitFor();
  await tabTo('姓名');
  await office.page.keyboard.type(person);
  await tabTo('反映内容');
  await office.page.keyboard.type(facts);
  return office.desk.save();
}

test.describe('without the mouse', () => {
  let number = '';

  test('a complaint is taken down, read back and saved', async () => {
    await registerByKeys('李样本', '三单元楼道灯坏了三天，晚上看不见路。');
    await press('Control+n');
    await tabTo('姓名');
    await office.page.keyboard.type('周范例');
    await tabTo('反映内容');
    await office.page.keyboard.type('楼上夜里拖桌子，影响休息。');
    await press('F8');
    const reading = office.page.getByRole('dialog', { name: '念给对方听' });
    await expect(reading).toContainText('楼上夜里拖桌子，影响休息。');
    // The page beneath hears no key: nothing is saved from here.
    await press('F9');
    await expect(reading).toBeVisible();
    await press('Escape');
    await expect(reading).toBeHidden();
    number = await office.desk.save();
    expect(number).toContain('0002');
  });

  test('the case is found again, and a step is taken', async () => {
    await palette.take('0002', /周范例/);
    await expect(office.page.getByRole('status', { name: '状态' })).toHaveText('已登记');
    await press('Alt+w');
    await expect(office.page.getByRole('button', { name: '为什么是这天' }).first()).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    await press('Control+Enter');
    const step = office.page.getByRole('region', { name: '受理', exact: true });
    await expect(step).toBeVisible();
    // Esc puts the step away and not the page; what comes next is there again.
    await press('Escape');
    await expect(step).toBeHidden();
    await expect(heading('楼上夜里拖桌子，影响休息。')).toBeVisible();
    await press('Control+Enter');
    await press('Control+Enter');
    await expect(office.page.getByRole('status', { name: '状态' })).not.toHaveText('已登记');
  });

  test('its paper is printed, and Esc leads back as far as the list', async () => {
    await press('Control+p');
    await office.page
      .getByRole('img', { name: /^第 1 页/ })
      .first()
      .waitFor();
    await office.desk.case.canPrint();
    await press('Control+p');
    await expect(
      office.page
        .getByRole('status')
        .filter({ hasText: /打印|印好|已交给|出来/ })
        .first(),
    ).toBeVisible();
    await press('Escape');
    await office.page.getByRole('status', { name: '状态' }).waitFor();
    await press('Escape');
    await expect(heading('案件')).toBeVisible();
  });

  test('one goes from case to case through the list', async () => {
    const { page } = office;
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'row')) break;
      await press('Tab');
    }
    await press('Enter');
    await expect(page.getByText('第 1 件，共 2 件')).toBeVisible();
    await press('Alt+ArrowDown');
    await expect(page.getByText('第 2 件，共 2 件')).toBeVisible();
    await press('Alt+ArrowUp');
    await expect(page.getByText('第 1 件，共 2 件')).toBeVisible();
    await press('Escape');
  });

  test('every page is reached by its name, its pinyin or its initials', async () => {
    await palette.take('qsz', '去设置');
    await expect(heading('设置')).toBeVisible();
    await palette.take('yuejie', '去月结与报送');
    await expect(heading('月结与报送')).toBeVisible();
    await palette.find('扫描', '去扫描件归位');
    await expect(palette.dialog.locator('mark').first()).toHaveText('扫描');
    await press('Escape');
    await expect(palette.dialog).toBeHidden();
    await expect(heading('月结与报送')).toBeVisible();
  });

  test('language, type and colours change, and are as they were', async () => {
    const { page } = office;
    const root = page.locator('html');
    await palette.take('黑底', '黑底白字');
    await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await palette.take('字大', '字大一些');
    await expect(root).toHaveAttribute('data-scale', 'large');
    await palette.take('English', /English/);
    await expect(root).toHaveAttribute('lang', 'en');
    await palette.take('Switch', /Switch to Chinese/);
    await palette.take('平常', '字照平常大');
    await palette.take('白底', '白底黑字');
    await expect(root).toHaveAttribute('data-mantine-color-scheme', 'light');
    await expect(root).toHaveAttribute('data-scale', 'normal');
  });

  test('the ledger is locked, also under the palette, and opened again', async () => {
    const { page } = office;
    await press('Control+k');
    await press('Control+l');
    await page.getByRole('button', { name: '打开台账' }).waitFor();
    await expect(palette.dialog).toBeHidden();
    await expect(page.getByRole('textbox', { name: `${OFFICE.person}的口令` })).toBeFocused();
    await page.keyboard.type(OFFICE.passphrase);
    await press('Enter');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
  });
});

test.describe('F1', () => {
  test('says what the screen is for and which keys work on it, and Esc closes it', async () => {
    await press('Control+n');
    await heading('接待登记').waitFor();
    await press('F1');
    const help = office.page.getByRole('dialog', { name: '帮助：接待登记' });
    await expect(help).toContainText('停电也不丢');
    for (const line of ['读回确认F8', '保存F9', '保存并打印F10', '锁定Ctrl+L', '搜索Ctrl+K'])
      await expect(help).toContainText(line);
    await press('Escape');
    await expect(help).toBeHidden();
    await palette.take('0001', /李样本/);
    // What the help tells is what could be done when it came.
    await office.page.getByRole('status', { name: '状态' }).waitFor();
    await press('F1');
    await expect(office.page.getByRole('dialog', { name: '帮助：一件案件' })).toContainText(
      /受理\s*Ctrl\+Enter/,
    );
    await press('Escape');
  });
});

test.describe('axe has nothing to say', () => {
  test('of the palette, empty, with matches and with none, nor of the help', async () => {
    test.setTimeout(240_000);
    await palette.open();
    expect(await violations()).toEqual([]);
    await office.page.keyboard.type('ts');
    await expect(palette.options.first()).toBeVisible();
    expect(await violations()).toEqual([]);
    await office.page.keyboard.type('没有这个');
    await expect(palette.dialog).toContainText('没有找到');
    expect(await violations()).toEqual([]);
    await press('Escape');
    await press('F1');
    await office.page.getByRole('dialog').waitFor();
    expect(await violations()).toEqual([]);
    await press('Escape');
  });
});
