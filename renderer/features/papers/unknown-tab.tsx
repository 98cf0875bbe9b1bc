import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useLive } from '#renderer/db/live/use-live.ts';
import { procedureOf } from '#renderer/db/projection/procedure-of.ts';
import { caseStates } from '#renderer/db/queries/case-rows.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { answerJob, type OpenJob } from '#renderer/features/paper/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { BottomBar } from '#renderer/ui/frame/bottom-bar.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import { usePaperColumns, whenCell } from './paper-columns.tsx';
import type { PaperRow } from './paper-rows.ts';
import { useRowTicks } from '#renderer/ui/table/use-row-ticks.ts';

export interface UnknownTabProps {
  readonly jobs: readonly OpenJob[];
  readonly onOpenPaper: (id: CaseId, form: string) => void;
}

interface JobRow extends Pick<PaperRow, 'number' | 'form' | 'name'> {
  readonly job: OpenJob;
}

/** The jobs with what their case says of them; one whose case is gone can still be dropped. */
function useJobRows(jobs: readonly OpenJob[]): readonly JobRow[] {
  const { store, office } = useOpenDesk();
  const ids = [...new Set(jobs.map(job => job.case))];
  const states = useLive(open => caseStates(open, ids), [ids.join()]);
  return jobs.map(job => {
    const state = states?.get(job.case);
    const form = state?.documents.find(({ id }) => id === job.document)?.form ?? '';
    const forms = state && procedureOf(store.context, state, office)?.forms;
    const name = forms?.find(({ id }) => id === form)?.name ?? { zh: form, en: form };
    return { job, number: state?.number ?? '', form, name };
  });
}

const sayKey = ({ said }: OpenJob) =>
  said?.kind === 'stopped' || said?.kind === 'waiting' || said?.kind === 'printing' ? 'queued' : said?.kind;

/** Jobs of which nobody knows: the person beside the printer says whether the paper came out. */
export function UnknownTab({ jobs, onOpenPaper }: UnknownTabProps): ReactNode {
  const { t } = useTranslation('papers');
  const desk = useDesk();
  const words = useFaultWords();
  const rows = useJobRows(jobs);
  const [current, setCurrent] = useState(0);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<AnyFault>();
  const [said, setSaid] = useState('');
  const chosen = useRowTicks(rows, ({ job }) => job.job);
  const columns = [
    ...usePaperColumns<JobRow>(),
    {
      id: 'said',
      head: t('column.said'),
      width: 11,
      cell: ({ job }: JobRow) => t(`said.${sayKey(job) ?? 'unknown'}`),
    },
    {
      id: 'handed',
      head: t('column.handed'),
      width: 9,
      fold: 3,
      cell: ({ job }: JobRow) => whenCell(job.at),
    },
    {
      id: 'printer',
      head: t('column.printer'),
      width: 7,
      fold: 2,
      quiet: true,
      cell: ({ job }: JobRow) => t('onPrinter', { printer: job.printer, copies: job.copies }),
    },
  ];

  const at = Math.min(current, rows.length - 1);
  const answered = chosen.rows.length > 0 ? chosen.rows : rows.slice(at, at + 1);
  const answer = async (cameOut: boolean): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    let count = 0;
    for (const { job } of answered) {
      const wrong = await answerJob(desk, job, cameOut);
      if (wrong) setFault(wrong);
      else count += 1;
    }
    chosen.clear();
    setSaid(count === 0 ? '' : t(cameOut ? 'recorded' : 'dropped', { count }));
    setBusy(false);
  };

  const wrong = fault && words(fault);
  const bar = (
    <BottomBar status={said} note={wrong && `${wrong.short} ${wrong.next}`}>
      {rows.length > 0 && (
        <>
          <ActButton busy={busy} onClick={() => void answer(false)}>
            {t('didNot', { count: answered.length })}
          </ActButton>
          <ActButton rank="filled" busy={busy} onClick={() => void answer(true)}>
            {t('cameOut', { count: answered.length })}
          </ActButton>
        </>
      )}
    </BottomBar>
  );
  return (
    <PageColumns padded={false} foot={bar}>
      {rows.length === 0 ? (
        <EmptyState title={t('empty.unknown')} nearby={t('empty.unknownNext')} />
      ) : (
        <LedgerTable<JobRow>
          label={t('tab.unknown')}
          columns={columns}
          count={rows.length}
          rowAt={index => rows[index]}
          current={at}
          onCurrentChange={setCurrent}
          ticks={chosen.ticks}
          onOpen={index => {
            const row = rows[index];
            if (row && row.form !== '') onOpenPaper(row.job.case, row.form);
          }}
        />
      )}
    </PageColumns>
  );
}
