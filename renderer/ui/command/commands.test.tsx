// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { useCommandStack } from './command.context.ts';
import type { CommandStack } from './command.stack.ts';
import type { Command } from './command.types.ts';
import { useCommands } from './use-commands.ts';

const done: string[] = [];
const to = (id: string, key: string, more: Partial<Command> = {}): Command => ({
  ...{ id, name: id, key, group: 'here', run: () => done.push(id) },
  ...more,
});

function Page({ commands, children }: { commands: readonly Command[]; children?: ReactNode }): ReactNode {
  useCommands(commands);
  return (
    <div>
      <input aria-label="姓名" autoComplete="off" />
      {children}
    </div>
  );
}

function Part({ commands }: { commands: readonly Command[] }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useCommands(commands, place);
  return (
    <div ref={place}>
      <input aria-label="理由" autoComplete="off" />
    </div>
  );
}

let stack: CommandStack;
function Looking(): ReactNode {
  stack = useCommandStack();
  return null;
}

const pressed = async (keys: string): Promise<string[]> => {
  done.length = 0;
  await userEvent.keyboard(keys);
  return [...done];
};

describe('a command', () => {
  it('is done by its key, also where somebody types, and by what it is after the last drawing', async () => {
    const { rerender } = renderUi(<Page commands={[to('save', 'F9'), to('first', 'Alt+1')]} />);
    await userEvent.click(screen.getByLabelText('姓名'));
    expect(await pressed('{F9}{Alt>}1{/Alt}')).toEqual(['save', 'first']);
    rerender(<Page commands={[to('save-other', 'F9')]} />);
    expect(await pressed('{F9}')).toEqual(['save-other']);
    rerender(<></>);
    expect(await pressed('{F9}')).toEqual([]);
  });

  it('leaves the keys of typing to whoever types', async () => {
    renderUi(<Page commands={[to('turn', 'PageDown'), to('next-case', 'Alt+ArrowDown')]} />);
    expect(await pressed('{PageDown}{Alt>}{ArrowDown}{/Alt}')).toEqual(['turn', 'next-case']);
    await userEvent.click(screen.getByLabelText('姓名'));
    expect(await pressed('{PageDown}{Alt>}{ArrowDown}{/Alt}')).toEqual([]);
  });

  it('is not done while an input method composes, nor again and again while the key is held', () => {
    done.length = 0;
    renderUi(<Page commands={[to('save', 'F9'), to('turn', 'PageDown', { repeats: true })]} />);
    fireEvent.keyDown(document.body, { key: 'F9', isComposing: true });
    fireEvent.keyDown(document.body, { key: 'Process', code: 'F9' });
    expect(done).toEqual([]);
    const held = fireEvent.keyDown(document.body, { key: 'F9', repeat: true });
    expect([held, done]).toEqual([false, []]);
    fireEvent.keyDown(document.body, { key: 'PageDown', repeat: true });
    expect(done).toEqual(['turn']);
  });

  it('is not done where a control has used the key', () => {
    done.length = 0;
    renderUi(
      <Page commands={[to('back', 'Esc')]}>
        <button onKeyDown={event => event.preventDefault()}>选单</button>
      </Page>,
    );
    fireEvent.keyDown(screen.getByRole('button'), { key: 'Escape' });
    expect(done).toEqual([]);
  });
});

describe('a key that several have', () => {
  it('belongs to the part of the page the focus is in, else to the part that came last, else to the page', async () => {
    const page = [to('back', 'Esc')];
    const { rerender } = renderUi(
      <Page commands={page}>
        <Part key="one" commands={[to('leave-one', 'Esc')]} />
      </Page>,
    );
    rerender(
      <Page commands={page}>
        <Part key="one" commands={[to('leave-one', 'Esc')]} />
        <Part key="two" commands={[to('leave-two', 'Esc')]} />
      </Page>,
    );
    expect(await pressed('{Escape}')).toEqual(['leave-two']);
    await userEvent.click(screen.getAllByLabelText('理由')[0]!);
    expect(await pressed('{Escape}')).toEqual(['leave-one']);
    rerender(<Page commands={page} />);
    expect(await pressed('{Escape}')).toEqual(['back']);
  });

  it('belongs to a dialog while that is open, and only what always works goes on', async () => {
    const page = [to('save', 'F9'), to('lock', 'Ctrl+L', { always: true })];
    const screenWith = (open: boolean): ReactNode => (
      <Page commands={page}>
        <Looking />
        <Dialog open={open} onClose={() => done.push('close')} title="填的字都不要了？">
          草稿也会去掉。
        </Dialog>
      </Page>
    );
    const { rerender } = renderUi(screenWith(true));
    expect(await pressed('{F9}{Control>}l{/Control}{Escape}')).toEqual(['lock', 'close']);
    expect(stack.active().map(({ id }) => id)).toEqual(['lock', 'close-dialog']);
    rerender(screenWith(false));
    expect(await pressed('{F9}')).toEqual(['save']);
  });

  it('is disputed where neither stands within the other', () => {
    renderUi(
      <Page commands={[to('back', 'Esc'), to('save', 'F9')]}>
        <Looking />
        <Part commands={[to('leave', 'Esc')]} />
        <Page commands={[to('search', 'F9')]} />
      </Page>,
    );
    expect(stack.disputed()).toEqual(['F9']);
  });
});

describe('what can be done now', () => {
  it('is told once each, the page before its parts, a key only for whoever has it', () => {
    renderUi(
      <Page commands={[to('back', 'Esc'), to('save', 'F9')]}>
        <Looking />
        <Part commands={[to('leave', 'Esc'), to('save', 'F9')]} />
      </Page>,
    );
    expect(stack.active().map(({ id, key }) => [id, key])).toEqual([
      ['back', undefined],
      ['leave', 'Esc'],
      ['save', 'F9'],
    ]);
  });

  it('runs what is on the screen by the time it is run', () => {
    done.length = 0;
    const { rerender } = renderUi(
      <Page commands={[to('save', 'F9')]}>
        <Looking />
      </Page>,
    );
    const [save] = stack.active();
    rerender(<Page commands={[to('save', 'F9', { run: () => done.push('later') })]} />);
    save?.run();
    expect(done).toEqual(['later']);
  });
});
