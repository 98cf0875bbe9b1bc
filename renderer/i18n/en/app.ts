import type { Translation } from '../translation.ts';
import type { app as source } from '../zh-CN/app.ts';

export const app: Translation<typeof source> = {
  rail: {
    reception: 'Reception',
    cases: 'Cases',
    scans: 'Signed scans',
    month: 'Month and delivery',
    procedures: 'Procedures',
    settings: 'Settings',
  },
  version: 'Phoenix Desk {{version}}',
  offline: 'Offline, nothing waiting',
  offlineWaiting_one: 'Offline, {{count}} waiting',
  offlineWaiting_other: 'Offline, {{count}} waiting',
  clockBehind: 'The clock stands before the last record: check date and time',
  largeType: 'Large type',
  otherLanguage: '中文',
  goTo: 'Go to {{page}}',
  speakOther: 'Switch to Chinese 中文',
  largerType: 'Larger type',
  usualType: 'Usual type',
  scheme: { light: 'Light colours', dark: 'Dark colours', auto: 'Colours as the computer is set' },
  lock: 'Lock',
  noProcedure: 'No procedure can be used now',
  noProcedureNext: 'The pack is broken or no longer valid. Ask the administrator; all cases are still there.',
  trouble: 'Something was not right when the ledger was opened',
  troubleRead: 'I have read it',
  brokenPack: 'The procedure pack “{{pack}}” has a fault and is not used',
  crashed: {
    title: 'This screen failed',
    what: 'A fault of the program kept the screen from being drawn',
    kept: 'Everything saved is there; unfinished registrations are kept as drafts.',
    next: 'Open the screen again. If it fails again, give the code to the administrator.',
    again: 'Open the screen again',
  },
};
