// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { Dialog } from './dialog.tsx';

function Asking(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>清空重填</button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="填的字都不要了？"
        acts={
          <>
            <button data-autofocus>不要了</button>
            <button onClick={() => setOpen(false)}>接着填</button>
          </>
        }
      >
        草稿也会去掉。
      </Dialog>
    </>
  );
}

function AskingOnce(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>清空重填</button>
      {open && (
        <Dialog open onClose={() => setOpen(false)} title="填的字都不要了？">
          <button data-autofocus>接着填</button>
        </Dialog>
      )}
    </>
  );
}

describe('a dialog', () => {
  it('has its title for a name, takes the focus, and gives it back on Esc', async () => {
    const user = userEvent.setup();
    renderUi(<Asking />);
    const opener = screen.getByRole('button', { name: '清空重填' });
    await user.click(opener);
    expect(await screen.findByRole('dialog', { name: '填的字都不要了？' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '不要了' })));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('gives the focus back where it is taken away and not closed', async () => {
    const user = userEvent.setup();
    renderUi(<AskingOnce />);
    const opener = screen.getByRole('button', { name: '清空重填' });
    await user.click(opener);
    const keep = await screen.findByRole('button', { name: '接着填' });
    await waitFor(() => expect(document.activeElement).toBe(keep));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('keeps the focus inside', async () => {
    const user = userEvent.setup();
    renderUi(<Asking />);
    await user.click(screen.getByRole('button', { name: '清空重填' }));
    const dialog = await screen.findByRole('dialog');
    for (let presses = 0; presses < 5; presses += 1) {
      await user.tab();
      expect(dialog.contains(document.activeElement)).toBe(true);
    }
  });

  it('writes no style element, which the CSP would refuse', async () => {
    const user = userEvent.setup();
    renderUi(<Asking />);
    await user.click(screen.getByRole('button', { name: '清空重填' }));
    await screen.findByRole('dialog');
    expect(document.querySelectorAll('style')).toHaveLength(0);
  });
});
