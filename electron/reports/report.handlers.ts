import { workingCalendar } from '#shared/calendar/working-calendar.ts';
import type { ClockContext } from '#shared/case/clocks.ts';
import { officeProcedure } from '#shared/case/office.procedure.ts';
import { dateOf } from '#shared/core/instant.ts';
import { newDocumentId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import { periodPaper } from '#shared/documents/period.paper.ts';
import type { MadePaper } from '#shared/ipc/answers.ts';
import type { ParsedInputOf } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { periodOf } from '#shared/procedure/duty.due.ts';
import type { Duty, Period } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { findPeriodPaper, type PeriodPaper } from '#shared/reports/period.papers.ts';
import { reportFigures, usualTrend, type ReportFigures } from '#shared/reports/report.figures.ts';
import type { PeriodDays } from '#shared/reports/report.period.ts';
import type { StatisticTable } from '#shared/reports/statistic.table.ts';
import { statisticTables } from '#shared/reports/statistics.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import { readPacks } from '../desk/packs.ts';
import { passPaper, type PaperParts } from '../desk/papers.ts';
import type { Handle } from '../ipc/handle.ts';
import { lookAtPeriod } from './period.answer.ts';
import { surveyPeriod } from './period.survey.ts';
import { casesByProcedure, procedureBooks } from './procedure.books.ts';

/** Of several versions the last. */
function newestById(procedures: readonly Procedure[]): ReadonlyMap<string, Procedure> {
  return new Map(procedures.toSorted((a, b) => a.version - b.version).map(each => [each.id, each]));
}

/**
 * What closes the periods of a paper: a duty of its own, null where that is the lock of the month. Registers and what is
 * asked for at no fixed time are closed by nothing.
 */
function closedBy({ duties }: Procedure, paper: PeriodPaper, period: Period): Duty['id'] | null | undefined {
  const { report, free } = paper;
  if (!report) return undefined;
  if (period === 'month') return free ? undefined : null;
  return duties.find(duty => duty.period === period && duty.report === report.id)?.id;
}

/** A register or report, and everything it is made from: the books as they stand, or stood when the period closed. */
async function booksOf(desk: Desk, id: string, name: string, period: Period, days: PeriodDays) {
  const ledger = openedLedger(desk);
  const packs = await readPacks(desk.resources);
  const pack = packs.procedures
    .filter(each => each.id === id)
    .toSorted((a, b) => b.version - a.version)
    .at(0);
  const paper = pack && findPeriodPaper(pack, name);
  if (!pack || !paper) return undefined;
  const now = desk.now();
  const calendar = workingCalendar(packs.calendars);
  const duty = closedBy(pack, paper, period);
  if (duty === undefined) {
    const office = await ledger.office();
    const { cases, journal } = await procedureBooks(ledger, packs, id);
    const procedure = officeProcedure(pack, office, packs.guidance, now);
    return {
      ...{ paper, office, cases, journal, procedure, closed: undefined },
      context: { now, calendar, officeHours: office.hours },
    };
  }
  const survey = await surveyPeriod(ledger, packs, { procedure: id, duty, period: days.id });
  const { cases, journal, done, corrections, isHidden } = survey;
  const office = { ...survey.office, ...survey.entered };
  const moment = done?.at ?? now;
  return {
    ...{ paper, office, cases, journal, corrections, isHidden },
    procedure: officeProcedure(pack, office, packs.guidance, moment),
    context: { now: moment, calendar, officeHours: office.hours },
    closed: done,
  };
}

/** Sets a register or report of a period. It can be set again from the journal at any time, so it is kept nowhere. */
async function makeReport(
  desk: Desk,
  parts: Pick<PaperParts, 'render'>,
  { procedure: id, paper: name, period, day }: ParsedInputOf<'reports:make'>,
): Promise<Reply<MadePaper>> {
  const days = periodOf(day, period);
  const books = await booksOf(desk, id, name, period, days);
  if (!books) return err({ code: 'papers/no-such-report' });
  const { context: clocks, ...rest } = books;
  const document = newDocumentId(desk.ids);
  const made = periodPaper({ ...rest, clocks, period, days, document, printedOn: dateOf(desk.now()) });
  return passPaper(desk, parts, made);
}

/** What its paper would hold, for the screen; the months also where the paper has none. */
async function countReport(
  desk: Desk,
  { procedure: id, paper: name, period, day, months }: ParsedInputOf<'reports:figures'>,
): Promise<Reply<ReportFigures>> {
  const days = periodOf(day, period);
  const books = await booksOf(desk, id, name, period, days);
  if (!books) return err({ code: 'papers/no-such-report' });
  const { report } = books.paper;
  const trend = report?.trend ?? usualTrend(books.procedure, report);
  const figures = reportFigures(report, books, days, { ...trend, months });
  const { closed } = books;
  return ok(closed ? { ...figures, period: closed.figures ?? figures.period, closedAt: closed.at } : figures);
}

/** What the statistics of these days hold, over the whole journal. */
async function countStatistics(
  desk: Desk,
  { procedure: id, from, to }: ParsedInputOf<'reports:statistics'>,
): Promise<Reply<readonly StatisticTable[]>> {
  const ledger = openedLedger(desk);
  const packs = await readPacks(desk.resources);
  const [now, office] = [desk.now(), await ledger.office()];
  const { cases } = await procedureBooks(ledger, packs, id);
  const counted = new Set(cases.map(({ procedure }) => procedure.id));
  // Those the office works by, and those it worked by: their cases are cases of the office.
  const isAsked = (name: string): boolean =>
    id === null ? office.chosen?.procedures.includes(name) === true || counted.has(name) : name === id;
  const procedures = [...newestById(packs.procedures).values()]
    .filter(each => isAsked(each.id))
    .map(each => officeProcedure(each, office, packs.guidance, now));
  if (id !== null && procedures.length === 0) return err({ code: 'papers/no-such-report' });
  const context: ClockContext = {
    ...{ now, calendar: workingCalendar(packs.calendars), officeHours: office.hours },
    others: casesByProcedure(cases),
  };
  return ok(statisticTables({ procedures, cases, context, office }, { id: `${from}/${to}`, from, to }));
}

export function handleReports(handle: Handle, desk: Desk, parts: Pick<PaperParts, 'render'>): void {
  handle('reports:make', input => makeReport(desk, parts, input));
  handle('reports:figures', input => countReport(desk, input));
  handle('reports:period', wanted => lookAtPeriod(desk, wanted));
  handle('reports:statistics', input => countStatistics(desk, input));
}
