// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '#shared/core/text.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { LockPage } from './lock-page.tsx';
import { BOOT, LockedDesk, PEOPLE } from './lock.fixture.tsx';

const user = userEvent.setup({ delay: null });
let locked = new LockedDesk();
beforeEach(() => {
  locked = new LockedDesk();
});

const open = (language: Language = 'zh-CN'): void => {
  renderUi(locked.around(<LockPage />), { language });
};
const field = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);
const personOf = (index: number) => PEOPLE[index]?.id;
const page = (): string => document.body.textContent;

async function say(passphrase: string): Promise<void> {
  await user.paste(passphrase);
  await user.keyboard('{Enter}');
}

describe('the lock screen', () => {
  it('shows the office, the day and who may open, with the field in focus', () => {
    open();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('凤凰社区居委会');
    expect(page()).toContain('已锁定，09:58');
    expect(page()).toContain('2026年10月12日　周一');
    expect(screen.getAllByRole('radio').map(radio => radio.closest('label')?.textContent)).toEqual([
      '王登记Alt+1',
      '陈承办Alt+2',
      '林主任Alt+3',
    ]);
    expect(screen.getByRole('radio', { name: '王登记', checked: true })).toBeTruthy();
    expect(document.activeElement).toBe(field('王登记的口令'));
  });

  it.each([
    ['idle', '很久没动，自动锁定，09:58'],
    ['suspend', '电脑休眠过，已锁定，09:58'],
    [null, '台账锁着'],
  ] as const)('says why it is locked: %s', (reason, words) => {
    locked.state = { phase: 'locked', boot: BOOT, reason };
    open();
    expect(page()).toContain(words);
  });

  it('opens with a passphrase and Enter', async () => {
    open();
    await say('门口石榴树三棵半还在');
    expect(locked.tries).toEqual([{ person: personOf(0), passphrase: '门口石榴树三棵半还在' }]);
  });

  it('is another person after Alt and a digit, or after an arrow', async () => {
    open();
    await user.keyboard('{Alt>}[Digit3]{/Alt}');
    expect(document.activeElement).toBe(field('林主任的口令'));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(field('陈承办的口令'));
    await say('楼下第二个井盖会响');
    expect(locked.tries[0]?.person).toBe(personOf(1));
  });

  it('is another person after a press on their name', async () => {
    open();
    await user.click(screen.getByRole('radio', { name: '陈承办' }));
    expect(document.activeElement).toBe(field('陈承办的口令'));
  });

  it('asks for the passphrase when there is none', async () => {
    open();
    await user.click(screen.getByRole('button', { name: '打开台账' }));
    expect(screen.getByText('写上口令')).toBeTruthy();
    expect(document.activeElement).toBe(field('王登记的口令'));
    expect(locked.tries).toEqual([]);
  });

  it('says how many tries are left and empties the field', async () => {
    locked.answers.push({ code: 'keys/wrong-passphrase', detail: { triesLeft: 2 } });
    open();
    await say('错的口令');
    expect(await screen.findByText('口令不对')).toBeTruthy();
    expect(screen.getByText('看看大写锁定和输入法。再错 2 次要等 1 分钟。')).toBeTruthy();
    expect(field('王登记的口令').value).toBe('');
    expect(document.activeElement).toBe(field('王登记的口令'));
  });

  it('tells any other trouble in the words of the program', async () => {
    locked.answers.push({ code: 'keys/damaged' });
    open();
    await say('门口石榴树三棵半还在');
    expect(await screen.findByText('开锁用的文件坏了')).toBeTruthy();
  });
});

describe('a wait after too many tries', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is counted down until one may try again', async () => {
    locked.answers.push({
      code: 'keys/wrong-passphrase',
      detail: { triesLeft: 0, until: '2026-10-12T09:59:05+08:00' },
    });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    open();
    await say('错的口令');
    expect(await screen.findByText('错得太多，等 1 分 5 秒 再试')).toBeTruthy();
    expect(screen.getByText('口令不对')).toBeTruthy();
    locked.nowMs += 10_000;
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByText('错得太多，等 55 秒 再试')).toBeTruthy();
    locked.nowMs += 55_000;
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByText('可以再试了')).toBeTruthy();
  });
});

describe('the recovery key', () => {
  const forget = async (): Promise<void> => {
    open();
    await user.click(screen.getByText('忘了口令，用恢复密钥'));
  };
  const fill = async (label: string, text: string): Promise<void> => {
    field(label).focus();
    await user.paste(text);
  };
  const KEY = '7KQ4 W2MD 9XHE T5RB C8VN 3JYA P6GF U4ZS';

  it('sets a new passphrase for the chosen person', async () => {
    await forget();
    expect(document.activeElement).toBe(field('恢复密钥'));
    await fill('恢复密钥', KEY);
    await fill('新口令', '楼下第二个井盖会响的');
    await fill('再写一遍', '楼下第二个井盖会响的');
    await user.keyboard('{Enter}');
    expect(locked.tries).toEqual([
      { person: personOf(0), recoveryKey: KEY, passphrase: '楼下第二个井盖会响的' },
    ]);
  });

  it('goes to what is missing, in the order of the form', async () => {
    await forget();
    await user.keyboard('{Enter}');
    expect(screen.getByText('照着纸填上恢复密钥')).toBeTruthy();
    await fill('恢复密钥', '7KQ4 W2MD');
    expect(screen.getByText('已填 8 个字，共 32 个')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(screen.getByText('写一句口令')).toBeTruthy();
    expect(document.activeElement).toBe(field('新口令'));
    expect(locked.tries).toEqual([]);
  });

  it('says which group to look at when it was copied wrongly', async () => {
    locked.answers.push({ code: 'keys/recovery-typo', detail: { group: 3 } });
    await forget();
    await fill('恢复密钥', KEY);
    await fill('新口令', '楼下第二个井盖会响的');
    await fill('再写一遍', '楼下第二个井盖会响的');
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/恢复密钥抄错了.*第 3 组/)).toBeTruthy();
    expect(document.activeElement).toBe(field('恢复密钥'));
  });

  it('can be put away again', async () => {
    await forget();
    await user.click(screen.getByText('想起来了，用口令'));
    expect(document.activeElement).toBe(field('王登记的口令'));
  });
});

it('speaks English', async () => {
  locked.answers.push({ code: 'keys/wrong-passphrase', detail: { triesLeft: 1 } });
  open('en');
  await say('wrong');
  expect(await screen.findByText('Wrong passphrase')).toBeTruthy();
  for (const { name } of PEOPLE) expect(page()).toContain(name);
  const names = [...PEOPLE.map(({ name }) => name), '凤凰社区居委会'];
  expect(names.reduce((text, name) => text.replaceAll(name, ''), page())).not.toMatch(/\p{Script=Han}/u);
});
