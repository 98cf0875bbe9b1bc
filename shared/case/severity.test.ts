import { beforeEach, describe, expect, it } from 'vitest';
import { at } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import type { CaseState } from './case.state.ts';
import { severityOf } from './severity.ts';

const pack = ladderPack();
const RECEIVED = '2026-10-08T09:30';

let desk: MadeDesk;
beforeEach(() => {
  desk = new MadeDesk(pack);
});

const ruleIds = (now: string, name = 'A'): readonly string[] =>
  desk.severity(now, name).because.map(({ id }) => id);

describe('the class of a case', () => {
  it('is the usual one where no rule holds', () => {
    desk.register(RECEIVED);
    expect(desk.severity('2026-10-08T10:00')).toMatchObject({
      ...{ effective: 'usual', computed: 'usual', because: [], overridden: false, since: at(RECEIVED) },
      course: [{ class: 'usual', at: at(RECEIVED) }],
    });
  });

  it('counts the figure itself as reached, and one less as not', () => {
    desk.register(RECEIVED, { injured: 3 }).register(RECEIVED, { injured: 2 }, 'B');
    expect(desk.severity('2026-10-08T10:00', 'A').effective).toBe('major');
    expect(desk.severity('2026-10-08T10:00', 'B').effective).toBe('hot');
  });

  it('is the gravest whose rule holds, and names only the rules of that class', () => {
    desk.register(RECEIVED, { injured: 5 });
    expect(ruleIds('2026-10-08T10:00')).toEqual(['many-hurt']);
  });

  it('is unknown to a procedure without classes', () => {
    const plain = ladderPack({ severity: '', escalation: '' });
    const plainDesk = new MadeDesk(plain).register(RECEIVED);
    expect(severityOf(plain, plainDesk.state(), plainDesk.context(RECEIVED))).toBeUndefined();
  });
});

describe('since when', () => {
  it('is the change that made a field condition hold', () => {
    desk.register(RECEIVED).change('2026-10-09T11:00', { injured: 1 });
    expect(desk.severity('2026-10-12T10:00').since).toBe(at('2026-10-09T11:00'));
  });

  it('goes back to the receipt where the condition held from the first', () => {
    desk.register(RECEIVED, { injured: 3 }, 'A', '2026-10-08T08:00');
    desk.change('2026-10-09T11:00', { phone: '13800138000' }).change('2026-10-09T12:00', { injured: 4 });
    expect(desk.severity('2026-10-12T10:00').since).toBe(at('2026-10-08T08:00'));
  });

  it('begins anew after a break', () => {
    desk.register(RECEIVED, { injured: 1 });
    desk.change('2026-10-09T11:00', { injured: null }).change('2026-10-10T11:00', { injured: 2 });
    expect(desk.severity('2026-10-12T10:00').since).toBe(at('2026-10-10T11:00'));
  });

  it('no longer counts what was put right', () => {
    desk.register(RECEIVED, { injured: 1 }).change('2026-10-09T11:00', { injured: 0 });
    expect(desk.severity('2026-10-12T10:00').effective).toBe('usual');
  });
});

describe('a case that stays open for long', () => {
  it('comes into the class when the last day is over', () => {
    desk.register(RECEIVED);
    expect(desk.severity('2026-11-07T23:59').effective).toBe('usual');
    expect(desk.severity('2026-11-08T00:00')).toMatchObject({
      effective: 'hot',
      since: at('2026-11-08T00:00'),
    });
  });

  it('does not, once it was closed in time, however long the file then waits', () => {
    desk.register(RECEIVED).step('2026-10-09T10:00', 'accept').step('2026-11-07T17:00', 'answer');
    expect(desk.severity('2026-12-31T10:00').effective).toBe('usual');
  });

  it('is not brought into it by the filing away of a closed case', () => {
    desk.register(RECEIVED).step('2026-10-09T10:00', 'accept').step('2026-10-10T10:00', 'answer');
    const document = desk.print('2026-10-10T10:05', 'LAD-02');
    desk.act('2026-10-12T10:00', { type: 'record-signed', document }).step('2026-12-20T10:00', 'file');
    expect(desk.severity('2026-12-31T10:00').effective).toBe('usual');
  });

  it('keeps the class it had come into before it was closed', () => {
    desk.register(RECEIVED).step('2026-10-09T10:00', 'accept').step('2026-11-20T10:00', 'answer');
    expect(desk.severity('2026-12-31T10:00').effective).toBe('hot');
  });

  it('counts again from its receipt when it is taken up again', () => {
    desk.register(RECEIVED).step('2026-10-09T10:00', 'accept').step('2026-10-10T10:00', 'answer');
    desk.step('2026-12-01T10:00', 'reopen');
    expect(desk.severity('2026-12-01T10:01').effective).toBe('hot');
  });
});

