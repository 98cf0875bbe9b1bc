import { msOf } from '#shared/core/instant.ts';
import { assertNever } from '#shared/core/assert.ts';
import { AGENDA_KINDS, type AgendaEntry, type AgendaKind } from './agenda.entry.ts';

/** What it is sorted by inside its kind: what ends first, and what has waited longest. */
function momentOf(entry: AgendaEntry): number {
  switch (entry.kind) {
    case 'overdue':
    case 'today':
    case 'progress':
    case 'near':
    case 'contact':
      return entry.clock.counted?.due ? msOf(entry.clock.counted.due) : Infinity;
    case 'escalated':
    case 'asked':
    case 'transfer':
    case 'signature':
      return msOf(entry.since);
    case 'duty':
      return Date.parse(entry.period.due);
    default:
      return assertNever(entry);
  }
}

const rank = ({ kind }: AgendaEntry): number => AGENDA_KINDS.indexOf(kind);

/** The same whatever order the cases came in. */
export function inOrder<Entry extends AgendaEntry>(entries: readonly Entry[]): readonly Entry[] {
  return entries
    .map(entry => ({ entry, moment: momentOf(entry) }))
    .sort(
      (a, b) =>
        rank(a.entry) - rank(b.entry) ||
        // Two without a date are as late as each other.
        (a.moment === b.moment ? 0 : a.moment - b.moment) ||
        (a.entry.key < b.entry.key ? -1 : a.entry.key > b.entry.key ? 1 : 0),
    )
    .map(({ entry }) => entry);
}

export interface AgendaGroup {
  readonly kind: AgendaKind;
  readonly entries: readonly AgendaEntry[];
}

/** By kind, the most pressing first; kinds of which there is nothing are left out. */
export const groupsOf = (entries: readonly AgendaEntry[]): readonly AgendaGroup[] =>
  AGENDA_KINDS.map(kind => ({ kind, entries: inOrder(entries.filter(entry => entry.kind === kind)) })).filter(
    group => group.entries.length > 0,
  );
