import { describe, expect, it } from 'vitest';
import { at } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { nextClock } from './clocks.ts';

const RECEIVED = '2026-10-08T09:30';

/** A desk whose procedure has one limit `L`; its parts as YAML. */
const deskWith = (limit: string): MadeDesk =>
  new MadeDesk(
    ladderPack({
      limits: `
limits:
  - { id: L, name: { zh: 时限, en: Limit }, rule: { zh: 规定, en: Rule }, ${limit} }
`,
    }),
  );

const status = (desk: MadeDesk, now: string) => desk.clock('L', now)?.status;
const due = (desk: MadeDesk, now: string) => desk.clock('L', now)?.counted?.dueDate;

describe('a clock starts', () => {
  it('when the case comes into a class, once, though a second rule finds the same', () => {
    const desk = deskWith(
      'starts: [{ severity: [hot] }], ends: [{ step: accept }], amount: 1, unit: calendar-days',
    ).register(RECEIVED);
    expect(status(desk, RECEIVED)).toBe('not-begun');
    desk.change('2026-10-09T10:00', { injured: 1 });
    expect(desk.clock('L', '2026-10-09T10:00')).toMatchObject({
      status: 'running',
      start: at('2026-10-09T10:00'),
    });
    desk.step('2026-10-09T11:00', 'accept');
    expect(status(desk, '2026-12-31T10:00')).toBe('met');
  });

  it('for the class it grew into, while that of the lighter one is stopped', () => {
    const limits = `
limits:
  - { id: HOT, name: { zh: 热点, en: Hot }, rule: { zh: 规定, en: Rule }, starts: [{ severity: [hot] }],
      ends: [{ step: answer }], stops: [{ severity: [major] }], amount: 5 }
  - { id: MAJOR, name: { zh: 重大, en: Major }, rule: { zh: 规定, en: Rule }, starts: [{ severity: [major] }],
      ends: [{ step: answer }], amount: 1, unit: hours }
`;
    const desk = new MadeDesk(ladderPack({ limits })).register(RECEIVED, { injured: 1 });
    desk.change('2026-10-09T10:00', { injured: 3 });
    expect(desk.clock('HOT', '2026-10-09T10:30')).toMatchObject({
      ...{ status: 'stopped', start: at(RECEIVED), ended: at('2026-10-09T10:00') },
    });
    expect(desk.clock('MAJOR', '2026-10-09T10:30')).toMatchObject({
      counted: { due: at('2026-10-09T11:00') },
    });
    expect(desk.clock('MAJOR', '2026-10-09T11:01')?.status).toBe('overdue');
  });

  it('when a level of the ladder is reached, and stays there when the level was taken on early', () => {
    const limit = 'starts: [{ level: duty }], ends: [{ step: answer }], amount: 2, unit: hours';
    const late = deskWith(limit).register(RECEIVED);
    expect(status(late, '2026-10-08T09:59')).toBe('not-begun');
    expect(late.clock('L', '2026-10-08T10:00')?.start).toBe(at('2026-10-08T10:00'));
    const early = deskWith(limit).register(RECEIVED);
    early.act('2026-10-08T09:40', { type: 'take-escalation', level: 'duty' });
    for (const now of ['2026-10-08T09:45', '2026-10-08T11:00'])
      expect(early.clock('L', now)?.start).toBe(at('2026-10-08T09:40'));
  });

  it('when a paper comes back signed', () => {
    const desk = deskWith('starts: [{ signed: LAD-02 }], ends: [{ step: answer }], amount: 3').register(
      RECEIVED,
    );
    const document = desk.print('2026-10-08T10:00', 'LAD-02');
    expect(status(desk, '2026-10-08T11:00')).toBe('not-begun');
    desk.act('2026-10-09T10:00', { type: 'record-signed', document });
    expect(due(desk, '2026-10-09T10:00')).toBe('2026-10-13');
  });

  it('when a track is opened', () => {
    const desk = deskWith('starts: [{ opened: mediation }], ends: [{ step: agree }], amount: 2');
    desk.register(RECEIVED).step('2026-10-08T10:00', 'accept');
    expect(status(desk, '2026-10-08T10:00')).toBe('not-begun');
    desk.step('2026-10-09T10:00', 'mediate');
    expect(due(desk, '2026-10-09T10:00')).toBe('2026-10-12');
    expect(status(desk.step('2026-10-12T10:00', 'agree'), '2026-10-30T10:00')).toBe('met');
  });

  it('when a note is written', () => {
    const desk = deskWith('starts: [{ noted: true }], ends: [{ step: accept }], amount: 1, unit: hours');
    desk.register(RECEIVED).act('2026-10-08T10:00', { type: 'add-note', text: '来电催办' });
    expect(desk.clock('L', '2026-10-08T10:30')?.counted?.due).toBe(at('2026-10-08T11:00'));
  });

  it('when the case is closed, and begins anew when it is closed a second time', () => {
    const desk = deskWith('starts: [{ closed: true }], ends: [{ step: file }], amount: 1, unit: weeks');
    desk.register(RECEIVED).step('2026-10-08T10:00', 'accept');
    expect(status(desk, '2026-10-08T10:00')).toBe('not-begun');
    desk.step('2026-10-09T10:00', 'answer');
    expect(due(desk, '2026-10-12T10:00')).toBe('2026-10-16');
    desk.step('2026-10-12T11:00', 'reopen');
    expect(status(desk, '2026-10-12T11:00')).toBe('not-begun');
    desk.step('2026-10-14T10:00', 'answer');
    expect(due(desk, '2026-10-14T10:00')).toBe('2026-10-21');
  });

  it('with the day written in a field', () => {
    const desk = deskWith(
      'starts: [{ date_in: learned_on }], ends: [{ step: answer }], amount: 1, unit: years',
    );
    desk.register(RECEIVED);
    expect(status(desk, RECEIVED)).toBe('not-begun');
    desk.change('2026-10-08T10:00', { learned_on: '2025-11-01' });
    expect(due(desk, '2026-10-08T10:00')).toBe('2026-11-01');
  });
});

