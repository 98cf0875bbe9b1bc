import { describe, expect, it } from 'vitest';
import { instantAt, type Instant } from '#shared/core/instant.ts';
import { newCaseId, newImportId, newPersonId } from '#shared/core/ids.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import {
  at,
  communityProcedure,
  countingIds,
  officialCalendar,
  STEADY_HOURS,
} from '#shared/fixtures/community.ts';
import type { ImportEntry } from '#shared/import/check-rows.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import { ROLES, type Role } from '#shared/procedure/role.ts';
import { countCase } from '#shared/reports/counted-case.ts';
import { periodFigures } from '#shared/reports/period.figures.ts';
import { Batch, type DeskEvent } from './batch.ts';
import { evolveCase } from './case.evolve.ts';
import type { CaseState } from './case.state.ts';
import { clocksOf, nextClock } from './clocks.ts';
import { decideCase } from './case.decide.ts';
import { decideImport, type ImportBeginning } from './import.decide.ts';
import { decideUndo } from './import.undo.ts';
import { evolveOffice, type OfficeState } from './office.state.ts';
import { nextNumber } from './office.numbers.ts';
import { decideRegistration } from './register.decide.ts';
import { closedAt, standingOf } from './standing.ts';

const procedure = communityProcedure();
const NOW = at('2026-10-08T09:30');
const COUNTER = '{prefix}〔{year}〕{n:4}号 2026';

/** An office whose events are followed as the journal would have them. */
class Desk {
  readonly ids = countingIds();
  readonly import = newImportId(this.ids);
  readonly cases = new Map<string, CaseState>();
  office: OfficeState;

  constructor() {
    const by = {
      person: newPersonId(this.ids),
      name: '王登记',
      role: 'administrator' as const,
      station: 'PC-1',
    };
    this.office = evolveOffice(undefined, {
      ...{ v: 1, id: newCaseId(this.ids) as never, at: NOW, by, stream: 'office', type: 'office-founded' },
      ...{ name: '凤凰社区居委会', code: 'PHX-0371' as never, prefix: '凤社', first_number: 1 },
      ...{ procedure: procedure.id, signing_key: 'RWQtest' },
    });
  }

  context(now: Instant = NOW, roles: readonly Role[] = ROLES) {
    const acting = { person: newPersonId(this.ids), name: '王登记', roles, station: 'PC-1' };
    return { now, ids: this.ids, acting, procedure };
  }

  follow(events: readonly DeskEvent[]): void {
    // As the journal writes and reads them.
    for (const event of Batch.parse(JSON.parse(JSON.stringify({ v: 1, events }))).events)
      if (event.stream === 'office') this.office = evolveOffice(this.office, event);
      else this.cases.set(event.case, evolveCase(this.cases.get(event.case), event, procedure));
  }

  decide(entries: readonly ImportEntry[], begin: ImportBeginning | null = beginning(entries)) {
    const taken = new Set([...this.cases.values()].map(({ number }) => numberOrder(number)));
    const command = { import: this.import, procedure: procedure.id, begin, entries };
    return decideImport(this.office, command, this.context(), { taken, series: [procedure.numbering] });
  }

  bring(...entries: readonly ImportEntry[]): readonly CaseState[] {
    const decided = expectOk(this.decide(entries));
    this.follow(decided.events);
    return decided.events.flatMap(event =>
      event.stream === 'case' ? [this.cases.get(event.case)].filter(state => state !== undefined) : [],
    );
  }

  register(): string {
    const values = { facts: '楼道灯坏了。', complainant_name: '韩样本' };
    const command = { procedure: procedure.id, receivedAt: NOW, values };
    const events = expectOk(decideRegistration(this.office, command, this.context()));
    this.follow(events);
    return events.flatMap(event => (event.type === 'registered' ? event.number : []))[0] ?? '';
  }
}

const beginning = (entries: readonly ImportEntry[]): ImportBeginning => ({
  file: 'a'.repeat(64),
  rows: entries.length,
  shape: '编号|日期',
  mapping: { columns: ['@number', '@received'], fixed: {}, words: {} },
  numbers: entries.flatMap(({ number }) => number ?? []),
});

const day = (text: string): Instant => instantAt(plainDate(text), '00:00');

