import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { err, expectOk } from '#shared/core/result.ts';
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
import { Batch } from './batch.ts';
import { decideCase } from './case.decide.ts';
import type { CaseEvent } from './case.events.ts';
import { evolveCase, foldCase } from './case.evolve.ts';
import type { CaseState } from './case.state.ts';
import { clocksOf, nextClock, type Clock } from './clocks.ts';
import type { CaseCommand } from './commands.ts';
import { evolveOffice } from './office.state.ts';
import { stepsFromHere } from './permitted.ts';
import { decideRegistration } from './register.decide.ts';

const procedure = communityProcedure();
const calendar = officialCalendar();

const complaint: Values = {
  matter_kind: 'complaint',
  intake_channel: 'visit',
  complainant_name: '李样本',
  facts: '楼道灯坏了三天。',
};

const register = (values: Values = complaint, now = at('2026-10-08T09:30')) =>
  decideRegistration(
    foundedOffice(),
    { procedure: procedure.id, receivedAt: now, values },
    deciding({ now }),
  );

class History {
  events: CaseEvent[];
  private readonly ids = countingIds();

  constructor(values: Values = complaint, now = at('2026-10-08T09:30')) {
    this.events = caseEvents(expectOk(register(values, now)));
  }

  get state(): CaseState {
    return foldCase(this.events, procedure)!;
  }

  attempt(now: Instant, command: CaseCommand) {
    const context = deciding({ now, ids: this.ids });
    return decideCase(this.state, command, { ...context, procedure });
  }

  act(now: Instant, command: CaseCommand): this {
    this.events.push(...expectOk(this.attempt(now, command)));
    return this;
  }

  step(now: Instant, step: string, values: Values = {}, reason?: string): this {
    return this.act(now, { type: 'take-step', step, values, ...(reason === undefined ? {} : { reason }) });
  }

  clock(name: string, now: Instant): Clock {
    const clocks = clocksOf(procedure, this.state, { now, calendar, officeHours: STEADY_HOURS });
    return clocks.find(clock => clock.limit.name.zh === name)!;
  }
}

const reply: Values = {
  handling_result: '已更换灯具。',
  reply_at: at('2026-10-12T10:00'),
  reply_method: 'phone',
};

describe('registration', () => {
  it('gives the case and its number in one batch that the journal accepts', () => {
    const events = expectOk(register());
    expect(events.map(event => event.type)).toEqual(['number-allocated', 'registered']);
    expect(Batch.safeParse({ v: 1, events }).success).toBe(true);
    expect(foldCase(caseEvents(events), procedure)?.number).toBe('凤社〔2026〕0001号');
  });

  it('goes on counting after the last number, and begins where the office said', () => {
    let office = foundedOffice(38);
    const numbers: string[] = [];
    for (let i = 0; i < 3; i++) {
      const events = expectOk(
        decideRegistration(
          office,
          { procedure: procedure.id, receivedAt: at('2026-10-08T09:30'), values: complaint },
          deciding(),
        ),
      );
      for (const event of events)
        if (event.type === 'number-allocated') {
          numbers.push(event.number);
          office = evolveOffice(office, event);
        }
    }
    expect(numbers).toEqual(['凤社〔2026〕0038号', '凤社〔2026〕0039号', '凤社〔2026〕0040号']);
  });

  it('begins at 1 in the next year', () => {
    const events = expectOk(register(complaint, at('2027-01-04T09:00')));
    expect(foldCase(caseEvents(events), procedure)?.number).toBe('凤社〔2027〕0001号');
  });

  it('asks for what is missing, in the order of the form', () => {
    expect(register({ matter_kind: 'complaint', intake_channel: 'visit' })).toEqual(
      err({ code: 'case/missing-fields', fields: ['complainant_name', 'facts'] }),
    );
  });

  it('does not ask an anonymous person for a name', () => {
    expect(register({ ...complaint, complainant_name: null, is_anonymous: true }).ok).toBe(true);
  });

  it('refuses fields the procedure does not have and values that cannot be', () => {
    expect(register({ ...complaint, salary: '1' })).toEqual(
      err({ code: 'case/unknown-field', field: 'salary' }),
    );
    expect(register({ ...complaint, category: 'weather' })).toEqual(
      err({ code: 'case/bad-value', field: 'category' }),
    );
    expect(register({ ...complaint, facts: '长'.repeat(20_001) })).toEqual(
      err({ code: 'case/too-long', field: 'facts', longest: 20_000 }),
    );
  });

  it('keeps the day a letter came apart from the day it is written into the book', () => {
    const [receivedAt, now] = [at('2026-12-30T16:00'), at('2027-01-04T09:30')];
    const letter = { procedure: procedure.id, receivedAt, values: complaint };
    const [given, born] = expectOk(decideRegistration(foundedOffice(), letter, deciding({ now })));
    expect(given).toMatchObject({ number: expect.stringContaining('2027') as string });
    expect(born).toMatchObject({ received_at: receivedAt, values: { registered_at: now } });
  });

  it('is refused for a moment that is still to come', () => {
    const [now, receivedAt] = [at('2026-10-08T09:30'), at('2026-10-08T09:32')];
    const early = { procedure: procedure.id, receivedAt, values: complaint };
    expect(decideRegistration(foundedOffice(), early, deciding({ now }))).toEqual(
      err({ code: 'case/received-later' }),
    );
  });

  it('is refused to a person who is no registrar', () => {
    const result = decideRegistration(
      foundedOffice(),
      { procedure: procedure.id, receivedAt: at('2026-10-08T09:30'), values: complaint },
      deciding({ roles: ['handler'] }),
    );
    expect(result).toEqual(err({ code: 'case/role', role: 'registrar' }));
  });
});

