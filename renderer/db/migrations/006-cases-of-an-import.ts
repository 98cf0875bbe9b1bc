import type { Migration } from './migration.ts';

/** Undoing an import finds its cases. Rows of before are of none. */
export const casesOfAnImport: Migration = {
  version: 6,
  stores: {
    cases:
      'id, order, received, closed, wakes, brought, [shelf+due], [shelf+order], [shelf+received], *documents, *asks, *papers, *dues',
  },
};
