import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import type { Language } from '#shared/core/text.ts';
import { summaryOfEntry, type CheckedRow } from '#shared/import/check-rows.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { ViewTabs } from '#renderer/ui/list/view-tabs.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import type { LedgerColumn } from '#renderer/ui/table/ledger.columns.ts';
import { linesOfRow, type Translate } from './import-words.ts';
import type { Reading } from './import.stage.ts';
import { faultSheet } from './saved-sheets.ts';
import { StepTitle } from './step-title.tsx';
import { UnknownWords } from './unknown-words.tsx';
import type { Importing } from './use-importing.ts';

type View = 'faulty' | 'doubts' | 'ready';

const isIn = (row: CheckedRow, view: View): boolean =>
  view === 'doubts' ? row.kind === 'ready' && row.doubts.length > 0 : row.kind === view;

const columnsFor = (
  reading: Reading,
  t: Translate,
  language: Language,
): readonly LedgerColumn<CheckedRow>[] => {
  const { procedure } = reading.source;
  return [
    { id: 'row', head: t('preview.row'), width: 3.5, cell: ({ row }) => <span className="num">{row}</span> },
    {
      id: 'number',
      head: t('preview.number'),
      width: 9.5,
      cell: ({ entry }) => <span className="num clip">{entry.number ?? '—'}</span>,
    },
    {
      id: 'received',
      head: t('preview.received'),
      width: 6,
      fold: 1,
      cell: ({ entry }) => (
        <span className="num">{entry.receivedAt === null ? '' : dateOf(entry.receivedAt)}</span>
      ),
    },
    {
      id: 'person',
      head: t('preview.person'),
      width: 5,
      fold: 3,
      cell: ({ entry }) => <span className="clip">{summaryOfEntry(procedure, entry.values).person}</span>,
    },
    {
      id: 'matter',
      head: t('preview.matter'),
      width: 8,
      fold: 2,
      cell: ({ entry }) => <span className="clip">{summaryOfEntry(procedure, entry.values).matter}</span>,
    },
    {
      id: 'what',
      head: t('preview.what'),
      width: 16,
      grows: true,
      cell: row => {
        const line = linesOfRow(row, reading, t, language).join(t('preview.list'));
        return (
          <span className="clip" title={line}>
            {line}
          </span>
        );
      },
    },
  ];
};

export interface PreviewRowsProps {
  readonly reading: Reading;
  readonly rows: readonly CheckedRow[];
  readonly language: Language;
  readonly importing: Importing;
}

/** 试一遍: what would come of the file, row by row. Nothing is written. */
export function PreviewRows(props: PreviewRowsProps): ReactNode {
  const { reading, rows, language, importing } = props;
  const { t } = useTranslation('import');
  const desk = useDesk();
  const words = useFaultWords();
  const counts = {
    faulty: rows.filter(row => isIn(row, 'faulty')).length,
    doubts: rows.filter(row => isIn(row, 'doubts')).length,
    ready: rows.filter(row => isIn(row, 'ready')).length,
  };
  const [chosen, setChosen] = useState<View | null>(null);
  const view: View = chosen ?? (counts.faulty > 0 ? 'faulty' : 'ready');
  const [current, setCurrent] = useState(0);
  const [nothing, setNothing] = useState(false);
  const [saved, setSaved] = useState<{ path: string } | { fault: AnyFault } | null>(null);
  const columns = useMemo(() => columnsFor(reading, t, language), [reading, t, language]);
  const shown = useMemo(() => rows.filter(row => isIn(row, view)), [rows, view]);
  const at = Math.min(current, Math.max(0, shown.length - 1));
  const currentRow = shown[at];
  const blank = reading.table.rows.length - rows.length;

  const save = async (): Promise<void> => {
    const sheet = faultSheet(rows, reading, t, language);
    const reply = await desk.api.sheets.save({
      name: t('preview.faultSheet'),
      sheets: [{ name: sheet.name, rows: sheet.rows.map(row => [...row]) }],
      taken: null,
    });
    if (!reply.ok) setSaved({ fault: reply.error });
    else if (reply.value.path !== null) setSaved({ path: reply.value.path });
  };

  return (
    <section className="import-preview" aria-label={t('preview.title')}>
      <div className="import-preview-head">
        <StepTitle>{t('preview.title')}</StepTitle>
        <p role="status">
          <strong>{t('preview.counts', { ready: counts.ready, faulty: counts.faulty })}</strong>{' '}
          {blank > 0 && t('preview.empty', { blank })}{' '}
          <span className="import-quiet">{t('preview.dry')}</span>
        </p>
        <UnknownWords {...props} />
      </div>
      <ViewTabs
        tabs={(['faulty', 'doubts', 'ready'] as const).map(id => ({
          ...{ id, label: t(`preview.view.${id}`), count: counts[id] },
        }))}
        at={view}
        onChange={id => {
          setChosen(id as View);
          setCurrent(0);
        }}
      />
      <div className="import-preview-list">
        {shown.length === 0 ? (
          <EmptyState title={t(`preview.none.${view}`)} nearby={t('preview.noneNext')} />
        ) : (
          <LedgerTable<CheckedRow>
            label={t('preview.title')}
            columns={columns}
            count={shown.length}
            rowAt={index => shown[index]}
            current={at}
            onCurrentChange={setCurrent}
            onOpen={setCurrent}
          />
        )}
      </div>
      <div className="import-preview-foot">
        {currentRow && linesOfRow(currentRow, reading, t, language).length > 0 && (
          <Note tone={currentRow.kind === 'faulty' ? 'over' : 'soon'}>
            {t('preview.rowAt', {
              row: currentRow.row,
              what: linesOfRow(currentRow, reading, t, language).join(t('preview.list')),
            })}
          </Note>
        )}
        <div role="alert">{nothing && <StatusText tone="over">{t('preview.nothing')}</StatusText>}</div>
        <div role="status">
          {saved && 'path' in saved && (
            <StatusText tone="ok">{t('preview.saved', { path: saved.path })}</StatusText>
          )}
          {saved && 'fault' in saved && <StatusText tone="over">{words(saved.fault).short}</StatusText>}
        </div>
      </div>
      <div className="import-foot import-acts">
        <ActButton
          rank="filled"
          onClick={() => {
            setNothing(counts.ready === 0);
            if (counts.ready > 0) void importing.run();
          }}
        >
          {t('preview.run', { count: counts.ready })}
        </ActButton>
        {counts.faulty > 0 && <ActButton onClick={() => void save()}>{t('preview.save')}</ActButton>}
        <ActButton onClick={importing.backToMapping}>{t('preview.change')}</ActButton>
      </div>
    </section>
  );
}
