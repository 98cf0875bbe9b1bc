import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { Language } from '#shared/core/text.ts';
import type { SavedCell } from '#shared/import/import.file.ts';
import { columnsShown, type CaseColumns } from '#shared/list/case-list.choices.ts';
import type { CasesTaken } from '#shared/list/cases-taken.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { isClosed } from '#renderer/db/live/use-live.ts';
import { caseRows } from '#renderer/db/queries/case-rows.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { useProcedureName } from './case-columns.tsx';
import { sheetHead, sheetRow } from './export-sheet.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly path: string; readonly count: number }
  | { readonly kind: 'fault'; readonly fault: AnyFault };

export interface ChosenCases extends Pick<CasesTaken, 'list' | 'conditions' | 'found'> {
  readonly ids: readonly CaseId[];
  readonly columns: CaseColumns;
}

export interface CaseExport {
  readonly state: ExportState;
  readonly start: (chosen: ChosenCases) => void;
  readonly stop: () => void;
}

/** Cases are opened so many at a time; between two lots the window answers. */
const LOT = 200;

const IDLE: ExportState = { kind: 'idle' };

/** Writes cases as they stand in the list to a spreadsheet. Ends with the page. */
export function useExport(): CaseExport {
  const { t, i18n } = useTranslation('cases');
  const { t: ui } = useTranslation('ui');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const procedureName = useProcedureName(language);
  const desk = useDesk();
  const { store } = useOpenDesk();
  const [state, setState] = useState<ExportState>(IDLE);
  useHoldOpen(state.kind === 'reading' || state.kind === 'saving');
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const save = async (chosen: ChosenCases, signal: AbortSignal): Promise<void> => {
    const { ids, list, conditions, found } = chosen;
    const shown = columnsShown(chosen.columns);
    const rows: (readonly SavedCell[])[] = [sheetHead(shown, t)];
    const now = desk.now();
    for (let from = 0; from < ids.length; from += LOT) {
      setState({ kind: 'reading', done: from, total: ids.length });
      const lot = await caseRows(store, ids.slice(from, from + LOT), now);
      if (signal.aborted) return;
      for (const row of lot) rows.push(sheetRow(row, rows.length, shown, { t, ui, language, procedureName }));
    }
    setState({ kind: 'saving' });
    const reply = await desk.api.sheets.save({
      name: t('export.file', { date: dateOf(now) }),
      sheets: [{ name: t('title'), rows: rows.map(row => [...row]) }],
      taken: { ...{ cases: rows.length - 1, list, conditions, found }, columns: [...shown] },
    });
    if (signal.aborted) return;
    if (!reply.ok) setState({ kind: 'fault', fault: reply.error });
    else if (reply.value.path === null) setState(IDLE);
    else setState({ kind: 'saved', path: reply.value.path, count: rows.length - 1 });
  };

  return {
    state,
    start: chosen => {
      if (state.kind === 'reading' || state.kind === 'saving') return;
      const own = new AbortController();
      running.current = own;
      save(chosen, own.signal).catch((error: unknown) => {
        if (!isClosed(error)) throw error;
      });
    },
    stop: () => {
      running.current?.abort();
      setState(IDLE);
    },
  };
}
