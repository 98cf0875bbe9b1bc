import type { Translation } from '../../translation.ts';
import type { caseRefusals as source } from '../../zh-CN/fault/case-refusals.ts';

export const caseRefusals: Translation<typeof source> = {
  'missing-fields': { what: 'Still missing: {{fields}}', next: 'Fill it in, then save.' },
  rule: { what: '{{told}}', next: 'Put it right, then save.' },
  'bad-value': { what: '“{{field}}” cannot be read', next: 'Write it as the cell shows.' },
  'too-long': {
    what: '“{{field}}” is too long',
    next: 'At most {{longest}} characters; put the rest in an enclosure.',
  },
  'unknown-field': {
    what: 'The procedure has no field “{{field}}”',
    next: 'Give the code to the administrator.',
  },
  'not-permitted': {
    what: '{{step}} is not possible now: {{why}}',
    next: 'Take the earlier steps first, or ask somebody with that role.',
  },
  role: { what: 'This is for the {{role}}', next: 'Ask somebody with that role to log in.' },
  recusal: {
    what: 'You may not handle this case: {{why}}',
    next: 'Ask a colleague who has no part in it.',
  },
  'asker-recusal': {
    what: '{{name}}, who asked for it, may not handle this case by now: {{why}}',
    next: 'Do not approve this one; a colleague who has no part in it may ask again.',
  },
  'ground-missing': { what: 'No ground is chosen', next: 'Choose one, then go on.' },
  'reason-missing': { what: 'The reason is missing', next: 'Write one sentence, then go on.' },
  'nothing-changed': { what: 'Nothing has changed', next: 'There is nothing to save.' },
  'nothing-hidden': {
    what: 'This case hides nobody',
    next: 'Nothing has to be opened; all is on the screen.',
  },
  'identity-hidden': {
    what: 'This change touches the hidden identity, which is covered now',
    next: 'Open the identity with a reason first, then correct it.',
  },
  'received-later': {
    what: 'The time of receipt is still to come',
    next: 'Look at the time of receipt and at the clock of the PC.',
  },
  'other-way': {
    what: '{{fields}} decides which way this case goes and cannot be corrected',
    next: 'Withdraw the case with that reason and register it anew. Its number stays used.',
  },
  'empty-note': { what: 'Nothing is written yet', next: 'Write a few words, then record them.' },
  'no-extension': {
    what: '“{{limit}}” cannot be extended again',
    next: 'The procedure allows no more extensions.',
  },
  merged: { what: 'This case was merged into {{number}}', next: 'Go on there.' },
  'no-such-class': { what: 'The procedure knows no class “{{class}}”', next: 'Take another one.' },
  'own-repeat': { what: 'A case cannot be joined to itself', next: 'Choose another one.' },
  'nothing-asked': { what: 'Nobody waits for this answer', next: 'Somebody may have answered already.' },
  'asked-already': {
    what: 'It was asked for already, and not answered',
    next: 'Wait for the answer, or ask in person.',
  },
  'changed-since': {
    what: 'Since it was asked for, somebody changed {{fields}}; approving would change it back',
    next: 'Do not approve this one; have it asked for again on what the case says now.',
  },
  'changed-meanwhile': {
    what: 'While you were changing it, {{fields}} was changed elsewhere',
    next: 'Look at what stands there now, choose which to keep, then save.',
  },
  'clock-not-running': {
    what: '“{{limit}}” does not run now',
    next: 'What is met, stopped or not begun needs no extension.',
  },
  closed: { what: 'This case is closed', next: 'It needs no extension any more.' },
  'signed-already': { what: '“{{form}}” came back signed', next: 'Go on without an approval.' },
  'waived-already': { what: '“{{form}}” was approved to go without signature', next: 'Go on.' },
  'waived-unprinted': {
    what: '“{{form}}” was not printed, so nobody was asked to sign it',
    next: 'Print it and have it signed. If that fails, come back.',
  },
  'paper-set-anew': {
    what: 'Another “{{form}}” was printed since',
    next: 'Have the new one signed. If that fails, ask again for that one.',
  },
  'no-signature-needed': {
    what: 'No step waits for “{{form}}” to come back signed',
    next: 'Go on without an approval.',
  },
  'void-printed': {
    what: 'This copy of “{{form}}” is void, so no print was recorded',
    next: 'Go back to the case, make it again and print that.',
  },
  'paper-signed': {
    what: 'This paper came back signed, so it did come out',
    next: 'The print stays recorded.',
  },
  'signed-paper-changed': {
    what: 'This paper was just set anew, and is not the one the signer was shown',
    next: 'Nothing was recorded. Have the signer read the present one, then sign.',
  },
  'signer-missing': { what: 'Who signs is not written yet', next: 'Write the name, then sign.' },
  'paper-not-printed': {
    what: 'This paper was not printed, so it cannot come back signed',
    next: 'Print it first.',
  },
  'paper-replaced': {
    what: 'This one is void, or another file stands in its place already',
    next: 'Open the present one from the case and replace that.',
  },
  'paper-not-replaceable': {
    what: 'This one came back signed and is no draft any more',
    next: 'To replace it, void it on the case first.',
  },
  'same-file': {
    what: 'The file chosen is the present paper itself',
    next: 'Choose the file that was exported after editing.',
  },
  'paper-voided': { what: 'This paper is void', next: 'Have the present one signed, then scan that.' },
  'attachment-there': {
    what: 'This very file is part of the case already, as “{{name}}”',
    next: 'There is no need to add it. It can be renamed where it stands.',
  },
  'attachment-name': {
    what: 'The attachment has no name, or one that is too long',
    next: 'Write 1 to {{longest}} characters.',
  },
  'attachments-full': {
    what: 'The attachments of this case would be more than {{most}} MB together',
    next: 'Choose those that matter, or shorten recordings.',
  },
  'attachment-stays': {
    what: 'This case is closed; nothing is taken out of it any more',
    next: 'The attachment stays in the file. A remark can be added to it.',
  },
  'attachment-removed': {
    what: 'This attachment was taken out already',
    next: 'The history says who did it and why.',
  },
  'no-such-page': {
    what: 'This paper has {{pages}} pages and no page {{page}}',
    next: 'Look at the page number at the foot and choose again.',
  },
  'page-there': {
    what: 'There is a scan of page {{page}} already',
    next: 'To put this one in its place, press “Use this one instead”.',
  },
  'order-answered': {
    what: '{{name}} has answered this order already',
    next: 'Read it in the history; what is to be added goes into a note.',
  },
  withdrawn: {
    what: 'This was brought along by mistake and withdrawn; it is no case any more',
    next: 'Look for the right one among the cases.',
  },
  'order-early': {
    what: 'Headquarters wants the answer on {{date}}, not earlier',
    next: 'Write it now and answer on that day; what is written is kept.',
  },
  'no-number-series': {
    what: '{{form}} has no series of numbers',
    next: 'Give the code to the administrator.',
  },
  'procedure-not-valid': {
    what: '“{{procedure}}” is not valid on {{date}}',
    next: 'Choose a procedure that was valid then.',
  },
};
