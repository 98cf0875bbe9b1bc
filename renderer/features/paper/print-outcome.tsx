import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/core/assert.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import type { Outcome, Print } from './print-outcomes.ts';
import type { Printing } from './use-printing.ts';

/** What became of the last print, in words, and what can be done about it. */
export function PrintOutcome({ printing }: { readonly printing: Printing }): ReactNode {
  const { outcome } = printing;
  return (
    <>
      <div className="paper-said" role="status">
        {outcome && <OutcomeWords outcome={outcome} />}
      </div>
      {outcome && <OutcomeActs outcome={outcome} printing={printing} />}
    </>
  );
}

function ProgressWords({
  progress,
  print,
}: {
  readonly progress: PrintProgress;
  readonly print: Print;
}): ReactNode {
  const { t } = useTranslation('paper');
  if (progress.kind !== 'stopped')
    return (
      <StatusText tone="plain">
        {t(progress.kind === 'printing' ? 'status.printing' : 'status.waiting', {
          printer: print.printer.label,
        })}
      </StatusText>
    );
  const what = t(`trouble.${progress.trouble}`);
  // Of its own troubles the system only says in other words what is said here.
  const said = progress.trouble === 'other' || progress.trouble === 'paused' ? progress.said : '';
  return (
    <StatusText tone="soon">
      {said === '' ? t('status.stopped', { what }) : t('status.stoppedSaid', { what, said })}
    </StatusText>
  );
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const { t } = useTranslation('paper');
  const faultWords = useFaultWords();
  switch (outcome.kind) {
    case 'sent':
      return <ProgressWords {...outcome} />;
    case 'asked':
      return <StatusText tone="soon">{t('status.asked')}</StatusText>;
    case 'taken-back':
      return <StatusText>{t('status.takenBack')}</StatusText>;
    case 'given-up':
      return (
        <StatusText tone="over">
          {outcome.said === '' ? t('status.givenUp') : t('status.givenUpSaid', { said: outcome.said })}
        </StatusText>
      );
    case 'not-out':
      return <StatusText>{t('status.notOut')}</StatusText>;
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

function OutcomeActs({
  outcome,
  printing,
}: {
  readonly outcome: Outcome;
  readonly printing: Printing;
}): ReactNode {
  const { t } = useTranslation('paper');
  const record = (print: Print, words: string): ReactNode => (
    <ActButton onClick={() => void printing.record(print)}>{words}</ActButton>
  );
  switch (outcome.kind) {
    case 'sent':
      return <ActButton onClick={() => void printing.cancel()}>{t('status.cancel')}</ActButton>;
    case 'asked':
      return (
        <div className="paper-two">
          {record(outcome.print, t('status.cameOut'))}
          <ActButton onClick={printing.dismiss}>{t('status.didNot')}</ActButton>
        </div>
      );
    case 'taken-back':
    case 'given-up':
      return record(outcome.print, t('status.cameOutAfterAll'));
    case 'not-recorded':
      return record(outcome.print, t('status.record'));
    default:
      return null;
  }
}
