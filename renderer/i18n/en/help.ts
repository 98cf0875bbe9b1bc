import type { Translation } from '../translation.ts';
import type { help as source } from '../zh-CN/help.ts';

export const help: Translation<typeof source> = {
  open: 'Help',
  label: 'Help',
  more: 'What has no key is found with Ctrl+K, by its name.',
  list: {
    move: 'another line of a list',
    open: 'open',
    space: 'Space',
    tick: 'tick',
    tab: 'to the next field',
  },
  page: {
    lock: {
      title: 'Help: opening the ledger',
      about:
        'Choose your name, type your passphrase and press Enter. The arrows choose another person. Whoever forgot the passphrase sets a new one with the recovery key of the office, which was printed at the first run. After several wrong tries there is a wait; nothing in the ledger is lost. Leave your seat with Ctrl+L: what is not finished is kept.',
    },
    'first-run': {
      title: 'Help: first run',
      about:
        'Four steps: the office, yourself and a passphrase, the recovery key on paper, and the ledger opens. You can go back at any time. Only you know the passphrase, the program does not hold it; if it is forgotten the recovery key helps, so keep that paper safe and away from the computer.',
    },
    workbench: {
      title: 'Help: workbench',
      about:
        'What is for today: overdue, due today, due soon, waiting for your approval, for a signature, and reports that are owed. ↓ goes through it, Enter opens; afterwards you come back here. The calendar shows what falls due on which day.',
    },
    papers: {
      title: 'Help: papers',
      about:
        'Papers that wait to be printed or to come back signed. Tick those of several cases and print them in one go. Where nobody knows whether a paper came out, the program asks.',
    },
    reception: {
      title: 'Help: reception',
      about:
        'Write while the person talks; the fields stand as on the paper form. What is typed is kept as a draft at once, even if the power fails; a number is given when it is saved. Cases that look alike and the guidance stand at the side, for your eyes only.',
    },
    cases: {
      title: 'Help: cases',
      about:
        'All cases of the office, those due first at the top. Choose a line and press Enter to open it; the tabs show other cases. “Add a condition” cuts the list by state, category, day, deadline and procedure, and it can be saved as a view. Space chooses a line, Shift with ↑ ↓ several, Ctrl+A all; below they can be printed, acted on together and exported.',
    },
    case: {
      title: 'Help: one case',
      about:
        'At the top the deadlines and why they fall where they do, then the history, and at the end what was registered. “Next” at the side holds what the procedure allows now, the likely step first; the papers are there too.',
    },
    paper: {
      title: 'Help: paper',
      about:
        'What you see is what will be printed. Printer and copies are chosen at the side; who printed and how often is written down. Without a printer, save a PDF and print it elsewhere.',
    },
    clocks: {
      title: 'Help: how deadlines are counted',
      about:
        'This sheet says how each deadline was counted, and may be shown to the person. It has no number and is no part of the file.',
    },
    file: {
      title: 'Help: cover, contents and closing note',
      about:
        'What a file needs when it is bound, written from what is recorded. Print it and put it with the case.',
    },
    scans: {
      title: 'Help: signed scans',
      about:
        'Put signed papers here as pictures or PDF. The code at the foot of each page says where it belongs; only pages that cannot be read are asked about.',
    },
    month: {
      title: 'Help: month and delivery',
      about:
        'Look at the figures of the month, lock it, and seal it for headquarters. Receipts and supervision orders are read here as well. A locked month can be looked at, its figures no longer move.',
    },
    statistics: {
      title: 'Help: statistics',
      about:
        'Choose a procedure and a period: how much came in, how much was closed and in time, by class, person and unit, and which reports are due. Every figure is a button that shows the very cases it counts. The same figures can be printed or saved as Excel or CSV.',
    },
    'statistics-paper': {
      title: 'Help: statistics on paper',
      about: 'The period that was on the screen, set across the page. What is shown is what is printed.',
    },
    procedures: {
      title: 'Help: procedures',
      about:
        'All procedures and guidance. What is ticked is used by this office and offered at reception. “Look” shows steps, deadlines and papers.',
    },
    procedure: {
      title: 'Help: one procedure',
      about:
        'Steps, deadlines, numbers and papers of this procedure, as its source has them. What the source leaves open the office sets here, and who set it is written down.',
    },
    'period-paper': {
      title: 'Help: registers and reports',
      about:
        'All cases of a period on one paper. The period is chosen at the side; what you see is what will be printed.',
    },
    figures: {
      title: 'Help: figures',
      about:
        'Where the figures of a report come from: how many of each, and whether they rise or fall. They are the same as on the paper.',
    },
    transfers: {
      title: 'Help: cases sent here',
      about:
        'Cases of other offices wait here. See who sends one, why, and what came along, then register it or send it back. What came along is put into the register form; procedure and category are for you to choose. Afterwards write the answer onto the stick that goes back.',
    },
    import: {
      title: 'Help: import an old ledger',
      about:
        'Brings an old ledger of Excel or CSV along, row by row, with its numbers and dates. Set the columns, see what is wrong, then import; a wrong import is undone in one step.',
    },
    manual: {
      title: 'Help: the manual',
      about:
        'In the order of a day at the counter. The contents are at the side; type a few words above to see where it speaks of them.',
    },
    'manual-paper': {
      title: 'Help: print the manual',
      about:
        'What stands on the screen as one paper; every chapter begins a page and can be pinned up at the counter.',
    },
    settings: {
      title: 'Help: settings',
      about:
        'How the screen looks, office hours and people. Everybody has a passphrase of their own; roles and new people are for the administrator. To practise, open the sample office from here.',
    },
  },
};
