import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PrintFields, type BatchOrder } from '#renderer/features/paper/index.ts';
import { useBatchOrder, type PaperRow } from '#renderer/features/papers/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';

export interface PrintDialogProps {
  readonly rows: readonly PaperRow[];
  readonly onPrint: (rows: readonly PaperRow[], order: BatchOrder) => void;
  readonly onClose: () => void;
}

/** The printer for the register forms of the chosen cases. */
export function PrintDialog({ rows, onPrint, onClose }: PrintDialogProps): ReactNode {
  const { t } = useTranslation('cases');
  const { t: papers } = useTranslation('papers');
  const fields = useBatchOrder(rows);
  const count = rows.length;
  return (
    <Dialog
      open
      onClose={onClose}
      width={32}
      title={t('print.title', { count })}
      acts={
        <>
          <ActButton
            rank="filled"
            data-autofocus
            busy={fields.printer === undefined}
            onClick={() => {
              const order = fields.read();
              if (order) onPrint(rows, order);
            }}
          >
            {t('print.act', { count })}
          </ActButton>
          <ActButton rank="text" onClick={onClose}>
            {t('print.leave')}
          </ActButton>
        </>
      }
    >
      <p className="cases-quiet">{t('print.how')}</p>
      {fields.list && (
        <PrintFields
          {...fields}
          printers={fields.list}
          preprinted={null}
          forWhom={fields.copies === '' ? papers('copiesUsual') : undefined}
          onChange={fields.change}
          onLook={fields.look}
        />
      )}
    </Dialog>
  );
}
