import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { KeyLine } from '#renderer/ui/button/key-line.tsx';
import { PrintOutcome } from './print-outcome.tsx';
import type { Printing } from './use-printing.ts';

export interface PrintActsProps {
  readonly printing: Printing;
  /** Nothing to print on: saving is the way on. */
  readonly noPrinter: boolean;
  readonly ready: boolean;
  readonly copies: number;
  readonly onPrint: () => void;
  readonly onSave: () => void;
}

/** Always in sight: the one big act, the file, and what became of it. */
export function PrintActs({
  printing,
  noPrinter,
  ready,
  copies,
  onPrint,
  onSave,
}: PrintActsProps): ReactNode {
  const { t } = useTranslation('paper');
  const { busy } = printing;
  return (
    <div className="paper-acts">
      {!noPrinter && (
        <ActButton
          rank="filled"
          size="big"
          keyHint="Ctrl+P"
          icon={<IconPrinter size={22} aria-hidden />}
          busy={busy !== null || !ready}
          onClick={onPrint}
        >
          {busy === 'printing' ? t('print.printing') : t('print.act', { count: copies })}
        </ActButton>
      )}
      <ActButton
        {...(noPrinter ? { rank: 'filled', size: 'big', keyHint: 'Ctrl+P' } : {})}
        icon={<IconDeviceFloppy size={20} aria-hidden />}
        busy={busy !== null || !ready}
        onClick={onSave}
      >
        {busy === 'saving' ? t('print.saving') : t('print.save')}
      </ActButton>
      <PrintOutcome printing={printing} />
      <KeyLine
        keys={[
          { keys: 'PgUp PgDn', does: t('view.turn') },
          { keys: 'Ctrl + −', does: t('view.zoom') },
        ]}
      />
    </div>
  );
}
