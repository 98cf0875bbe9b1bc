import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { parse } from 'yaml';
import { readCalendarYear, type CalendarYear } from '#shared/calendar/calendar-year.ts';
import { expectOk } from '#shared/core/result.ts';
import { communityProcedure } from '#shared/fixtures/community.ts';
import { caseStore, type CaseStore } from '../case-store.ts';
import { DeskDatabase, type IndexedDb } from '../desk-database.ts';
import { beginAgain } from '../opening/begin-again.ts';
import { STORE_NAME } from '../opening/open-store.ts';
import { projectionContext, type ProjectionContext } from '../projection/projection.context.ts';
import { importStoreKey } from '../sealing/store-key.ts';

const calendarFolder = path.resolve(import.meta.dirname, '../../../resources/calendars');

export const officialYears = (): readonly CalendarYear[] =>
  readdirSync(calendarFolder)
    .filter(name => /^\d{4}\.yaml$/.test(name))
    .map(name => expectOk(readCalendarYear(parse(readFileSync(path.join(calendarFolder, name), 'utf8')))));

// Without any IndexedDB to be seen Dexie takes us for a server, and live queries stay silent.
Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });

export const newIdb = (): IndexedDb => ({ indexedDB: new IDBFactory(), IDBKeyRange });

export const testKey = (byte = 7): Promise<CryptoKey> => importStoreKey(new Uint8Array(32).fill(byte));

export const communityContext = (): Promise<ProjectionContext> =>
  projectionContext({
    procedures: [communityProcedure()],
    guidance: [],
    calendars: officialYears(),
  });

/** An empty store on an IndexedDB of its own. */
export async function emptyStore(idb: IndexedDb = newIdb()): Promise<CaseStore> {
  const db = new DeskDatabase(STORE_NAME, idb);
  await db.open();
  const store = caseStore(db, await testKey(), await communityContext());
  await beginAgain(store, 'store-1', 0);
  return store;
}

/** Everything in the tables as it lies on the disk. */
export async function everyRow(db: DeskDatabase): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of db.tables) tables[table.name] = await table.toArray();
  return tables;
}

const bytesOf = (value: unknown): Uint8Array | undefined => {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : undefined;
};

/** All texts and bytes of the tables, one after the other, as somebody who took the disk could search them. */
export async function everyByte(db: DeskDatabase): Promise<string> {
  const text = JSON.stringify(await everyRow(db), (_key, value: unknown) => {
    const bytes = bytesOf(value);
    return bytes === undefined ? value : Buffer.from(bytes).toString('utf8');
  });
  return text;
}