describe('whether a limit applies', () => {
  it('hangs on fields, class and time of receipt', () => {
    const condition =
      'applies_if: { all: [{ severity: [major] }, { received: [rest-day, after-hours] }] }, starts: [{ registered: true }], ends: [{ step: accept }], amount: 1';
    const rest = deskWith(condition).register('2026-10-11T09:30', { injured: 3 });
    expect(status(rest, '2026-10-11T10:00')).toBe('running');
    expect(rest.change('2026-10-11T10:00', { injured: 1 }).clock('L', '2026-10-11T10:00')).toBeUndefined();
    const open = deskWith(condition).register('2026-10-10T09:30', { injured: 3 });
    expect(open.clock('L', '2026-10-10T10:00')).toBeUndefined();
    const noon = deskWith(condition).register('2026-10-10T12:00', { injured: 3 });
    expect(status(noon, '2026-10-10T12:30')).toBe('running');
  });
});

describe('the figure of a limit', () => {
  it('is a day written on the case, and follows it when it is changed', () => {
    const desk = deskWith('starts: [{ registered: true }], ends: [{ step: answer }], due_in: promised_on');
    desk.register(RECEIVED);
    expect(status(desk, '2026-12-31T10:00')).toBe('reminder');
    desk.change('2026-10-08T10:00', { promised_on: '2026-10-11' });
    expect([due(desk, '2026-10-11T23:59'), status(desk, '2026-10-11T23:59')]).toEqual([
      '2026-10-11',
      'running',
    ]);
    expect(status(desk, '2026-10-12T00:00')).toBe('overdue');
    desk.change('2026-10-12T10:00', { promised_on: '2026-10-20' });
    expect(status(desk, '2026-10-12T10:00')).toBe('running');
  });

  it('that lies before the start is due on the day of the start', () => {
    const desk = deskWith('starts: [{ registered: true }], ends: [{ step: answer }], due_in: promised_on');
    desk.register(RECEIVED, { promised_on: '2026-10-01' });
    expect([due(desk, RECEIVED), status(desk, RECEIVED)]).toEqual(['2026-10-08', 'running']);
  });

  it('may be missing: then it reminds until it is met, and is never late', () => {
    const desk = deskWith('starts: [{ registered: true }], ends: [{ step: accept }]').register(RECEIVED);
    expect(desk.clock('L', '2030-01-01T00:00')).toMatchObject({ status: 'reminder', near: false });
    expect(status(desk.step('2026-12-01T10:00', 'accept'), '2026-12-02T10:00')).toBe('met');
  });
});

