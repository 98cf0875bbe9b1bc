// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { ActButton } from './act-button.tsx';
import { ariaKeys } from './key-hint.tsx';

describe('an act button', () => {
  it('takes words, key and act from its command, and is named by the words alone', async () => {
    let done = 0;
    const run = (): void => void (done += 1);
    renderUi(<ActButton command={{ id: 'register', name: '接待登记', key: 'Ctrl+N', group: 'go', run }} />);
    const button = screen.getByRole('button', { name: '接待登记' });
    expect(button.textContent).toContain('Ctrl+N');
    expect(button.getAttribute('aria-keyshortcuts')).toBe('Control+N');
    await userEvent.click(button);
    expect(done).toBe(1);
  });

  it('keeps what it does to paper and clock as its description', () => {
    renderUi(<ActButton detail="时限停表">答复</ActButton>);
    expect(screen.getByRole('button', { name: '答复', description: '时限停表' })).toBeTruthy();
  });

  it('does not act twice while it is busy', async () => {
    let presses = 0;
    const { rerender } = renderUi(<ActButton onClick={() => (presses += 1)}>保存</ActButton>);
    await userEvent.click(screen.getByRole('button'));
    rerender(
      <ActButton busy onClick={() => (presses += 1)}>
        正在保存
      </ActButton>,
    );
    await userEvent.click(screen.getByRole('button'));
    expect(presses).toBe(1);
  });

  it('does not submit the form it stands in', async () => {
    let submitted = false;
    renderUi(
      <form onSubmit={() => (submitted = true)}>
        <ActButton>看一眼</ActButton>
      </form>,
    );
    await userEvent.click(screen.getByRole('button'));
    expect(submitted).toBe(false);
  });
});

describe('a key hint', () => {
  it('has a spoken form only when it names one key', () => {
    expect([ariaKeys('Ctrl+Enter'), ariaKeys('空格'), ariaKeys('↑ ↓'), ariaKeys(undefined)]).toEqual([
      'Control+Enter',
      'Space',
      undefined,
      undefined,
    ]);
  });
});