describe('the same matter by several people', () => {
  const PHONES = ['13800138000', '13800138001', '13800138002'] as const;

  it('counts when the third of them comes within a month, for that case and not for the earlier ones', () => {
    desk.register('2026-10-08T09:00', { phone: PHONES[0] }, 'A');
    desk.register('2026-10-20T09:00', { phone: PHONES[1] }, 'B');
    desk.register('2026-11-08T18:00', { phone: PHONES[2] }, 'C');
    expect(desk.severity('2026-11-08T18:00', 'C')).toMatchObject({
      effective: 'major',
      since: at('2026-11-08T18:00'),
    });
    expect(desk.severity('2026-11-07T18:00', 'B').effective).toBe('usual');
  });

  it('rolls: a day later the first of them is too long ago', () => {
    desk.register('2026-10-08T09:00', { phone: PHONES[0] }, 'A');
    desk.register('2026-10-20T09:00', { phone: PHONES[1] }, 'B');
    desk.register('2026-11-09T09:00', { phone: PHONES[2] }, 'C');
    expect(desk.severity('2026-11-09T09:00', 'C').effective).toBe('usual');
  });

  it('takes one person who comes three times for one', () => {
    for (const name of ['A', 'B', 'C']) desk.register(RECEIVED, { phone: PHONES[0] }, name);
    expect(desk.severity(RECEIVED, 'C').effective).toBe('usual');
  });

  it('leaves other matters out, and cases whose matter is not written', () => {
    desk.register(RECEIVED, { phone: PHONES[0] }, 'A');
    desk.register(RECEIVED, { phone: PHONES[1], subject: '噪声' }, 'B');
    desk.register(RECEIVED, { phone: PHONES[2] }, 'C');
    expect(desk.severity(RECEIVED, 'C').effective).toBe('usual');
  });

  it('knows nothing of other cases where nobody can be asked', () => {
    for (const [index, name] of ['A', 'B', 'C'].entries())
      desk.register(RECEIVED, { phone: PHONES[index]! }, name);
    const { now, calendar, officeHours } = desk.context(RECEIVED);
    expect(severityOf(pack, desk.state('C'), { now, calendar, officeHours })?.effective).toBe('usual');
  });

  it('asks for a window that reaches back over the holidays', () => {
    const severity = `
severity:
  name: { zh: 等级, en: Class }
  classes: [{ id: usual, name: { zh: 一般, en: Usual } }, { id: hot, name: { zh: 热点, en: Hot } }]
  rules:
    - id: crowd
      class: hot
      why: { zh: 多人, en: Several }
      repeats: { same: [subject], at_least: 2, within: { amount: 1, unit: working-days } }
`;
    desk = new MadeDesk(ladderPack({ severity, escalation: '' }));
    desk.register('2026-09-30T09:00', {}, 'A').register('2026-10-08T09:00', {}, 'B');
    // As a store answers that looks only where it was told to.
    const received = (_procedure: string, from: string, to: string): readonly CaseState[] =>
      ['A', 'B']
        .map(name => desk.state(name))
        .filter(each => from <= each.receivedAt && each.receivedAt <= to);
    const context = { ...desk.context('2026-10-08T09:00'), others: { received } };
    expect(severityOf(desk.procedure, desk.state('B'), context)?.effective).toBe('hot');
  });
});

