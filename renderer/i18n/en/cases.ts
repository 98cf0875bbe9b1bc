import type { Translation } from '../translation.ts';
import type { cases as source } from '../zh-CN/cases.ts';

export const cases: Translation<typeof source> = {
  title: 'Cases',
  import: 'Import an old ledger',
  anonymous: 'Anonymous',
  secret: 'Asks for secrecy',
  view: {
    open: 'Open',
    closed: 'Closed',
    month: 'Registered in month {{month}}',
    all: 'All',
    asking: 'For my approval',
    'closed-in': 'Closed in month {{month}}',
    'in-time': 'Closed in time in month {{month}}',
    overdue: 'Overdue',
  },
  column: {
    number: 'Number',
    due: 'Time limit',
    person: 'Person',
    matter: 'Matter',
    category: 'Category',
    state: 'State',
    by: 'Handler',
    received: 'Registered',
  },
  order: {
    numberUp: 'lowest number first',
    numberDown: 'highest number first',
    dueUp: 'first due first',
    dueDown: 'last due first',
    receivedUp: 'oldest first',
    receivedDown: 'newest first',
  },
  empty: {
    open: 'No case is open',
    other: 'There is no case here yet',
    asking: 'Nothing waits for your approval',
    next: 'When somebody comes, begin with Reception.',
  },
};