describe('the way of a case', () => {
  it('leads from registration to its close by the steps of the procedure', () => {
    const history = new History()
      .step(at('2026-10-08T10:00'), 'accept', { handler_opinion: '属实，受理。' })
      .step(at('2026-10-08T11:00'), 'assign', { transferred_to: '物业管理组' })
      .step(at('2026-10-12T10:00'), 'reply', reply)
      .step(at('2026-10-14T10:00'), 'follow-up', { satisfaction: 'satisfied' })
      .step(at('2026-10-14T10:05'), 'close');
    expect(history.state.tracks['main']?.state).toBe('closed');
    expect(history.state.values).toMatchObject({ transferred_to: '物业管理组', satisfaction: 'satisfied' });
    expect(Batch.safeParse({ v: 1, events: history.events }).success).toBe(true);
  });

  it('offers only the steps of the state it is in', () => {
    const names = (history: History) =>
      stepsFromHere(procedure, history.state, deciding().acting).map(({ step }) => step.name.zh);
    const history = new History();
    expect(names(history)).toEqual(['受理', '撤回']);
    expect(names(history.step(at('2026-10-08T10:00'), 'accept'))).toEqual([
      '交办',
      '请补材料',
      '答复',
      '撤回',
    ]);
  });

  it('refuses a step out of turn and says where the case stands', () => {
    const refused = new History().attempt(at('2026-10-08T10:00'), {
      type: 'take-step',
      step: 'close',
      values: {},
    });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'case/not-permitted', obstacles: [{ code: 'state', state: { zh: '已登记' } }] },
    });
  });

  it('refuses a step to a person without its role', () => {
    const { state } = new History();
    const context = deciding({ roles: ['registrar'] });
    expect(decideCase(state, { type: 'take-step', step: 'accept', values: {} }, context)).toMatchObject({
      error: { code: 'case/not-permitted', obstacles: [{ code: 'role', role: 'handler' }] },
    });
  });

  it('asks for the fields and the reason that a step needs', () => {
    const history = new History().step(at('2026-10-08T10:00'), 'accept');
    expect(history.attempt(at('2026-10-08T11:00'), { type: 'take-step', step: 'reply', values: {} })).toEqual(
      err({ code: 'case/missing-fields', fields: ['handling_result', 'reply_at', 'reply_method'] }),
    );
    expect(
      history.attempt(at('2026-10-08T11:00'), {
        type: 'take-step',
        step: 'withdraw',
        values: { withdrawal_voluntary: true },
        reason: ' ',
      }),
    ).toEqual(err({ code: 'case/reason-missing' }));
  });

  it('take nothing back that is not taken back freely, and say why', () => {
    const withdraw = { type: 'take-step', step: 'withdraw', reason: '邻居要求他撤回' } as const;
    const refused = new History().attempt(at('2026-10-08T10:00'), {
      ...withdraw,
      values: { withdrawal_voluntary: false },
    });
    expect(refused).toMatchObject(
      err({ code: 'case/not-permitted', obstacles: [{ why: { zh: '撤回不是出于本人自愿，不能撤回' } }] }),
    );
  });

  it('wants a reason for a change once the paper has been printed', () => {
    const { ids } = deciding();
    const document = { type: 'record-document', form: 'PHX-01', bytes: 1, pages: 1 } as const;
    const history = new History();
    const change: CaseCommand = { type: 'change-fields', values: { facts: '楼道灯坏了四天。' } };
    expect(history.attempt(at('2026-10-08T09:40'), change).ok).toBe(true);
    const id = decideCase(history.state, { type: 'add-note', text: 'x' }, deciding({ ids }));
    expect(id.ok).toBe(true);
    const made = {
      ...document,
      document: history.state.id as never,
      sha256: 'a'.repeat(64),
      mark: 'ABCDEF01',
    };
    history.act(at('2026-10-08T09:41'), made).act(at('2026-10-08T09:42'), {
      type: 'record-print',
      document: made.document,
      printer: '前台',
      copies: 2,
    });
    expect(history.attempt(at('2026-10-08T09:43'), change)).toEqual(err({ code: 'case/reason-missing' }));
    expect(history.attempt(at('2026-10-08T09:43'), { ...change, reason: '来访人更正' }).ok).toBe(true);
    expect(history.state.documents[0]?.prints).toHaveLength(1);
  });
});

