import type { Translation } from '../translation.ts';
import type { fault as source } from '../zh-CN/fault.ts';
import { caseRefusals } from './fault/case-refusals.ts';
import { orderRefusals } from './fault/order-refusals.ts';
import { transferRefusals } from './fault/transfer-refusals.ts';

export const fault: Translation<typeof source> = {
  kept: {
    typed: 'What you typed is still on the screen; everything saved is still there.',
    saved: 'Everything saved is still there, unchanged.',
    nothing: 'Nothing was changed.',
  },
  unknown: {
    what: 'This could not be done',
    next: 'Try again. If it fails again, give the code to the administrator.',
  },
  code: {
    case: caseRefusals,
    orders: orderRefusals,
    transfers: transferRefusals,
    scans: {
      'not-read': {
        what: 'This page could not be read',
        next: 'Put it in again. If it fails again, record on the case that the paper came back.',
      },
    },
    imports: {
      kind: {
        what: 'This is no Excel sheet, no table of Word and no CSV text',
        next: 'Save it as xlsx or csv in Excel or WPS and choose it again.',
      },
      'no-table': {
        what: 'There is no table in this Word file',
        next: 'A ledger stands in a table, a case a row. Without one, paste it into Excel, save it as xlsx and choose that.',
      },
      'old-word': {
        what: 'This is a Word file of the old kind (doc)',
        next: 'Save it as docx in Word or WPS and choose that.',
      },
      empty: { what: 'The sheet is empty', next: 'See whether it is another sheet, or another file.' },
      'too-large': {
        what: 'The file is larger than {{most}} MB',
        next: 'Take out pictures and sheets that are not needed, or split it by year.',
      },
      damaged: {
        what: 'The file is damaged and cannot be read to its end',
        next: 'Open it in Excel or WPS, save a copy and choose that.',
      },
      encrypted: {
        what: 'The file has a password',
        next: 'Take the password off in Excel or WPS, save a copy and choose that.',
      },
      encoding: {
        what: 'The letters of this file cannot be recognised',
        next: 'Open it in Excel or WPS, save it as xlsx and choose that.',
      },
      'too-many-rows': { what: 'More than {{most}} rows', next: 'Split it by year and import one by one.' },
      'too-many-columns': {
        what: 'More than {{most}} columns',
        next: 'Take out the columns nobody needs and choose it again.',
      },
      formulas: {
        what: '{{cells}} cells have formulas that were never worked out',
        next: 'Open it in Excel or WPS, let it finish, save it and choose it again.',
      },
      'not-read': {
        what: 'The file could not be read',
        next: 'Save a copy in Excel or WPS and choose that. If it is no use, split it.',
      },
    },
    keys: {
      'wrong-passphrase': {
        what: 'Wrong passphrase',
        next: 'Look at Caps Lock and the input method. {{triesLeft}} more and you must wait.',
      },
      wait: { what: 'Too many wrong tries', next: 'Try again after {{until}}.' },
      'passphrase-short': {
        what: 'The passphrase is too short',
        next: 'At least 10 characters. A sentence you can remember is best.',
      },
      'passphrase-simple': {
        what: 'The passphrase is too simple',
        next: 'No repeated characters and no rows such as 1234.',
      },
      'passphrase-common': {
        what: 'Everybody would guess this passphrase',
        next: 'Take a sentence nobody thinks of.',
      },
      'passphrase-name': {
        what: 'The passphrase must not be a name',
        next: 'Take a sentence nobody thinks of.',
      },
      'recovery-length': {
        what: 'A recovery key has 32 characters, here are {{characters}}',
        next: 'Compare it with the paper.',
      },
      'recovery-character': {
        what: 'Group {{group}} has an unknown character',
        next: 'There is no 0, 1, O or I in it.',
      },
      'recovery-typo': {
        what: 'The recovery key was copied wrongly',
        next: 'Look at group {{group}} first, then at the others.',
      },
      'wrong-recovery-key': {
        what: 'This is not the recovery key of this ledger',
        next: 'Find the sheet that was printed at the first run.',
      },
      'unknown-person': { what: 'This person is not known here', next: 'Ask the administrator.' },
      damaged: {
        what: 'The file of the keys is damaged',
        next: 'Do not begin a new ledger. Restore a backup or ask the administrator.',
      },
      missing: {
        what: 'The file of the keys is gone',
        next: 'Do not begin a new ledger. Restore a backup or ask the administrator.',
      },
      exists: { what: 'There is a ledger here already', next: 'Open it.' },
      'newer-version': { what: 'A newer program made this ledger', next: 'Install the newer version first.' },
      'person-exists': { what: 'This person is here already', next: 'There is nothing to add.' },
      'last-person': {
        what: 'Only this person can open the ledger and cannot be removed',
        next: 'Add another person first.',
      },
      'last-sealed-holder': {
        what: 'Only this person can read the sealed identities and cannot be removed',
        next: 'Give another person the key first.',
      },
      'no-sealed-key': {
        what: 'You cannot read the sealed identities, so you cannot hand them on',
        next: 'Ask somebody who can.',
      },
    },
    papers: {
      'no-such-report': {
        what: 'The procedure has no such report',
        next: 'See at the procedure which reports there are.',
      },
      'outside-kind': {
        what: 'This is neither a PDF nor a JPG or PNG picture',
        next: 'Save it as PDF in Word and choose again.',
      },
      'outside-empty': { what: 'This file is empty', next: 'Export it anew and choose again.' },
      'outside-too-large': {
        what: 'The file has more than {{most}} MB',
        next: 'Scan at 200 dpi, or export from Word with the smallest size, and choose again.',
      },
      'outside-damaged': {
        what: 'This PDF is damaged and cannot be read to its end',
        next: 'Export or scan it anew and choose again.',
      },
      'outside-encrypted': {
        what: 'This PDF is protected by a password',
        next: 'Export it without one and choose again. The program encrypts what it keeps itself.',
      },
      'outside-no-pages': { what: 'This PDF has no pages', next: 'Export it anew and choose again.' },
      'outside-too-many-pages': {
        what: 'This PDF has more than {{most}} pages',
        next: 'Export only the pages of this paper and choose again.',
      },
      'outside-active': {
        what: 'This PDF holds scripts, actions or something to be played and is not taken in',
        next: 'Export it from Word as a plain PDF, or print and scan it.',
      },
      'outside-attachment': {
        what: 'This PDF carries other files and is not taken in',
        next: 'Export it without embedded files (a “hybrid PDF”, say) and choose again.',
      },
      'outside-picture': {
        what: 'This picture cannot be opened, or is too large',
        next: 'Scan or photograph it anew and choose again.',
      },
      'outside-not-read': {
        what: 'Reading this file took too long and was given up',
        next: 'Print it, scan it, and choose the scan.',
      },
    },
    office: {
      'no-procedure': { what: 'No procedure is chosen', next: 'Choose one at least.' },
      'no-role': { what: 'No role is chosen', next: 'Choose one at least.' },
      'bad-name': {
        what: 'The name is missing or too long',
        next: 'A name has 1 to {{longest}} characters, a telephone number 40 at most.',
      },
      'name-taken': {
        what: 'There is somebody called “{{name}}” already',
        next: 'Add the department or a number, so that both can be told apart when they log in.',
      },
      'last-administrator': {
        what: 'This is the last administrator',
        next: 'Make somebody else an administrator first.',
      },
      'bad-figure': {
        what: 'There is no such limit',
        next: 'Only hours may have decimals; a day of the month is 1 to 31; nothing over 100 years.',
      },
      'bad-threshold': {
        what: 'The threshold cannot be this figure',
        next: 'Spans of time are whole numbers from 1; same complaints count from 2; others are not below 0.',
      },
      'bad-due-day': {
        what: 'There is no such day',
        next: 'A day of the month is 1 to 31, a working day 1 to 20, both whole numbers.',
      },
      'hours-order': {
        what: '{{opens}} to {{closes}} on {{day}} cannot be',
        next: 'It opens before it closes, no two parts overlap, and the day ends at 24:00.',
      },
      'hours-few': {
        what: 'The office is open for less than an hour a week',
        next: 'Write the hours of one day at least.',
      },
      'hours-past': { what: 'This day is over', next: 'Write a later day, or leave it empty: from now on.' },
      'card-too-long': { what: 'The card is too long', next: '{{longest}} letters at most.' },
      'bad-amount': {
        what: 'This figure cannot be meant',
        next: 'Write a number from 0 to a million millions.',
      },
      'month-to-come': { what: 'This month has not begun', next: 'Enter it when the month is there.' },
      'bad-number': { what: 'There is no such number', next: 'Write a whole number from 1 to 99999999.' },
      'number-taken': {
        what: 'Number {{number}} was given already, or belongs to another block',
        next: 'Take numbers that were never used.',
      },
      'no-such-import': {
        what: 'There is no such import, or it was undone',
        next: 'See on the import page which there are.',
      },
      'number-not-given': { what: '{{number}} was never given', next: 'It need not be voided.' },
      'newer-profile': {
        what: 'A newer program wrote this ledger',
        next: 'Install the newer version first.',
      },
      'newer-runtime': {
        what: 'This ledger was opened with a newer program',
        next: 'Install the newer version first; an older one would harm it.',
      },
      damaged: {
        what: "The office's own file is damaged or gone",
        next: 'Do not begin a new ledger. Restore a backup or ask the administrator.',
      },
    },
    setup: {
      exists: { what: 'There is a ledger here already', next: 'Restart the program and log in.' },
      'not-begun': { what: 'There is no recovery key yet', next: 'Go back one step.' },
      'wrong-group': { what: 'Group {{group}} is not right', next: 'Type it again from the printed sheet.' },
    },
    journal: {
      behind: { what: 'Something else was recorded meanwhile', next: 'Press once more.' },
      'too-large': { what: 'This is too much at once', next: 'Save it in parts.' },
      stopped: {
        what: 'The journal cannot be written and has stopped',
        next: 'Restart; then look at the disk.',
      },
      damaged: {
        what: 'The journal is damaged from record {{seq}} on',
        kept: 'Everything before it is there, and what the lists still show is kept; what comes after may be incomplete.',
        next: 'What comes before can be read and printed, but nothing new is taken. Write new cases on paper for now and ask the administrator.',
      },
      'torn-tail': {
        what: 'One record was not finished when the power went',
        kept: 'Everything that was shown as saved is there, unchanged.',
        next: 'If you did not see “Saved”, register it again.',
      },
      missing: {
        what: 'The journal is gone',
        next: 'Do not begin a new ledger. Restore a backup or ask the administrator.',
      },
      locked: { what: 'This ledger is open in another window', next: 'Use that one, or close it first.' },
      'wrong-key': {
        what: 'This key does not open this journal',
        next: 'A file may have been exchanged. Restore a backup or ask the administrator.',
      },
      'newer-version': {
        what: 'A newer program wrote the journal',
        next: 'Install the newer version first.',
      },
      'bad-event': {
        what: 'This record was malformed and not written',
        next: 'Give the code to the administrator.',
      },
      'not-allowed': { what: 'This record is not yours to write', next: 'Ask somebody with that role.' },
      exists: { what: 'There is a journal here already', next: 'Restart the program and log in.' },
      cancelled: {
        what: 'The check of the journal was stopped before its end',
        kept: 'Everything saved is still there, unchanged.',
        next: 'Start it again to check it all.',
      },
      'no-office': {
        what: 'The journal does not name the office',
        kept: 'The journal was not touched.',
        next: 'Do not begin a new ledger. Restore a backup or ask the administrator.',
      },
    },
    storage: {
      'disk-full': {
        what: 'The disk is full; not saved',
        next: 'Delete files you do not need, then save again.',
      },
      'read-only': {
        what: 'The drive is write-protected; not saved',
        next: 'Look at its switch, or take another.',
      },
      gone: { what: 'The drive was disconnected', next: 'Plug it in and try again.' },
      denied: {
        what: 'The system does not allow writing this file',
        next: 'Another program may hold it. Try again.',
      },
      damaged: {
        what: 'A file is damaged and cannot be read',
        next: 'Restore a backup or ask the administrator.',
      },
      missing: { what: 'A file is gone', next: 'Restore a backup or ask the administrator.' },
    },
    vault: {
      damaged: { what: 'The stored paper is damaged', next: 'Make a new one or restore a backup.' },
      missing: { what: 'The stored paper is gone', next: 'Make a new one or restore a backup.' },
      'newer-version': { what: 'A newer program kept this paper', next: 'Install the newer version first.' },
      'too-large': {
        what: 'This paper is too large and was not kept',
        next: 'Shorten what is long, then make it again.',
      },
      'source-failed': {
        what: 'The paper could not be read to its end and was not kept',
        next: 'Make it again.',
      },
    },
    printing: {
      'font-missing': {
        what: 'A font is missing: {{detail}}',
        next: 'Install the program again; the fonts come with it.',
      },
      'pdf-unreadable': { what: 'The paper could not be set', next: 'Try again.' },
      'timed-out': {
        what: 'The printer did not answer',
        next: 'See whether the paper came out; if not, print again.',
      },
      'window-failed': { what: 'The paper could not be set', next: 'Try again.' },
      'printer-unknown': {
        what: 'This printer is not found',
        next: 'Look at power and cable, then choose again.',
      },
      'not-cancelled': {
        what: 'The print was not taken back',
        next: 'It may be on its way already. Look at the printer; paper you do not want can be noted as not come out.',
      },
      'printer-refused': {
        what: 'The printer did not take the job',
        next: 'Look for jammed or missing paper, then print again.',
      },
      'no-spooler': {
        what: 'This PC has no print service; nothing was printed',
        next: 'Save the paper as PDF and print it elsewhere; ask the administrator to install CUPS.',
      },
      'paper-differs': {
        what: 'The form or its procedure was changed: this paper cannot go on a pre-printed form',
        next: 'Print all of it on white paper.',
      },
    },
    attachments: {
      kind: {
        what: 'Files of this kind are not taken in',
        next: 'JPG, PNG, WebP and TIFF pictures, PDF, plain text, and WAV, MP3, M4A, OGG and WEBM recordings are. Convert others first.',
      },
      heic: {
        what: 'This is a HEIC photo of an iPhone, which cannot be shown here',
        next: 'Convert it to JPG first. With Settings, Camera, Formats, Most Compatible the phone takes JPGs from then on.',
      },
      video: {
        what: 'This is a video; videos are not taken in',
        next: 'Take the frames that matter as pictures, or save the sound alone as a recording.',
      },
      office: {
        what: 'This is a Word or Excel file, or an archive',
        next: 'Save it as PDF from Word; unpack an archive and add its files one by one.',
      },
      empty: { what: 'This file is empty', next: 'Save it anew and add it again.' },
      'too-large': {
        what: 'The file is larger than {{most}} MB',
        next: 'A picture or PDF may have 20 MB, a recording 100 MB. Make it smaller, split or shorten it.',
      },
      picture: {
        what: 'This picture is damaged or too large',
        next: 'Photograph or scan it anew and add it again.',
      },
      gone: {
        what: 'This file was not taken in to its end, and what came of it is gone',
        next: 'Add the file again.',
      },
      damaged: {
        what: 'What came in of it was damaged on the disk',
        next: 'Add the file again if you have the original.',
      },
      'not-read': {
        what: 'The file could not be read to its end',
        next: 'See whether the stick was pulled out or the file deleted, and add it again.',
      },
      'no-microphone': {
        what: 'No microphone was found',
        next: 'Plug one in, wait a few seconds and press Record again.',
      },
      'microphone-refused': {
        what: 'The system does not let this program use the microphone',
        next: 'Allow it for desktop programs in the privacy settings of the system and press Record again.',
      },
      'no-camera': {
        what: 'No camera was found',
        next: 'Plug in a camera or document camera, wait a few seconds and press Try again.',
      },
      'camera-refused': {
        what: 'The system does not let this program use the camera',
        next: 'Allow it for desktop programs in the privacy settings of the system and press Try again.',
      },
      'camera-busy': {
        what: 'The camera does not open; another program may be using it',
        next: 'Close the program of the document camera or the video call and press Try again.',
      },
      'not-played': {
        what: 'This recording cannot be played',
        next: 'Save a copy and listen to it with another player.',
      },
    },
    bundles: {
      'no-headquarters': {
        what: 'There is no headquarters card to seal for',
        next: 'Read the headquarters card first.',
      },
      'month-open': { what: 'This month is not locked', next: 'Lock it first, then seal the bundle.' },
      'not-here': {
        what: 'The bundle is not where it was written',
        next: 'Plug in the drive it was written to.',
      },
      'no-receipt': { what: 'There is no receipt here', next: 'Choose the folder headquarters gave you.' },
      'bad-card': {
        what: 'This is not a headquarters card',
        next: 'Ask headquarters for headquarters.json again.',
      },
      'no-card': {
        what: 'The card that was chosen is not there any more',
        next: 'See whether the drive is plugged in and the card is on it, and choose again.',
      },
      'other-headquarters': {
        what: 'This card differs from the headquarters in use and was not taken',
        next: 'Compare it with headquarters first, in person or by telephone.',
      },
      'drive-gone': { what: 'The drive has gone; nothing was written', next: 'Plug it in and write again.' },
      'drive-small': {
        what: 'No room, nothing was written: {{needed}} are needed, {{free}} are free',
        next: 'Make room or take another drive. The bundle is sealed already.',
      },
      'not-received': {
        what: 'Headquarters has not received it; it was not removed',
        next: 'Read the receipt first.',
      },
      removed: {
        what: 'Headquarters has received it, and it was removed from this PC',
        next: 'There is nothing to write.',
      },
      'receipt-malformed': {
        what: 'The receipt or its signature is malformed and was not used',
        next: 'Ask headquarters for the receipt again.',
      },
      'receipt-other-key': {
        what: 'The receipt was not signed by this headquarters and was not used',
        next: 'Ask headquarters by telephone whether its key was changed; if so, read its new card first.',
      },
      'receipt-bad-signature': {
        what: 'The signature does not fit the receipt, which may have been altered; it was not used',
        next: 'Keep the bundle, tell headquarters by telephone and ask for the receipt again.',
      },
      'receipt-other-bundle': {
        what: 'The receipt belongs to another bundle and was not used',
        next: 'Ask headquarters for the receipt of this one.',
      },
      'receipt-other-file': {
        what: 'Headquarters received another file than was written here; the receipt was not used',
        next: 'Write the bundle to the drive once more and take it to headquarters again.',
      },
    },
    packs: {
      missing: {
        what: 'The procedure “{{pack}}” is not on this PC, so this was not done',
        next: 'Ask the administrator to put it back, or install the program again.',
      },
      broken: {
        what: 'The pack is wrong at {{place}}: {{fault}}',
        next: 'Ask the administrator to mend it or import it again. Packs without a fault work.',
      },
    },
    store: {
      'ahead-of-journal': {
        what: 'The journal lost {{events}} records of {{cases}} cases: {{numbers}}',
        kept: 'They are put aside and stay there, also when the lists are made again. Everything else is there, unchanged.',
        next: 'First register these cases again from paper, lowest number first, so that they get the same numbers; add the missing steps. Then ask the administrator.',
      },
      'journal-shorter': {
        what: 'The journal lost its last {{records}} records, and this PC has no other copy',
        kept: 'Everything else is there, unchanged.',
        next: 'Compare the last cases with the paper and register again what is missing. Then ask the administrator.',
      },
      'newer-version': {
        what: 'A newer program made the lists',
        kept: 'Everything saved is in the journal, unchanged.',
        next: 'Install the newer version first.',
      },
      'cannot-open': {
        what: 'The lists cannot be opened',
        kept: 'Everything saved is in the journal, unchanged.',
        next: 'Restart the program. If it fails again, see whether the disk is full, then give the code to the administrator.',
      },
      failed: {
        what: 'The lists could not be read or written',
        kept: 'Everything saved is in the journal, unchanged.',
        next: 'Restart the program. If it fails again, give the code to the administrator.',
      },
      cancelled: {
        what: 'The lists were not finished',
        kept: 'Everything saved is in the journal, unchanged.',
        next: 'Log in again and they will be.',
      },
      'no-such-case': { what: 'This case is not in the lists', next: 'Go back to the list and look again.' },
    },
    desk: {
      'no-answer': {
        what: 'The program did not answer; it is not known whether this was done',
        kept: 'Everything that was shown as saved is there, unchanged.',
        next: 'Restart the program and look in the list; if it is not there, do it once more.',
      },
      failed: {
        what: 'The ledger did not open because of a fault in the program',
        next: 'Restart the program; do not begin a new ledger. If it fails again, give the code to the administrator.',
      },
    },
    ipc: {
      locked: { what: 'The ledger is locked', next: 'Log in again.' },
      input: { what: 'What was sent is not as it must be', next: 'Give the code to the administrator.' },
      bug: {
        what: 'The program failed; nothing was done',
        next: 'Try again, or give the code to the administrator.',
      },
      sender: { what: 'This window is not of this program', next: 'Restart the program.' },
    },
    people: {
      'not-allowed': { what: 'Passphrases are given by an administrator', next: 'Ask one.' },
      'not-of-this-office': {
        what: 'This person is not on the list of the office',
        next: 'Add the person first, then give a passphrase.',
      },
      'still-here': {
        what: 'This person is still on the list',
        next: 'Write down the leaving first, then take the passphrase back.',
      },
    },
    sample: {
      exists: {
        what: 'There is a sample office already, or one is being made',
        next: 'Open it; for a new one throw this one away first.',
      },
      none: { what: 'There is no sample office yet', next: 'Make one first.' },
      stopped: { what: 'Stopped; no sample office was made', next: 'Make one when you want it.' },
      'not-handed-over': {
        what: 'The sample office seals no bundles and has no dealings with headquarters',
        kept: 'Everything here is made up, and somebody might take it for real. Nothing was written anywhere.',
        next: 'For bundles, receipts and cards leave the sample office and open the ledger of your office.',
      },
    },
    session: {
      locked: { what: 'The ledger is locked', next: 'Log in again; the draft is kept.' },
      'not-of-this-office': { what: 'You have no role here', next: 'Ask the administrator.' },
    },
  },
  obstacle: {
    'not-signed': '“{{form}}” has not come back signed',
    approval: '{{role}} has to approve',
    asked: 'asked for, no answer yet',
    archive: 'the file lacks {{items}}',
    merged: 'merged into {{number}}',
    state: 'it stands at “{{state}}”',
    role: 'it takes the {{role}}',
    'not-printed': '“{{form}}” has not been printed',
  },
  role: {
    registrar: 'registrar',
    handler: 'handler',
    supervisor: 'supervisor',
    'records-officer': 'records officer',
    administrator: 'administrator',
  },
  list: ', ',
  quoted: '“{{name}}”',
};
