import { describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/core/ids.ts';
import { plainDate, type PlainMonth } from '#shared/core/plain-date.ts';
import { at } from '#shared/fixtures/community.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import { projectRecords } from '../projection/project-records.ts';
import { Chain, complaint } from '../testing/chain.fixture.ts';
import { emptyStore } from '../testing/store.fixture.ts';
import { caseCounts, caseIdsBy, findCaseByNumber, type CaseListQuery } from './case-ids.ts';
import { caseEvents, caseRows } from './case-rows.ts';
import { firstSentence } from './case.summary.ts';

/** Four cases: due soon, due later, held up by a pause, withdrawn; received in this order but for the third. */
async function fourCases() {
  const chain = new Chain().found();
  const late = chain.register(complaint, at('2026-10-20T10:00'));
  const soon = chain.register(complaint, at('2026-10-08T09:30'));
  const paused = chain.register({ ...complaint, is_anonymous: true }, at('2026-09-28T09:30'));
  const withdrawn = chain.register(complaint, at('2026-11-02T09:30'));
  chain.act(paused, { type: 'take-step', step: 'accept', values: {} }, at('2026-09-28T10:00'));
  const step = { type: 'take-step', values: {}, reason: '试' } as const;
  chain.act(paused, { ...step, step: 'ask-material' }, at('2026-09-28T11:00'));
  chain.act(
    withdrawn,
    { ...step, step: 'withdraw', values: { withdrawal_voluntary: true } },
    at('2026-11-02T10:00'),
  );
  const store = await emptyStore();
  await projectRecords(store, chain.records);
  const names = new Map<CaseId, string>(
    Object.entries({ late, soon, paused, withdrawn }).map(([name, id]) => [id, name]),
  );
  const list = async (view: CaseListQuery['view'], sort: CaseListQuery['sort'], down = false) => {
    const ids = await caseIdsBy(store, { view, sort, direction: down ? 'descending' : 'ascending' });
    return ids.map(id => names.get(id)).join(' ');
  };
  return { chain, store, list, late, soon, paused, withdrawn };
}

describe('the list of cases', () => {
  it('sorts by date of the next clock, those without one last either way', async () => {
    const { list } = await fourCases();
    expect(await list('open', 'due')).toBe('soon late paused');
    expect(await list('open', 'due', true)).toBe('late soon paused');
    expect(await list('all', 'due')).toBe('soon late paused withdrawn');
    expect(await list('2026-10' as PlainMonth, 'due', true)).toBe('late soon');
  });

  it('sorts by number and by date of receipt, in every view', async () => {
    const { list } = await fourCases();
    expect(await list('all', 'number')).toBe('late soon paused withdrawn');
    expect(await list('open', 'number', true)).toBe('paused soon late');
    expect(await list('closed', 'received')).toBe('withdrawn');
    expect(await list('all', 'received')).toBe('paused soon late withdrawn');
    expect(await list('2026-10' as PlainMonth, 'received')).toBe('soon late');
    expect(await list('2026-10' as PlainMonth, 'number')).toBe('late soon');
    expect(await list('2027-01' as PlainMonth, 'number')).toBe('');
  });

  it('shows to whoever approves what waits for them, until it is answered', async () => {
    const { chain, soon, late } = await fourCases();
    const reply = { about: 'extension', limit: 'PHX-L-reply' } as const;
    const ask = { type: 'ask-approval', matter: reply, reason: '等配件' } as const;
    for (const id of [late, soon]) chain.act(id, ask, at('2026-10-20T11:00'));
    const store = await emptyStore();
    await projectRecords(store, chain.records);
    const waiting = (role: Role) =>
      caseIdsBy(store, { view: { asks: [role] }, sort: 'due', direction: 'ascending' });
    expect(await waiting('supervisor')).toEqual([soon, late]);
    expect(await waiting('handler')).toEqual([]);
    const asking = async () => (await caseCounts(store, plainDate('2026-10-20'), ['supervisor'])).asking;
    expect(await asking()).toBe(2);
    await store.db.cases.update(soon, { asks: ['supervisor', 'handler'] });
    const both = await caseCounts(store, plainDate('2026-10-20'), ['supervisor', 'handler']);
    expect(both.asking).toBe(2);
    const request = chain.states.find(({ id }) => id === soon)?.asked[0]?.id;
    chain.act(
      soon,
      { type: 'answer-approval', asked: request!, answer: 'refused', reason: '按期办' },
      at('2026-10-20T12:00'),
    );
    await projectRecords(store, chain.records.slice(-1));
    expect(await waiting('supervisor')).toEqual([late]);
    expect(await asking()).toBe(1);
  });

  it('counts its views', async () => {
    const { store, soon } = await fourCases();
    const due = (await store.db.cases.get(soon))!.due;
    expect(due).toBe('2026-10-12');
    expect(await caseCounts(store, plainDate(due))).toEqual({
      ...{ open: 3, closed: 1, all: 4, thisMonth: 2, asking: 0 },
      ...{ closedThisMonth: 0, inTimeThisMonth: 0 },
    });
    expect(await caseCounts(store, plainDate('2026-11-03'))).toMatchObject({ closedThisMonth: 1 });
  });

  it('finds a case by its number, and puts 号9999 before 号10000', async () => {
    const { store, soon } = await fourCases();
    expect(await findCaseByNumber(store, ' 凤社〔2026〕0002号 ')).toBe(soon);
    expect(await findCaseByNumber(store, '凤社〔2026〕0009号')).toBeUndefined();
    const [row] = await store.db.cases.toArray();
    expect(numberOrder('凤社〔2026〕9999号') < numberOrder('凤社〔2026〕10000号')).toBe(true);
    expect(row?.order).toBe(numberOrder(row?.number ?? ''));
  });
});

describe('a line of the list', () => {
  it('says who, what, where it stands and which clock runs', async () => {
    const { store, soon, paused, withdrawn } = await fourCases();
    const [first, second, third] = await caseRows(store, [soon, paused, withdrawn], at('2026-10-12T09:00'));
    expect(first).toMatchObject({
      id: soon,
      person: '李样本',
      anonymous: false,
      matter: '三号楼楼道灯坏了三天。',
      category: null,
      state: { key: 'registered', name: { zh: '已登记' } },
      status: 'open',
      lastBy: '王登记',
      clock: { limit: { id: 'PHX-L-accept' }, status: 'running', remaining: { kind: 'today' } },
    });
    expect(second).toMatchObject({ person: '', anonymous: true, clock: { status: 'paused' } });
    expect(third).toMatchObject({ status: 'ended', state: { key: 'withdrawn' }, clock: null });
  });

  it('covers in the story the name of whoever asked for secrecy or gave none, and nobody else’s', async () => {
    const chain = new Chain().found();
    const story = { complainant_name: '李范例', facts: '李范例说，冯虚设在楼道里堆东西。' };
    const register = (more: Values) =>
      chain.register({ ...complaint, ...story, ...more }, at('2026-10-08T09:30'));
    const ids = [register({ keep_secret: true }), register({}), register({ is_anonymous: true })];
    const store = await emptyStore();
    await projectRecords(store, chain.records);
    const rows = await caseRows(store, ids, at('2026-10-12T09:00'));
    expect(rows.map(({ matter }) => matter)).toEqual([
      '■■■说，冯虚设在楼道里堆东西。',
      '李范例说，冯虚设在楼道里堆东西。',
      '■■■说，冯虚设在楼道里堆东西。',
    ]);
  });

  it('leaves out cases the store does not have', async () => {
    const { store, soon } = await fourCases();
    const rows = await caseRows(
      store,
      ['01J0000000000000000000000Z' as CaseId, soon],
      at('2026-10-12T09:00'),
    );
    expect(rows.map(({ id }) => id)).toEqual([soon]);
  });

  it.each([
    ['  楼道灯坏了。三天了。 ', '楼道灯坏了。'],
    ['第一行\n第二行', '第一行'],
    ['Water at 3.5 bar. No heat.', 'Water at 3.5 bar.'],
    ['', ''],
    ['噪'.repeat(60), `${'噪'.repeat(39)}…`],
    ['😀'.repeat(41), `${'😀'.repeat(39)}…`],
  ])('shows the beginning of %j', (text, shown) => {
    expect(firstSentence(text)).toBe(shown);
  });
});

describe('the history of a case', () => {
  it('is all of its events in order', async () => {
    const { store, paused } = await fourCases();
    const events = await caseEvents(store, paused);
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'registered'],
      [2, 'step-taken'],
      [3, 'step-taken'],
    ]);
  });
});
