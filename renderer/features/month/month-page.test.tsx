// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { BUNDLE_SENTENCES } from '#shared/bundle/bundle.refusals.ts';
import type { Language } from '#shared/core/text.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { MonthPage } from './month-page.tsx';
import { MonthDesk } from './month.fixture.tsx';

const user = userEvent.setup({ delay: null });
let month = new MonthDesk();
beforeEach(() => {
  month = new MonthDesk();
});

const open = (language: Language = 'zh-CN'): void => {
  renderUi(month.around(<MonthPage />), { language });
};
const press = (name: string): Promise<void> => user.click(screen.getByRole('button', { name }));
const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog');

describe('locking a month that is not over', () => {
  it('says what it means and asks why', async () => {
    open();
    await press('锁账：2026年10月');
    const asked = await screen.findByRole('dialog', { name: '2026年10月还没过完' });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(asked.textContent).toContain('都算在2026年11月');
    expect(month.locked).toEqual([]);

    await press('提前锁账：2026年10月');
    expect(screen.getByText('写一句为什么提前锁账')).toBeTruthy();
    const reason = screen.getByRole('textbox', { name: '为什么提前锁账' });
    expect(document.activeElement).toBe(reason);
    expect(month.locked).toEqual([]);

    await user.type(reason, '总部要求二十日报账');
    await press('提前锁账：2026年10月');
    await waitFor(() =>
      expect(month.locked).toEqual([
        { period: '2026-10', remarks: [{ item: 'early', text: '总部要求二十日报账' }] },
      ]),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('已锁账')).toBeTruthy();
  });

  it('is left alone with one press', async () => {
    open();
    await press('锁账：2026年10月');
    await dialog();
    await press('先不锁');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(month.locked).toEqual([]);
  });

  it('is not what a month before is: that is locked at once', async () => {
    open();
    await user.click(screen.getByRole('tab', { name: '2026年9月' }));
    await press('锁账：2026年9月');
    await waitFor(() => expect(month.locked).toEqual([{ period: '2026-09', remarks: [] }]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

const OTHER: DeskFault = {
  code: 'bundles/other-headquarters',
  detail: {
    ...{ oldName: '样本街道', oldAddress: 'https://hq.example', oldSigning: '…AAAA', oldBundle: '…bbbb' },
    ...{ oldSealed: '…cccc', newName: '样本街道', newAddress: '', newSigning: '…DDDD', newBundle: '…eeee' },
    newSealed: '…cccc',
  },
};

describe('the card of another headquarters', () => {
  const readIt = async (): Promise<HTMLElement> => {
    month.cards.push(OTHER);
    open();
    await press('读入总部名片');
    return dialog();
  };

  it('is shown beside the one in use, line by line', async () => {
    const asked = await readIt();
    const rows = within(asked).getAllByRole('row').slice(1);
    expect(rows.map(row => [...row.children].map(cell => cell.textContent).join('|'))).toEqual([
      '名称|样本街道|样本街道|一样',
      '网址|https://hq.example|没有写|不一样',
      '签名钥匙尾号|…AAAA|…DDDD|不一样',
      '封包钥匙尾号|…bbbb|…eeee|不一样',
      '保密钥匙尾号|…cccc|…cccc|一样',
    ]);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(month.cardReads).toBe(1);
  });

  it('is put aside with one press', async () => {
    await readIt();
    await press('不换，还封给“样本街道”');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(month.cardReads).toBe(1);
  });

  it('is read once more when somebody has compared it', async () => {
    await readIt();
    await press('核对过了，换成新的');
    expect(await screen.findByText('名片好了：新总部')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(month.cardReads).toBe(2);
  });
});

describe('a receipt that is not believed', () => {
  const codes = Object.keys(BUNDLE_SENTENCES).filter(code => code.startsWith('receipt/'));

  it.each(codes.flatMap(code => [[code, 'zh-CN'] as const, [code, 'en'] as const]))(
    'says what to do now: %s, %s',
    async (code, language) => {
      month.receipt = code;
      open(language);
      await press(language === 'en' ? 'Read receipts' : '读回执');
      const alert = await screen.findByRole('alert');
      const [what, kept, next] = [...alert.querySelectorAll('dd')].map(part => part.textContent);
      for (const part of [what, kept, next]) expect(part?.length).toBeGreaterThan(5);
      expect(what).not.toContain('这一步没有做成');
      expect(what).not.toContain('This was not done');
    },
  );

  it('is not taken for one when it was altered', async () => {
    month.receipt = 'receipt/bad-signature';
    open();
    await press('读回执');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('内容可能被人改过');
    expect(alert.textContent).toContain('请总部再给一份回执');
  });
});

describe('words that must hold everywhere', () => {
  it('say of a broken pack nothing about others that may not be there', async () => {
    const { fault: zh } = await import('#renderer/i18n/zh-CN/fault.ts');
    const { fault: en } = await import('#renderer/i18n/en/fault.ts');
    expect(zh.code.packs.broken.next).not.toContain('别的规程');
    expect(en.code.packs.broken.next).not.toContain('the others');
  });
});