describe('clocks', () => {
  it('give the last day of every limit with its explanation', () => {
    const history = new History();
    const now = at('2026-10-08T10:00');
    expect(history.clock('答复', now)).toMatchObject({
      status: 'running',
      counted: { dueDate: '2026-10-19' },
    });
    const accept = history.clock('受理', now);
    expect(accept.counted?.dueDate).toBe('2026-10-12');
    expect(accept.counted?.days.filter(day => day.state === 'counted').map(day => day.date)).toEqual([
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ]);
    expect(history.clock('回访', now).status).toBe('not-begun');
  });

  it('stop while material is awaited and go on afterwards', () => {
    const history = new History()
      .step(at('2026-10-08T10:00'), 'accept')
      .step(at('2026-10-09T10:00'), 'ask-material', {}, '请补停运记录');
    expect(history.clock('答复', at('2026-10-30T10:00')).status).toBe('paused');
    history.step(at('2026-10-14T10:00'), 'material-received');
    const clock = history.clock('答复', at('2026-10-14T11:00'));
    // Five days, the 10th to the 14th, are not counted: the 18th moves to the 23rd.
    expect(clock.counted?.dueDate).toBe('2026-10-23');
    expect(clock.counted?.days.filter(day => day.state === 'paused')).toHaveLength(5);
  });

  it('are met, met late, overdue and stopped', () => {
    const accepted = new History().step(at('2026-10-08T10:00'), 'accept');
    expect(accepted.clock('受理', at('2026-12-01T10:00')).status).toBe('met');
    const late = new History().step(at('2026-10-13T00:00'), 'accept');
    expect(late.clock('受理', at('2026-12-01T10:00')).status).toBe('met-late');
    expect(new History().clock('受理', at('2026-10-12T23:59')).status).toBe('running');
    expect(new History().clock('受理', at('2026-10-13T00:01')).status).toBe('overdue');
    const withdrawn = new History().step(
      at('2026-10-09T10:00'),
      'withdraw',
      { withdrawal_voluntary: true },
      '本人要求',
    );
    expect(withdrawn.clock('答复', at('2026-12-01T10:00')).status).toBe('stopped');
  });

  it('keep the original date beside an extension, which is given once', () => {
    const extend: CaseCommand = { type: 'extend-clock', limit: 'PHX-L-reply', reason: '等检测' };
    const history = new History().act(at('2026-10-09T10:00'), extend);
    const clock = history.clock('答复', at('2026-10-09T11:00'));
    expect([clock.original?.dueDate, clock.counted?.dueDate]).toEqual(['2026-10-19', '2026-10-28']);
    expect(history.attempt(at('2026-10-10T10:00'), extend)).toMatchObject({
      error: { code: 'case/no-extension' },
    });
  });

  it('run anew when the case is taken up again', () => {
    const history = new History()
      .step(at('2026-10-08T10:00'), 'accept')
      .step(at('2026-10-12T10:00'), 'reply', reply)
      .step(at('2026-10-14T10:00'), 'follow-up', { satisfaction: 'dissatisfied' })
      .step(at('2026-11-02T10:00'), 'reopen', {}, '又坏了');
    expect(history.clock('答复', at('2026-11-02T11:00'))).toMatchObject({
      status: 'running',
      counted: { dueDate: '2026-11-12' },
    });
  });

  it('let the list show the one that runs out first', () => {
    const { state } = new History();
    const clocks = clocksOf(procedure, state, {
      now: at('2026-10-08T10:00'),
      calendar,
      officeHours: STEADY_HOURS,
    });
    expect(nextClock(clocks)?.limit.name.zh).toBe('受理');
  });
});

describe('any walk through the procedure', () => {
  const allRoles = deciding().acting.roles;
  const filling: Values = {
    ...reply,
    transferred_to: '物业',
    satisfaction: 'fairly',
    handler_opinion: '受理',
    withdrawal_voluntary: true,
  };

  it('folds to the same state from its beginning and from any prefix, and every clock can be explained', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 25 }), choices => {
        const history = new History();
        let minute = Date.parse('2026-10-08T02:00:00Z');
        for (const choice of choices) {
          minute += 37 * 3_600_000;
          const now = at(new Date(minute + 8 * 3_600_000).toISOString().slice(0, 16));
          const open = stepsFromHere(procedure, history.state, { name: '王登记', roles: allRoles });
          if (open.length === 0) break;
          const { step } = open[choice % open.length]!;
          const values = Object.fromEntries(step.fields.map(({ field }) => [field, filling[field] ?? null]));
          history.step(now, step.id, values, '试走');
          const cut = choice % history.events.length;
          const resumed = history.events
            .slice(cut)
            .reduce(
              (state, event) => evolveCase(state, event, procedure),
              foldCase(history.events.slice(0, cut), procedure),
            );
          expect(resumed).toEqual(history.state);
          for (const clock of clocksOf(procedure, history.state, {
            now,
            calendar,
            officeHours: STEADY_HOURS,
          })) {
            if (clock.status === 'not-begun') continue;
            expect(clock.counted?.days.length).toBeGreaterThan(0);
            if (clock.counted?.due && clock.start)
              expect(dateOf(clock.start) <= clock.counted.dueDate!).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
