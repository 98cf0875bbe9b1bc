import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import {
  at,
  caseEvents,
  communityProcedure,
  countingIds,
  deciding,
  foundedOffice,
  STEADY_HOURS,
  officialCalendar,
} from '#shared/fixtures/community.ts';
import type { Values } from '#shared/procedure/values.ts';
import { foldCase } from './case.evolve.ts';
import type { CaseState } from './case.state.ts';
import { decideRegistration } from './register.decide.ts';
import { sameMatter } from './same-matter.ts';

const procedure = communityProcedure();
const ids = countingIds();

function received(day: string, values: Values): CaseState {
  const now = at(`${day}T09:30`);
  const command = {
    procedure: procedure.id,
    receivedAt: now,
    values: {
      matter_kind: 'complaint',
      intake_channel: 'phone',
      is_anonymous: true,
      facts: '样本。',
      ...values,
    },
  };
  const events = expectOk(decideRegistration(foundedOffice(), command, deciding({ now, ids })));
  return foldCase(caseEvents(events), procedure)!;
}

const find = (state: CaseState, others: readonly CaseState[]) =>
  sameMatter(procedure, state, others, { calendar: officialCalendar(), officeHours: STEADY_HOURS });

const lamp: Values = { complainant_phone: '13800138000', category: 'facilities' };

describe('an earlier case of the same matter', () => {
  it('is one with the same telephone and category within half a year, the latest first', () => {
    const [old, first, second] = [
      received('2026-01-05', lamp),
      received('2026-08-03', lamp),
      received('2026-09-18', lamp),
    ];
    const now = received('2026-10-08', lamp);
    expect(find(now, [old, first, second, now])).toEqual([second, first]);
  });

  it('is none with another category, a later day, or nothing to compare', () => {
    const now = received('2026-10-08', lamp);
    expect(find(now, [received('2026-09-18', { ...lamp, category: 'noise' })])).toEqual([]);
    expect(find(now, [received('2026-10-09', lamp)])).toEqual([]);
    expect(find(received('2026-10-08', {}), [received('2026-09-18', lamp)])).toEqual([]);
  });
});

describe('a case that is registered as a repeat', () => {
  it('is born linked, in the one batch with its number', () => {
    const first = received('2026-09-18', lamp);
    const command = {
      ...{ procedure: procedure.id, receivedAt: at('2026-10-08T09:30') },
      values: { ...first.values },
      repeatOf: { id: first.id, number: first.number },
    };
    const events = expectOk(decideRegistration(foundedOffice(), command, deciding({ ids })));
    expect(events.map(({ type }) => type)).toEqual(['number-allocated', 'registered', 'linked-as-repeat']);
    const state = foldCase(caseEvents(events), procedure);
    expect(state).toMatchObject({ seq: 2, repeatOf: { id: first.id, number: first.number } });
  });
});
