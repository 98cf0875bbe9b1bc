import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf } from '#shared/core/instant.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { at, deciding, foundedOffice } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { counterKey } from '#shared/procedure/numbering.ts';
import type { Role } from '#shared/procedure/role.ts';
import { Batch } from './batch.ts';
import { decideOffice, type OfficeCommand } from './office.decide.ts';
import { nextNumber } from './office.numbers.ts';
import { evolveOffice, type OfficeState } from './office.state.ts';
import { withOverrides } from './overrides.ts';
import { decideRegistration } from './register.decide.ts';

const SUBJECT = { subject: '电梯', complainant: '张样' };
const COUNTER = '{prefix}样〔{year}〕{n:4}号 2026';

const attempt = (
  office: OfficeState,
  command: OfficeCommand,
  roles?: readonly Role[],
  now = '2026-10-08T09:30',
) => decideOffice(office, command, deciding({ now: at(now), ...(roles ? { roles } : {}) }));

/** The office after these commands. */
const after = (office: OfficeState, ...commands: readonly OfficeCommand[]): OfficeState =>
  commands.flatMap(command => expectOk(attempt(office, command))).reduce<OfficeState>(evolveOffice, office);

const given = (n: number): OfficeState => ({ ...foundedOffice(), counters: { [COUNTER]: n } });

const start = (first: number): OfficeCommand => ({ type: 'start-number', counter: COUNTER, first });
const reserve = (from: number, to: number): OfficeCommand => ({
  ...{ type: 'reserve-block', counter: COUNTER, from, to, for: '二号窗口' },
});
const strike = (n: number): OfficeCommand => ({
  ...{ type: 'void-number', counter: COUNTER, n, number: `样${n}号`, reason: '撕毁' },
});

describe('the next number of a counter', () => {
  it('follows the last one given, and begins at 1 or where the office said', () => {
    expect(nextNumber(foundedOffice(), COUNTER)).toBe(1);
    expect(nextNumber(given(7), COUNTER)).toBe(8);
    expect(nextNumber(after(foundedOffice(), start(38)), COUNTER)).toBe(38);
  });

  it('can be set ahead while counting, never back', () => {
    expect(nextNumber(after(given(7), start(50)), COUNTER)).toBe(50);
    expect(attempt(given(7), start(7))).toEqual(err({ code: 'office/number-taken', number: 7 }));
    expect(nextNumber({ ...after(given(7), start(50)), counters: { [COUNTER]: 60 } }, COUNTER)).toBe(61);
  });

  it('is a whole number of the book, and a block says whom it is for', () => {
    for (const n of [0, -1, 1.5, Number.NaN, 1e9])
      for (const command of [start(n), reserve(1, n), strike(n)])
        expect(attempt(given(9), command)).toEqual(err({ code: 'office/bad-number' }));
    const nobody = { ...reserve(10, 20), for: ' ' } as OfficeCommand;
    expect(attempt(given(9), nobody)).toEqual(err({ code: 'case/reason-missing' }));
  });

  it('is not one of a block of another desk, of two blocks that touch, or of one that counting begins in', () => {
    expect(nextNumber(after(given(9), reserve(10, 20)), COUNTER)).toBe(21);
    expect(nextNumber(after(given(9), reserve(10, 20), reserve(21, 30)), COUNTER)).toBe(31);
    expect(nextNumber(after(foundedOffice(), reserve(10, 20), start(15)), COUNTER)).toBe(21);
    expect(nextNumber(after(given(5), reserve(10, 20)), COUNTER)).toBe(6);
  });

  it('is no other for another counter', () => {
    expect(nextNumber(after(given(9), reserve(10, 20)), '{n} 2026')).toBe(1);
  });
});

describe('the number an office begins with', () => {
  it('holds for its register book, whichever procedure writes into it first', () => {
    const book = ladderPack({
      numbering: `
numbering: { id: register, pattern: '{prefix}〔{year}〕{n:4}号' }
documents: [{ id: letters, pattern: '{n}' }, { id: file, pattern: '{n}', scope: case }]
`,
    });
    const command = { procedure: book.id, receivedAt: at('2026-10-08T09:30'), values: SUBJECT };
    const events = expectOk(
      decideRegistration(foundedOffice(42), command, { ...deciding(), procedure: book }),
    );
    expect(events[0]).toMatchObject({ type: 'number-allocated', n: 42, number: '凤社〔2026〕0042号' });
  });
});

describe('a block', () => {
  it('holds no number that was given, and none of another block', () => {
    const refused = err({ code: 'office/number-taken', number: 5 });
    expect(attempt(given(5), reserve(5, 9))).toEqual(refused);
    expect(attempt(foundedOffice(), reserve(5, 4))).toEqual(refused);
    expect(attempt(after(foundedOffice(), reserve(1, 5)), reserve(5, 9))).toEqual(refused);
    expect(attempt(after(foundedOffice(), reserve(1, 5)), reserve(6, 9)).ok).toBe(true);
  });
});

