// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { EntryForm } from './entry-form.tsx';

const done: string[] = [];

function Page({ replaced, asks }: { readonly replaced: boolean; readonly asks: boolean }): ReactNode {
  const [open, setOpen] = useState(false);
  useCommands([{ id: 'back', name: '回规程', key: 'Esc', group: 'here', run: () => done.push('back') }]);
  return (
    <div>
      {(!open || !replaced) && <button onClick={() => setOpen(true)}>设定</button>}
      {open && (
        <EntryForm
          label="设定答复"
          leave="先不改"
          onLeave={() => setOpen(false)}
          acts={<button onClick={() => done.push('saved')}>保存</button>}
        >
          {asks ? <input aria-label="理由" autoComplete="off" /> : <p>离开以后不能再登录。</p>}
        </EntryForm>
      )}
    </div>
  );
}

it.each([
  ['stays beside it', false],
  ['is gone while it is open', true],
])(
  'Esc puts the form away and not the page, and the focus is on its opener again, which %s',
  async (_, replaced) => {
    done.length = 0;
    const user = userEvent.setup();
    renderUi(<Page replaced={replaced} asks />);
    await user.click(screen.getByRole('button', { name: '设定' }));
    expect(document.activeElement).toBe(screen.getByLabelText('理由'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('group')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '设定' })));
    expect(done).toEqual([]);
    await user.keyboard('{Escape}');
    expect(done).toEqual(['back']);
  },
);

it('begins at the way out where nothing is to be written', async () => {
  done.length = 0;
  const user = userEvent.setup();
  renderUi(<Page replaced asks={false} />);
  await user.click(screen.getByRole('button', { name: '设定' }));
  await user.keyboard('{Enter}');
  expect(done).toEqual([]);
  expect(screen.queryByRole('group')).toBeNull();
});