describe('a class that a person gives', () => {
  it('counts from then on, and the computed one is kept beside it', () => {
    desk.register(RECEIVED, { injured: 1 });
    desk.act('2026-10-09T10:00', { type: 'override-severity', class: 'major', reason: '媒体关注' });
    expect(desk.severity('2026-10-10T10:00')).toMatchObject({
      ...{ effective: 'major', computed: 'hot', overridden: true, since: at('2026-10-09T10:00') },
      course: [
        { class: 'hot', at: at(RECEIVED) },
        { class: 'major', at: at('2026-10-09T10:00') },
      ],
    });
    expect(desk.state().severity).toMatchObject({ class: 'major', reason: '媒体关注', by: '王登记' });
  });

  it('can be lighter than the computed one', () => {
    desk.register(RECEIVED, { injured: 3 });
    desk.act('2026-10-09T10:00', { type: 'override-severity', class: 'usual', reason: '误记' });
    expect(desk.severity('2026-10-10T10:00')).toMatchObject({ effective: 'usual', computed: 'major' });
  });

  it('has a reason, exists, and is given by a handler or a supervisor', () => {
    desk.register(RECEIVED);
    const give = { type: 'override-severity', class: 'major', reason: '媒体关注' } as const;
    const refusal = (command: typeof give | { type: 'override-severity'; class: string; reason: string }) =>
      desk.attempt(RECEIVED, command);
    expect(refusal({ ...give, reason: ' ' })).toMatchObject({ error: { code: 'case/reason-missing' } });
    expect(refusal({ ...give, class: 'grave' })).toMatchObject({ error: { code: 'case/no-such-class' } });
    expect(desk.attempt(RECEIVED, give, { roles: ['registrar'] })).toMatchObject({
      error: { code: 'case/role' },
    });
  });
});

describe('the course', () => {
  it('tells when a case grew graver', () => {
    desk.register(RECEIVED).change('2026-10-09T10:00', { injured: 1 });
    desk.change('2026-10-10T10:00', { injured: 3 });
    expect(desk.severity('2026-10-12T10:00').course).toEqual([
      { class: 'usual', at: at(RECEIVED) },
      { class: 'hot', at: at('2026-10-09T10:00') },
      { class: 'major', at: at('2026-10-10T10:00') },
    ]);
  });

  it('does not come into a lighter class by a later rule, nor into the same one twice', () => {
    desk.register(RECEIVED, { injured: 3 });
    expect(desk.severity('2026-12-01T10:00').course).toEqual([{ class: 'major', at: at(RECEIVED) }]);
    desk.register(RECEIVED, { injured: 1 }, 'B');
    expect(desk.severity('2026-12-01T10:00', 'B').course).toEqual([{ class: 'hot', at: at(RECEIVED) }]);
  });

  it('does not name the usual class of a case that never was in it', () => {
    desk.register(RECEIVED, { injured: 1 });
    expect(desk.severity('2026-10-08T10:00').course).toEqual([{ class: 'hot', at: at(RECEIVED) }]);
  });
});

describe('the flag of a repeated case', () => {
  it('is asked for by conditions, and set by linking to another case only', () => {
    desk.register(RECEIVED, { phone: '13800138000' }, 'A').register('2026-10-12T09:00', {}, 'B');
    const { id: of, number } = desk.state('A');
    expect(desk.severity('2026-10-12T10:00', 'B').effective).toBe('usual');
    desk.act('2026-10-12T10:00', { type: 'link-repeat', of, number }, {}, 'B');
    expect(ruleIds('2026-10-12T10:00', 'B')).toEqual(['again']);
    expect(desk.attempt('2026-10-12T10:00', { type: 'link-repeat', of, number }, {}, 'A')).toMatchObject({
      error: { code: 'case/own-repeat' },
    });
    expect(desk.attempt('2026-10-12T10:00', { type: 'link-repeat', of, number }, {}, 'B')).toMatchObject({
      error: { code: 'case/nothing-changed' },
    });
  });
});
