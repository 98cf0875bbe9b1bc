import type { Migration } from './migration.ts';

export const casesEventsOffice: Migration = {
  version: 1,
  stores: {
    cases: 'id, order, received, [shelf+due], [shelf+order], [shelf+received]',
    events: '[case+seq]',
    orphans: '++n',
    office: 'id',
    meta: 'id',
    lock: 'id',
  },
};
