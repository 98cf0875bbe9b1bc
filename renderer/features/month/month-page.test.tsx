// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { BUNDLE_SENTENCES, type BundleCode } from '#shared/bundle/bundle.refusals.ts';
import type { BundleState, LockProposal } from '#shared/case/office.state.ts';
import { newEventId, newPersonId, type BundleId, type CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { Language } from '#shared/core/text.ts';
import { at, countingIds } from '#shared/fixtures/community.ts';
import type { BundleAnswer, DriveAnswer } from '#shared/ipc/answers.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { MonthPage } from './month-page.tsx';
import { checkOf, MonthDesk, NO_CASES, statisticsOf } from './month.fixture.tsx';

const user = userEvent.setup({ delay: null });
let month = new MonthDesk();
let opened: string[] = [];
beforeEach(() => {
  opened = [];
  month = new MonthDesk();
});

const open = (language: Language = 'zh-CN'): void => {
  renderUi(
    month.around(
      <MonthPage
        inUse={month.inUse}
        onOpenCase={id => opened.push(id)}
        onOpenCases={({ title, ids }) => opened.push(title, ...ids)}
      />,
    ),
    { language },
  );
};
const press = (name: string): Promise<void> => user.click(screen.getByRole('button', { name }));
const chooseMonth = (name: string): Promise<void> =>
  user.selectOptions(screen.getByRole('combobox', { name: '月份' }), name);
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
    await chooseMonth('2026年9月');
    await press('锁账：2026年9月');
    await waitFor(() => expect(month.locked).toEqual([{ period: '2026-09', remarks: [] }]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

const ID = '01J0000000000000000000000A' as CaseId;
const OVERDUE = checkOf('overdue', {
  ...{ count: 1, question: true },
  cases: [{ id: ID, number: '凤社〔2026〕0001号', what: [{ zh: '答复', en: 'Answer' }] }],
});

describe('the check list', () => {
  it('shows open questions first, and opens the cases behind a line', async () => {
    month.checks = [checkOf('open'), OVERDUE, checkOf('papers-back')];
    open();
    const list = await screen.findByRole('region', { name: '核对' });
    await within(list).findByText('1 件逾期');
    const [first] = within(list).getAllByRole('listitem');
    expect(first?.textContent).toContain('1 件逾期');
    await press('看这些案件：逾期');
    expect(opened).toEqual(['逾期', ID]);
  });

  it('tells which numbers are missing or void and which figures nobody entered', async () => {
    month.checks = [
      checkOf('numbers-missing', { count: 3, question: true, gaps: [{ after: '4号', from: 5, to: 7 }] }),
      checkOf('numbers-voided', { count: 1, voided: [{ number: '2号', reason: '写错' }] }),
      checkOf('figures', {
        ...{ count: 1, question: true },
        figures: [{ procedure: { zh: '物业', en: 'Estate' }, figure: { zh: '户数', en: 'Homes' } }],
      }),
    ];
    open();
    expect(await screen.findByText('4号之后缺 5–7 号')).toBeTruthy();
    expect(screen.getByText('2号：写错')).toBeTruthy();
    expect(screen.getByText('物业：户数')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: '备注：作废的编号' })).toBeNull();
  });

  it('wants a remark to every open question before the month is locked, and sends it along', async () => {
    month.nowMs = Date.parse('2026-11-02T09:00:00+08:00');
    month.checks = [OVERDUE];
    open();
    await chooseMonth('2026年10月');
    await press('锁账：2026年10月');
    expect(await screen.findByText('写一句是什么情况，再锁账')).toBeTruthy();
    const remark = screen.getByRole('textbox', { name: '备注：逾期' });
    expect(document.activeElement).toBe(remark);
    expect(month.locked).toEqual([]);
    await user.type(remark, '等配件');
    await press('锁账：2026年10月');
    await waitFor(() =>
      expect(month.locked).toEqual([{ period: '2026-10', remarks: [{ item: 'overdue', text: '等配件' }] }]),
    );
    expect(month.open).toEqual(['overdue']);
  });

  it('takes a remark that is written while the books are looked at, and locks once however often it is pressed', async () => {
    month.nowMs = Date.parse('2026-11-02T09:00:00+08:00');
    month.checks = [OVERDUE];
    open();
    await chooseMonth('2026年10月');
    const remark = await screen.findByRole('textbox', { name: '备注：逾期' });
    let look: (() => void) | undefined;
    month.mayLook = new Promise<void>(resolve => {
      look = resolve;
    });
    await press('锁账：2026年10月');
    await user.type(remark, '等');
    await press('锁账：2026年10月');
    await user.type(remark, '配件');
    look?.();
    await screen.findByText('已锁账');
    expect(month.locked).toEqual([{ period: '2026-10', remarks: [{ item: 'overdue', text: '等配件' }] }]);
  });
});

describe('a lock that somebody else approves', () => {
  const REMARKED: LockProposal['remarks'] = [{ item: 'overdue', text: '等配件' }];
  const propose = (refused?: LockProposal['refused'], remarks = REMARKED): void => {
    const by = {
      person: newPersonId(countingIds()),
      name: '孙统计',
      role: 'records-officer',
      station: 'PC-1',
    } as const;
    const proposal = {
      id: newEventId(countingIds()),
      period: '2026-10' as PlainMonth,
      at: at('2026-10-20T08:00'),
      by,
    };
    month.office = {
      ...month.office,
      proposals: [{ ...proposal, remarks, ...(refused ? { refused } : {}) }],
    };
  };

  it('is proposed by whoever may not approve, and offered to nobody without either role', async () => {
    month.roles = ['records-officer'];
    open();
    expect(await screen.findByRole('button', { name: '报请锁账：2026年10月' })).toBeTruthy();
    cleanup();
    month = new MonthDesk();
    month.roles = ['registrar'];
    open();
    await screen.findByRole('button', { name: '读回执' });
    expect(screen.queryByRole('button', { name: /锁账/ })).toBeNull();
  });

  it('is given, or goes back with a reason only', async () => {
    month.roles = ['supervisor'];
    month.checks = [OVERDUE];
    propose();
    open();
    expect(await screen.findByText('备注：等配件')).toBeTruthy();
    await press('退回');
    const asked = await screen.findByRole('dialog', { name: '退回2026年10月的锁账' });
    await user.click(within(asked).getByRole('button', { name: '退回' }));
    expect(screen.getByText('写一句为什么退回')).toBeTruthy();
    expect(month.answered).toEqual([]);
    await user.type(within(asked).getByRole('textbox', { name: '为什么退回' }), '先写清楚');
    await user.click(within(asked).getByRole('button', { name: '退回' }));
    await screen.findByText('已退回档案统计员');
    await press('同意锁账：2026年10月');
    await screen.findByText('已批准，账锁好了');
    expect(month.answered).toEqual([
      { type: 'answer-lock', period: '2026-10', answer: 'refused', reason: '先写清楚' },
      {
        ...{ type: 'answer-lock', period: '2026-10', answer: 'given' },
        ...{ open: ['overdue'], remarks: [{ item: 'overdue', text: '等配件' }] },
      },
    ]);
  });

  it('wants a remark of whoever gives it to what came open since, and leaves those of before alone', async () => {
    month.roles = ['supervisor'];
    month.checks = [OVERDUE, checkOf('steps', { count: 2, question: true })];
    propose();
    open();
    expect(await screen.findByText('备注：等配件')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: '备注：逾期' })).toBeNull();
    await press('同意锁账：2026年10月');
    expect(await screen.findByText('写一句是什么情况，再锁账')).toBeTruthy();
    expect(month.answered).toEqual([]);
    const remark = screen.getByRole('textbox', { name: '备注：该办没办的步骤' });
    expect(document.activeElement).toBe(remark);
    await user.type(remark, '今天办');
    await press('同意锁账：2026年10月');
    await screen.findByText('已批准，账锁好了');
    expect(month.answered).toMatchObject([
      {
        ...{ answer: 'given', open: ['overdue', 'steps'] },
        remarks: [{ item: 'overdue' }, { item: 'steps', text: '今天办' }],
      },
    ]);
  });

  it('tells whoever approves that the month is not over, and the reason', async () => {
    month.roles = ['supervisor'];
    propose(undefined, [{ item: 'early', text: '总部要求二十日报账' }]);
    open();
    expect(await screen.findByText('没过完就锁账')).toBeTruthy();
    expect(screen.getByText('理由：总部要求二十日报账')).toBeTruthy();
  });

  it('that was sent back says why, and is proposed again from the remarks of before', async () => {
    month.roles = ['records-officer'];
    month.checks = [OVERDUE];
    propose({ at: at('2026-10-20T08:30'), by: '赵主任', reason: '先写清楚' });
    open();
    expect(await screen.findByText(/退回了2026年10月的锁账：先写清楚/)).toBeTruthy();
    const remark = await screen.findByRole('textbox', { name: '备注：逾期' });
    expect((remark as HTMLTextAreaElement).value).toBe('等配件');
    await user.clear(remark);
    expect((remark as HTMLTextAreaElement).value).toBe('');
  });
});

