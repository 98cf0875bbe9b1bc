import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage } from '#shared/core/text.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import type { BatchEnd } from '#renderer/features/paper/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import { countBatch, type BatchLeft } from './batch-left.ts';
import type { PaperRow } from './paper-rows.ts';
import type { Batch, BatchRun } from './use-batch.ts';

export interface BatchStatusProps {
  readonly batch: Batch;
  readonly onOpenPaper: (id: CaseId, form: string) => void;
  readonly onUnknown: () => void;
}

/** How far the batch is, and when it is over what came out, what did not, and what nobody knows. */
export function BatchStatus({ batch, onOpenPaper, onUnknown }: BatchStatusProps): ReactNode {
  const { t } = useTranslation('papers');
  const { run, left } = batch;
  return (
    <div className="papers-status">
      {run?.isRunning && <Running run={run} onStop={batch.stop} />}
      <div role="status" hidden={run?.isRunning !== false}>
        {run?.isRunning === false && (
          <Ended count={countBatch(run)} head={t(run.isStopped ? 'end.stopped' : 'end.over')} batch={batch}>
            {onUnknown}
          </Ended>
        )}
      </div>
      {left && (
        <Ended count={left} head={t('end.locked')} batch={batch}>
          {onUnknown}
        </Ended>
      )}
      {run && <Faults run={run} onOpenPaper={onOpenPaper} />}
    </div>
  );
}

function Running({ run, onStop }: { readonly run: BatchRun; readonly onStop: () => void }): ReactNode {
  const { t } = useTranslation('papers');
  const { t: paper } = useTranslation('paper');
  const total = run.rows.length;
  return (
    <>
      <Progress
        label={run.isStopped ? t('stopping') : t('printing')}
        done={run.ends.size}
        total={total}
        words={t('progress', { at: run.begun, total })}
        cancelWords={t('stop')}
        onCancel={run.isStopped ? undefined : onStop}
      />
      {run.trouble && (
        <Note tone="soon">
          <span role="status">{paper('status.stopped', { what: paper(`trouble.${run.trouble}`) })}</span>
        </Note>
      )}
    </>
  );
}

interface EndedProps {
  readonly count: BatchLeft;
  readonly head: string;
  readonly batch: Batch;
  /** Leads to those of which nobody knows. */
  readonly children: () => void;
}

function Ended({ count, head, batch, children }: EndedProps): ReactNode {
  const { t } = useTranslation('papers');
  const { total, printed, open, unprinted } = count;
  const parts = [
    t('end.printed', { count: printed }),
    ...(unprinted > 0 ? [t('end.unprinted', { count: unprinted })] : []),
    ...(open > 0 ? [t('end.open', { count: open })] : []),
  ];
  return (
    <Note
      tone={unprinted + open > 0 ? 'soon' : 'ok'}
      act={
        <>
          {open > 0 && (
            <ActButton size="small" onClick={children}>
              {t('end.look')}
            </ActButton>
          )}
          <ActButton size="small" onClick={batch.clear}>
            {t('end.read')}
          </ActButton>
        </>
      }
    >
      {t('end.words', { head, total, parts: parts.join(t('end.separator')) })}
    </Note>
  );
}

const NOT_PRINTED = new Set<BatchEnd['kind']>(['covered', 'fault', 'given-up', 'not-recorded']);

/** What did not come out by itself, row by row, with what to do. */
function Faults({
  run,
  onOpenPaper,
}: {
  readonly run: BatchRun;
  readonly onOpenPaper: BatchStatusProps['onOpenPaper'];
}): ReactNode {
  const { t, i18n } = useTranslation('papers');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const bad = [...run.ends]
    .filter(([, { kind }]) => NOT_PRINTED.has(kind))
    .sort(([one], [other]) => one - other)
    .flatMap(([index, end]): readonly (readonly [PaperRow, BatchEnd])[] => {
      const row = run.rows[index];
      return row ? [[row, end]] : [];
    });
  if (bad.length === 0) return null;
  return (
    <ul className="papers-faults" aria-label={t('faults')}>
      {bad.map(([row, end]) => (
        <li key={row.key}>
          <span>
            <span className="num">{row.number}</span> {inLanguage(row.name, language)}
          </span>
          <span>
            <FaultWords end={end} />
          </span>
          <ActButton size="small" onClick={() => onOpenPaper(row.case, row.form)}>
            {t('open')}
          </ActButton>
        </li>
      ))}
    </ul>
  );
}

function FaultWords({ end }: { readonly end: BatchEnd }): ReactNode {
  const { t } = useTranslation('papers');
  const words = useFaultWords();
  switch (end.kind) {
    case 'covered':
      return t('fault.covered');
    case 'fault': {
      const { short, next } = words(end.fault);
      return t('fault.not', { what: short, next });
    }
    case 'not-recorded': {
      const { short, next } = words(end.fault);
      return t('fault.notRecorded', { what: short, next });
    }
    case 'given-up':
      return t('fault.givenUp', { said: end.said });
    case 'printed':
    case 'unknown':
    case 'taken-back':
    case 'left':
      return null;
    default:
      return assertNever(end);
  }
}
