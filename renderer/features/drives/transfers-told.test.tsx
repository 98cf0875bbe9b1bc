// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { TransfersTold, type TransfersToldProps } from './transfers-told.tsx';

const tell = (told: Partial<TransfersToldProps>): void => {
  const state = { phase: 'open', me: { name: '李经办', roles: ['handler'] }, office: {} };
  const desk = { getState: () => state, subscribe: () => () => undefined };
  renderUi(
    <DeskContext value={desk as unknown as Desk}>
      <TransfersTold transfers={[]} answers={[]} {...told} />
    </DeskContext>,
    { language: 'zh-CN' },
  );
};

it('says what came in and what was answered, and of each reason once why something was not taken', () => {
  tell({
    transfers: [
      { outcome: 'taken', from: '样本社区居委会', number: '样社〔2026〕0007号' },
      { outcome: 'seen', from: '样本社区居委会', number: '样社〔2026〕0006号' },
      { outcome: 'refused', code: 'transfers/unknown-sender', from: 'PHX-0777' },
      { outcome: 'refused', code: 'transfers/unknown-sender', from: 'PHX-0777' },
      { outcome: 'refused', code: 'transfers/damaged' },
    ],
    answers: [
      {
        outcome: 'accepted',
        from: '样本社区居委会',
        number: '凤社〔2026〕0001号',
        there: '样社〔2026〕0008号',
      },
      { outcome: 'returned', from: '样本社区居委会', number: '凤社〔2026〕0002号' },
    ],
  });
  const said = screen.getByRole('status').textContent;
  expect(said).toContain('收下样本社区居委会转来的案件，那边的编号 样社〔2026〕0007号');
  expect(said).toContain('凤社〔2026〕0001号：样本社区居委会已接收，编号 样社〔2026〕0008号');
  expect(said).toContain('凤社〔2026〕0002号：样本社区居委会退回了');
  expect(said).toContain('1 份以前读过');
  const refused = screen.getAllByRole('alert').map(({ textContent }) => textContent);
  expect(refused).toHaveLength(2);
  expect(refused[0]).toContain('PHX-0777');
});