describe('a void number', () => {
  it('was given, is void once, and stays used', () => {
    expect(attempt(given(5), strike(6))).toMatchObject({ error: { code: 'office/number-not-given' } });
    const office = after(given(5), strike(5));
    expect(attempt(office, strike(5))).toEqual(err({ code: 'case/nothing-changed' }));
    expect(nextNumber(office, COUNTER)).toBe(6);
    expect(office.voided).toEqual([{ counter: COUNTER, n: 5, number: '样5号', reason: '撕毁' }]);
  });
});

describe('numbers of several procedures', () => {
  const packs = [
    ladderPack(),
    { ...ladderPack(), id: 'ladder-two' },
    ladderPack({
      numbering: `
numbering: { id: register, pattern: '{office}-{year}-{month}-{n:3}', period: month }
documents: [{ id: letters, pattern: '{n}' }, { id: file, pattern: '{n}', scope: case }]
`,
      registration: `
registration: { form: LAD-01, fields: [subject], matter: subject, person: complainant }
`,
    }),
  ];

  it('are never the same twice, whatever is reserved, begun and registered between', () => {
    const act = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ kind: fc.constant('register' as const), pack: fc.nat(2), day: fc.nat(500) }),
      },
      fc.record({
        kind: fc.constant('block' as const),
        from: fc.integer({ min: 1, max: 30 }),
        size: fc.nat(5),
      }),
      fc.record({ kind: fc.constant('start' as const), first: fc.integer({ min: 1, max: 40 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(act, { maxLength: 30 }), (first, acts) => {
        let office: OfficeState = { ...foundedOffice(first), procedure: 'ladder' };
        const numbers: string[] = [];
        const reserved: string[] = [];
        for (const each of acts) {
          if (each.kind === 'register') {
            const now = at(`${new Date(Date.UTC(2026, 9, 8 + each.day)).toISOString().slice(0, 10)}T09:30`);
            const procedure = packs[each.pack]!;
            const command = { procedure: procedure.id, receivedAt: now, values: { subject: '电梯' } };
            for (const event of expectOk(
              decideRegistration(office, command, { ...deciding({ now }), procedure }),
            ))
              if (event.type === 'number-allocated') {
                numbers.push(event.number);
                office = evolveOffice(office, event);
              }
          } else {
            const done = attempt(
              office,
              each.kind === 'start' ? start(each.first) : reserve(each.from, each.from + each.size),
            );
            if (!done.ok) continue;
            if (each.kind === 'block')
              for (let n = each.from; n <= each.from + each.size; n++)
                reserved.push(`凤社样〔2026〕${String(n).padStart(4, '0')}号`);
            office = done.value.reduce<OfficeState>(evolveOffice, office);
          }
        }
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers.filter(number => reserved.includes(number))).toEqual([]);
      }),
    );
  });

  it('begin with the first number of the paper book in the period of the founding only', () => {
    const monthly = packs[2]!;
    const office: OfficeState = { ...foundedOffice(38), procedure: 'ladder' };
    const numberOn = (day: string) => {
      const now = at(`${day}T09:30`);
      const command = { procedure: 'ladder', receivedAt: now, values: { subject: '电梯' } };
      const [event] = expectOk(
        decideRegistration(office, command, { ...deciding({ now }), procedure: monthly }),
      );
      return event?.type === 'number-allocated' ? event.number : '';
    };
    expect(dateOf(office.foundedAt)).toBe('2026-10-01');
    expect([numberOn('2026-10-08'), numberOn('2026-11-02'), numberOn('2027-10-08')]).toEqual([
      ...['PHX-0371-2026-10-038', 'PHX-0371-2026-11-001', 'PHX-0371-2027-10-001'],
    ]);
  });

  it('have a counter for each pattern and period', () => {
    expect(counterKey(packs[0]!.numbering, '2026-10-08')).toBe(counterKey(packs[1]!.numbering, '2026-12-31'));
    expect(counterKey(packs[0]!.numbering, '2027-01-01')).not.toBe(COUNTER);
  });
});

