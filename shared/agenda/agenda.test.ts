import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocksOf } from '#shared/case/clocks.ts';
import { dateOf, instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import { at, officialCalendar, STEADY_HOURS } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { ROLES, type Role } from '#shared/procedure/role.ts';
import type { CaseEntry } from './agenda.entry.ts';
import { groupsOf, inOrder } from './agenda.order.ts';
import { caseAgenda } from './case.agenda.ts';
import { wakesOf } from './wakes.ts';

const LIMITS = `
limits:
  - id: reply
    name: { zh: 答复, en: Reply }
    starts: [{ registered: true }]
    ends: [{ step: answer }]
    amount: 5
    unit: working-days
    warn: 2
    rule: { zh: 5 个工作日内答复, en: Reply within 5 working days }
  - id: call
    name: { zh: 回电, en: Call back }
    starts: [{ step: accept }]
    ends: [{ step: test }]
    amount: 10
    unit: calendar-days
    contact: true
    rule: { zh: 受理后回电, en: Call back once accepted }
  - id: daily
    name: { zh: 每天告知, en: Daily word }
    applies_if: { field: injured, gte: 1 }
    starts: [{ registered: true }]
    ends: [{ noted: true }]
    amount: 1
    unit: calendar-days
    repeats: true
    rule: { zh: 每天告知一次, en: Told once a day }
  - id: desk
    name: { zh: 前台回应, en: Desk }
    starts: [{ step: mediate }]
    ends: [{ step: agree }]
    amount: 90
    unit: minutes
    warn: 15
    rule: { zh: 90 分钟内, en: Within 90 minutes }
  - id: right
    name: { zh: 复议, en: Appeal }
    kind: right
    starts: [{ registered: true }]
    ends: [{ step: reopen }]
    amount: 1
    unit: calendar-days
    rule: { zh: 一天内可以复议, en: An appeal within a day }
`;
const pack = ladderPack({ limits: LIMITS, escalation: '' });
const climbing = ladderPack({ limits: LIMITS });
const desk = (values = {}, procedure = pack): MadeDesk =>
  new MadeDesk(procedure).register('2026-10-08T09:00', values);

const agenda = (made: MadeDesk, now: string, roles: readonly Role[] = ROLES): readonly CaseEntry[] =>
  inOrder(caseAgenda(made.procedure, made.state(), made.context(now), roles));
const seen = (made: MadeDesk, now: string, roles?: readonly Role[]): readonly string[] =>
  agenda(made, now, roles).map(({ kind, what }) => `${kind} ${what.zh}`);

describe('the agenda of a case', () => {
  it('has a limit from its own warning on, on its day and after it, once at a time', () => {
    const made = desk();
    // 9, 10 (worked), 12, 13, 14.
    expect(seen(made, '2026-10-10T12:00')).toEqual([]);
    expect(seen(made, '2026-10-12T00:00')).toEqual(['near 答复']);
    expect(seen(made, '2026-10-14T08:00')).toEqual(['today 答复']);
    expect(seen(made, '2026-10-15T08:00')).toEqual(['overdue 答复']);
    expect(agenda(made, '2026-10-15T08:00')[0]).toMatchObject({
      ...{ number: made.state().number, step: { zh: '答复' }, reason: { zh: '5 个工作日内答复' } },
    });
  });

  it('is late with a limit in minutes on the same day', () => {
    const made = desk().step('2026-10-08T09:00', 'accept').step('2026-10-08T09:30', 'mediate');
    expect(seen(made, '2026-10-08T11:00')).toContain('today 前台回应');
    expect(seen(made, '2026-10-08T11:01')).toContain('overdue 前台回应');
  });

  it('has whoever waits to be called from the first day on', () => {
    const made = desk().step('2026-10-08T09:00', 'accept');
    expect(seen(made, '2026-10-08T09:00')).toEqual(['contact 回电']);
    expect(seen(made, '2026-10-18T09:00')).toEqual(['overdue 答复', 'today 回电']);
  });

  it('asks for the word of the day while it has not been given, in the cases the procedure names', () => {
    const made = desk({ injured: 1 });
    expect(seen(made, '2026-10-08T18:00')).toEqual([]);
    expect(seen(made, '2026-10-09T08:00')).toEqual(['progress 每天告知']);
    made.act('2026-10-09T10:00', { type: 'add-note', text: '已经告知' });
    expect(seen(made, '2026-10-09T18:00')).toEqual([]);
    expect(seen(made, '2026-10-10T08:00')).toEqual(['progress 每天告知']);
    expect(seen(made, '2026-10-11T08:00')).toEqual(['overdue 每天告知']);
    expect(seen(desk(), '2026-10-11T08:00')).toEqual([]);
  });

  it('tells the highest level that was reached until it is taken on or the matter is settled', () => {
    const made = desk({}, climbing).step('2026-10-08T09:00', 'accept');
    expect(seen(made, '2026-10-08T09:30')).toContain('escalated 值班');
    expect(seen(made, '2026-10-08T11:30')).toContain('escalated 主任');
    const taken = desk({}, climbing).act('2026-10-08T09:40', { type: 'take-escalation', level: 'duty' });
    expect(seen(taken, '2026-10-08T11:39')).toEqual([]);
    expect(seen(taken, '2026-10-08T11:40')).toEqual(['escalated 主任']);
    made.step('2026-10-08T12:00', 'answer');
    expect(seen(made, '2026-10-08T12:00')).toEqual([]);
  });

  it('asks only those who can approve', () => {
    const made = desk().act(
      '2026-10-08T10:00',
      {
        type: 'ask-approval',
        matter: { about: 'step', step: 'refuse', values: { decision: '不办' }, ground: '1' },
        reason: '不属职责',
      },
      { name: '李承办', roles: ['handler'] },
    );
    expect(seen(made, '2026-10-08T10:01', ['supervisor'])).toEqual(['asked 不予受理']);
    expect(agenda(made, '2026-10-08T10:01')[0]).toMatchObject({ by: '李承办', reason: { zh: '不属职责' } });
    expect(seen(made, '2026-10-08T10:01', ['handler', 'registrar'])).toEqual([]);
  });

  it('waits for a paper a step needs signed, from its first print until it is back, also when all is done', () => {
    const made = desk().step('2026-10-08T09:00', 'accept').step('2026-10-08T10:00', 'answer');
    expect(seen(made, '2026-10-09T09:00')).toEqual([]);
    const paper = made.print('2026-10-09T10:00', 'LAD-02');
    made.act('2026-10-09T10:30', { type: 'record-print', document: paper, printer: '前台', copies: 1 });
    expect(agenda(made, '2026-10-12T09:00')).toMatchObject([
      { kind: 'signature', document: paper, since: at('2026-10-09T10:00'), what: { zh: '文书 LAD-02' } },
    ]);
    made.act('2026-10-12T10:00', { type: 'record-signed', document: paper });
    expect(seen(made, '2026-10-12T11:00')).toEqual([]);
  });

  it('has nothing of a right of the other side, of a closed case, and of one that was merged', () => {
    expect(seen(desk(), '2026-10-09T08:00')).toEqual([]);
    const withdrawn = desk().step('2026-10-08T10:00', 'withdraw', { free_will: true });
    expect(seen(withdrawn, '2026-12-01T08:00')).toEqual([]);
  });
});

type Act = (made: MadeDesk, now: string) => unknown;
const paper = (made: MadeDesk, now: string): unknown => made.print(now, 'LAD-02');
const signedBack: Act = (made, now) => {
  const [last] = made.state().documents.slice(-1);
  return last && made.act(now, { type: 'record-signed', document: last.id });
};
const ACTS: readonly Act[] = [
  ...['accept', 'mediate', 'agree', 'test', 'tested', 'answer', 'reopen', 'file'].map(
    (step): Act =>
      (made, now) =>
        made.step(now, step),
  ),
  (made, now) => made.act(now, { type: 'add-note', text: '记一笔' }),
  (made, now) => made.act(now, { type: 'take-escalation', level: 'duty' }),
  (made, now) => made.change(now, { injured: 3 }),
  paper,
  signedBack,
];

const HOUR = 3_600_000;
const BEGIN = msOf(at('2026-10-08T09:00'));
const instant = (hours: number): string => instantFromMs(BEGIN + hours * HOUR).slice(0, 16);

/** A case of which some of these acts were possible, at any hour of two months. */
function walked(
  procedure: typeof pack,
  acts: readonly (readonly [number, number])[],
  injured: number,
): MadeDesk {
  const made = desk({ injured }, procedure);
  const hours = acts.map(([hour]) => hour).sort((a, b) => a - b);
  acts.forEach(([, act], index) => {
    try {
      ACTS[act % ACTS.length]?.(made, instant(hours[index] ?? 0));
    } catch {
      // Not permitted where the case stands: then it does not happen.
    }
  });
  return made;
}

const walks = fc.record({
  procedure: fc.constantFrom(pack, climbing),
  acts: fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.nat(50)), { maxLength: 9 }),
  injured: fc.constantFrom(0, 1),
  later: fc.integer({ min: 0, max: 900 }),
});

