import type { OfficeHours } from './limit.types.ts';

const DAY = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '17:30' },
];

/** Monday to Friday, until an office says otherwise. */
export const DEFAULT_OFFICE_HOURS: OfficeHours = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY };
