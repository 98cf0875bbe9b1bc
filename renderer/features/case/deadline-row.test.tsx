// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { explainClock } from '#shared/case/clock.explain.ts';
import { lineInWords, withoutYear } from '#shared/case/clock.words.ts';
import { at, officialCalendar } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { DeadlineRow } from './deadline-row.tsx';

const limits = `
limits:
  - { id: L, name: { zh: 答复, en: Answer }, rule: { zh: 规定, en: Rule }, starts: [{ registered: true }],
      ends: [{ step: answer }], amount: 5, extension: { times: 1, amount: 3, role: supervisor } }
`;

it('explains a deadline in the lines that paper and command have, and puts them on paper', () => {
  const calendar = officialCalendar();
  const desk = new MadeDesk(ladderPack({ limits })).register('2026-10-08T10:00');
  desk.act('2026-10-09T11:00', { type: 'extend-clock', limit: 'L', reason: '等配件' });
  const clock = desk.clock('L', '2026-10-09T12:00')!;
  const print = vi.fn();
  renderUi(
    <DeadlineRow
      {...{ clock, calendar, now: at('2026-10-09T12:00'), language: 'zh-CN', isFirst: true }}
      onPrint={print}
    />,
  );
  const lines = explainClock(clock, calendar).map(line => lineInWords(line, withoutYear('zh-CN')));
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(
    lines.map(({ term }) => term),
  );
  expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(
    lines.map(({ words }) => words),
  );
  expect(screen.getByText(/王登记批准；理由：等配件/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '打印这份说明' }));
  expect(print).toHaveBeenCalledOnce();
});
