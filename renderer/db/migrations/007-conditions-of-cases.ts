import type { Migration } from './migration.ts';

/** What lists are cut by. Rows of before are made again anyway. */
export const conditionsOfCases: Migration = {
  version: 7,
  stores: {
    cases:
      'id, order, received, closed, wakes, brought, state, category, procedure, [shelf+due], [shelf+order], [shelf+received], *documents, *asks, *papers, *dues',
  },
};
