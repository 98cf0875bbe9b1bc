import { writeXlsx } from 'hucre/xlsx';
import { sealedCode } from '#shared/bundle/sealing.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { registerPaper } from '#shared/documents/register.paper.ts';
import {
  CORRECTION_HEADS,
  correctionInWords,
  spokenMonth,
  STATISTICS_ROWS,
  statisticsPaper,
} from '#shared/documents/statistics.paper.ts';
import { registeredCases } from '#shared/reports/month.books.ts';
import type { MonthCorrection } from '#shared/reports/month.corrections.ts';
import type { MonthStatistics } from '#shared/reports/month.statistics.ts';
import type { RenderedPdf } from '../printing/pdf.renderer.ts';
import type { PrintError } from '../printing/print.error.ts';
import type { Survey } from './ledger.survey.ts';

export interface ReportContext {
  readonly office: string;
  readonly now: Instant;
  readonly render: (paper: Paper) => Promise<Result<RenderedPdf, PrintError>>;
}

const KEYS = ['number', 'what', 'of', 'at', 'by'] as const;
const WIDTHS = [26, 40, 14, 18, 12];

/** A sheet knows no time zone: it is to show what the clock on the wall did. */
const wallTime = (at: Instant): Date => new Date(`${dateOf(at)}T${timeOf(at)}:00Z`);

function correctionsSheet(corrections: readonly MonthCorrection[]) {
  return {
    name: '更正',
    columns: CORRECTION_HEADS.map((header, nth) => ({
      ...{ header, key: KEYS[nth] ?? header, width: WIDTHS[nth] ?? 12 },
      ...(KEYS[nth] === 'at' ? { numFmt: 'yyyy-mm-dd hh:mm' } : {}),
    })),
    data: corrections.map(each => ({
      ...{ number: each.number, what: correctionInWords(each), of: spokenMonth(each.of), by: each.by },
      at: wallTime(each.at),
    })),
  };
}

async function statisticsXlsx(statistics: MonthStatistics, now: Instant): Promise<Uint8Array> {
  return writeXlsx({
    // By itself it would take the clock of the PC: the same month then gives another file each time.
    properties: { created: new Date(now), modified: new Date(now) },
    sheets: [
      {
        name: '统计',
        columns: [
          { header: '项目', key: 'label', width: 28 },
          { header: '数量（件）', key: 'amount', width: 14 },
        ],
        data: STATISTICS_ROWS.map(({ key, label }) => ({ label, amount: statistics[key] })),
      },
      {
        name: '按类别',
        columns: [
          { header: '类别', key: 'label', width: 20 },
          { header: '登记', key: 'registered', width: 10 },
          { header: '办结', key: 'closed', width: 10 },
          { header: '逾期办结', key: 'late', width: 12 },
        ],
        data: statistics.byCategory.map(({ label, registered, closed, late }) => ({
          label: label.zh,
          registered,
          closed,
          late,
        })),
      },
      ...(statistics.corrections ? [correctionsSheet(statistics.corrections)] : []),
    ],
  });
}

/** The four files of `data/reports/`: the same figures as data, as a table to go on with, and on paper. */
export async function monthReports(
  survey: Survey,
  statistics: MonthStatistics,
  context: ReportContext,
): Promise<Result<Readonly<Record<string, Uint8Array>>, PrintError>> {
  const period = spokenMonth(survey.period);
  const entries = registeredCases(survey).map(({ state }) => {
    const procedure = survey.procedureOf(state);
    const code = survey.isHidden(state) ? sealedCode(procedure, state.number) : null;
    return { state, procedure, code };
  });
  const common = { office: context.office, period, printedAt: context.now };
  const register = await context.render(registerPaper({ ...common, entries, journal: survey.through }));
  if (!register.ok) return err(register.error);
  // The paper says of its figures that they are those of its date.
  const countedAt = survey.lockedAt ?? context.now;
  const table = await context.render(statisticsPaper({ ...common, printedAt: countedAt, statistics }));
  if (!table.ok) return err(table.error);
  return ok({
    'statistics.json': Buffer.from(`${JSON.stringify(statistics, null, 2)}\n`),
    'statistics.xlsx': await statisticsXlsx(statistics, context.now),
    'register.pdf': register.value.pdf,
    'statistics.pdf': table.value.pdf,
  });
}
