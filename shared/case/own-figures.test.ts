import { describe, expect, it } from 'vitest';
import { err, expectOk } from '#shared/core/result.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { at, deciding, foundedOffice } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import type { Duty } from '#shared/procedure/duty.schema.ts';
import { thresholdsOf } from '#shared/procedure/severity.thresholds.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { Batch } from './batch.ts';
import { decideOffice, type OfficeCommand } from './office.decide.ts';
import { evolveOffice, type OfficeState } from './office.state.ts';
import { ownDutyDue, withOverrides } from './overrides.ts';
import type { OwnFigure } from './own-figure.ts';

const pack = ladderPack();
const RECEIVED = '2026-10-08T09:30';

const own = (set: OwnFigure): OfficeCommand => ({
  ...{ type: 'set-figure', procedure: 'ladder', set, reason: '人手少' },
});
const level = (id: string, amount: number | null): OfficeCommand =>
  own({ of: 'level', id, figure: amount === null ? null : { amount, unit: 'minutes' } });
const threshold = (id: string, part: string, figure: { amount: number; unit?: 'weeks' } | null) =>
  own({ of: 'threshold', id, part, figure });

const attempt = (command: OfficeCommand, now = '2026-10-08T08:00', office = foundedOffice()) =>
  decideOffice(office, command, deciding({ now: at(now) }));

const set = (office: OfficeState, command: OfficeCommand, now: string): OfficeState =>
  expectOk(attempt(command, now, office)).reduce<OfficeState>(evolveOffice, office);

const office = (...commands: readonly OfficeCommand[]): OfficeState =>
  commands.reduce((state, command) => set(state, command, '2026-10-08T08:00'), foundedOffice());

const deskWith = (...commands: readonly OfficeCommand[]): MadeDesk =>
  new MadeDesk(withOverrides(pack, office(...commands), at(RECEIVED)));

describe('an own figure of a ladder, a class or a duty', () => {
  it('is for an administrator, with a reason, and something the journal accepts', () => {
    const command = level('duty', 45);
    expect(Batch.safeParse({ v: 1, events: expectOk(attempt(command)) }).success).toBe(true);
    expect(attempt({ ...command, reason: ' ' } as OfficeCommand)).toEqual(
      err({ code: 'case/reason-missing' }),
    );
    const others = ROLES.filter(role => role !== 'administrator');
    expect(decideOffice(foundedOffice(), command, deciding({ roles: others }))).toEqual(
      err({ code: 'case/role', role: 'administrator' }),
    );
  });

  it('says who set it, why and since when', () => {
    expect(office(level('duty', 45)).overrides).toMatchObject([
      { kind: 'figure', procedure: 'ladder', by: '王登记', reason: '人手少', at: at('2026-10-08T08:00') },
    ]);
  });

  it.each([
    [own({ of: 'level', id: 'duty', figure: { amount: 1.5, unit: 'working-days' } }), 'office/bad-figure'],
    [
      own({ of: 'level', id: 'duty', figure: { amount: 40_000, unit: 'calendar-days' } }),
      'office/bad-figure',
    ],
    [threshold('long', 'open-for', { amount: 0, unit: 'weeks' }), 'office/bad-threshold'],
    [threshold('crowd', 'at-least', { amount: 1 }), 'office/bad-threshold'],
    [threshold('crowd', 'at-least', { amount: 2.5 }), 'office/bad-threshold'],
    [threshold('hurt', 'gte injured', { amount: 1e12 }), 'office/bad-threshold'],
    [
      own({ of: 'threshold', id: 'long', part: 'open-for', figure: { amount: 3, unit: 'day-of-month' } }),
      'office/bad-threshold',
    ],
    [own({ of: 'duty', id: 'D', figure: { day: 32, month: 'next' } }), 'office/bad-due-day'],
    [own({ of: 'duty', id: 'D', figure: { working_day: Number.NaN } }), 'office/bad-due-day'],
  ] as const)('is refused where nothing can be counted by it: %o', (command, code) => {
    expect(attempt(command)).toEqual(err({ code }));
  });

  it('holds for cases received from then on, and is given back', () => {
    const once = set(foundedOffice(), level('duty', 45), '2026-10-09T12:00');
    const back = set(once, level('duty', null), '2026-10-10T12:00');
    const minutes = ['2026-10-09T11:59', '2026-10-09T12:00', '2026-10-10T12:00'].map(
      received => withOverrides(pack, back, at(received)).escalation?.levels[1]?.after.amount,
    );
    expect(minutes).toEqual([30, 45, 30]);
    expect(withOverrides(pack, once, at('2026-10-10T09:00')).hash).toBe(pack.hash);
  });
});

