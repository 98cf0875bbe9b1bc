// @vitest-environment jsdom
import { act, render, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { Refusal } from '#shared/case/refusal.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { Chain, complaint } from '#renderer/db/testing/chain.fixture.ts';
import { commandOf, stepsForAll, type CaseAtHand } from './together.ts';
import { useTogether, type Together } from './use-together.ts';

const me = { name: '王登记', roles: [...ROLES] };
const facts = { received: 'office-hours', repeat: false } as const;

function cases(count: number): { readonly chain: Chain; readonly ids: readonly CaseId[] } {
  const chain = new Chain().found();
  const ids = Array.from({ length: count }, () => chain.register(complaint, at('2026-10-08T09:30')));
  return { chain, ids };
}

const atHand = ({ chain, ids }: ReturnType<typeof cases>): readonly CaseAtHand[] =>
  ids.map(id => ({ state: chain.stateOf(id), procedure: chain.procedure, facts }));

const names = (all: readonly CaseAtHand[]): readonly string[] => stepsForAll(all, me).map(({ id }) => id);

describe('the steps for many cases', () => {
  it('are those each of them can take from where it is, and without a ground of its own', () => {
    const found = cases(2);
    expect(names(atHand(found))).toContain('accept');
    const accept: CaseCommand = { type: 'take-step', step: 'accept', values: {} };
    found.chain.act(found.ids[0]!, accept, at('2026-10-08T10:00'));
    expect(names(atHand(found))).not.toContain('accept');
    expect(names(atHand({ ...found, ids: [found.ids[0]!] }))).toContain('assign');
    expect(stepsForAll(atHand(found), me).every(({ grounds }) => grounds === undefined)).toBe(true);
  });

  it('are none where procedures differ or the role is another', () => {
    const all = atHand(cases(2));
    const other = { ...all[1]!, procedure: { ...all[1]!.procedure!, id: 'other' } };
    expect(stepsForAll([all[0]!, other], me)).toEqual([]);
    expect(stepsForAll(all, { ...me, roles: [] })).toEqual([]);
  });

  it('leave alone in a case what nobody filled in', () => {
    const step = cases(1).chain.procedure.steps.find(({ id }) => id === 'accept')!;
    expect(commandOf({ kind: 'step', step }, '', {})).toEqual({
      type: 'take-step',
      step: 'accept',
      values: {},
    });
    expect(commandOf({ kind: 'note' }, '打过电话', {})).toEqual({ type: 'add-note', text: '打过电话' });
  });
});

let together: Together;
function Running() {
  together = useTogether();
  return null;
}

/** The part of a desk a bulk act uses: it refuses the second case, and waits to be let on. */
class SlowDesk {
  readonly asked: CaseId[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly refusal: Refusal = { code: 'case/no-such-step', step: 'accept' } as unknown as Refusal;

  readonly desk = {
    submitCase: async (id: CaseId) => {
      this.asked.push(id);
      await new Promise<void>(resolve => this.waiting.push(resolve));
      return this.asked.length === 2 ? err(this.refusal) : ok({ caseId: id, number: '', events: [] });
    },
  } as unknown as Desk;

  async letOn(): Promise<void> {
    await waitFor(() => expect(this.waiting).not.toHaveLength(0));
    await act(async () => {
      this.waiting.shift()?.();
      await Promise.resolve();
    });
  }
}

const show = (slow: SlowDesk) =>
  render(
    <DeskContext value={slow.desk}>
      <Running />
    </DeskContext>,
  );

const some = (count: number): readonly CaseAtHand[] => atHand(cases(count));
const note: CaseCommand = { type: 'add-note', text: '试' };

describe('an act for many cases', () => {
  it('goes on after a refusal, which is told with the number of its case', async () => {
    const slow = new SlowDesk();
    show(slow);
    const all = some(3);
    act(() => together.start(all, note));
    while (slow.asked.length < all.length) await slow.letOn();
    await slow.letOn();
    await waitFor(() => expect(together.run?.isRunning).toBe(false));
    expect(slow.asked).toEqual(all.map(({ state }) => state.id));
    expect(together.run).toMatchObject({ total: 3, done: 2 });
    expect(together.run?.refused.map(({ number }) => number)).toEqual([all[1]!.state.number]);
  });

  it('leaves those that were not begun when it is stopped', async () => {
    const slow = new SlowDesk();
    show(slow);
    const all = some(3);
    act(() => together.start(all, note));
    await waitFor(() => expect(slow.asked).toHaveLength(1));
    act(() => together.stop());
    await slow.letOn();
    await waitFor(() => expect(together.run?.isRunning).toBe(false));
    expect(slow.asked).toHaveLength(1);
    expect(together.run).toMatchObject({ total: 3, done: 1, refused: [] });
  });
});
