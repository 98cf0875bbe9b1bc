// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { OpeningStep } from '#renderer/db/live/desk.types.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { BrokenPage } from './broken-page.tsx';
import { BOOT, LockedDesk } from './lock.fixture.tsx';
import { OpeningPage } from './opening-page.tsx';

const opening = (step: OpeningStep): void => {
  const locked = new LockedDesk();
  locked.state = { phase: 'opening', boot: BOOT, step };
  renderUi(locked.around(<OpeningPage />));
};

describe('while the ledger opens', () => {
  it('the steps that are short are told in words', () => {
    opening({ phase: 'packs' });
    expect(screen.getByRole('status').textContent).toBe('正在读规程和日历');
  });

  it('the long ones are told in numbers, with why, and that nothing is lost', () => {
    opening({ phase: 'rebuild', reason: 'lost', done: 1200, total: 10_000 });
    const bar = screen.getByRole('progressbar', { name: '正在按日志账重新整理列表' });
    expect(bar.getAttribute('aria-valuetext')).toBe('1,200／10,000 条');
    expect(screen.getByText('列表不见了，重新做一份。日志账没有变，记下的都在。')).toBeTruthy();
  });
});

describe('a ledger that did not open', () => {
  const broken = (): LockedDesk => {
    const locked = new LockedDesk();
    locked.state = { phase: 'broken', error: { code: 'journal/damaged', detail: { seq: 12 } } };
    renderUi(locked.around(<BrokenPage />));
    return locked;
  };

  it('says what happened, what was kept and what to do', () => {
    broken();
    expect(screen.getByRole('heading', { name: '没有打开：日志账从第 12 条起坏了' })).toBeTruthy();
    expect(screen.getAllByRole('term')).toHaveLength(3);
    expect(screen.getByText(/journal\/damaged/)).toBeTruthy();
  });

  it('is tried again with Enter', async () => {
    const locked = broken();
    await userEvent.keyboard('{Enter}');
    expect(locked.starts).toBe(1);
  });
});
