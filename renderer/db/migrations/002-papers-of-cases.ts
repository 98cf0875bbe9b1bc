import type { Migration } from './migration.ts';

/** A scanned page names its paper and not its case. Rows of before have no papers; they are made again anyway. */
export const papersOfCases: Migration = {
  version: 2,
  stores: {
    cases: 'id, order, received, [shelf+due], [shelf+order], [shelf+received], *documents',
  },
};
