// @vitest-environment jsdom
import { act, render, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { Refusal } from '#shared/case/refusal.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { Chain, complaint } from '#renderer/db/testing/chain.fixture.ts';
import { commandOf, lacks, offerFor, type CaseAtHand } from './together.ts';
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

const names = (all: readonly CaseAtHand[]): readonly string[] =>
  (offerFor(all, me) ?? []).filter(({ hindrance }) => !hindrance).map(({ step }) => step.id);

const hindrances = (all: readonly CaseAtHand[], as = me) =>
  Object.fromEntries((offerFor(all, as) ?? []).map(({ step, hindrance }) => [step.id, hindrance]));

describe('the steps for many cases', () => {
  it('are those each of them can take from where it is; of the others it is said how many stand elsewhere', () => {
    const found = cases(2);
    expect(names(atHand(found))).toContain('accept');
    const accept: CaseCommand = { type: 'take-step', step: 'accept', values: {} };
    found.chain.act(found.ids[0]!, accept, at('2026-10-08T10:00'));
    expect(names(atHand(found))).not.toContain('accept');
    expect(hindrances(atHand(found))).toMatchObject({
      accept: { code: 'elsewhere', count: 1 },
      assign: { code: 'elsewhere', count: 1 },
    });
    expect(names(atHand({ ...found, ids: [found.ids[0]!] }))).toContain('assign');
    expect(hindrances(atHand({ ...found, ids: [found.ids[0]!] }))).not.toHaveProperty('accept');
  });

  it('are none where procedures or versions differ', () => {
    const all = atHand(cases(2));
    const other = { ...all[1]!, procedure: { ...all[1]!.procedure!, id: 'other' } };
    expect(offerFor([all[0]!, other], me)).toBeUndefined();
    const newer = { ...all[1]!, procedure: { ...all[1]!.procedure!, version: 99 } };
    expect(offerFor([all[0]!, newer], me)).toBeUndefined();
  });

  it('are not offered to another role, nor where each person is asked alone', () => {
    const all = atHand(cases(2));
    expect(names(all)).not.toContain('withdraw');
    expect(hindrances(all)['withdraw']).toEqual({ code: 'own-wish' });
    expect(hindrances(all, { ...me, roles: [] })['accept']).toMatchObject({
      ...{ code: 'obstacle', count: 2 },
      obstacle: { code: 'role' },
    });
  });

  it('are held where what tells of one person has to be filled in and is not in each case', () => {
    const all = atHand(cases(2));
    const asking = (each: CaseAtHand): CaseAtHand => ({
      ...each,
      procedure: {
        ...each.procedure!,
        steps: each.procedure!.steps.map(step =>
          step.id === 'accept' ? { ...step, fields: [{ field: 'complainant_phone', required: true }] } : step,
        ),
      },
    });
    const [one, two] = all.map(asking);
    expect(names([one!, two!])).toContain('accept');
    const values = { ...two!.state.values, complainant_phone: null };
    expect(hindrances([one!, { ...two!, state: { ...two!.state, values } }])['accept']).toEqual({
      ...{ code: 'own-values', count: 1 },
      fields: ['complainant_phone'],
    });
  });

  it('leave alone in a case what nobody filled in, and say the ground and the reason of all', () => {
    const step = cases(1).chain.procedure.steps.find(({ id }) => id === 'accept')!;
    const nothing = { text: '', ground: null, values: {} };
    expect(commandOf({ kind: 'step', step }, nothing)).toEqual({
      type: 'take-step',
      step: 'accept',
      values: {},
    });
    expect(commandOf({ kind: 'note' }, { ...nothing, text: '打过电话' })).toEqual({
      ...{ type: 'add-note', text: '打过电话' },
    });
    const grounded = { ...step, grounds: 'refusal', reason: 'optional' } as const;
    expect(lacks({ kind: 'step', step: grounded }, nothing)).toBe('ground');
    expect(lacks({ kind: 'note' }, nothing)).toBe('text');
    const written = { text: '同一件事', ground: '3', values: {} };
    expect(lacks({ kind: 'step', step: grounded }, written)).toBeUndefined();
    expect(commandOf({ kind: 'step', step: grounded }, written)).toMatchObject({
      ...{ ground: '3', reason: '同一件事' },
    });
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
    const whenAllDone = vi.fn();
    act(() => together.start(all, note, whenAllDone));
    while (slow.asked.length < all.length) await slow.letOn();
    await slow.letOn();
    await waitFor(() => expect(together.run?.isRunning).toBe(false));
    expect(slow.asked).toEqual(all.map(({ state }) => state.id));
    expect(together.run?.done.map(({ id }) => id)).toEqual([all[0]!.state.id, all[2]!.state.id]);
    expect(whenAllDone).not.toHaveBeenCalled();
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
    expect(together.run).toMatchObject({ total: 3, refused: [] });
    expect(together.run?.done).toHaveLength(1);
  });
});
