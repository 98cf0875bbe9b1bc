import { casesEventsOffice } from './001-cases-events-office.ts';
import { papersOfCases } from './002-papers-of-cases.ts';
import { approvalsOfCases } from './003-approvals-of-cases.ts';
import { waitingPapersOfCases } from './004-waiting-papers-of-cases.ts';
import { agendaOfCases } from './005-agenda-of-cases.ts';
import { casesOfAnImport } from './006-cases-of-an-import.ts';
import { conditionsOfCases } from './007-conditions-of-cases.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  casesEventsOffice,
  papersOfCases,
  approvalsOfCases,
  waitingPapersOfCases,
  agendaOfCases,
  casesOfAnImport,
  conditionsOfCases,
];

export const LATEST_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));
