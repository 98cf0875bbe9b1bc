import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { countCase, openAfterLock, type CountedCase } from './counted-case.ts';
import { monthChecks, type CheckedBooks, type MonthCheckItem } from './month.checks.ts';
import { correctionOf, lockedMonths, type MonthCorrection } from './month.corrections.ts';
import { numberTrail } from './number.trail.ts';

const OCTOBER = '2026-10' as PlainMonth;
const FOUNDED = '2026-09' as PlainMonth;
const pack = ladderPack({
  limits: `
limits:
  - { id: reply, name: { zh: 答复, en: Answer }, rule: { zh: 规定, en: Rule }, amount: 5,
      starts: [{ registered: true }], ends: [{ step: answer }] }
  - { id: filing, name: { zh: 归档, en: Filing }, rule: { zh: 规定, en: Rule }, amount: 5,
      starts: [{ step: answer }], ends: [{ step: file }] }
`,
});

const countAll = (events: readonly CaseEvent[], openFrom: PlainMonth): CountedCase | undefined =>
  events.reduce<CountedCase | undefined>(
    (present, event) => countCase(present, event, pack, openFrom),
    undefined,
  );

function checks(desk: MadeDesk, now: string, more: Partial<CheckedBooks> = {}, period = OCTOBER) {
  const cases = new Map<CaseId, CountedCase>();
  for (const events of desk.events.values()) {
    const counted = countAll(events, FOUNDED);
    if (counted) cases.set(counted.state.id, counted);
  }
  const books: CheckedBooks = {
    ...{ period, cases, moved: new Set(cases.keys()), numbers: numberTrail(), figures: [], inUse: [pack] },
    months: [period],
    ...more,
  };
  const found = monthChecks(books, () => pack, desk.context(now));
  const of = (item: MonthCheckItem) => {
    const check = found.find(each => each.item === item);
    if (!check) throw new Error(`no item ${item}`);
    return check;
  };
  return {
    of,
    questions: found.filter(({ question }) => question).map(({ item }) => item),
    what: (item: MonthCheckItem) => of(item).cases.map(({ what }) => what.map(({ zh }) => zh).join('、')),
  };
}

describe('the check list of a month', () => {
  it('asks nothing of a month in which nothing was left open', () => {
    const { questions, of } = checks(new MadeDesk(pack), '2026-10-31T17:00');
    expect(questions).toEqual([]);
    expect(of('open').count).toBe(0);
  });

  it('names a case nobody did anything about with where it stands, and says when its limit ran out', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    expect(checks(desk, '2026-10-09T09:00').what('steps')).toEqual(['已登记']);
    expect(checks(desk, '2026-10-09T09:00').questions).not.toContain('overdue');
    const late = checks(desk, '2026-10-31T17:00');
    expect(late.what('overdue')).toEqual(['答复']);
    expect(late.of('open')).toMatchObject({ count: 1, question: false });
  });

  it('asks about a closed case whose filing was not done in time, and about no other closed one', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30').step('2026-10-08T10:00', 'accept');
    desk.step('2026-10-09T10:00', 'answer');
    expect(checks(desk, '2026-10-10T09:00').of('steps').count).toBe(0);
    const later = checks(desk, '2026-10-31T17:00');
    expect(later.what('steps')).toEqual(['归档']);
    expect(later.of('overdue').count).toBe(0);
  });

  it('tells papers that are owed from papers that did not come back', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30').step('2026-10-08T10:00', 'accept');
    expect(checks(desk, '2026-10-08T11:00').of('papers-owed').count).toBe(1);
    desk.print('2026-10-08T10:30', 'LAD-01').toString();
    const printed = checks(desk, '2026-10-08T11:00');
    expect(printed.of('papers-owed').count).toBe(0);
    desk.step('2026-10-09T10:00', 'answer');
    desk.print('2026-10-09T11:00', 'LAD-02');
    expect(checks(desk, '2026-10-09T12:00').of('papers-back').count).toBe(1);
  });

  it('asks about approvals nobody answered', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    desk.act(
      '2026-10-08T10:00',
      {
        ...{ type: 'ask-approval', reason: '请批准' },
        matter: { about: 'step', step: 'refuse', ground: '2', values: { decision: '前次已答复' } },
      },
      { name: '李经办', roles: ['handler'] },
    );
    expect(checks(desk, '2026-10-08T11:00').questions).toContain('asked');
  });

  it('asks about figures of the month until each is entered', () => {
    const figure = {
      key: 'sold',
      label: { zh: '售出', en: 'Sold' },
      unit: { zh: '件', en: 'pieces' },
      unverified: false,
    };
    const inUse = [{ ...pack, figures: [figure] }];
    const desk = new MadeDesk(pack);
    expect(checks(desk, '2026-10-31T17:00', { inUse }).of('figures').figures).toEqual([
      { procedure: pack.name, figure: figure.label },
    ]);
    const entered = {
      ...{ procedure: pack.id, figure: 'sold', month: OCTOBER, amount: 0, reason: '台账' },
      ...{ at: desk.context('2026-10-31T16:00').now, by: '王登记' },
    };
    expect(checks(desk, '2026-10-31T17:00', { inUse, figures: [entered] }).of('figures').count).toBe(0);
  });

  it('leaves out cases that count in a later month', () => {
    const desk = new MadeDesk(pack).register('2026-11-02T09:30');
    expect(checks(desk, '2026-11-02T10:00').of('open').count).toBe(0);
  });
});