const entry = (said: Partial<ImportEntry> = {}): ImportEntry => ({
  row: 2,
  number: '凤社〔2025〕0012号',
  receivedAt: day('2025-03-05'),
  closedAt: null,
  values: { facts: '楼道灯坏了', complainant_name: '韩范例' },
  rest: '',
  ...said,
});

const counting = { now: NOW, calendar: officialCalendar(), officeHours: STEADY_HOURS };

describe('a case of an old ledger', () => {
  it('is born with its own number, day and origin', () => {
    const desk = new Desk();
    const [state] = desk.bring(entry({ row: 7, rest: '备注：电话转来' }));
    expect(state).toMatchObject({
      number: '凤社〔2025〕0012号',
      receivedAt: '2025-03-05T00:00:00+08:00',
      registeredAt: NOW,
      brought: { import: desk.import, row: 7, rest: '备注：电话转来' },
      values: { register_no: '凤社〔2025〕0012号', registered_at: '2025-03-05T00:00:00+08:00' },
    });
    // Who sat at the counter then is not known.
    expect(state?.values).not.toHaveProperty('received_by');
    expect(desk.office.imports).toMatchObject([
      { id: desk.import, rows: 1, file: 'a'.repeat(64), by: '王登记' },
    ]);
  });

  it('that was over is over since then, and can be taken up again like any other', () => {
    const [state] = new Desk().bring(entry({ closedAt: day('2025-03-20') }));
    expect(standingOf(procedure, state!)).toMatchObject({ status: 'done', shown: { id: 'closed' } });
    expect(closedAt(procedure, state!)).toBe(day('2025-03-20'));
    expect(clocksOf(procedure, state!, counting).filter(({ status }) => status !== 'not-begun')).toEqual([]);
    const desk = new Desk();
    const context = desk.context(at('2026-10-08T10:00'));
    const reopened = decideCase(
      state!,
      { type: 'take-step', step: 'reopen', values: {}, reason: '又坏了' },
      context,
    );
    const again = expectOk(reopened).reduce((now, event) => evolveCase(now, event, procedure), state!);
    const clock = nextClock(clocksOf(procedure, again, counting));
    expect(clock).toMatchObject({ limit: { id: 'PHX-L-reply' }, status: 'running' });
  });

  it('that is open has no clock that ran out on paper, and keeps one that still runs', () => {
    const old = new Desk().bring(entry())[0]!;
    expect(clocksOf(procedure, old, counting).filter(({ status }) => status !== 'not-begun')).toEqual([]);
    const recent = new Desk().bring(entry({ number: '1', receivedAt: day('2026-10-06') }))[0]!;
    expect(nextClock(clocksOf(procedure, recent, counting))).toMatchObject({
      status: 'running',
      start: day('2026-10-06'),
    });
    // What runs out later does so aloud.
    const late = { ...counting, now: at('2026-11-20T10:00') };
    expect(nextClock(clocksOf(procedure, recent, late))?.status).toBe('overdue');
  });

  it('counts in its own month, also where later ones are locked, and its closing in none', () => {
    const desk = new Desk();
    const events = expectOk(desk.decide([entry({ closedAt: day('2025-03-20') })])).events;
    const born = events.find(event => event.stream === 'case')!;
    const counted = countCase(undefined, born, procedure, '2026-10' as never);
    expect(counted).toMatchObject({ registeredIn: '2025-03', closedIn: null });
    const days = { id: '2025-03', from: plainDate('2025-03-01'), to: plainDate('2025-03-31') };
    expect(periodFigures([{ state: counted.state, procedure }], days, counting)).toMatchObject({
      ...{ received: 1, open: 0, closed: 0, onTime: 0, overdue: 0 },
    });
  });

  it('without a number gets one of a book of its own, by its year', () => {
    const none = { number: null };
    const states = new Desk().bring(
      entry({ ...none, row: 2 }),
      entry({ ...none, row: 3, receivedAt: day('2024-01-02') }),
      entry({ ...none, row: 4 }),
    );
    expect(states.map(({ number }) => number)).toEqual([
      '凤社旧〔2025〕0001号',
      '凤社旧〔2024〕0001号',
      '凤社旧〔2025〕0002号',
    ]);
  });
});