describe('what is decided for the office', () => {
  const LIMIT: OfficeCommand = {
    ...{ type: 'set-limit', procedure: 'ladder', limit: 'L', reason: '局里要求' },
    figure: { amount: 3, unit: 'working-days' },
  };
  const SETTING: OfficeCommand = {
    ...{ type: 'change-setting', procedure: 'ladder', key: 'hotline', value: ' 0371-1234 ', reason: '换号' },
  };
  const CHOICE: OfficeCommand = { type: 'choose-procedures', procedures: ['ladder'], guidance: [] };
  const DUTY: OfficeCommand = { type: 'mark-duty', procedure: 'ladder', duty: 'D', period: '2026-10' };

  it.each([
    [CHOICE, 'administrator'],
    [SETTING, 'administrator'],
    [LIMIT, 'administrator'],
    [start(5), 'records-officer'],
    [reserve(5, 9), 'records-officer'],
    [DUTY, 'records-officer'],
  ] as const)('%o is for one role only, and is something the journal accepts', (command, role) => {
    const events = expectOk(attempt(foundedOffice(), command, [role]));
    expect(Batch.safeParse({ v: 1, events }).success).toBe(true);
    const others = (
      ['registrar', 'handler', 'supervisor', 'records-officer', 'administrator'] as const
    ).filter(each => each !== role);
    expect(attempt(foundedOffice(), command, others)).toEqual(err({ code: 'case/role', role }));
  });

  it('has a reason where it departs from the pack, and at least one procedure', () => {
    expect(attempt(foundedOffice(), { ...LIMIT, reason: ' ' })).toEqual(err({ code: 'case/reason-missing' }));
    expect(attempt(foundedOffice(), { ...SETTING, reason: '' })).toEqual(
      err({ code: 'case/reason-missing' }),
    );
    expect(attempt(foundedOffice(), { ...CHOICE, procedures: [] })).toEqual(
      err({ code: 'office/no-procedure' }),
    );
  });

  it.each([
    [1.5, 'working-days'],
    [0, 'day-of-month'],
    [32, 'day-of-month'],
    [40_000, 'calendar-days'],
    [-1, 'hours'],
  ] as const)('takes no figure by which nothing can be counted: %d %s', (amount, unit) => {
    expect(attempt(foundedOffice(), { ...LIMIT, figure: { amount, unit } })).toEqual(
      err({ code: 'office/bad-figure' }),
    );
  });

  it('takes half an hour', () => {
    expect(attempt(foundedOffice(), { ...LIMIT, figure: { amount: 0.5, unit: 'hours' } }).ok).toBe(true);
  });

  it('marks a duty done once for each period', () => {
    const office = after(foundedOffice(), DUTY);
    expect(attempt(office, DUTY)).toEqual(err({ code: 'case/nothing-changed' }));
    expect(attempt(office, { ...DUTY, period: '2026-11' }).ok).toBe(true);
  });

  describe('in place of the pack', () => {
    const pack = ladderPack({
      limits: `
limits:
  - { id: L, name: { zh: 受理, en: Accept }, rule: { zh: 规定, en: Rule }, starts: [{ registered: true }],
      ends: [{ step: accept }], amount: 7 }
`,
    });
    const set = (office: OfficeState, command: OfficeCommand, now: string): OfficeState =>
      expectOk(attempt(office, command, undefined, now)).reduce<OfficeState>(evolveOffice, office);
    const limitAt = (office: OfficeState, received: string) =>
      withOverrides(pack, office, at(received)).limits[0]!.amount;

    it('holds for cases received from then on, not for earlier ones', () => {
      const office = set(foundedOffice(), LIMIT, '2026-10-09T12:00');
      expect(limitAt(office, '2026-10-09T11:59')).toBe(7);
      expect(limitAt(office, '2026-10-09T12:00')).toBe(3);
      expect(withOverrides(pack, office, at('2026-10-10T09:00')).hash).toBe(pack.hash);
    });

    it('moves the clock of a later case', () => {
      const office = set(foundedOffice(), LIMIT, '2026-10-08T08:00');
      const desk = new MadeDesk(withOverrides(pack, office, at('2026-10-08T09:30'))).register(
        '2026-10-08T09:30',
      );
      expect(desk.clock('L', '2026-10-08T09:30')?.counted?.dueDate).toBe('2026-10-12');
    });

    it('gives way to the last word, and to the pack where that is taken back', () => {
      const once = set(foundedOffice(), LIMIT, '2026-10-08T12:00');
      const twice = set(once, { ...LIMIT, figure: { amount: 5, unit: 'working-days' } }, '2026-10-09T12:00');
      const back = set(twice, { ...LIMIT, figure: null }, '2026-10-10T12:00');
      const days = ['2026-10-08T13:00', '2026-10-09T13:00', '2026-10-10T13:00'];
      expect(days.map(day => limitAt(back, day))).toEqual([3, 5, 7]);
    });

    it('concerns the named procedure only', () => {
      const office = set(foundedOffice(), { ...LIMIT, procedure: 'other' }, '2026-10-08T08:00');
      expect(withOverrides(pack, office, at('2026-10-08T09:30'))).toBe(pack);
    });

    it('is a text of a setting, confirmed by whoever set it; nothing but blanks gives it back', () => {
      const setting = (office: OfficeState) =>
        withOverrides(pack, office, at('2026-10-10T09:00')).settings[0];
      const office = set(foundedOffice(), SETTING, '2026-10-08T08:00');
      expect(setting(office)).toMatchObject({ value: { zh: '0371-1234' }, unverified: false });
      expect(setting(set(office, { ...SETTING, value: '  ' }, '2026-10-09T08:00'))).toEqual(pack.settings[0]);
    });
  });
});