describe('what is written after the lock of a month', () => {
  /** The corrections of a desk whose month was locked before everything from that moment on. */
  function corrections(desk: MadeDesk, lockedAt: string, locked: PlainMonth): readonly MonthCorrection[] {
    const found: MonthCorrection[] = [];
    for (const events of desk.events.values()) {
      let present: CountedCase | undefined;
      for (const event of events) {
        const openFrom = event.at < desk.context(lockedAt).now ? FOUNDED : openAfterLock(FOUNDED, locked);
        const after = countCase(present, event, pack, openFrom);
        const correction = correctionOf(present, after, event, pack, lockedMonths(FOUNDED, openFrom));
        if (correction) found.push(correction);
        present = after;
      }
    }
    return found;
  }

  it('is a correction carried by the next month, which names the fields and not what stands in them', () => {
    const desk = new MadeDesk(pack)
      .register('2026-10-08T09:30')
      .change('2026-10-09T09:00', { subject: '水管' });
    expect(corrections(desk, '2026-11-01T09:00', OCTOBER)).toEqual([]);
    desk.change('2026-11-03T09:00', { subject: '电梯门' });
    const [correction, ...others] = corrections(desk, '2026-11-01T09:00', OCTOBER);
    expect(others).toEqual([]);
    expect(correction).toMatchObject({
      ...{ kind: 'fields', of: '2026-10', in: '2026-11', by: '王登记', number: desk.state().number },
      what: [{ zh: '事由' }],
    });
    expect(JSON.stringify(correction)).not.toContain('电梯门');
  });

  it('is none where the case just goes on', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    desk.step('2026-11-02T09:00', 'accept').step('2026-11-03T09:00', 'answer');
    expect(corrections(desk, '2026-11-01T09:00', OCTOBER)).toEqual([]);
  });

  it('is one where a case of the locked month is registered only then', () => {
    const desk = new MadeDesk(pack).register('2026-11-02T09:30', {}, 'A', '2026-10-30T15:00');
    expect(corrections(desk, '2026-11-01T09:00', OCTOBER)).toMatchObject([{ kind: 'late', of: '2026-10' }]);
    expect(corrections(desk, '2026-11-03T09:00', OCTOBER)).toEqual([]);
  });

  it('is one where a paper of the locked month is voided, and none for a paper made since', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    const document = desk.print('2026-10-08T10:00', 'LAD-01');
    desk.act('2026-11-02T09:00', { type: 'void-document', document, reason: '写错' });
    const later = desk.print('2026-11-02T10:00', 'LAD-01');
    desk.act('2026-11-02T11:00', { type: 'void-document', document: later, reason: '又写错' });
    expect(corrections(desk, '2026-11-01T09:00', OCTOBER)).toMatchObject([{ kind: 'voided' }]);
  });
});
