import { IDBDatabase } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { newCaseId } from '#shared/core/ids.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { countingIds } from '#shared/fixtures/community.ts';
import { DeskDatabase } from './desk-database.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { CaseRow } from './store-rows.ts';
import { newIdb } from './testing/store.fixture.ts';

const row = (number: string): CaseRow => ({
  id: newCaseId(countingIds()),
  number,
  order: number,
  received: plainDate('2026-10-08'),
  shelf: 'open',
  status: 'open',
  procedure: 'phoenix-community',
  state: 'registered',
  category: '',
  due: '',
  dues: [],
  wakes: '',
  closed: '',
  late: false,
  asks: [],
  papers: [],
  documents: [],
  sealed: { iv: new Uint8Array(12), data: new ArrayBuffer(3) },
});

describe('the working store', () => {
  it('counts its versions upwards, each once', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual(versions.map((_version, index) => index + 1));
  });

  it.each(MIGRATIONS.map(({ version }) => version))(
    'opens what version %i left, with its rows',
    async version => {
      const idb = newIdb();
      const before = new DeskDatabase('old', idb, version);
      await before.table('cases').put(row('7'));
      before.close();

      const after = new DeskDatabase('old', idb);
      expect(await after.cases.toArray()).toEqual([row('7')]);
      expect(after.verno).toBe(MIGRATIONS.at(-1)!.version);
      after.close();
    },
  );

  it('never has two writing transactions open at once, not even on different tables', async () => {
    const db = new DeskDatabase('lock', newIdb());
    const steps: string[] = [];
    const write = (name: string, table: 'cases' | 'meta') =>
      db.transaction('rw', db.table(table), async () => {
        await db.table(table).count();
        steps.push(`${name} begins`);
        for (let i = 0; i < 5; i++) await db.table(table).count();
        steps.push(`${name} ends`);
      });
    await Promise.all([write('one', 'cases'), write('two', 'meta')]);
    expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    db.close();
  });

  it('asks for the lock in writing transactions only, so that lists do not wait for them', async () => {
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const db = new DeskDatabase('scopes', newIdb());
    await db.open();
    spy.mockClear();
    await db.cases.put(row('7'));
    await db.transaction('rw', db.events, () => db.events.count());
    await db.cases.count();
    const scopes = spy.mock.calls.map(([stores, mode]) => [stores, mode]);
    spy.mockRestore();
    expect(scopes).toEqual([
      [['cases', 'lock'], 'readwrite'],
      [['events', 'lock'], 'readwrite'],
      [['cases'], 'readonly'],
    ]);
    db.close();
  });

  it('lets go when a newer program wants to upgrade it', async () => {
    const idb = newIdb();
    const db = new DeskDatabase('yield', idb);
    await db.open();
    await new Promise((resolve, reject) => {
      const request = idb.indexedDB.open('yield', 990);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    expect(db.isOpen()).toBe(false);
  });
});