describe('whatever happened to a case', () => {
  const looking = (last: Instant, later: number): string =>
    instantFromMs(msOf(last) + later * HOUR).slice(0, 16);

  it('every thing stands once, every limit that is late is there, and so is every one that ends today', () => {
    fc.assert(
      fc.property(walks, ({ procedure, acts, injured, later }) => {
        const made = walked(procedure, acts, injured);
        const now = looking(made.state().lastAt, later);
        const entries = agenda(made, now);
        const keys = entries.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const groups = groupsOf(entries);
        expect(groups.flatMap(group => group.entries)).toEqual(entries);

        const status = made.state().tracks['main']?.state ?? '';
        const open =
          ['registered', 'accepted'].includes(status) ||
          made.state().tracks['mediation']?.state === 'talking';
        const late = clocksOf(procedure, made.state(), made.context(now)).filter(
          clock => clock.status === 'overdue',
        );
        const told = entries.filter(({ kind }) => kind === 'overdue').map(({ key }) => key);
        expect(told.toSorted()).toEqual(
          open ? late.map(({ limit }) => `clock/${made.state().id}/${limit.id}`).toSorted() : [],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('it wakes no later than its first entry, and the days of its limits are those of its clocks', () => {
    const parts = { calendar: officialCalendar(), officeHours: STEADY_HOURS };
    let awake = 0;
    fc.assert(
      fc.property(walks, ({ procedure, acts, injured, later }) => {
        const made = walked(procedure, acts, injured);
        const now = looking(made.state().lastAt, later);
        const entries = agenda(made, now);
        const { from, dues } = wakesOf(procedure, made.state(), parts);
        if (entries.length > 0) {
          awake += 1;
          expect(from !== undefined && from <= dateOf(at(now))).toBe(true);
        }
        for (const entry of entries)
          if ('clock' in entry && entry.clock.counted?.dueDate)
            expect(dues).toContain(entry.clock.counted.dueDate);
      }),
      { numRuns: 150 },
    );
    expect(awake).toBeGreaterThan(50);
  });

  it('a case of which nothing is due sleeps until the warning of its limit', () => {
    const { from, dues } = wakesOf(pack, desk().state(), {
      calendar: officialCalendar(),
      officeHours: STEADY_HOURS,
    });
    // 13 and 14 are left on the 12th, which is worked itself; 12 besides on the 11th.
    expect([from, dues]).toEqual(['2026-10-12', ['2026-10-14']]);
  });
});

describe('the order', () => {
  it('is the same whatever order the entries came in', () => {
    const made = desk({}, climbing).step('2026-10-08T09:10', 'accept').step('2026-10-08T09:30', 'mediate');
    const entries = agenda(made, '2026-10-14T12:00');
    expect(entries.map(({ kind }) => kind)).toEqual(['overdue', 'today', 'escalated', 'contact']);
    fc.assert(
      fc.property(fc.shuffledSubarray([...entries], { minLength: entries.length }), shuffled => {
        expect(inOrder(shuffled)).toEqual(entries);
      }),
    );
  });
});
