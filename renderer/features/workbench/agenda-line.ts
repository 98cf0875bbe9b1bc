import type { TFunction } from 'i18next';
import type { AgendaEntry, ClockEntry, DutyEntry } from '#shared/agenda/agenda.entry.ts';
import type { Clock } from '#shared/case/clocks.ts';
import { assertNever } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { daysBetween, type PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { isClosedWithReport } from '#shared/procedure/duty.due.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import type { CaseSummary } from '#renderer/db/queries/case.summary.ts';
import { deadlineOf } from '#renderer/features/cases/index.ts';
import { dayWithWeekday } from '#renderer/i18n/day-words.ts';
import type { DeadlineState } from '#renderer/ui/deadline/deadline.state.ts';

/** Where a line leads. */
export type LineTarget =
  | { readonly to: 'case'; readonly id: CaseId }
  | { readonly to: 'procedure'; readonly id: string }
  | { readonly to: 'month' };

/** One thing on the desk as it is drawn. */
export interface AgendaLine {
  readonly key: string;
  readonly state: DeadlineState;
  /** In place of those of the state. */
  readonly mark?: string;
  readonly title: string;
  /** The second line, piece by piece. */
  readonly pieces: readonly string[];
  readonly act: string;
  readonly target: LineTarget;
  /** That can be noted as done from here. */
  readonly duty?: DutyEntry;
}

export interface LineWords {
  readonly t: TFunction<'workbench'>;
  readonly day: (date: PlainDate) => string;
  readonly language: Language;
  readonly today: PlainDate;
}

export const lineWords = (
  t: TFunction<'workbench'>,
  ui: TFunction<'ui'>,
  language: Language,
  today: PlainDate,
): LineWords => ({ t, language, today, day: date => dayWithWeekday(ui, date) });

function personOf({ t }: LineWords, summary: CaseSummary): string {
  if (summary.anonymous) return t('anonymous');
  return summary.confidential ? t('secret') : summary.person;
}

function caseLine(
  words: LineWords,
  entry: { readonly case: CaseId; readonly number: string; readonly key: string },
  summary: CaseSummary | undefined,
  piece: string,
): Pick<AgendaLine, 'key' | 'title' | 'pieces' | 'target'> {
  const category = summary?.category ? inLanguage(summary.category.name, words.language) : '';
  return {
    key: entry.key,
    title: summary?.matter === undefined || summary.matter === '' ? entry.number : summary.matter,
    pieces: [entry.number, summary ? personOf(words, summary) : '', category, piece].filter(Boolean),
    target: { to: 'case', id: entry.case },
  };
}

function dueWords({ t, day, language }: LineWords, what: Text, clock: Clock): string {
  const name = inLanguage(what, language);
  const date = clock.counted?.dueDate;
  if (!date) return t('noDate', { what: name });
  return t(clock.status === 'overdue' ? 'wasDueBy' : 'dueBy', { date: day(date), what: name });
}

export function clockLine(
  words: LineWords,
  entry: Omit<ClockEntry, 'kind'>,
  summary: CaseSummary | undefined,
): AgendaLine {
  const { t, language } = words;
  return {
    ...caseLine(words, entry, summary, dueWords(words, entry.what, entry.clock)),
    state: deadlineOf(entry.clock),
    act: entry.step ? t('act.step', { step: inLanguage(entry.step, language) }) : t('act.open'),
  };
}

function dutyState({ standing, period }: DutyEntry, today: PlainDate): DeadlineState {
  const days = (amount: number) => ({ amount, unit: 'calendar-days' as const });
  switch (standing) {
    case 'overdue':
      return { kind: 'overdue', by: days(daysBetween(period.due, today)) };
    case 'today':
      return { kind: 'today' };
    case 'near':
      return { kind: 'near', left: days(daysBetween(today, period.due)) };
    default:
      return assertNever(standing);
  }
}

export function dutyLine({ t, day, language, today }: LineWords, entry: DutyEntry): AgendaLine {
  const { period, standing } = entry;
  const isClosed = isClosedWithReport({ ...entry, period: entry.every });
  const due = { period: periodInWords(entry.every, period, language), date: day(period.due) };
  return {
    key: entry.key,
    state: dutyState(entry, today),
    title: inLanguage(entry.what, language),
    pieces: [
      inLanguage(entry.of, language),
      t(standing === 'overdue' ? 'dutyWasDue' : 'dutyDue', due),
      period.provisional ? t('provisional') : '',
    ].filter(Boolean),
    act: t(isClosed ? 'act.closeDuty' : 'act.duty'),
    target: isClosed ? { to: 'month' } : { to: 'procedure', id: entry.procedure },
    ...(isClosed ? {} : { duty: entry }),
  };
}

const FAR: DeadlineState = { kind: 'far', left: { amount: 0, unit: 'calendar-days' } };
const NEAR: DeadlineState = { ...FAR, kind: 'near' };

/** An entry in words; what stands on the case is given with it. */
export function lineOf(words: LineWords, entry: AgendaEntry, summary: CaseSummary | undefined): AgendaLine {
  const { t, day, language, today } = words;
  const what = inLanguage(entry.what, language);
  switch (entry.kind) {
    case 'overdue':
    case 'today':
    case 'progress':
    case 'near':
    case 'contact':
      return clockLine(words, entry, summary);
    case 'escalated': {
      const since = { date: day(dateOf(entry.since)), time: timeOf(entry.since) };
      return {
        ...caseLine(words, entry, summary, t('escalatedAt', since)),
        ...{ state: NEAR, mark: t('escalatedMark', { level: what }), act: t('act.open') },
      };
    }
    case 'asked': {
      const asked = { name: entry.by, what, reason: inLanguage(entry.reason, language) };
      return {
        ...caseLine(words, entry, summary, t('askedBy', asked)),
        ...{ state: FAR, mark: t('askedMark'), act: t('act.asked') },
      };
    }
    case 'transfer': {
      const { standing, to, since } = entry;
      const told = { to, date: day(dateOf(since)), reason: inLanguage(entry.reason, language) };
      return {
        ...caseLine(words, entry, summary, t(`transfer.${standing}`, told)),
        ...{ state: standing === 'returned' ? NEAR : FAR, mark: t(`transferMark.${standing}`) },
        act: t('act.open'),
      };
    }
    case 'signature': {
      const printed = dateOf(entry.since);
      const count = daysBetween(printed, today);
      return {
        ...caseLine(words, entry, summary, t('printedOn', { what, date: day(printed) })),
        state: FAR,
        mark: count === 0 ? t('printedToday') : t('waitedMark', { count }),
        act: t('act.open'),
      };
    }
    case 'duty':
      return dutyLine(words, entry);
    default:
      return assertNever(entry);
  }
}
