import { describe, expect, it } from 'vitest';
import { err, expectOk, ok } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import { caseState } from '#renderer/db/case-store.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { caseIdsBy } from '#renderer/db/queries/case-ids.ts';
import { caseRows, orphanedEvents } from '#renderer/db/queries/case-rows.ts';
import { complaint, EMPTY_HASH } from '#renderer/db/testing/chain.fixture.ts';
import { PASSPHRASE } from '#renderer/db/testing/fake-shell.fixture.ts';
import { FakePc, openStateOf, settle } from './desk.fixture.ts';

const registration = {
  procedure: 'phoenix-community',
  receivedAt: at('2026-10-08T09:30'),
  values: complaint,
};
const number = (n: number) => `凤社〔2026〕000${n}号`;

const numbers = async (desk: Desk): Promise<readonly string[]> => {
  const { store } = openStateOf(desk);
  const ids = await caseIdsBy(store, { view: 'all', sort: 'number', direction: 'ascending' });
  return (await caseRows(store, ids, desk.now())).map(row => row.number);
};

/** A PC with three cases, in the records 2, 3 and 4, and a closed window. */
async function threeCases(): Promise<FakePc> {
  const pc = new FakePc();
  const desk = await pc.openDesk();
  for (let n = 0; n < 3; n++) expectOk(await desk.register(registration));
  await desk.lock();
  return pc;
}

/** From now on the shell answers as `electron/desk/journal.handlers.ts` does for a journal damaged there. */
function damage({ shell }: FakePc, seq: number): void {
  const good = shell.chain.records.slice(0, seq - 1);
  const head = { seq: seq - 1, hash: good.at(-1)?.hash ?? EMPTY_HASH };
  const damaged = () => Promise.resolve(err({ code: 'journal/damaged' as const, detail: { seq } }));
  const journal: DeskApi['journal'] = {
    append: damaged,
    verify: damaged,
    read: ({ from, most }) =>
      from > head.seq
        ? damaged()
        : Promise.resolve(ok({ records: good.slice(from - 1, from - 1 + most), head })),
  };
  Object.assign(shell.api.journal, journal);
}

/** A long journal, opened the quick way: only who goes through all of it comes upon the damage. */
function hideDamage(pc: FakePc, seq: number): void {
  Object.assign(pc.shell.api.journal, {
    verify: () => {
      damage(pc, seq);
      return pc.shell.api.journal.verify();
    },
  });
}

const DAMAGED = { code: 'journal/damaged', seq: 3 };

describe('a damaged journal', () => {
  it('leaves the store that knows more as it is, to be read, at every start', async () => {
    const pc = await threeCases();
    damage(pc, 3);
    for (let start = 0; start < 2; start++) {
      const desk = await pc.openDesk();
      const { store, trouble } = openStateOf(desk);
      expect(trouble).toEqual(DAMAGED);
      expect(await numbers(desk)).toEqual([1, 2, 3].map(number));
      expect((await caseState(store, pc.shell.chain.states[2]!.id))?.values['facts']).toBe(
        complaint['facts'],
      );
      expect(await desk.register(registration)).toMatchObject({ error: { code: 'journal/damaged' } });
      expect(await store.db.orphans.count()).toBe(0);
      await desk.lock();
    }
  });

  it('gives a wiped store what comes before the damage, and says so, at every start', async () => {
    const pc = await threeCases();
    pc.wipe();
    damage(pc, 3);
    for (let start = 0; start < 2; start++) {
      const desk = await pc.openDesk();
      expect(await numbers(desk)).toEqual([number(1)]);
      expect(openStateOf(desk)).toMatchObject({ trouble: DAMAGED, health: 'sound' });
      expect(await desk.register(registration)).toMatchObject({ error: { code: 'journal/damaged' } });
      await desk.lock();
    }
  });

  it('is told while the ledger is open, when the shell finds it', async () => {
    const pc = await threeCases();
    const desk = await pc.openDesk();
    damage(pc, 3);
    pc.shell.tell('journal:appended', { seq: Number.MAX_SAFE_INTEGER });
    await settle(() => openStateOf(desk).trouble !== null);
    expect(openStateOf(desk)).toMatchObject({ trouble: DAMAGED, health: 'sound' });
    expect(await numbers(desk)).toEqual([1, 2, 3].map(number));
  });

  it.each(['asked', 'outdated'] as const)(
    'found only when the lists are to be made again (%s): they are not thrown away',
    async reason => {
      const pc = await threeCases();
      hideDamage(pc, 3);
      let desk = await pc.openDesk();
      if (reason === 'asked') expectOk(await desk.rebuild());
      else {
        await openStateOf(desk).store.db.meta.update('store', { projection: 'of older packs' });
        await desk.lock();
        desk = await pc.openDesk();
        expect(openStateOf(desk).trouble).toEqual(DAMAGED);
      }
      expect(await numbers(desk)).toEqual([1, 2, 3].map(number));
    },
  );

  it('puts aside what a broken store still has beyond the damage', async () => {
    const pc = await threeCases();
    const before = await pc.openDesk();
    await openStateOf(before).store.db.cases.toCollection().limit(1).delete();
    await before.lock();
    damage(pc, 3);
    const desk = await pc.openDesk();
    expect(await numbers(desk)).toEqual([number(1)]);
    expect(openStateOf(desk).trouble).toEqual(DAMAGED);
    expect(await orphanedEvents(openStateOf(desk).store)).toHaveLength(2);
  });

  it('at its first record and without a store is said instead of opening', async () => {
    const pc = await threeCases();
    pc.wipe();
    damage(pc, 1);
    const desk = pc.newDesk();
    await desk.start();
    expect(await desk.unlock(pc.shell.chain.person, PASSPHRASE)).toEqual({
      ok: false,
      error: { code: 'journal/damaged', detail: { seq: 1 } },
    });
  });
});

