import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import type { Language, Text } from '#shared/core/text.ts';
import type { CasesTaken } from '#shared/list/cases-taken.schema.ts';
import { statisticSheets } from '#shared/reports/statistic.sheets.ts';
import type { StatisticTable } from '#shared/reports/statistic.table.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { periodText, type StatisticPlace } from './statistic-place.ts';

export type StatisticExport =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'fault'; readonly fault: AnyFault };

/** Which cases leave by name in the lists; the journal is told of those. */
function takenFrom(
  tables: readonly StatisticTable[],
  { procedure, from, to }: StatisticPlace,
): CasesTaken | null {
  const named = tables.flatMap(({ id, rows }) =>
    rows.flatMap(row => (row.case ? [[id, row.case] as const] : [])),
  );
  const cases = new Set(named.map(([, id]) => id)).size;
  if (cases === 0) return null;
  return {
    ...{ cases, list: 'statistics', found: false },
    conditions: { ...(procedure === null ? {} : { procedure: [procedure] }), received: { from, to } },
    columns: [...new Set(named.map(([id]) => id))],
  };
}

/** The tables as a file, the register and the overdue cases with them. */
export function useStatisticExport(procedureName: Text, at: StatisticPlace) {
  const { t, i18n } = useTranslation('statistics');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const { office } = useOpenDesk();
  const [state, setState] = useState<StatisticExport>({ kind: 'idle' });
  const save = async (as: 'xlsx' | 'csv'): Promise<void> => {
    if (state.kind === 'saving') return;
    setState({ kind: 'saving' });
    const { procedure, from, to } = at;
    // Counted for the file: what is on the screen may be on its way still.
    const counted = await desk.api.reports.statistics({ procedure, from, to });
    if (!counted.ok) {
      setState({ kind: 'fault', fault: counted.error });
      return;
    }
    const tables = counted.value;
    const head = {
      ...{ office: office.name, procedure: procedureName, period: periodText(at) },
      countedOn: dateOf(desk.now()),
    };
    const reply = await desk.api.sheets.save({
      ...{ as, name: t('file', { from: at.from, to: at.to }) },
      sheets: statisticSheets(tables, head, language).map(({ name, rows }) => ({
        name,
        rows: rows.map(row => [...row]),
      })),
      taken: takenFrom(tables, at),
    });
    if (!reply.ok) setState({ kind: 'fault', fault: reply.error });
    else if (reply.value.path === null) setState({ kind: 'idle' });
    else setState({ kind: 'saved', path: reply.value.path });
  };
  return { state, save };
}
