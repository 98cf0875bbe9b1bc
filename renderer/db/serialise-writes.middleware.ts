import type { DBCore, Middleware } from 'dexie';

export const LOCK_TABLE = 'lock';

/**
 * Puts one common table into the scope of every read-write transaction, so that two are never open at once.
 *
 * Chromium keeps an undo scope for each open one. Killed with two of them open it finds its own log corrupt at
 * the next start and deletes the whole database, quietly.
 */
export const serialiseWrites: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'serialise-writes',
  create: core => ({
    ...core,
    transaction: (stores, mode, options) =>
      mode === 'readwrite' && !stores.includes(LOCK_TABLE)
        ? core.transaction([...stores, LOCK_TABLE], mode, options)
        : core.transaction(stores, mode, options),
  }),
};