describe('the figures', () => {
  const WATER = { zh: '物业管理', en: 'Property management' };

  it('open the cases behind them, those of a category too, and where there is none they open nothing', async () => {
    month.statistics = period => ({
      ...statisticsOf(period),
      byCategory: [{ key: 'wuye', label: WATER, registered: 1, closed: 0, late: 0 }],
    });
    month.cases = {
      ...{ ...NO_CASES, registered: [ID], open: [ID] },
      byCategory: { wuye: { registered: [ID], closed: [], late: [] } },
    };
    open();
    const figures = await screen.findByRole('list', { name: '数字' });
    expect(within(figures).getAllByRole('button')).toHaveLength(2);
    await user.click(within(figures).getByRole('button', { name: /登记/ }));
    expect(opened).toEqual(['登记', ID]);
    await press('物业管理 · 登记 1，看这些案件');
    expect(opened.slice(2)).toEqual(['物业管理 · 登记', ID]);
    expect(screen.queryByRole('button', { name: /物业管理 · 办结/ })).toBeNull();
  });
});

describe('corrections of locked months', () => {
  it('stand below the figures with their case, which they open', async () => {
    month.statistics = period => ({
      ...statisticsOf(period),
      corrections: [
        {
          ...{
            case: ID,
            number: '凤社〔2026〕0001号',
            kind: 'fields',
            of: '2026-09' as PlainMonth,
            in: period,
          },
          ...{ at: at('2026-10-03T09:00'), by: '李经办', what: [{ zh: '反映内容', en: 'Facts' }] },
        },
      ],
    });
    open();
    const part = await screen.findByRole('region', { name: '更正（1）' });
    expect(part.textContent).toContain('更正登记内容：反映内容');
    expect(part.textContent).toContain('2026年9月');
    await press('凤社〔2026〕0001号');
    expect(opened).toEqual([ID]);
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

  it('is read by an administrator, and to others it is said who reads it', async () => {
    month.roles = ['records-officer'];
    open();
    expect(await screen.findByText('还没有总部名片，先请管理员读入。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '读入总部名片' })).toBeNull();
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

const STICK: DriveAnswer = { volume: '1234-ABCD', label: '样本盘', free: 12_390_000_000, total: 16e9 };
const found = (outcome: BundleAnswer['bundles'][number]['outcome'], code?: FaultCode) => ({
  ...{ bundle: '01J00000000000000000000000' as BundleId, period: '2026-09' as PlainMonth, file: '' },
  ...{ outcome, ...(code === undefined ? {} : { code }) },
});

describe('a drive that is plugged in', () => {
  it('is offered by its name, with no more space than there is', async () => {
    month.drives = [STICK];
    open();
    const offer = await screen.findByRole('button', { name: '封包写入“样本盘”' });
    expect(offer.textContent).toContain('空 12.3 GB，共 16.0 GB');
    expect(screen.queryByText('插上 U 盘，这里就会列出来。')).toBeNull();
  });

  it('is looked through once, and what was on it is said', async () => {
    month.drives = [STICK];
    month.onDrive = [found('verified'), found('accepted')];
    open();
    expect(await screen.findByText('“样本盘”上的2026年9月：重新插入，核对一致')).toBeTruthy();
    expect(screen.getByText('“样本盘”上有回执，2026年9月已收讫')).toBeTruthy();
    expect(month.pickedUp).toEqual(['1234-ABCD']);
  });

  it('brings orders of headquarters too, and says of which cases', async () => {
    month.drives = [STICK];
    month.orders = [
      { outcome: 'taken', number: '样社〔2026〕0007号' },
      { outcome: 'refused', code: 'orders/other-office' },
    ];
    open();
    expect(await screen.findByText(/收下 1 份督办单：样社〔2026〕0007号/)).toBeTruthy();
    expect(screen.getByText('1 份督办单没有收')).toBeTruthy();
  });

  it('with a receipt that is not believed says what to do', async () => {
    month.drives = [STICK];
    month.onDrive = [found('refused', 'receipt/bad-signature')];
    open();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('“样本盘”上的没有采用');
    expect(alert.textContent).toContain('内容可能被人改过');
  });

  it('leaves nothing said of it when the next act begins', async () => {
    month.drives = [STICK];
    month.onDrive = [found('accepted')];
    open();
    await screen.findByText('“样本盘”上有回执，2026年9月已收讫');
    await chooseMonth('2026年9月');
    await press('锁账：2026年9月');
    await screen.findByText('已锁账');
    expect(screen.queryByText('“样本盘”上有回执，2026年9月已收讫')).toBeNull();
  });
});

describe('a bundle that was sent back', () => {
  const sentBack = (code: BundleCode): BundleState => ({
    ...{ id: '01J00000000000000000000000' as BundleId, period: '2026-09' as PlainMonth, sequence: 1 },
    ...{ file: 'PHX-0371_2026-09_0001.bag.zip.age', sha256: '', bytes: 1, cases: 0, through: 1 },
    ...{ chain: { seq: 0, hash: '' }, builtAt: at('2026-10-01T09:00'), written: 'written' },
    receipt: {
      ...{ verdict: 'rejected', receivedAt: at('2026-10-05T09:00') },
      ...{ reasons: [BUNDLE_SENTENCES[code].zh], codes: [code] },
    },
  });

  it.each([
    ['bundle/gap', '这一包没有坏'],
    ['bundle/bad-content', '要重新封包'],
    ['bundle/fork', '先打电话问总部'],
  ] as const)('says why and what to do: %s', async (code, words) => {
    month.hold(sentBack(code));
    open();
    expect(await screen.findByText('2026-10-05 退回')).toBeTruthy();
    expect(screen.getByText(`总部说：${BUNDLE_SENTENCES[code].zh}`)).toBeTruthy();
    expect(screen.getByText(new RegExp(words))).toBeTruthy();
    await press('去2026年9月');
    expect(screen.getByRole('combobox', { name: '月份' })).toHaveProperty('value', '2026-09');
  });

  it('gives the reason in English where English is read', async () => {
    month.hold(sentBack('bundle/gap'));
    open('en');
    expect(
      await screen.findByText(`Headquarters says: ${BUNDLE_SENTENCES['bundle/gap'].en ?? ''}`),
    ).toBeTruthy();
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
