// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { communityProcedure } from '#shared/fixtures/community.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { useRegistration, type Registration } from './use-registration.ts';

afterEach(cleanup);

/** The part of a desk a registration uses; drafts are kept in a map. */
class CounterDesk {
  readonly drafts = new Map<string, unknown>();
  registered = 0;
  private ids = 0;

  readonly desk = {
    now: () => '2026-10-08T09:30:00+08:00',
    register: () => {
      this.registered++;
      return Promise.resolve({
        ok: true,
        value: { caseId: `case${this.registered}`, number: `第${this.registered}号` },
      });
    },
    drafts: {
      newId: () => `draft${++this.ids}`,
      save: (id: string, content: unknown) => void this.drafts.set(id, content),
      remove: (id: string) => {
        this.drafts.delete(id);
        return Promise.resolve();
      },
    },
  } as unknown as Desk;
}

let registration: Registration;

function Form() {
  registration = useRegistration(communityProcedure());
  return (
    <>
      <input autoComplete="off" aria-label="name" {...registration.form.register('complainant_name')} />
      <input autoComplete="off" aria-label="facts" {...registration.form.register('facts')} />
    </>
  );
}

const show = (counter: CounterDesk) =>
  render(
    <DeskContext value={counter.desk}>
      <Form />
    </DeskContext>,
  );

describe('a registration and its draft', () => {
  it('leaves no draft behind once it is saved', async () => {
    const counter = new CounterDesk();
    const user = userEvent.setup();
    show(counter);
    for (const name of ['李样本', '周范例']) {
      await user.type(screen.getByLabelText('name'), name);
      await user.type(screen.getByLabelText('facts'), '楼道灯坏了');
      expect(counter.drafts.size).toBe(1);
      await act(() => registration.save());
      await waitFor(() => expect(counter.drafts.size).toBe(0));
    }
    expect(counter.registered).toBe(2);
  });

  it('leaves no copy of a draft that is taken up again', async () => {
    const counter = new CounterDesk();
    show(counter);
    const values = { complainant_name: '李样本', facts: '楼道灯' };
    act(() =>
      registration.resume({
        id: 'old',
        savedAt: '2026-10-08T09:00:00+08:00',
        content: { v: 1, procedure: 'phoenix-community', values },
      } as never),
    );
    expect(screen.getByLabelText<HTMLInputElement>('name').value).toBe('李样本');
    await act(() => Promise.resolve());
    expect([...counter.drafts.keys()]).toEqual([]);
  });
});
