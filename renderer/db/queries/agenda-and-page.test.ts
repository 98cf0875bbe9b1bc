import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dutyClocks, caseAgenda } from '#shared/agenda/case.agenda.ts';
import { clocksOf, nextClock, type Clock } from '#shared/case/clocks.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { standingOf } from '#shared/case/standing.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, instantFromMs, msOf } from '#shared/core/instant.ts';
import { plainDate, type PlainDate } from '#shared/core/plain-date.ts';
import { at, STEADY_HOURS } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { caseStore, type CaseStore } from '../case-store.ts';
import { DeskDatabase } from '../desk-database.ts';
import { beginAgain } from '../opening/begin-again.ts';
import { STORE_NAME } from '../opening/open-store.ts';
import { projectRecords } from '../projection/project-records.ts';
import { projectionContext } from '../projection/projection.context.ts';
import { Chain } from '../testing/chain.fixture.ts';
import { newIdb, officialYears, testKey } from '../testing/store.fixture.ts';
import { awakeCases, casesDueOn, dueCounts, duesOn } from './agenda.ts';
import { dueBetween, openByDue } from './open-dues.ts';
import { othersOf } from './other-cases.ts';

/** A group complaint is another class, on which limits begin, end and apply. */
const LIMITS = `
limits:
  - { id: reply, name: { zh: 答复, en: Reply }, rule: { zh: 规定, en: Rule }, starts: [{ registered: true }],
      ends: [{ step: answer }], stops: [{ severity: [major] }], amount: 15, unit: working-days, warn: 2 }
  - { id: hot, name: { zh: 群体, en: Group }, rule: { zh: 规定, en: Rule }, starts: [{ severity: [major] }],
      ends: [{ step: answer }], amount: 3, unit: working-days, warn: 1 }
  - { id: report, name: { zh: 报告, en: Report }, rule: { zh: 规定, en: Rule }, starts: [{ registered: true }],
      applies_if: { severity: [major] }, ends: [{ step: accept }], amount: 1, unit: calendar-days }
`;
const pack = ladderPack({ limits: LIMITS, escalation: '' });
const office = { overrides: [], hours: STEADY_HOURS } as unknown as Pick<
  OfficeState,
  'overrides' | 'chosen' | 'hours'
>;
const FROM = plainDate('2026-09-01');
const TO = plainDate('2026-12-31');
const HOUR = 3_600_000;
const BEGIN = msOf(at('2026-10-08T09:00'));

async function storeWith(chain: Chain): Promise<CaseStore> {
  const db = new DeskDatabase(STORE_NAME, newIdb());
  await db.open();
  const context = await projectionContext({ procedures: [pack], guidance: [], calendars: officialYears() });
  const store = caseStore(db, await testKey(), context);
  await beginAgain(store, 'store-1', 0);
  await projectRecords(store, chain.records);
  return store;
}

const told = ({ limit, status, counted }: Clock): string => `${limit.id} ${status} ${counted?.due ?? '-'}`;

/** Who comes with which matter, how many hours after the one before; and which case is answered afterwards. */
const seeds = fc.record({
  cases: fc.array(
    fc.record({
      subject: fc.constantFrom('停水', '噪音', '漏水'),
      phone: fc.constantFrom('13800138000', '13900139000', '13700137000', ''),
      hours: fc.integer({ min: 0, max: 200 }),
    }),
    { minLength: 1, maxLength: 9 },
  ),
  renamed: fc.nat(8),
  answered: fc.nat(8),
  later: fc.integer({ min: 1, max: 700 }),
});

/** Open cases by what their rows say. */
const bareOrder = async (store: CaseStore): Promise<readonly CaseId[]> =>
  store.db.cases.where('[shelf+due]').between(['open', '0'], ['open', '~']).primaryKeys();

