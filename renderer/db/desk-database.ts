import { Dexie, type Table } from 'dexie';
import type { CaseId } from '#shared/core/ids.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { serialiseWrites } from './serialise-writes.middleware.ts';
import type { CaseRow, EventRow, OfficeRow, OrphanRow, StoreMeta } from './store-rows.ts';

/** What IndexedDB is made of; a test brings its own. */
export interface IndexedDb {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange;
}

/**
 * The working store in IndexedDB. It can be thrown away: the journal is the truth.
 *
 * `target` opens an older version, so that a test can fill it and let the newest one upgrade it. The cache of
 * Dexie is off because it shows rows before they are committed, and a commit waits for the disk (strict).
 */
export class DeskDatabase extends Dexie {
  declare readonly cases: Table<CaseRow, CaseId>;
  declare readonly events: Table<EventRow, [CaseId, number]>;
  declare readonly orphans: Table<OrphanRow, number>;
  declare readonly office: Table<OfficeRow, 'office'>;
  declare readonly meta: Table<StoreMeta, 'store'>;

  constructor(name: string, idb: IndexedDb, target = Infinity) {
    super(name, { ...idb, cache: 'disabled', chromeTransactionDurability: 'strict' });
    for (const { version, stores, upgrade } of MIGRATIONS) {
      if (version > target) break;
      const added = this.version(version).stores({ ...stores });
      if (upgrade) added.upgrade(upgrade);
    }
    this.use(serialiseWrites);
    this.on('versionchange', () => this.close());
  }
}
