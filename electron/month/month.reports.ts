import { writeXlsx } from 'hucre/xlsx';
import { sealedCode } from '#shared/bundle/sealing.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { registerPaper } from '#shared/documents/register.paper.ts';
import { STATISTICS_ROWS, statisticsPaper } from '#shared/documents/statistics.paper.ts';
import { registeredCases } from '#shared/reports/month.books.ts';
import type { MonthStatistics } from '#shared/reports/month.statistics.ts';
import type { RenderedPdf } from '../printing/pdf.renderer.ts';
import type { PrintError } from '../printing/print.error.ts';
import type { Survey } from './ledger.survey.ts';

export interface ReportContext {
  readonly office: string;
  readonly now: Instant;
  readonly render: (paper: Paper) => Promise<Result<RenderedPdf, PrintError>>;
}

const spoken = (period: PlainMonth): string => `${period.slice(0, 4)}年${Number(period.slice(5))}月`;

async function statisticsXlsx(statistics: MonthStatistics): Promise<Uint8Array> {
  return writeXlsx({
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
    ],
  });
}

/** The four files of `data/reports/`: the same figures as data, as a table to go on with, and on paper. */
export async function monthReports(
  survey: Survey,
  statistics: MonthStatistics,
  context: ReportContext,
): Promise<Result<Readonly<Record<string, Uint8Array>>, PrintError>> {
  const period = spoken(survey.period);
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
    'statistics.xlsx': await statisticsXlsx(statistics),
    'register.pdf': register.value.pdf,
    'statistics.pdf': table.value.pdf,
  });
}
