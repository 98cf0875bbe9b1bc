import { describe, expect, it } from 'vitest';
import type { StoreMarkAnswer } from '#shared/ipc/answers.ts';
import { closeStore, officeState } from '../case-store.ts';
import type { IndexedDb } from '../desk-database.ts';
import { projectRecords } from '../projection/project-records.ts';
import { orphanedEvents } from '../queries/case-rows.ts';
import { Chain } from '../testing/chain.fixture.ts';
import { communityContext, emptyStore, newIdb, testKey } from '../testing/store.fixture.ts';
import { beginAgain } from './begin-again.ts';
import { inspectDatabase } from './inspect-database.ts';
import { openStore, STORE_NAME } from './open-store.ts';

const MISSING: StoreMarkAnswer = { state: 'missing' };
const marked = (chain: Chain): StoreMarkAnswer => ({
  state: 'present',
  mark: { storeId: 'store-1', ...chain.head, cases: 1 },
});

async function open(idb: IndexedDb, head: Chain['head'], mark = MISSING, key = testKey()) {
  const waits: number[] = [];
  const wait = (ms: number) => Promise.resolve(void waits.push(ms));
  const request = { idb, key: await key, context: await communityContext(), mark, head, wait };
  return { opened: await openStore(request), waits };
}

/** A store that has followed a chain of one case, closed again. */
async function stored() {
  const chain = new Chain().found();
  chain.register();
  const idb = newIdb();
  const store = await emptyStore(idb);
  await projectRecords(store, chain.records);
  closeStore(store);
  return { chain, idb };
}

const error = (name: string) => Object.assign(new Error('李样本 13800138000'), { name });

/** An IndexedDB whose first openings fail, as Chromium's do when a virus scanner holds a file. */
function stubborn(idb: IndexedDb, names: readonly string[]): IndexedDb {
  const left = [...names];
  const indexedDB: Pick<IDBFactory, 'open' | 'databases' | 'deleteDatabase'> = {
    databases: () => idb.indexedDB.databases(),
    deleteDatabase: name => idb.indexedDB.deleteDatabase(name),
    open: (...input) => {
      const name = left.shift();
      if (name !== undefined) throw error(name);
      return idb.indexedDB.open(...input);
    },
  };
  return { ...idb, indexedDB: indexedDB as IDBFactory };
}

describe('opening the store', () => {
  it('finds it as it was left', async () => {
    const { chain, idb } = await stored();
    const { opened } = await open(idb, chain.head, marked(chain));
    expect(opened).toMatchObject({ ok: true, value: { verdict: { kind: 'current' } } });
  });

  it('tells a store that was never there from one that is gone', async () => {
    const { chain } = await stored();
    const fresh = await open(newIdb(), chain.head);
    const wiped = await open(newIdb(), chain.head, marked(chain));
    expect(fresh.opened).toMatchObject({ value: { verdict: { kind: 'rebuild', reason: 'new' } } });
    expect(wiped.opened).toMatchObject({ value: { verdict: { kind: 'rebuild', reason: 'lost' } } });
  });

  it('notices rows that are missing, and a key that does not fit', async () => {
    const { chain, idb } = await stored();
    const other = await open(idb, chain.head, marked(chain), testKey(8));
    expect(other.opened).toMatchObject({ value: { verdict: { reason: 'unreadable' } } });
    const { opened } = await open(idb, chain.head);
    if (!opened.ok) throw new Error('opens');
    const { db } = opened.value.store;
    const [row] = await db.cases.toArray();
    await db.cases.put({ ...row!, sealed: { ...row!.sealed, data: new ArrayBuffer(40) } });
    expect((await open(idb, chain.head)).opened).toMatchObject({
      value: { verdict: { reason: 'unreadable' } },
    });
    await db.cases.put(row!);
    await db.events.toCollection().limit(1).delete();
    closeStore(opened.value.store);
    expect((await open(idb, chain.head)).opened).toMatchObject({
      value: { verdict: { reason: 'rows-missing' } },
    });
  });

  it('tries again when the error may pass, and not when it will not', async () => {
    const { chain, idb } = await stored();
    const passing = await open(stubborn(idb, ['UnknownError', 'AbortError']), chain.head);
    expect(passing.opened.ok).toBe(true);
    expect(passing.waits).toHaveLength(2);
    const lasting = await open(stubborn(idb, Array<string>(9).fill('UnknownError')), chain.head);
    expect(lasting.opened).toMatchObject({ ok: false, error: { code: 'store/cannot-open' } });
    expect(lasting.waits).toHaveLength(3);
    const other = await open(stubborn(idb, ['SecurityError']), chain.head);
    expect(other.opened).toMatchObject({ ok: false, error: { code: 'store/cannot-open' } });
    expect(other.waits).toHaveLength(0);
    expect(JSON.stringify([lasting.opened, other.opened])).not.toMatch(/李样本|138/);
  });

  it('refuses a store of a newer program and leaves it alone', async () => {
    const { chain, idb } = await stored();
    await new Promise(resolve => {
      idb.indexedDB.open(STORE_NAME, 990).onsuccess = event => {
        (event.target as IDBOpenDBRequest).result.close();
        resolve(undefined);
      };
    });
    const { opened } = await open(idb, chain.head);
    expect(opened).toMatchObject({ ok: false, error: { code: 'store/newer-version' } });
  });
});

describe('looking whether a database exists', () => {
  it('does not create it', async () => {
    const { indexedDB } = newIdb();
    expect(await inspectDatabase(indexedDB, 'none')).toEqual({ fresh: true, dataLoss: false, version: 0 });
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('hears Chromium say that it dropped data', async () => {
    const { indexedDB } = newIdb();
    const dropping = {
      open: (name: string) => {
        const request = indexedDB.open(name);
        request.addEventListener('upgradeneeded', event => Object.assign(event, { dataLoss: 'total' }));
        return request;
      },
    };
    const seen = await inspectDatabase(dropping as IDBFactory, 'none');
    expect(seen).toEqual({ fresh: true, dataLoss: true, version: 0 });
  });
});

describe('beginning again', () => {
  it('puts aside what the journal has lost, sealed as it was', async () => {
    const chain = new Chain().found();
    chain.register();
    const kept = chain.head.seq;
    const lost = chain.register();
    const store = await emptyStore();
    await projectRecords(store, chain.records);

    await beginAgain(store, 'store-2', kept);
    expect(await store.db.cases.count()).toBe(0);
    expect(await officeState(store)).toBeUndefined();
    const orphans = await orphanedEvents(store);
    expect(orphans).toMatchObject([{ type: 'registered', case: lost, number: '凤社〔2026〕0002号' }]);
  });
});
