import type { Migration } from './migration.ts';

/** Whoever approves finds what waits for them. Rows of before are made again anyway. */
export const approvalsOfCases: Migration = {
  version: 3,
  stores: {
    cases: 'id, order, received, [shelf+due], [shelf+order], [shelf+received], *documents, *asks',
  },
};
