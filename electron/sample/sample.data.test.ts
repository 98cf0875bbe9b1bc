import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { clocksOf } from '#shared/case/clocks.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { standingOf } from '#shared/case/standing.ts';
import { papersToSign } from '#shared/case/waiting-papers.ts';
import { workingCalendar } from '#shared/calendar/working-calendar.ts';
import { newPersonId, type CaseId } from '#shared/core/ids.ts';
import { addDays, plainDate, type PlainDate } from '#shared/core/plain-date.ts';
import { instantAt, type Instant } from '#shared/core/instant.ts';
import { expectOk, ok } from '#shared/core/result.ts';
import { countingIds, foundedOffice } from '#shared/fixtures/community.ts';
import { planSample } from '#shared/sample/sample.plan.ts';
import { runSample } from '#shared/sample/sample.run.ts';
import { readPacks } from '../desk/packs.ts';
import { readSampleOffice } from './sample.data.ts';

vi.mock('electron-log/main', () => ({ default: { error: vi.fn() } }));

const resources = path.resolve(import.meta.dirname, '../../resources');
const packs = await readPacks(resources);
const sample = await readSampleOffice(resources);
const calendar = workingCalendar(packs.calendars);

/** The cases as they stand when the office is made at that moment. */
async function livedUntil(now: Instant): Promise<readonly CaseState[]> {
  const ids = countingIds();
  const cases = new Map<CaseId, CaseState>();
  const procedureOf = (id: string) => {
    const found = packs.procedures.find(pack => pack.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  expectOk(
    await runSample(foundedOffice(), planSample(sample, now, calendar).lines, {
      ...{ calendar, procedures: packs.procedures, guidance: packs.guidance, printer: '样本' },
      randomBytes: ids.randomBytes,
      actingAs: id => {
        const person = sample.people.find(each => each.id === id);
        if (!person) throw new Error(id);
        return { person: newPersonId(ids), name: person.name, roles: person.roles, station: 'PC' };
      },
      append: events => {
        for (const event of events)
          if (event.stream === 'case') {
            const before = cases.get(event.case);
            const pack = event.type === 'registered' ? event.procedure.id : (before?.procedure.id ?? '');
            cases.set(event.case, evolveCase(before, event, procedureOf(pack)));
            expect(event.at <= now).toBe(true);
          }
        return Promise.resolve(ok(null));
      },
      setPaper: () => Promise.resolve(ok({ sha256: '0'.repeat(64), bytes: 1, pages: 1, mark: '00000000' })),
      next: () => ok(null),
    }),
  );
  return [...cases.values()];
}

/** What the office has to show, whatever the day: something of each kind. */
function kindsOf(cases: readonly CaseState[], now: Instant): Record<string, number> {
  const count = (what: (state: CaseState) => boolean): number => cases.filter(what).length;
  const packOf = (state: CaseState) => packs.procedures.find(({ id }) => id === state.procedure.id)!;
  const clocks = (state: CaseState) =>
    clocksOf(packOf(state), state, {
      now,
      calendar,
      officeHours: foundedOffice().hours,
      others: { received: () => cases },
    });
  const isOpen = (state: CaseState) => standingOf(packOf(state), state).status === 'open';
  return {
    open: count(isOpen),
    closed: count(state => standingOf(packOf(state), state).status === 'done'),
    ended: count(state => standingOf(packOf(state), state).status === 'ended'),
    overdue: count(state => isOpen(state) && clocks(state).some(({ status }) => status === 'overdue')),
    paused: count(state => clocks(state).some(({ status }) => status === 'paused')),
    sign: count(state => isOpen(state) && papersToSign(packOf(state), state).length > 0),
    asked: count(state => state.asked.length > 0),
    repeat: count(state => state.repeatOf !== undefined),
    secret: count(state => state.values['keep_secret'] === true),
    untouched: count(
      state =>
        state.trace.length === 0 || (isOpen(state) && state.trace.every(({ kind }) => kind !== 'step')),
    ),
  };
}

const days = (from: PlainDate, count: number, every: number): readonly PlainDate[] =>
  Array.from({ length: count }, (_, nth) => addDays(from, nth * every));

describe('the data of the sample office', () => {
  it('has about thirty cases of people who are plainly made up', () => {
    expect(sample.cases.length).toBeGreaterThanOrEqual(30);
    const names = sample.cases.flatMap(({ lines }) =>
      lines.flatMap(line => {
        const registered = line['register'] as { complainant_name?: string } | undefined;
        return registered?.complainant_name ?? [];
      }),
    );
    for (const name of [...names, ...sample.people.map(person => person.name)])
      expect(name).toMatch(/样本|试填|范例|虚设|假设|演示|演习|试行|小样/);
  });

  // Every twelfth day meets each weekday, before and after holidays.
  it.each(days(plainDate('2026-01-05'), 30, 12))('can be lived through up to %s', async day => {
    const now = instantAt(day, '09:00');
    const cases = await livedUntil(now);
    expect(cases).toHaveLength(sample.cases.length);
    for (const [kind, found] of Object.entries(kindsOf(cases, now)))
      expect(found, `${kind} on ${day}`).toBeGreaterThan(0);
  });
});