describe('a level of the ladder', () => {
  it('is reached after the time of the office', () => {
    const desk = deskWith(level('duty', 45)).register(RECEIVED);
    expect(desk.levels('2026-10-08T10:14')).toEqual(['desk']);
    expect(desk.levels('2026-10-08T10:15')).toEqual(['desk', 'duty']);
  });
});

describe('the figures of a rule', () => {
  it('are named by where they stand', () => {
    const named = pack.severity?.rules.map(rule => thresholdsOf(rule).map(({ part }) => part));
    expect(named).toEqual([['gte injured'], ['gte injured'], ['open-for'], ['at-least', 'within'], []]);
  });

  it('are told apart where a rule looks twice at one field', () => {
    const twice = ladderPack({
      severity: `
severity:
  name: { zh: 等级, en: Class }
  classes:
    - { id: usual, name: { zh: 一般, en: Usual } }
    - { id: hot, name: { zh: 热点, en: Hot } }
    - { id: major, name: { zh: 重大, en: Major } }
  rules:
    - id: some
      class: hot
      why: { zh: 3 至 9 人, en: 3 to 9 }
      when: { all: [{ field: injured, gte: 3 }, { not: { field: injured, gte: 10 } }] }
`,
    });
    const changed = withOverrides(
      twice,
      office(threshold('some', 'gte injured 2', { amount: 6 })),
      at(RECEIVED),
    );
    const classWith = (injured: number): string =>
      new MadeDesk(changed).register(RECEIVED, { injured }).severity(RECEIVED).effective;
    expect([2, 3, 5, 6, 9].map(classWith)).toEqual(['usual', 'hot', 'hot', 'usual', 'usual']);
  });

  it('put a case into its class by the number of the office, and their words say so', () => {
    const desk = deskWith(threshold('many-hurt', 'gte injured', { amount: 5 }));
    desk.register(RECEIVED, { injured: 4 }).register(RECEIVED, { injured: 5 }, 'B');
    expect(desk.severity(RECEIVED).effective).toBe('hot');
    expect(desk.severity(RECEIVED, 'B').effective).toBe('major');
    expect(desk.severity(RECEIVED, 'B').because[0]?.why).toEqual({
      zh: '3 人以上（本单位定为 5）',
      en: '3 or more (set by this office to 5)',
    });
  });

  it('put a case into its class after the time of the office', () => {
    const desk = deskWith(threshold('long', 'open-for', { amount: 1, unit: 'weeks' })).register(RECEIVED);
    expect(desk.severity('2026-10-15T12:00').effective).toBe('usual');
    expect(desk.severity('2026-10-16T12:00').effective).toBe('hot');
  });

  it('count as many people as the office says', () => {
    const desk = deskWith(threshold('crowd', 'at-least', { amount: 2 }));
    desk.register(RECEIVED, { phone: '1' }).register(RECEIVED, { phone: '2' }, 'B');
    expect(desk.severity(RECEIVED, 'B').effective).toBe('major');
  });

  it('stay those of the pack where the part is not there, or another kind of figure is meant', () => {
    const [rules, other] = [
      pack,
      withOverrides(
        pack,
        office(
          threshold('hurt', 'open-for', { amount: 1, unit: 'weeks' }),
          threshold('hurt', 'gte injured', { amount: 1, unit: 'weeks' }),
          threshold('nobody', 'gte injured', { amount: 2 }),
        ),
        at(RECEIVED),
      ),
    ].map(each => each.severity?.rules);
    expect(other).toEqual(rules);
  });
});

describe('the day of a duty', () => {
  const duty: Duty = {
    ...{ id: 'D', name: { zh: '月报' }, period: 'month', warn: 3, rule: { zh: '规定' }, unverified: false },
    due: { day: 5, month: 'next' },
  };

  it('is the office’s own for the period in which it was set and those after; what was over keeps its day', () => {
    const command = own({ of: 'duty', id: 'D', figure: { working_day: 8 } });
    const changed = set(foundedOffice(), command, '2026-11-03T09:00');
    const due = ownDutyDue('ladder', duty, changed);
    expect(due(plainDate('2026-10-31'))).toEqual({ day: 5, month: 'next' });
    expect(due(plainDate('2026-11-30'))).toEqual({ working_day: 8 });
    const back = set(changed, own({ of: 'duty', id: 'D', figure: null }), '2026-12-03T09:00');
    const dueThen = ownDutyDue('ladder', duty, back);
    expect(dueThen(plainDate('2026-11-30'))).toEqual({ working_day: 8 });
    expect(dueThen(plainDate('2026-12-31'))).toEqual({ day: 5, month: 'next' });
  });
});