describe('a journal that lost its last records', () => {
  const lost = (detail: { events: number; cases: number; numbers: string }, seq: number) => ({
    code: 'store/ahead-of-journal',
    seq,
    detail,
  });

  it('is told at every start, with events, cases and numbers, until they are entered again', async () => {
    const pc = await threeCases();
    pc.shell.chain.records.splice(2);
    const trouble = lost({ events: 2, cases: 2, numbers: `${number(2)} ${number(3)}` }, 2);
    for (let start = 0; start < 2; start++) {
      const desk = await pc.openDesk();
      expect(openStateOf(desk).trouble).toEqual(trouble);
      expectOk(await desk.rebuild());
      await desk.lock();
    }
    const desk = await pc.openDesk();
    expect(expectOk(await desk.register(registration)).number).toBe(number(2));
    await desk.lock();
    const again = await pc.openDesk();
    expect(openStateOf(again).trouble).toEqual(lost({ events: 1, cases: 1, numbers: number(3) }, 3));
    expectOk(await again.register(registration));
    await again.lock();
    const last = await pc.openDesk();
    expect(openStateOf(last).trouble).toBeNull();
    expect(await orphanedEvents(openStateOf(last).store)).toHaveLength(2);
  });

  it('names the case whose last events are gone', async () => {
    const pc = await threeCases();
    const desk = await pc.openDesk();
    const [first] = pc.shell.chain.states;
    for (const text of ['一', '二']) expectOk(await desk.submitCase(first!.id, { type: 'add-note', text }));
    await desk.lock();
    pc.shell.chain.records.splice(4);
    expect(openStateOf(await pc.openDesk()).trouble).toEqual(
      lost({ events: 2, cases: 1, numbers: number(1) }, 4),
    );
  });

  it('is told without names when the store is gone, too', async () => {
    const pc = await threeCases();
    pc.shell.chain.records.pop();
    pc.wipe();
    expect(openStateOf(await pc.openDesk()).trouble).toEqual({
      code: 'store/journal-shorter',
      seq: 3,
      detail: { records: 1 },
    });
    expect(openStateOf(await pc.openDesk()).trouble).toBeNull();
  });

  it('and went on to another history keeps the cases of this one, and tells', async () => {
    const pc = await threeCases();
    const { records } = pc.shell.chain;
    const other = new FakePc();
    const elsewhere = await other.openDesk();
    for (let n = 0; n < 2; n++) expectOk(await elsewhere.register(registration));
    const [first] = other.shell.chain.states;
    expectOk(await elsewhere.submitCase(first!.id, { type: 'add-note', text: '补记' }));
    expectOk(await elsewhere.register(registration));
    records.splice(3, 1, { ...other.shell.chain.records[4]!, seq: 4 });
    const desk = await pc.openDesk();
    expect(openStateOf(desk).trouble).toMatchObject({ detail: { cases: 1, numbers: number(3) } });
    expect(await orphanedEvents(openStateOf(desk).store)).toHaveLength(1);
  });

  it('and has them back is not told any more, and nothing is kept twice', async () => {
    const pc = await threeCases();
    const { records } = pc.shell.chain;
    const [last] = records.splice(3);
    const without = await pc.openDesk();
    expect(openStateOf(without).trouble).not.toBeNull();
    await without.lock();
    records.push(last!);
    const desk = await pc.openDesk();
    expect(openStateOf(desk).trouble).toBeNull();
    expect(await numbers(desk)).toHaveLength(3);
    expect(await orphanedEvents(openStateOf(desk).store)).toEqual([]);
  });
});
