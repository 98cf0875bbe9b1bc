import { casesEventsOffice } from './001-cases-events-office.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [casesEventsOffice];

export const LATEST_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));
