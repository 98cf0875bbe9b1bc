import type { Migration } from './migration.ts';

/** What is on the desk today, what falls due on a day, and what was closed. Rows of before are made again anyway. */
export const agendaOfCases: Migration = {
  version: 5,
  stores: {
    cases:
      'id, order, received, closed, wakes, [shelf+due], [shelf+order], [shelf+received], *documents, *asks, *papers, *dues',
  },
};
