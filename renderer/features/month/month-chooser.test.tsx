// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { newPersonId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { at, countingIds } from '#shared/fixtures/community.ts';
import type { Role } from '#shared/procedure/role.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { MonthPage } from './month-page.tsx';
import { MonthDesk } from './month.fixture.tsx';

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
const chooseMonth = (name: string): Promise<void> =>
  user.selectOptions(screen.getByRole('combobox', { name: '月份' }), name);

describe('the months', () => {
  it('are all those since the founding of the office, the locked ones marked, and one goes by key', async () => {
    month.office = {
      ...month.office,
      foundedAt: at('2024-11-05T08:00'),
      months: [{ period: '2025-12' as PlainMonth, at: at('2026-01-02T09:00'), by: '王登记' }],
    };
    open();
    const list = screen.getByRole('combobox', { name: '月份' });
    expect(within(list).getAllByRole('option')).toHaveLength(24);
    expect(within(list).getByRole('option', { name: '2025年12月（已锁账）' })).toBeTruthy();
    await chooseMonth('2024年11月');
    await screen.findByRole('button', { name: '锁账：2024年11月' });
    expect(screen.getByRole('button', { name: /^上个月/ }).getAttribute('aria-disabled')).toBe('true');
    await press('下个月');
    await screen.findByRole('button', { name: '锁账：2024年12月' });
    await user.click(screen.getByRole('heading', { level: 1 }));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await screen.findByRole('button', { name: '锁账：2025年1月' });
  });
});

describe('an office without anybody in charge', () => {
  const people = (...roles: Role[][]) =>
    roles.map((each, nth) => ({ id: newPersonId(countingIds()), name: `样本${nth}`, roles: each }));

  const openWith = (roles: readonly Role[], ...of: Role[][]): void => {
    cleanup();
    month = new MonthDesk();
    month.roles = roles;
    month.office = { ...month.office, people: people(...of) };
    open();
  };

  it('says who names somebody and where, before anything is proposed', async () => {
    openWith(['records-officer'], ['records-officer'], ['administrator']);
    expect(await screen.findByText(/请管理员（样本1）到“设置”的“人员”里/)).toBeTruthy();
    openWith(['records-officer', 'administrator'], ['records-officer', 'administrator']);
    expect(await screen.findByText(/您是管理员：/)).toBeTruthy();
    openWith(['supervisor', 'records-officer'], ['supervisor']);
    await screen.findByRole('button', { name: /锁账：/ });
    expect(screen.queryByText(/没有负责人/)).toBeNull();
  });
});
