import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
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

/** Something written after the lock about what the locked month told; the next open month carries it. */
export interface MonthCorrection {
  readonly case: CaseId;
  readonly number: string;
  readonly kind: CorrectionKind;
  /** The locked month, whose figures stay. */
  readonly of: PlainMonth;
  /** The month that carries it. */
  readonly in: PlainMonth;
  readonly at: Instant;
  readonly by: string;
  /** Names of the fields that were changed, or of the paper. What stood in them stays in the case. */
  readonly what: readonly Text[];
}

/** The months that were locked when the event was written: from the founding of the office up to the first open one. */
export interface LockedMonths {
  readonly founded: PlainMonth;
  readonly openFrom: PlainMonth;
}

type Change = Pick<MonthCorrection, 'kind' | 'of' | 'what'>;

const isLocked = (month: PlainMonth | null, { founded, openFrom }: LockedMonths): month is PlainMonth =>
  month !== null && founded <= month && month < openFrom;

function lateRegistration({ state }: CountedCase, locked: LockedMonths): Change | undefined {
  const received = monthOf(dateOf(state.receivedAt));
  return state.brought === undefined && isLocked(received, locked)
    ? { kind: 'late', of: received, what: [] }
    : undefined;
}

/** What the event changes about a case that a locked month counted. */
function changeOf(
  { state, registeredIn }: CountedCase,
  event: CaseEvent,
  procedure: Pick<Procedure, 'fields' | 'forms'>,
  locked: LockedMonths,
): Change | undefined {
  if (!isLocked(registeredIn, locked)) return undefined;
  const change = (kind: CorrectionKind, what: readonly Text[] = []): Change => ({
    ...{ kind, of: registeredIn, what },
  });
  switch (event.type) {
    case 'fields-changed': {
      const labels = procedure.fields.filter(({ key }) => key in event.values).map(({ label }) => label);
      return change('fields', labels);
    }
    case 'document-voided': {
      const document = state.documents.find(({ id }) => id === event.document);
      if (!document || !isLocked(monthOf(dateOf(document.madeAt)), locked)) return undefined;
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
export function correctionOf(
  before: CountedCase | undefined,
  after: CountedCase,
  event: CaseEvent,
  procedure: Pick<Procedure, 'fields' | 'forms'>,
  locked: LockedMonths,
): MonthCorrection | undefined {
  const reopened = before !== undefined && isLocked(before.closedIn, locked) && after.closedIn === null;
  const change: Change | undefined =
    before === undefined
      ? lateRegistration(after, locked)
      : reopened
        ? { kind: 'reopened', of: before.closedIn, what: [] }
        : changeOf(before, event, procedure, locked);
  if (change === undefined) return undefined;
  const { id, number }: CaseState = after.state;
  const inMonth = countsIn(monthOf(dateOf(event.at)), locked.openFrom);
  return { case: id, number, ...change, in: inMonth, at: event.at, by: event.by.name };
}
