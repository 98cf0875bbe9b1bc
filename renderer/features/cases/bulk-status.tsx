import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import type { CaseExport } from './use-export.ts';
import type { Refused, Together, TogetherRun } from './use-together.ts';

export interface TogetherStatusProps {
  readonly together: Together;
  readonly onOpen: (id: CaseId) => void;
}

/** How far a bulk act is, and when it is over which cases refused it, each with its sentence. */
export function TogetherStatus({ together, onOpen }: TogetherStatusProps): ReactNode {
  const { t } = useTranslation('cases');
  const { run } = together;
  const [listed, setListed] = useState(false);
  if (!run) return null;
  const { total, done, refused, isRunning } = run;
  if (isRunning)
    return (
      <Progress
        label={t('together.running')}
        done={done.length + refused.length}
        total={total}
        onCancel={together.stop}
        cancelWords={t('together.stop')}
      />
    );
  return (
    <>
      <div role="status">
        <Note
          tone={done.length === total ? 'ok' : 'soon'}
          act={
            <>
              {done.length > 0 && (
                <ActButton size="small" aria-expanded={listed} onClick={() => setListed(!listed)}>
                  {t('together.list', { count: done.length })}
                </ActButton>
              )}
              <ActButton
                size="small"
                onClick={() => {
                  setListed(false);
                  together.clear();
                }}
              >
                {t('together.read')}
              </ActButton>
            </>
          }
        >
          {endWords(run, t)}
        </Note>
      </div>
      {listed && (
        <ul className="cases-refused" aria-label={t('together.taken')}>
          {done.map(each => (
            <li key={each.id}>
              <span className="num">{each.number}</span>
              <span>{t('together.rowDone')}</span>
              <ActButton size="small" onClick={() => onOpen(each.id)}>
                {t('together.open')}
              </ActButton>
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <ul className="cases-refused" aria-label={t('together.refusals')}>
          {refused.map(each => (
            <RefusedCase key={each.id} refused={each} onOpen={() => onOpen(each.id)} />
          ))}
        </ul>
      )}
    </>
  );
}

function endWords(
  { total, done, refused }: TogetherRun,
  t: ReturnType<typeof useTranslation<'cases'>>['t'],
): string {
  const left = total - done.length - refused.length;
  return [
    t('together.done', { count: done.length, total }),
    ...(refused.length > 0 ? [t('together.refused', { count: refused.length })] : []),
    ...(left > 0 ? [t('together.left', { count: left })] : []),
  ].join(t('together.separator'));
}

function RefusedCase({
  refused,
  onOpen,
}: {
  readonly refused: Refused;
  readonly onOpen: () => void;
}): ReactNode {
  const { t } = useTranslation('cases');
  const words = useFaultWords();
  const { what, next } = words(refused.fault, refused.procedure);
  return (
    <li>
      <span className="num">{refused.number}</span>
      <span>{t('together.refusedWhy', { what, next })}</span>
      <ActButton size="small" onClick={onOpen}>
        {t('together.open')}
      </ActButton>
    </li>
  );
}

/** How far an export is, where it was saved, or why it was not. */
export function ExportStatus({ state, stop }: CaseExport): ReactNode {
  const { t } = useTranslation('cases');
  const words = useFaultWords();
  switch (state.kind) {
    case 'reading':
      return <Progress label={t('export.reading')} done={state.done} total={state.total} onCancel={stop} />;
    case 'saving':
      return <Progress label={t('export.saving')} done={0} total={null} words="" />;
    case 'saved':
      return (
        <div role="status">
          <Note
            tone="ok"
            act={
              <ActButton size="small" onClick={stop}>
                {t('together.read')}
              </ActButton>
            }
          >
            {t('export.saved', { count: state.count, path: state.path })}
          </Note>
        </div>
      );
    case 'fault': {
      const { what, next } = words(state.fault);
      return (
        <div role="alert">
          <Note tone="soon">{t('export.notSaved', { what, next })}</Note>
        </div>
      );
    }
    case 'idle':
      return null;
  }
}