describe('a right of a party', () => {
  it('lapses when it is not used, and makes nobody late', () => {
    const desk = deskWith('kind: right, starts: [{ registered: true }], ends: [{ step: accept }], amount: 2');
    desk.register(RECEIVED);
    expect(status(desk, '2026-10-10T10:00')).toBe('running');
    expect(status(desk, '2026-10-12T00:00')).toBe('lapsed');
    expect(nextClock([desk.clock('L', '2026-10-10T10:00')!])).toBeUndefined();
    expect(status(desk.step('2026-10-12T10:00', 'accept'), '2026-10-12T11:00')).toBe('met-late');
  });
});

describe('a limit that repeats', () => {
  const weekly =
    'repeats: true, starts: [{ step: accept }], ends: [{ noted: true }], stops: [{ step: withdraw }], amount: 1, unit: weeks';
  const note = { type: 'add-note', text: '已通报进展' } as const;
  const begun = () => deskWith(weekly).register(RECEIVED).step('2026-10-08T10:00', 'accept');

  it('runs again each time it was met', () => {
    const desk = begun();
    expect(due(desk, '2026-10-08T10:00')).toBe('2026-10-15');
    desk.act('2026-10-13T10:00', note);
    expect(due(desk, '2026-10-13T10:00')).toBe('2026-10-20');
    desk.act('2026-10-22T10:00', note);
    expect([due(desk, '2026-10-22T10:00'), status(desk, '2026-10-22T10:00')]).toEqual([
      '2026-10-29',
      'running',
    ]);
  });

  it('is over when something stops it', () => {
    const desk = begun().act('2026-10-13T10:00', note);
    desk.step('2026-10-14T10:00', 'withdraw', { free_will: true });
    expect(desk.clock('L', '2026-12-01T10:00')).toMatchObject({
      status: 'stopped',
      ended: at('2026-10-14T10:00'),
    });
  });

  it('is over when the case is closed', () => {
    const desk = begun().step('2026-10-14T10:00', 'answer');
    expect(desk.clock('L', '2026-12-01T10:00')).toMatchObject({
      status: 'stopped',
      ended: at('2026-10-14T10:00'),
    });
  });
});

describe('a limit that counts from the next opening', () => {
  const limit =
    'counted_from: next-opening, starts: [{ registered: true }], ends: [{ step: accept }], amount: 2, unit: hours';

  it('waits over the holidays', () => {
    const desk = deskWith(limit).register('2026-09-30T18:00');
    expect(desk.clock('L', '2026-10-05T10:00')).toMatchObject({
      ...{ status: 'running', start: at('2026-10-08T09:00'), counted: { due: at('2026-10-08T11:00') } },
    });
  });

  it('counts at once while the office is open, and is met before it opened by whoever came in', () => {
    expect(deskWith(limit).register(RECEIVED).clock('L', RECEIVED)?.counted?.due).toBe(
      at('2026-10-08T11:30'),
    );
    const desk = deskWith(limit).register('2026-10-11T20:00').step('2026-10-11T20:30', 'accept');
    expect(status(desk, '2026-10-12T20:30')).toBe('met');
  });
});

