// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { Picker } from './picker.tsx';

const done: string[] = [];

function Page(): ReactNode {
  const [open, setOpen] = useState(false);
  const readBack: Command = {
    ...{ id: 'read-back', name: '读回确认', key: 'F8', group: 'here' },
    run: () => done.push('F8'),
  };
  useCommands([readBack]);
  return (
    <>
      <Picker
        label="换规程"
        chosen="社区"
        searchLabel="找规程"
        searchHint=""
        noneFound="没有"
        keys={[]}
        find={() => [{ title: '全部', options: [{ id: 'one', name: [{ text: '社区', marked: false }] }] }]}
        onChoose={() => undefined}
        open={open}
        onOpenChange={setOpen}
      />
      <input aria-label="姓名" autoComplete="off" />
    </>
  );
}

it('keeps the keys of the page for itself while it is open, and closes when the focus leaves it', async () => {
  const user = userEvent.setup();
  renderUi(<Page />);
  const button = screen.getByRole('button', { name: /^换规程/ });
  await user.click(button);
  await user.keyboard('{F8}');
  expect(done).toEqual([]);
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(button);
  await user.keyboard('{F8}');
  expect(done).toEqual(['F8']);
  await user.click(button);
  expect(screen.getByRole('combobox')).toBe(document.activeElement);
  await user.click(screen.getByLabelText('姓名'));
  expect(screen.queryByRole('combobox')).toBeNull();
  await user.keyboard('{F8}');
  expect(done).toEqual(['F8', 'F8']);
});
