import { expect, test } from '@playwright/test';
import { CountedKeyboard } from './keystrokes/counted-keyboard.ts';
import { secondsOf } from './keystrokes/keystroke-level.ts';
import { pinyinKeys } from './keystrokes/pinyin.keys.ts';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';

const MINUTE = 60;

/** Forty characters, marks not among them. */
const FACTS = '三号楼二单元楼道灯坏了三天，晚上看不见路，昨天有位老人差点摔倒，要求物业尽快派人来修好。';

let office: OpenOffice;
test.beforeAll(async () => {
  office = await foundOffice(await newProfile());
});
test.afterAll(async () => {
  await office.app.close();
  await dropProfile(office.profile);
});

test('an ordinary complaint is registered by the keyboard alone in under a minute', async () => {
  const { desk, page } = office;
  await desk.go('案件');
  const hand = new CountedKeyboard(page);

  await hand.command('Control+n');
  // A person begins to write when the cursor is there.
  await expect(desk.form.getByRole('textbox', { name: '姓名', exact: true })).toBeFocused();
  await hand.tabTo('姓名');
  await hand.chinese('李样本');
  await hand.tabTo('联系电话');
  await hand.figures('13800138000');
  await hand.tabTo('反映内容');
  await hand.chinese(FACTS);
  await hand.command('F9');
  const number = await desk.savedNumber();

  const seconds = secondsOf(hand.effort);
  test
    .info()
    .annotations.push({ type: 'keystroke level', description: JSON.stringify({ ...hand.effort, seconds }) });
  expect(seconds).toBeLessThan(MINUTE);

  await desk.openSaved();
  await expect(page.locator('.case-number')).toHaveText(number);
  for (const words of ['李样本', '13800138000', FACTS])
    await expect(page.getByRole('main')).toContainText(words);
});

test('the writing begins where nothing stands yet, for the next person too', async () => {
  const { desk } = office;
  await desk.go('接待登记');
  const name = desk.form.getByRole('textbox', { name: '姓名', exact: true });
  await expect(name).toBeFocused();
  await desk.register({ 姓名: '周范例', 反映内容: '电梯坏了没有人修。' });
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('');
});

test('a text is counted by the keys of its pinyin', () => {
  expect(pinyinKeys('楼道')).toBe('lou'.length + 'dao'.length + 1);
  expect(pinyinKeys('灯，坏')).toBe('deng'.length + 1 + 1 + 'huai'.length + 1);
  expect(FACTS.match(/\p{Script=Han}/gu)).toHaveLength(40);
});