it('the workbench, its calendar, the list and the page of a case know the same last days, whoever else complained', async () => {
  let grave = 0;
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(seeds, async ({ cases, renamed, answered, later }) => {
      const chain = new Chain(pack).found();
      let ms = BEGIN;
      const ids: CaseId[] = cases.map(({ subject, phone, hours }) => {
        ms += hours * HOUR;
        return chain.register({ subject, phone }, instantFromMs(ms));
      });
      // The matter of one case is corrected: others were compared with what it said before.
      const corrected = ids[renamed % ids.length]!;
      if (chain.stateOf(corrected).values['subject'] !== '停水')
        chain.act(
          corrected,
          { type: 'change-fields', values: { subject: '停水' }, reason: '问清了' },
          instantFromMs(ms + HOUR),
        );
      const closed = ids[answered % ids.length]!;
      if (answered % 2 === 0)
        for (const step of ['accept', 'answer'])
          chain.act(
            closed,
            { type: 'take-step', step, values: { decision: '办好' } },
            instantFromMs(ms + 2 * HOUR),
          );
      const now = instantFromMs(ms + later * HOUR);
      const store = await storeWith(chain);
      const { calendar } = store.context;

      const onPages = new Map<CaseId, readonly Clock[]>();
      for (const state of chain.states) {
        const others = await othersOf(store, pack, state);
        const context = { now, calendar, officeHours: STEADY_HOURS, others };
        const open = standingOf(pack, state).status === 'open';
        onPages.set(state.id, open ? dutyClocks(clocksOf(pack, state, context)) : []);
      }
      grave += [...onPages.values()].flat().filter(({ limit }) => limit.id !== 'reply').length;

      const awake = await awakeCases(store, dateOf(now), office);
      const entries = awake.cases.flatMap(({ state, procedure }) =>
        caseAgenda(
          procedure,
          state,
          { now, calendar, officeHours: STEADY_HOURS, others: awake.others },
          ROLES,
        ),
      );
      const onDesk = entries.flatMap(entry =>
        'clock' in entry ? [`${entry.case} ${told(entry.clock)}`] : [],
      );
      const pressing = [...onPages].flatMap(([id, clocks]) =>
        clocks
          .filter(
            ({ status, near, counted }) =>
              status === 'overdue' || near || (status === 'running' && counted?.dueDate === dateOf(now)),
          )
          .map(clock => `${id} ${told(clock)}`),
      );
      expect(onDesk.sort()).toEqual(pressing.sort());

      const days = new Map<PlainDate, number>();
      for (const clocks of onPages.values())
        for (const day of new Set(clocks.flatMap(({ counted }) => counted?.dueDate ?? [])))
          days.set(day, (days.get(day) ?? 0) + 1);
      expect(new Map(await dueCounts(store, FROM, TO, office))).toEqual(days);
      for (const day of days.keys()) {
        const found = duesOn(await casesDueOn(store, day, office), day, {
          ...{ now, calendar, officeHours: STEADY_HOURS },
        });
        expect(new Set(found.map(({ state }) => state.id)).size).toBe(days.get(day));
      }

      const nextDays = new Map<CaseId, string>();
      for (const state of chain.states) {
        if (standingOf(pack, state).status !== 'open') continue;
        const others = await othersOf(store, pack, state);
        const context = { now: state.lastAt, calendar, officeHours: STEADY_HOURS, others };
        nextDays.set(state.id, nextClock(clocksOf(pack, state, context))?.counted?.dueDate ?? '');
      }
      const { dated, undated } = await openByDue(store);
      expect(dated.map(id => nextDays.get(id))).toEqual([...nextDays.values()].filter(day => day).sort());
      expect(new Set([...dated, ...undated])).toEqual(new Set(nextDays.keys()));
      expect(undated.every(id => nextDays.get(id) === '')).toBe(true);
      const middle = [...nextDays.values()].sort()[Math.floor(nextDays.size / 2)] ?? '';
      const between = await dueBetween(store, '0', middle);
      expect(new Set(between)).toEqual(new Set(dated.filter(id => nextDays.get(id)! <= middle)));
      moved += dated.join() === (await bareOrder(store)).join() ? 0 : 1;
      store.db.close();
    }),
    { numRuns: 25, seed: 20261126 },
  );
  expect(grave).toBeGreaterThan(10);
  // Otherwise the rows alone would have done.
  expect(moved).toBeGreaterThan(0);
}, 120_000);
