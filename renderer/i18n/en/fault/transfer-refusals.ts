import type { FaultTexts } from '../../fault-texts.ts';

/** Why a case did not go to another office, or did not come in from one. */
export const transferRefusals: FaultTexts['transfers'] = {
  'none-here': {
    what: 'There is neither a case for this office here nor an answer to one',
    next: 'Choose the folder the other office gave you, or the one on the stick that holds these files.',
  },
  'bad-card': {
    what: 'This is no card of an office and was not read',
    next: 'Ask the other office to export its card (office.json) in Settings and choose it again.',
  },
  'no-card': { what: 'The file of the card is gone', next: 'Choose office.json again.' },
  'old-card': {
    what: 'The card of that office is an old one; no case can be sent there',
    next: 'Ask them to update the program, export the card again, and read it once more.',
  },
  'own-card': {
    what: 'This is the card of your own office',
    next: 'Choose the one the other office gave you.',
  },
  'other-colleague': {
    what: 'A card with the code {{code}} was read before, and this one has other keys',
    next: 'Ask the other office by telephone whether it changed its keys, then decide.',
  },
  'unknown-office': {
    what: 'The card of that office has not been read yet',
    next: 'Ask the administrator to read it under Other offices in Settings.',
  },
  changed: {
    what: 'The case changed while it was being sealed; it was not sent',
    next: 'Look at what changed and send it again.',
  },
  'not-here': {
    what: 'The sealed file is not on this PC any more and cannot be written again',
    next: 'Where it did not arrive, send the case again once the other office has answered.',
  },
  'no-such': {
    what: 'It is not among the cases that were sent here',
    next: 'Open the list of cases sent here again.',
  },
  'not-settled': {
    what: 'It was neither registered nor sent back yet',
    next: 'Register it or send it back first, then write the answer.',
  },
  settled: {
    what: 'It was registered or sent back already',
    next: 'A colleague may just have done it; what you typed is still in the draft.',
  },
  recusal: {
    what: 'This case concerns you; it was neither registered nor sent back',
    next: 'Let a colleague register it or send it back.',
  },
  'unknown-sender': {
    what: 'A case comes from the office {{from}}, whose card was never read here; it was not taken',
    next: 'Check who they are, let the administrator read their card under Other offices in Settings, then read again.',
  },
  'not-for-us': {
    what: 'A case is not sealed for the key of this office and was not taken',
    next: 'Ask the other office to send it again with the present card of this office.',
  },
  'other-office': {
    what: 'A case is for another office and was not taken',
    next: 'Give it to that office, or back to the one it comes from.',
  },
  damaged: {
    what: 'The file of a case is damaged or cut short; it was not taken',
    next: 'Ask the other office to write it again.',
  },
  'bad-signature': {
    what: 'A case is not signed by the office {{from}} as known here and may have been altered; it was not taken',
    next: 'Ask them by telephone: read their new card if they changed keys, otherwise have it sent again.',
  },
  'newer-format': {
    what: 'A case is of a newer format and was not taken',
    next: 'Update this program first, then read it again.',
  },
  malformed: {
    what: 'The content of a case is malformed; it was not taken',
    next: 'Note which office sent it and ask them to send it again.',
  },
  'too-large': {
    what: 'A case is too large and was not taken',
    next: 'Ask the other office to send it with fewer attachments and bring the others separately.',
  },
  'bad-file': {
    what: 'A case holds a file of a kind that is not taken in here; it was not taken',
    next: 'Ask the other office to leave that attachment out and bring the original separately.',
  },
  'known-id': {
    what: 'A case of the office {{from}} has the id of a case of another office; it was not taken',
    next: 'Telephone the office it came from; if it is theirs, ask them to send it again.',
  },
  'no-room': {
    what: 'There is no room on the disk of this PC; the case was not taken',
    next: 'Free some space and read it again.',
  },
  'answer-malformed': {
    what: 'An answer or its signature is malformed and was not taken',
    next: 'Ask the other office to write the answer again.',
  },
  'answer-newer': {
    what: 'An answer is of a newer format and was not taken',
    next: 'Update this program first, then read it again.',
  },
  'answer-no-signature': {
    what: 'An answer lies here without its signature (.minisig) and was not taken',
    next: 'Ask the other office to copy both files, then read them again.',
  },
  'answer-not-genuine': {
    what: 'An answer is not signed by the office the case was sent to and was not taken',
    next: 'Ask them by telephone: read their new card if they changed keys, otherwise have the answer written again.',
  },
  'answer-unknown': {
    what: 'An answer is about no case that was sent from this ledger; it was not taken',
    next: 'It may be for another office, or this ledger was restored from an old backup. Compare with them.',
  },
  'answer-other-file': {
    what: 'The other office has another file than the one that was sent; the answer was not taken',
    next: 'Compare by telephone and send it again.',
  },
};
