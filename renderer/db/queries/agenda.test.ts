import { describe, expect, it } from 'vitest';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { plainDate, type PlainMonth } from '#shared/core/plain-date.ts';
import { at, STEADY_HOURS } from '#shared/fixtures/community.ts';
import { projectRecords } from '../projection/project-records.ts';
import { Chain, complaint } from '../testing/chain.fixture.ts';
import { emptyStore } from '../testing/store.fixture.ts';
import { awakeCases, casesDueOn, dueCounts } from './agenda.ts';
import { caseCounts, caseIdsBy, type CaseView } from './case-ids.ts';

const take = (step: string, values = {}) => ({ type: 'take-step', step, values, reason: '试' }) as const;
const OFFICE = { overrides: [], hours: STEADY_HOURS } as unknown as Pick<
  OfficeState,
  'overrides' | 'chosen' | 'hours'
>;
const OCTOBER = '2026-10' as PlainMonth;

/** One that was just received, one that waits for its follow-up visit, one closed late and one closed in time. */
async function desk() {
  const chain = new Chain().found();
  const fresh = chain.register(complaint, at('2026-10-20T10:00'));
  const replied = chain.register(complaint, at('2026-10-08T09:30'));
  const late = chain.register(complaint, at('2026-10-08T10:00'));
  const inTime = chain.register(complaint, at('2026-10-19T09:00'));
  const reply = (id: CaseId, day: string): void => {
    const values = { handling_result: '办好了', reply_at: at(`${day}T10:00`), reply_method: 'phone' };
    chain.act(id, take('accept', {}), at(`${day}T09:00`));
    chain.act(id, take('reply', values), at(`${day}T10:00`));
  };
  const close = (id: CaseId, day: string): void => {
    chain.act(id, take('follow-up', { satisfaction: 'satisfied' }), at(`${day}T11:00`));
    chain.act(id, take('close'), at(`${day}T12:00`));
  };
  reply(replied, '2026-10-12');
  reply(late, '2026-10-20');
  close(late, '2026-10-21');
  reply(inTime, '2026-10-20');
  close(inTime, '2026-10-21');
  const store = await emptyStore();
  await projectRecords(store, chain.records);
  const names = new Map<CaseId, string>(
    Object.entries({ fresh, replied, late, inTime }).map(([name, id]) => [id, name]),
  );
  const named = (ids: readonly CaseId[]): readonly string[] => ids.map(id => names.get(id) ?? '?').sort();
  const awake = async (day: string) =>
    named((await awakeCases(store, plainDate(day), OFFICE)).cases.map(({ state }) => state.id));
  const list = async (view: CaseView) =>
    named(await caseIdsBy(store, { view, sort: 'number', direction: 'ascending' }));
  return { store, named, awake, list, fresh };
}

describe('cases on the desk', () => {
  it('are opened from the day of their first warning on, and others are not', async () => {
    const { awake } = await desk();
    // Accepted within three working days, with a warning of one: 21, 22, 23 October.
    expect(await awake('2026-10-11')).toEqual([]);
    expect(await awake('2026-10-12')).toEqual(['replied']);
    expect(await awake('2026-10-21')).toEqual(['replied']);
    expect(await awake('2026-10-22')).toEqual(['fresh', 'replied']);
  });

  it('are counted by the days on which their limits end, and found by one of them', async () => {
    const { store, named } = await desk();
    const counts = await dueCounts(store, plainDate('2026-10-01'), plainDate('2026-11-30'), OFFICE);
    // Follow-up within five working days of the 12th; acceptance, and a reply within ten days, which is a Friday.
    expect([...counts].sort()).toEqual([
      ['2026-10-19', 1],
      ['2026-10-23', 1],
      ['2026-10-30', 1],
    ]);
    expect(await dueCounts(store, plainDate('2026-10-24'), plainDate('2026-10-29'), OFFICE)).toEqual(
      new Map(),
    );
    expect(
      named((await casesDueOn(store, plainDate('2026-10-23'), OFFICE)).cases.map(({ state }) => state.id)),
    ).toEqual(['fresh']);
    expect((await casesDueOn(store, plainDate('2026-10-24'), OFFICE)).cases).toEqual([]);
  });
});

describe('the figures of a month', () => {
  it('count what was closed in it and what of that was in time, and their lists hold the same cases', async () => {
    const { store, list, fresh } = await desk();
    const counts = await caseCounts(store, plainDate('2026-10-25'));
    expect(counts).toMatchObject({ closedThisMonth: 2, inTimeThisMonth: 1, thisMonth: 4 });
    expect(await list({ closedIn: OCTOBER })).toEqual(['inTime', 'late']);
    expect(await list({ closedIn: OCTOBER, inTime: true })).toEqual(['inTime']);
    expect(await list({ closedIn: '2026-11' as PlainMonth })).toEqual([]);
    expect(await list({ found: [fresh, '01J0000000000000000000000Z' as CaseId] })).toEqual(['fresh']);
  });
});
