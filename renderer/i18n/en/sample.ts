import type { sample as source } from '../zh-CN/sample.ts';
import type { Translation } from '../translation.ts';

export const sample = {
  label: 'Sample office',
  windowTitle: 'Sample office · Phoenix Desk',
  band: 'Sample office: all made up, not for real use',
  leave: 'Leave',
  remove: 'Throw away',
  offer: 'Sample office, to practise',
  title: 'The sample office',
  what: 'A made-up community office with some thirty cases of the last weeks: just registered, overdue, waiting for a signature, of somebody who asked for secrecy, closed. Click and change what you like; when it is spoilt, throw it away and make another.',
  apart:
    'It has nothing to do with the ledger of your office: it is kept in another place, and neither sees the other. A band above every screen says “Sample office”, and every page printed says in Chinese that it is a sample. Its cases go into no bundle and to no headquarters.',
  noReal:
    'Its passphrase stands on its lock screen, so anybody can open it: write nothing about real people into it.',
  make: 'Make one and open it',
  open: 'Open the sample office',
  notNow: 'Not now',
  making: 'Making the sample office',
  stop: 'Stop',
  stopped: 'Stopped. What was half made has been deleted.',
  notDone: 'The sample office was not made',
  passphrase: 'The passphrase of everybody here is',
  passphraseOpen: 'Type it as it stands. Everybody can see it: write nothing about real people here.',
  removing: {
    title: 'Throw the sample office away',
    what: 'What you wrote, changed and printed in the sample office is deleted for good; a new one can be made at any time. The ledger of your office is not touched.',
    act: 'Throw away',
    keep: 'Keep it',
  },
  settings: {
    note: 'To practise, or to teach somebody new, without the real ledger. That is locked first, and what is half typed is kept.',
  },
} satisfies Translation<typeof source>;
