import type { CaseId } from '#shared/core/ids.ts';
import type { Place } from './seal.ts';

export const casePlace = (id: CaseId): Place => ({ table: 'cases', id });
export const eventPlace = (id: CaseId, seq: number): Place => ({ table: 'events', id: `${id}/${seq}` });
export const OFFICE_PLACE: Place = { table: 'office', id: 'office' };