describe('numbers of an old ledger', () => {
  it('are never given again: counting goes on after the highest of this year', () => {
    const desk = new Desk();
    desk.bring(
      entry({ number: '凤社〔2026〕0139号', receivedAt: day('2026-05-01') }),
      entry({ number: '凤社[2026] 7号', receivedAt: day('2026-01-05') }),
      entry({ number: '凤社〔2025〕0900号' }),
    );
    expect(desk.office.starts).toEqual({ [COUNTER]: 140 });
    expect(desk.register()).toBe('凤社〔2026〕0140号');
  });

  it('leave counting alone where it is further on already', () => {
    const desk = new Desk();
    for (let n = 1; n <= 3; n++) desk.register();
    const first = desk.decide([entry({ number: '凤社〔2026〕0002号', receivedAt: day('2026-05-01') })]);
    expect(first).toMatchObject({ value: { brought: 0, leftOut: [{ row: 2, why: 'number-there' }] } });
    expect(desk.office.imports).toBeUndefined();
    desk.follow(expectOk(first).events);
    expect(desk.office.starts).toEqual({});
    expect(desk.register()).toBe('凤社〔2026〕0004号');
  });

  it('that are there already stay out, and so do values that break a rule', () => {
    const desk = new Desk();
    const entries = [
      entry(),
      entry({ row: 3, number: '凤社〔2025〕12号' }),
      entry({ row: 4, number: '5', values: { category: 'nothing' } }),
    ];
    expect(expectOk(desk.decide(entries))).toMatchObject({
      brought: 1,
      leftOut: [
        { row: 3, why: 'number-there' },
        { row: 4, why: 'values' },
      ],
    });
  });
});

describe('an import', () => {
  it('is for the records officer, begins once and ends with its undoing', () => {
    const desk = new Desk();
    const command = { import: desk.import, procedure: procedure.id, begin: beginning([]), entries: [] };
    const known = { taken: new Set<string>(), series: [] };
    const roles = ROLES.filter(role => role !== 'records-officer');
    expect(decideImport(desk.office, command, desk.context(NOW, roles), known)).toMatchObject({
      error: { code: 'case/role', role: 'records-officer' },
    });
    expect(desk.decide([entry()], null)).toMatchObject({ error: { code: 'office/no-such-import' } });
    desk.bring(entry());
    expect(desk.decide([entry()])).toMatchObject({ error: { code: 'office/no-such-import' } });
    expect(expectOk(desk.decide([entry({ number: '8' })], null)).brought).toBe(1);
  });

  it('is undone with what nothing was done with; counting goes back', () => {
    const desk = new Desk();
    const states = desk.bring(
      entry({ number: '凤社〔2026〕0139号', receivedAt: day('2026-05-01') }),
      entry(),
    );
    const undo = { import: desk.import, cases: states, last: { kept: 0 } };
    desk.follow(expectOk(decideUndo(desk.office, undo, desk.context())));
    expect([...desk.cases.values()].every(({ withdrawn }) => withdrawn)).toBe(true);
    expect(desk.office.imports).toMatchObject([{ undone: { by: '王登记', kept: 0 } }]);
    expect(desk.register()).toBe('凤社〔2026〕0001号');
    expect(decideUndo(desk.office, undo, desk.context())).toMatchObject({
      error: { code: 'office/no-such-import' },
    });
  });

  it('keeps a case somebody worked on, and counting where it is', () => {
    const desk = new Desk();
    const [state] = desk.bring(entry({ number: '凤社〔2026〕0139号', receivedAt: day('2026-05-01') }));
    desk.follow(expectOk(decideCase(state!, { type: 'add-note', text: '问过了' }, desk.context())));
    const touched = desk.cases.get(state!.id)!;
    const undo = { import: desk.import, cases: [touched], last: { kept: 1 } };
    const events = expectOk(decideUndo(desk.office, undo, desk.context()));
    expect(events.map(({ type }) => type)).toEqual(['import-undone']);
    desk.follow(events);
    expect(nextNumber(desk.office, COUNTER)).toBe(140);
    expect(desk.office.imports).toMatchObject([{ undone: { kept: 1 } }]);
  });
});
