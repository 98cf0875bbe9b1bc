// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LockProposal } from '#shared/case/office.state.ts';
import { newEventId, newPersonId, type CaseId } from '#shared/core/ids.ts';
import { at, countingIds } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import type { Duty, ReportSpec } from '#shared/procedure/duty.schema.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { MonthPage } from './month-page.tsx';
import { checkOf, MonthDesk, NO_FIGURES } from './month.fixture.tsx';

const user = userEvent.setup({ delay: null });
let month = new MonthDesk();
beforeEach(() => {
  month = new MonthDesk();
});

const open = (): void => {
  renderUi(
    month.around(
      <MonthPage inUse={month.inUse} onOpenCase={() => undefined} onOpenCases={() => undefined} />,
    ),
  );
};
const press = (name: string): Promise<void> => user.click(screen.getByRole('button', { name }));

const ID = '01J0000000000000000000000A' as CaseId;
const OVERDUE = checkOf('overdue', {
  ...{ count: 1, question: true },
  cases: [{ id: ID, number: '凤社〔2026〕0001号', what: [{ zh: '答复', en: 'Answer' }] }],
});

describe('a report that comes back by the quarter', () => {
  const quarterly = (zero: boolean) => {
    const pack = ladderPack();
    const duty: Duty = {
      ...{ id: 'Q', name: { zh: '季度汇总', en: 'Quarterly' }, period: 'quarter', due: { last_day: true } },
      ...{ warn: 3, report: 'R-Q', rule: { zh: '规定', en: 'Rule' }, unverified: false },
    };
    const report: ReportSpec = {
      ...{ id: 'R-Q', name: duty.name, period: 'quarter', content: duty.name, zero_report: zero },
      ...{ lists: 'received', measures: [], rates: [], unverified: false },
    };
    return [{ ...pack, duties: [duty], reports: [report] }];
  };
  const part = () => screen.findByRole('region', { name: '按季、半年、年等报的' });

  const QUARTER = { procedure: 'ladder', duty: 'Q', period: '2026-Q3' };
  const Q3 = '季度汇总，2026年第3季度';
  const counted = (open: readonly { item: string; count: number }[] = []) => ({
    figures: month.figures,
    open,
  });

  it('is closed with the figures of that day once its period is over, also as a zero report', async () => {
    month.inUse = quarterly(true);
    open();
    const list = within(await part());
    expect(
      within(list.getByRole('combobox', { name: '哪一期：季度汇总' })).getAllByRole('option'),
    ).toHaveLength(2);
    expect(await list.findByText('这一期没有收到，也没有办结案件，报零报告。')).toBeTruthy();
    expect(list.getByText('编号没有缺的')).toBeTruthy();
    await press(`办结这一期：${Q3}`);
    expect(await list.findByText('这一期办结了')).toBeTruthy();
    expect(month.answered).toEqual([{ ...QUARTER, type: 'close-period', counted: counted(), remarks: [] }]);
  });

  it('wants a remark to every open question, those of the month beside it left alone', async () => {
    month.inUse = quarterly(false);
    month.figures = { ...NO_FIGURES, received: 3, open: 3, overdue: 1 };
    month.checks = [OVERDUE];
    month.periodChecks = [OVERDUE];
    open();
    const list = within(await part());
    await list.findByText('1 件逾期');
    await press(`办结这一期：${Q3}`);
    expect(await list.findByText('写一句是什么情况，再办结')).toBeTruthy();
    expect(screen.queryByText('写一句是什么情况，再锁账')).toBeNull();
    expect(month.answered).toEqual([]);
    const remark = list.getByRole('textbox', { name: '备注：逾期' });
    expect(document.activeElement).toBe(remark);
    await user.type(remark, '厂家缺货');
    await press(`办结这一期：${Q3}`);
    await waitFor(() =>
      expect(month.answered).toEqual([
        {
          ...{ ...QUARTER, type: 'close-period', counted: counted([{ item: 'overdue', count: 1 }]) },
          remarks: [{ item: 'overdue', text: '厂家缺货' }],
        },
      ]),
    );
  });

  it('takes what is written while the books are looked at, and is closed once however often it is pressed', async () => {
    month.inUse = quarterly(false);
    month.figures = { ...NO_FIGURES, received: 3, open: 3, overdue: 1 };
    month.periodChecks = [OVERDUE];
    open();
    const list = within(await part());
    const remark = await list.findByRole('textbox', { name: '备注：逾期' });
    let look: (() => void) | undefined;
    month.mayLook = new Promise<void>(resolve => {
      look = resolve;
    });
    await press(`办结这一期：${Q3}`);
    await user.type(remark, '厂家');
    await press(`办结这一期：${Q3}`);
    await user.type(remark, '缺货');
    look?.();
    await list.findByText('这一期办结了');
    expect(list.queryByText('写一句是什么情况，再办结')).toBeNull();
    expect(month.answered).toMatchObject([{ remarks: [{ item: 'overdue', text: '厂家缺货' }] }]);
  });

  it('asks why where the period still runs', async () => {
    month.inUse = quarterly(false);
    open();
    const list = within(await part());
    await user.selectOptions(list.getByRole('combobox', { name: '哪一期：季度汇总' }), '2026年第4季度');
    expect(await list.findByText('这一期还没过完，先看数。')).toBeTruthy();
    await user.click(await list.findByRole('button', { name: '办结这一期：季度汇总，2026年第4季度' }));
    const asked = await screen.findByRole('dialog', { name: '这一期还没过完：季度汇总，2026年第4季度' });
    expect(asked.textContent).toContain('都算在2027年第1季度');
    await user.type(within(asked).getByRole('textbox', { name: '为什么提前办结' }), '年底前要报');
    await press('提前办结：季度汇总，2026年第4季度');
    await waitFor(() =>
      expect(month.answered).toMatchObject([
        { period: '2026-Q4', remarks: [{ item: 'early', text: '年底前要报' }] },
      ]),
    );
  });

  it('is proposed by whoever may not approve', async () => {
    month.inUse = quarterly(false);
    month.roles = ['records-officer'];
    open();
    const list = within(await part());
    await user.click(await list.findByRole('button', { name: `报请办结：${Q3}` }));
    expect(await list.findByText('已报负责人批准')).toBeTruthy();
  });

  const proposed = (refused?: LockProposal['refused']): void => {
    const ids = countingIds();
    month.office = {
      ...month.office,
      proposals: [
        {
          ...{ id: newEventId(ids), period: '2026-Q3', of: { procedure: 'ladder', duty: 'Q' } },
          at: at('2026-10-20T08:00'),
          by: { person: newPersonId(ids), name: '孙统计', role: 'records-officer', station: 'PC-1' },
          remarks: [{ item: 'overdue', text: '等配件' }],
          ...(refused ? { refused } : {}),
        },
      ],
    };
  };

  it('is given with the figures of now, or goes back with a reason', async () => {
    month.inUse = quarterly(false);
    month.roles = ['supervisor'];
    month.figures = { ...NO_FIGURES, received: 3 };
    month.periodChecks = [OVERDUE];
    proposed();
    open();
    const list = within(await part());
    expect(await list.findByText('备注：等配件')).toBeTruthy();
    const waiting = within(list.getByRole('region', { name: `等批准的办结：${Q3}` }));
    await user.click(waiting.getByRole('button', { name: '退回' }));
    const asked = await screen.findByRole('dialog', { name: `退回“${Q3}”` });
    await user.type(within(asked).getByRole('textbox', { name: '为什么退回' }), '先写清楚');
    await user.click(within(asked).getByRole('button', { name: '退回' }));
    await list.findByText('已退回档案统计员');
    await press(`同意办结：${Q3}`);
    await list.findByText('已批准，这一期办结了');
    expect(month.answered).toEqual([
      { ...QUARTER, type: 'answer-period', answer: 'refused', reason: '先写清楚' },
      {
        ...QUARTER,
        type: 'answer-period',
        answer: 'given',
        counted: counted([{ item: 'overdue', count: 1 }]),
        remarks: [{ item: 'overdue', text: '等配件' }],
      },
    ]);
  });

  it('that was sent back says why, and is proposed again from the remarks of before', async () => {
    month.inUse = quarterly(false);
    month.roles = ['records-officer'];
    month.periodChecks = [OVERDUE];
    proposed({ at: at('2026-10-20T08:30'), by: '赵主任', reason: '先写清楚' });
    open();
    const list = within(await part());
    expect(await list.findByText(/退回了“季度汇总，2026年第3季度”：先写清楚/)).toBeTruthy();
    const remark = await list.findByRole('textbox', { name: '备注：逾期' });
    expect((remark as HTMLTextAreaElement).value).toBe('等配件');
  });

  it('shows what it told when it was closed, whatever the books say now', async () => {
    month.inUse = quarterly(true);
    month.figures = { ...NO_FIGURES, received: 99 };
    const close = { figures: { ...NO_FIGURES, received: 7 }, zero: false };
    month.office = {
      ...month.office,
      dutiesDone: [{ procedure: 'ladder', duty: 'Q', period: '2026-Q3', at: at('2026-10-04T09:00'), close }],
    };
    open();
    const list = within(await part());
    await user.selectOptions(list.getByRole('combobox', { name: '哪一期：季度汇总' }), '2026年第3季度');
    expect(list.getByText('2026年10月4日办的，数是那时的。')).toBeTruthy();
    expect(list.getByText('7')).toBeTruthy();
    expect(list.queryByText('99')).toBeNull();
  });

  it('carries corrections of closed periods, and says of a closed one how many came since', async () => {
    month.inUse = quarterly(true);
    const close = { figures: { ...NO_FIGURES, received: 7 }, zero: false };
    month.office = {
      ...month.office,
      dutiesDone: [{ procedure: 'ladder', duty: 'Q', period: '2026-Q3', at: at('2026-10-04T09:00'), close }],
    };
    month.corrections = [
      {
        ...{ case: ID, number: '凤社〔2026〕0001号', kind: 'late', of: '2026-Q3', in: '2026-Q4' },
        ...{ at: at('2026-10-06T09:00'), by: '李经办', what: [] },
      },
    ];
    open();
    const list = within(await part());
    expect((await list.findByRole('region', { name: '更正（1）' })).textContent).toContain('2026年第3季度');
    await user.selectOptions(list.getByRole('combobox', { name: '哪一期：季度汇总' }), '2026年第3季度');
    expect(await list.findByText('办结以后更正了 1 件次，算在以后各期；这一期的数不变。')).toBeTruthy();
  });
});
