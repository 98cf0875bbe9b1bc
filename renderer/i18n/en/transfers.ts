import type { Translation } from '../translation.ts';
import type { transfers as chinese } from '../zh-CN/transfers.ts';

export const transfers: Translation<typeof chinese> = {
  title: 'Sent to other offices',
  notNow: 'Not now',
  kind: { 'hand-over': 'Handed over', share: 'A copy' },
  kindNote: {
    'hand-over': 'They take the case on.',
    share: 'They get a copy for their part; the case goes on here.',
  },
  send: {
    act: 'Send to another office',
    kind: 'How',
    office: 'To which office',
    choose: 'Choose an office',
    option: '{{name}} ({{code}})',
    reason: 'Reason, and what they should know',
    missing: {
      office: 'No office is chosen yet.',
      reason: 'No reason is written yet.',
      along: 'It is not written yet why these go along.',
      waits:
        'It was sent to {{name}} already and has no answer yet. If it did not arrive, press “Write again” above; if they cannot read it, tick “Send it anew” first.',
    },
    anew: 'Send it anew; the earlier one counts no more',
    anewNote: 'For when {{name}} cannot read the earlier one: another PC, say, or another card.',
    hidden:
      'This case keeps a person secret: name, telephone and the like do not leave with it, they read {{code}}. Where they need the person, this office asks.',
    staying_other: ' Papers and attachments that tell who it is stay here: {{count}}.',
    staying_one: ' Papers and attachments that tell who it is stay here: {{count}}.',
    steps:
      'This seals the case and carries it over. What the procedure owes for a transfer, and telling the person, is still done under Next steps; no time limit changes.',
    where: 'Where to write it',
    sample: 'Cases of the sample office are not sent to real offices.',
    merged: 'It was merged into {{number}}; send that one.',
    others: 'A handler or a supervisor sends cases to other offices.',
    nobody:
      'No card of another office was read yet. The administrator reads it under Other offices in Settings.',
  },
  along: {
    title: 'What goes along all the same',
    note: 'What is not ticked stays here. Tick it only where the person agrees and they need it; the name never goes along.',
    reason: 'Why it goes along',
    covered: 'What is covered can go along once its identity has been opened.',
    sent: 'Went along: {{fields}}. {{reason}}',
    received:
      'They let this come along: {{fields}}. Reason: {{reason}} The person asked for secrecy or gave no name; keep it secret here too.',
  },
  place: {
    drive: 'Write to {{label}}',
    choose: 'Write to a folder…',
    busy: 'Sealing, writing and reading back…',
    written: 'Written, and the same when read back.',
    pullOut: 'Written to {{label}} and the same when read back; it may be pulled out.',
    notWritten: 'It was not written',
  },
  sent: {
    'hand-over': 'Handed over to {{to}}',
    share: 'A copy for {{to}}',
    line: '{{date}}, {{by}}',
    waiting: 'Waiting for their answer',
    again: 'Write again',
    replaced: 'No answer; it was sent anew',
    accepted: 'Taken on there, number {{number}}',
    returned: 'Sent back: {{reason}}',
  },
  origin: { line: 'Sent here by {{from}}, where its number is {{number}}.' },
  answer: {
    act: 'Write the answer',
    note: 'Goes back to {{from}} on a stick or in a folder. It holds the outcome and the number, nothing of the case, and can be written again.',
  },
  told: {
    taken:
      'A case of {{from}} came in, number {{number}} there. Register it or send it back under Cases sent here.',
    accepted: '{{number}}: taken on by {{from}}, number {{there}}.',
    returned: '{{number}}: sent back by {{from}}; the reason is on the case.',
    seen_other: '{{count}} were read before and are unchanged.',
    seen_one: '{{count}} was read before and is unchanged.',
    refused: 'One was not taken',
  },
  page: {
    title: 'Cases sent here',
    sub_other: '{{count}} waiting',
    sub_one: '{{count}} waiting',
    read: 'Read cases sent here…',
    notRead: 'Nothing was read',
    waiting: 'To be registered or sent back',
    settled: 'Registered or sent back',
    none: 'None is waiting.',
    howTo:
      'Plug in the stick of the other office and it is read by itself; for a folder press “Read cases sent here…”. Answers to cases sent from here are read in the same way.',
    noColleagues:
      'No card of another office was read yet. The administrator reads it under Other offices in Settings; then read the cases.',
  },
  row: { since: 'came {{date}}', accepted: 'Registered', returned: 'Sent back' },
  received: {
    title: '{{from}}, {{number}}',
    'hand-over':
      'Handed over on {{date}}, to be taken on here. Received there on {{received}} and registered by “{{procedure}}”.',
    share:
      'A copy of {{date}} for your part; the case goes on there. Received there on {{received}} and registered by “{{procedure}}”.',
    reason: 'Reason',
    fields: 'What was registered there',
    hidden: '{{code}} (kept secret there)',
    aside: 'This case is against you: a colleague registers it or sends it back.',
    register: 'Register it',
    notOpened: 'It could not be opened',
    heading: '[Sent by {{from}}, number {{number}} there; besides:]',
  },
  files: {
    title: 'Papers and attachments that came along',
    none: 'No papers or attachments came along.',
    open: 'Look',
    openOf: 'Look at {{name}}',
    copy: 'Received file',
    signed: 'Signed on the screen: {{name}}',
    signedFor:
      'It holds for the very file that came along (mark {{mark}} at its foot), as was checked when it came in.',
    stayed_other: 'Papers and attachments that tell who the person is stayed there: {{count}}.',
    stayed_one: 'Papers and attachments that tell who the person is stayed there: {{count}}.',
  },
  back: {
    begin: 'Send back…',
    act: 'Send it back',
    reason: 'Why it goes back',
    note: 'The reason travels with the answer, which is not encrypted: write no name and no telephone number.',
    notNow: 'Not now',
    not: 'It was not sent back',
  },
  settled: {
    accepted: 'Registered by {{by}}, number {{number}}',
    returned: 'Sent back by {{by}}: {{reason}}',
    open: 'Look at the case',
  },
  colleagues: {
    title: 'Other offices',
    note: 'Cases go to and come from offices whose card was read. Hand cards over in person or compare them by telephone; other keys are asked about first.',
    none: 'No card of another office was read yet.',
    line: 'Read on {{date}} by {{by}}',
    read: 'Read the card of another office…',
    give: 'Export the card of this office…',
    byAdministrator: 'The administrator reads cards.',
    taken: 'The card of {{name}} was read.',
    given: 'The card of this office lies in {{path}}.',
    notRead: 'It was not read',
  },
  other: {
    title: 'The card with the code {{code}} differs from the one read before',
    what: 'From then on only the new keys open what is sent there. Ask by telephone whether they really changed them.',
    rows: 'Both cards',
    row: 'Item',
    old: 'In use',
    new: 'Just read',
    name: 'Name',
    signing: 'End of the signing key',
    transfer: 'End of the receiving key',
    keep: 'Keep the one in use',
    replace: 'Checked: take the new one',
  },
  reception:
    'You are registering a case sent by {{from}}, number {{number}} there. Check what is filled in and choose procedure and category; until it is registered it stays among the cases sent here.',
};