describe('what is due at once', () => {
  const limit = 'starts: [{ registered: true }], ends: [{ step: accept }], amount: 0, unit: at-once';

  it('is near from the first moment and late only on the next day', () => {
    const desk = deskWith(limit).register(RECEIVED);
    expect(desk.clock('L', '2026-10-08T23:59')).toMatchObject({ status: 'running', near: true });
    expect(status(desk, '2026-10-09T00:00')).toBe('overdue');
    expect(status(desk.step('2026-10-08T17:00', 'accept'), '2026-10-09T00:00')).toBe('met');
  });
});

describe('pauses and extensions', () => {
  const limit =
    'starts: [{ step: accept }], ends: [{ step: answer }], stops: [{ step: withdraw }], amount: 5, warn: 1, pauses: [{ from: { step: test }, to: { step: tested }, label: { zh: 送检, en: Test } }], extension: { times: 2, amount: 5, role: supervisor }';
  const accepted = () => deskWith(limit).register(RECEIVED).step('2026-10-08T10:00', 'accept');
  const extend = { type: 'extend-clock', limit: 'L', reason: '等检测' } as const;

  it('count no day of a pause, and know no day while it lasts', () => {
    const desk = accepted().step('2026-10-09T10:00', 'test');
    expect(desk.clock('L', '2026-10-12T10:00')).toMatchObject({ status: 'paused', counted: { due: null } });
    desk.step('2026-10-13T10:00', 'tested');
    // 9th counted; 10th, 12th and 13th paused; 14th, 15th, 16th, 19th.
    expect(due(desk, '2026-10-13T10:00')).toBe('2026-10-19');
  });

  it('may be several pauses one after another', () => {
    const desk = accepted().step('2026-10-09T10:00', 'test').step('2026-10-10T10:00', 'tested');
    desk.step('2026-10-12T10:00', 'test').step('2026-10-13T10:00', 'tested');
    expect(
      desk.clock('L', '2026-10-13T10:00')?.counted?.days.filter(({ state }) => state === 'paused'),
    ).toHaveLength(2);
    // 9th and 12th counted, then 14th, 15th, 16th.
    expect(due(desk, '2026-10-13T10:00')).toBe('2026-10-16');
  });

  it('do not keep it from being met or stopped', () => {
    expect(
      status(
        accepted().step('2026-10-09T10:00', 'test').step('2026-10-30T10:00', 'answer'),
        '2026-11-01T10:00',
      ),
    ).toBe('met');
    const desk = accepted().step('2026-10-09T10:00', 'test');
    expect(status(desk.step('2026-10-30T10:00', 'withdraw', { free_will: true }), '2026-11-01T10:00')).toBe(
      'stopped',
    );
  });

  it('add up as often as the limit allows, by whoever may, beside the original date', () => {
    const desk = accepted();
    expect(desk.attempt('2026-10-09T10:00', extend, { roles: ['handler'] })).toMatchObject({
      error: { code: 'case/role', role: 'supervisor' },
    });
    desk.act('2026-10-09T10:00', extend).act('2026-10-10T10:00', extend);
    const clock = desk.clock('L', '2026-10-10T10:00');
    expect([clock?.original?.dueDate, clock?.counted?.dueDate]).toEqual(['2026-10-14', '2026-10-28']);
    expect(desk.attempt('2026-10-12T10:00', extend)).toMatchObject({ error: { code: 'case/no-extension' } });
  });

  it('warn before the last day', () => {
    const desk = accepted();
    expect(desk.clock('L', '2026-10-12T10:00')?.near).toBe(false);
    expect(desk.clock('L', '2026-10-13T10:00')?.near).toBe(true);
    expect(desk.clock('L', '2026-10-14T23:59')).toMatchObject({ near: true, remaining: { kind: 'today' } });
    expect(desk.clock('L', '2026-10-15T00:00')).toMatchObject({ near: false, status: 'overdue' });
  });
});
