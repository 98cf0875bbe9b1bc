import type { FaultTexts } from '../../fault-texts.ts';

/** Why an order of headquarters was not taken in. */
export const orderRefusals: FaultTexts['orders'] = {
  'none-here': {
    what: 'There is no supervision order here',
    next: 'Choose the folder headquarters gave you, or the one on the stick that holds orders.',
  },
  malformed: {
    what: 'An order or its signature is malformed and was not taken',
    next: 'Ask headquarters for it again.',
  },
  'newer-format': {
    what: 'An order is of a newer format and was not taken',
    next: 'Update this program first, then read it again.',
  },
  'no-signature': {
    what: 'An order lies here without its signature (.minisig) and was not taken',
    next: 'Ask headquarters to copy both files, then read them again.',
  },
  'other-key': {
    what: 'An order was not signed by the headquarters of this office and was not taken',
    next: 'Ask headquarters by telephone; where its card was replaced, read the new card first.',
  },
  'bad-signature': {
    what: 'An order does not fit its signature and may have been altered; it was not taken',
    next: 'Tell headquarters by telephone and ask for it again.',
  },
  'other-office': {
    what: 'An order is for another office and was not taken',
    next: 'Give it back to headquarters or to that office.',
  },
  'unknown-case': {
    what: 'An order is about a case that is not in this ledger; it was not taken',
    next: 'Compare the register number with headquarters; an old backup may have been restored.',
  },
};
