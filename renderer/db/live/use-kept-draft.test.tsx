// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import type { CaseId } from '#shared/core/ids.ts';
import { DeskContext } from './desk.context.ts';
import type { Desk } from './desk.types.ts';
import type { DraftContent } from './drafts.types.ts';
import { useKeptDraft } from './use-kept-draft.ts';

const OPEN = { phase: 'open', me: { person: 'PERSON' } };

/** What a window knows of drafts: the ids that are kept. */
class Kept {
  readonly ids = new Map<string, DraftContent>();
  readonly desk = {
    getState: () => OPEN,
    subscribe: () => () => undefined,
    drafts: {
      newId: () => 'DRAFT',
      save: (id: string, content: DraftContent) => this.ids.set(id, content),
      remove: (id: string) => Promise.resolve(this.ids.delete(id)),
      status: (id: string) => ({ kind: this.ids.has(id) ? 'saved' : 'none' }),
    },
  } as unknown as Desk;
}

function Form(): ReactNode {
  const [text, setText] = useState('');
  const [stands, setStands] = useState('');
  const { drop } = useKeptDraft(
    undefined,
    text === ''
      ? null
      : {
          ...{ v: 1, procedure: 'community', case: 'CASE' as CaseId, step: 'answer' },
          ...{ values: { result: text }, seen: { result: stands } },
        },
  );
  return (
    <>
      <input
        aria-label="结果"
        autoComplete="off"
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <button onClick={() => void drop()}>答复</button>
      <button onClick={() => setStands(text)}>别处看到了</button>
    </>
  );
}

it('a draft that was saved as what it was for does not come back when the case moves under its form', async () => {
  const kept = new Kept();
  render(
    <DeskContext value={kept.desk}>
      <Form />
    </DeskContext>,
  );
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  await userEvent.type(screen.getByLabelText('结果'), '修好了');
  expect([...kept.ids.values()]).toMatchObject([{ values: { result: '修好了' } }]);
  await press('答复');
  await press('别处看到了');
  expect([...kept.ids.keys()]).toEqual([]);
  // Whoever types on after all begins another.
  await userEvent.type(screen.getByLabelText('结果'), '。');
  expect([...kept.ids.values()]).toMatchObject([{ values: { result: '修好了。' } }]);
});
