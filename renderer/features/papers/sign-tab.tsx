import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import { useToSignColumns } from './paper-columns.tsx';
import type { PaperRow } from './paper-rows.ts';

export interface SignTabProps {
  readonly rows: readonly PaperRow[];
  readonly onOpenPaper: (id: CaseId, form: string) => void;
}

/** What is out and has to come back signed. */
export function SignTab({ rows, onOpenPaper }: SignTabProps): ReactNode {
  const { t } = useTranslation('papers');
  const columns = useToSignColumns();
  const [current, setCurrent] = useState(0);
  if (rows.length === 0) return <EmptyState title={t('empty.sign')} nearby={t('empty.signNext')} />;
  return (
    <PageColumns padded={false}>
      <LedgerTable<PaperRow>
        label={t('tab.sign')}
        columns={columns}
        count={rows.length}
        rowAt={index => rows[index]}
        current={Math.min(current, rows.length - 1)}
        onCurrentChange={setCurrent}
        onOpen={index => {
          const row = rows[index];
          if (row) onOpenPaper(row.case, row.form);
        }}
      />
    </PageColumns>
  );
}
