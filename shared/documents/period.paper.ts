import { isSealed, sealedCode } from '#shared/bundle/sealing.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { clocksOf, type ClockContext } from '#shared/case/clocks.ts';
import { severityOf } from '#shared/case/severity.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Correction } from '#shared/reports/month.corrections.ts';
import type { PeriodClosed } from '#shared/reports/period.closings.ts';
import { isOpenAfter, isReceivedIn, type ReportedCase } from '#shared/reports/period.figures.ts';
import type { PeriodPaper } from '#shared/reports/period.papers.ts';
import { reportFigures } from '#shared/reports/report.figures.ts';
import type { TrendBooks } from '#shared/reports/trend.figures.ts';
import { periodInWords, type PeriodDays } from '#shared/reports/report.period.ts';
import type { ListEntry } from './list.columns.ts';
import { listPaper, type ListSubject } from './list.paper.ts';
import type { Paper } from './paper.model.ts';
import { carriedNotes, closedNotes } from './period.notes.ts';

export interface PeriodSubject {
  readonly office: ListSubject['office'] & TrendBooks['office'];
  readonly journal: NonNullable<ListSubject['journal']>;
  readonly paper: PeriodPaper;
  readonly period: Period;
  readonly days: PeriodDays;
  /** The procedure as the office has it now: its texts stand on the paper. */
  readonly procedure: Procedure;
  /** Every case of the procedure, in the order of the books. */
  readonly cases: readonly ReportedCase[];
  readonly clocks: Omit<ClockContext, 'others'>;
  readonly document: DocumentId;
  /** Where the period is closed. `cases` and `clocks` are then those of that moment. */
  readonly closed?: PeriodClosed | undefined;
  /** Of all periods of this kind. */
  readonly corrections?: readonly Correction[] | undefined;
  /** The day it is printed; else that of the clocks. */
  readonly printedOn?: PlainDate | undefined;
  /** Whether the case hides who it comes from, if only since the close. */
  readonly isHidden?: ((state: CaseState) => boolean) | undefined;
}

/** An official paper is in Chinese, whatever the language of the window. */
const LANGUAGE: Language = 'zh-CN';

function entryOf(
  { state, procedure }: ReportedCase,
  context: ClockContext,
  { isHidden = () => isSealed(procedure, state.values) }: Pick<PeriodSubject, 'isHidden'>,
): ListEntry {
  const found = severityOf(procedure, state, context)?.effective;
  const name = procedure.severity?.classes.find(({ id }) => id === found)?.name;
  return {
    state,
    procedure,
    clocks: clocksOf(procedure, state, context),
    severity: name ? inLanguage(name, LANGUAGE) : '',
    code: isHidden(state) ? sealedCode(procedure, state.number) : null,
  };
}

/** A register or report of a procedure over one of its periods, from the whole of its books. */
export function periodPaper(subject: PeriodSubject): Paper {
  const { paper, period, days, procedure, cases, clocks, document, office, journal } = subject;
  const { closed, corrections = [], printedOn = dateOf(clocks.now) } = subject;
  const context: ClockContext = { ...clocks, others: { received: () => cases.map(({ state }) => state) } };
  const isListed = paper.report?.lists === 'open' ? isOpenAfter : isReceivedIn;
  const listed = cases
    .filter(each => isListed(each, days))
    .sort((a, b) => (a.state.receivedAt < b.state.receivedAt ? -1 : 1));
  const figures = reportFigures(paper.report, { procedure, cases, context, office }, days);
  return listPaper({
    ...{ procedure, office, document, journal },
    form: paper.form,
    report: paper.report,
    language: LANGUAGE,
    date: printedOn,
    period: {
      words: periodInWords(period, days, LANGUAGE),
      figures: closed?.figures ? { ...figures, period: closed.figures } : figures,
    },
    standing: closed && closedNotes(closed.at, days.id, corrections, LANGUAGE),
    carried: carriedNotes(days.id, corrections, LANGUAGE),
    entries: listed.map(each => entryOf(each, context, subject)),
  });
}
