import { isSealed } from '#shared/bundle/sealing.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { nextClock, owedClocks, type Clock } from '#shared/case/clocks.ts';
import { NO_OTHER_CASES, type CaseQueries } from '#shared/case/severity.ts';
import { standingOf } from '#shared/case/standing.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Text } from '#shared/core/text.ts';
import { holds } from '#shared/procedure/condition.ts';
import { isFilled } from '#shared/procedure/values.ts';
import { coverHidden } from '#shared/search/hidden-words.ts';
import { hoursOf } from '../projection/hours-of.ts';
import { procedureOf } from '../projection/procedure-of.ts';
import type { ProjectionContext } from '../projection/projection.context.ts';
import type { CaseStatus } from '../store-rows.ts';

/** One line of a list of cases. */
export interface CaseSummary {
  readonly id: CaseId;
  readonly number: string;
  readonly procedure: string;
  /** Who it is about; empty where nobody is named, or whoever it is asked for secrecy. */
  readonly person: string;
  readonly anonymous: boolean;
  /** Asked for secrecy: not to be left open on the screen. */
  readonly confidential: boolean;
  /** The beginning of the matter, one line; names of whom it hides are covered. */
  readonly matter: string;
  readonly category: { readonly key: string; readonly name: Text } | null;
  /** null where the pack of the case is gone. */
  readonly state: { readonly key: string; readonly name: Text } | null;
  readonly status: CaseStatus;
  readonly receivedAt: Instant;
  readonly lastBy: string;
  readonly lastAt: Instant;
  /** The clock that runs out first, as it stands now. */
  readonly clock: Clock | null;
}

const MATTER_LENGTH = 40;

/** The first line or sentence, cut where a list would cut it. */
export function firstSentence(text: string): string {
  const sentence = /^.*?(?:[。！？；\n]|[.!?;](?=\s)|$)/su.exec(text.trim())?.[0] ?? '';
  const letters = Array.from(sentence.trim().replace(/[；;，,]$/, ''));
  return letters.length <= MATTER_LENGTH
    ? letters.join('')
    : `${letters.slice(0, MATTER_LENGTH - 1).join('')}…`;
}

export function summaryOf(
  state: CaseState,
  context: ProjectionContext,
  now: Instant,
  office: Pick<OfficeState, 'overrides' | 'chosen' | 'hours'> | undefined,
  /** Where its limits hang on the cases of other people. */
  others: CaseQueries = NO_OTHER_CASES,
): CaseSummary {
  const procedure = procedureOf(context, state, office);
  const { status, shown } = standingOf(procedure, state);
  const text = (key: string | undefined): string => {
    const value = key === undefined ? null : state.values[key];
    return typeof value === 'string' && isFilled(value) ? value : '';
  };
  const { registration } = procedure ?? {};
  const category = procedure?.fields
    .find(({ key }) => key === registration?.category)
    ?.options?.find(({ value }) => value === text(registration?.category));
  const { anonymous_if: anonymousIf } = registration ?? {};
  const anonymous = anonymousIf !== undefined && holds(anonymousIf, state.values);
  const { calendar } = context;
  const confidential = procedure !== undefined && isSealed(procedure, state.values);
  return {
    id: state.id,
    number: state.number,
    procedure: state.procedure.id,
    person: anonymous || confidential ? '' : text(registration?.person),
    anonymous,
    confidential,
    matter: procedure ? firstSentence(coverHidden(procedure, state.values)(text(registration?.matter))) : '',
    category: category ? { key: category.value, name: category.label } : null,
    state: shown ? { key: shown.id, name: shown.name } : null,
    status,
    receivedAt: state.receivedAt,
    lastBy: state.lastBy.name,
    lastAt: state.lastAt,
    clock: procedure
      ? (nextClock(owedClocks(procedure, state, { now, calendar, officeHours: hoursOf(office), others })) ??
        null)
      : null,
  };
}
