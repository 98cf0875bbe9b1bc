import type { Migration } from './migration.ts';

/** Whoever prints finds what waits. Rows of before are made again anyway. */
export const waitingPapersOfCases: Migration = {
  version: 4,
  stores: {
    cases: 'id, order, received, [shelf+due], [shelf+order], [shelf+received], *documents, *asks, *papers',
  },
};
