import type { Transaction } from 'dexie';

/** One version of the store. Append-only: a version that was shipped is never edited. */
export interface Migration {
  readonly version: number;
  /** Dexie's schema texts of the tables that changed: primary key first, then the indexes. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Imports nothing from the live program: it must still run in ten years. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}
