import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { monthOf, type PlainDate, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { countsIn, type CountedCase } from './counted-case.ts';

/** What can make a locked month say something else than what is known now. */
export const CORRECTION_KINDS = ['late', 'fields', 'reopened', 'voided', 'merged', 'withdrawn'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** As paper and table name it. */
export const CORRECTION_NAMES: Readonly<Record<CorrectionKind, Required<Text>>> = {
  late: { zh: '锁账后补登', en: 'Registered after the lock' },
  fields: { zh: '更正登记内容', en: 'Entries corrected' },
  reopened: { zh: '办结后又打开', en: 'Opened again after closing' },
  voided: { zh: '文书作废', en: 'Paper voided' },
  merged: { zh: '并入另一件', en: 'Merged into another case' },
  withdrawn: { zh: '撤回带入的案件', en: 'Withdrawn from the old ledger' },
};

/** Something written after the lock about what the locked month, or period, told; the next open one carries it. */
export interface Correction<Span extends string = string> {
  readonly case: CaseId;
  readonly number: string;
  readonly kind: CorrectionKind;
  /** The locked one, whose figures stay. */
  readonly of: Span;
  /** The one that carries it. */
  readonly in: Span;
  readonly at: Instant;
  readonly by: string;
  /** Names of the fields that were changed, or of the paper. What stood in them stays in the case. */
  readonly what: readonly Text[];
}

export type MonthCorrection = Correction<PlainMonth>;

/** What was locked when the event was written. */
export interface Locked<Span extends string> {
  readonly isLocked: (span: Span) => boolean;
  readonly spanOf: (date: PlainDate) => Span;
  /** What takes in something of that day: its own month or period, or the first open one after it. */
  readonly carriedBy: (date: PlainDate) => Span;
}

/** Months are locked from the founding of the office up to the first open one. */
export const lockedMonths = (founded: PlainMonth, openFrom: PlainMonth): Locked<PlainMonth> => ({
  isLocked: month => founded <= month && month < openFrom,
  spanOf: monthOf,
  carriedBy: date => countsIn(monthOf(date), openFrom),
});

type Change<Span extends string> = Pick<Correction<Span>, 'kind' | 'of' | 'what'>;

function lateRegistration<Span extends string>(
  { state }: CountedCase<Span>,
  { isLocked, spanOf }: Locked<Span>,
): Change<Span> | undefined {
  const received = spanOf(dateOf(state.receivedAt));
  return state.brought === undefined && isLocked(received)
    ? { kind: 'late', of: received, what: [] }
    : undefined;
}

/** What the event changes about a case that a locked month counted. */
function changeOf<Span extends string>(
  { state, registeredIn }: CountedCase<Span>,
  event: CaseEvent,
  procedure: Pick<Procedure, 'fields' | 'forms'>,
  { isLocked, spanOf }: Locked<Span>,
): Change<Span> | undefined {
  if (!isLocked(registeredIn)) return undefined;
  const change = (kind: CorrectionKind, what: readonly Text[] = []): Change<Span> => ({
    ...{ kind, of: registeredIn, what },
  });
  switch (event.type) {
    case 'fields-changed': {
      const labels = procedure.fields.filter(({ key }) => key in event.values).map(({ label }) => label);
      return change('fields', labels);
    }
    case 'document-voided': {
      const document = state.documents.find(({ id }) => id === event.document);
      if (!document || !isLocked(spanOf(dateOf(document.madeAt)))) return undefined;
      return change(
        'voided',
        procedure.forms.filter(({ id }) => id === document.form).map(({ name }) => name),
      );
    }
    case 'merged':
      return change('merged');
    case 'import-withdrawn':
      return change('withdrawn');
    default:
      return undefined;
  }
}

/** The correction that an event is, if it is one: `before` and `after` are the case without it and with it. */
export function correctionOf<Span extends string>(
  before: CountedCase<Span> | undefined,
  after: CountedCase<Span>,
  event: CaseEvent,
  procedure: Pick<Procedure, 'fields' | 'forms'>,
  locked: Locked<Span>,
): Correction<Span> | undefined {
  const closed = before?.closedIn ?? null;
  const change: Change<Span> | undefined =
    before === undefined
      ? lateRegistration(after, locked)
      : closed !== null && after.closedIn === null && locked.isLocked(closed)
        ? { kind: 'reopened', of: closed, what: [] }
        : changeOf(before, event, procedure, locked);
  if (change === undefined) return undefined;
  const { id, number }: CaseState = after.state;
  const carrying = locked.carriedBy(dateOf(event.at));
  return { case: id, number, ...change, in: carrying, at: event.at, by: event.by.name };
}
