import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { PrintFields } from '#renderer/features/paper/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { KeyLine } from '#renderer/ui/button/key-line.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { BottomBar } from '#renderer/ui/frame/bottom-bar.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import { useToPrintColumns } from './paper-columns.tsx';
import type { RowToPrint } from './paper-rows.ts';
import type { Batch } from './use-batch.ts';
import { useBatchOrder } from './use-batch-order.ts';
import { useRowTicks } from '#renderer/ui/table/use-row-ticks.ts';

export interface ToPrintTabProps {
  readonly rows: readonly RowToPrint[];
  readonly batch: Batch;
  readonly onOpenPaper: (id: CaseId, form: string) => void;
}

const isOpen = ({ isCovered }: RowToPrint): boolean => !isCovered;

/** What waits to be printed, and the printer beside it. */
export function ToPrintTab({ rows, batch, onOpenPaper }: ToPrintTabProps): ReactNode {
  const { t } = useTranslation('papers');
  const columns = useToPrintColumns();
  const [current, setCurrent] = useState(0);
  const [said, setSaid] = useState('');
  const chosen = useRowTicks(
    rows,
    row => row.key,
    isOpen,
    row => setSaid(t('coveredWords', { number: row.number })),
  );
  const fields = useBatchOrder(chosen.rows);
  const isRunning = batch.run?.isRunning === true;

  const print = (): void => {
    if (isRunning) return;
    if (chosen.rows.length === 0) {
      setSaid(t('chooseFirst'));
      return;
    }
    const order = fields.read();
    if (!order) return;
    setSaid('');
    batch.start(chosen.rows, order);
    chosen.clear();
  };
  const words = isRunning ? t('printing') : t('act', { count: chosen.rows.length });
  const command: Command = { id: 'print', name: words, key: 'Ctrl+P', group: 'here', run: print };
  useCommands([command]);

  const keys = [
    { keys: t('key.space'), does: t('key.tick') },
    { keys: 'Shift ↑↓', does: t('key.several') },
    { keys: 'Ctrl A', does: t('key.all') },
    { keys: 'Enter', does: t('key.open') },
  ];
  if (rows.length === 0) return <EmptyState title={t('empty.print')} nearby={t('empty.printNext')} />;
  return (
    <PageColumns
      padded={false}
      sideWidth={20}
      side={
        <SideColumn
          label={t('column.print')}
          sections={[
            {
              id: 'print',
              title: t('printAll'),
              content: fields.list && (
                <PrintFields
                  {...fields}
                  printers={fields.list}
                  preprinted={null}
                  forWhom={fields.copies === '' ? t('copiesUsual') : undefined}
                  onChange={fields.change}
                  onLook={fields.look}
                />
              ),
            },
          ]}
        />
      }
      foot={
        <BottomBar status={said} note={said === '' && <KeyLine keys={keys} />}>
          <ActButton
            rank="filled"
            command={command}
            icon={<IconPrinter size={20} aria-hidden />}
            busy={isRunning || fields.list === undefined || fields.list.length === 0}
          />
        </BottomBar>
      }
    >
      <LedgerTable<RowToPrint>
        label={t('tab.print')}
        columns={columns}
        count={rows.length}
        rowAt={index => rows[index]}
        current={Math.min(current, rows.length - 1)}
        onCurrentChange={setCurrent}
        ticks={chosen.ticks}
        onOpen={index => {
          const row = rows[index];
          if (row) onOpenPaper(row.case, row.form);
        }}
      />
    </PageColumns>
  );
}
