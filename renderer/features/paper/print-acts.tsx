import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/core/assert.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { KeyLine } from '#renderer/ui/button/key-line.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import type { Outcome, Printing } from './use-printing.ts';

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
  const { busy, outcome } = printing;
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
      <div className="paper-said" role="status">
        {outcome && <OutcomeWords outcome={outcome} />}
      </div>
      {outcome?.kind === 'not-recorded' && (
        <ActButton busy={busy !== null} onClick={() => void printing.recordAgain(outcome.print)}>
          {t('status.record')}
        </ActButton>
      )}
      <KeyLine
        keys={[
          { keys: 'PgUp PgDn', does: t('view.turn') },
          { keys: 'Ctrl + −', does: t('view.zoom') },
        ]}
      />
    </div>
  );
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const { t } = useTranslation('paper');
  const faultWords = useFaultWords();
  switch (outcome.kind) {
    case 'recorded': {
      const { print, nth } = outcome;
      const words = t('status.recorded', { nth, copies: print.copies, printer: print.printer.label });
      return <StatusText tone="ok">{words}</StatusText>;
    }
    case 'printed': {
      const { copies, printer } = outcome.print;
      return <StatusText tone="ok">{t('status.printed', { copies, printer: printer.label })}</StatusText>;
    }
    case 'saved':
      return <StatusText tone="ok">{t('status.saved', { path: outcome.path })}</StatusText>;
    case 'not-saved':
      return <StatusText>{t('status.notSaved')}</StatusText>;
    case 'not-recorded':
      return (
        <StatusText tone="soon">
          {t('status.notRecorded', { what: faultWords(outcome.fault).short })}
        </StatusText>
      );
    case 'not-printed':
      return (
        <StatusText tone="over">
          {t('status.notPrinted', { what: faultWords(outcome.fault).short })}
        </StatusText>
      );
    case 'failed':
      return <StatusText tone="over">{faultWords(outcome.fault).short}</StatusText>;
    default:
      return assertNever(outcome);
  }
}
