import type { ReactNode } from 'react';
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
  if (!run) return null;
  const { total, done, refused, isRunning } = run;
  if (isRunning)
    return (
      <Progress
        label={t('together.running')}
        done={done + refused.length}
        total={total}
        onCancel={together.stop}
        cancelWords={t('together.stop')}
      />
    );
  return (
    <>
      <div role="status">
        <Note
          tone={done === total ? 'ok' : 'soon'}
          act={
            <ActButton size="small" onClick={together.clear}>
              {t('together.read')}
            </ActButton>
          }
        >
          {endWords(run, t)}
        </Note>
      </div>
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
  const left = total - done - refused.length;
  return [
    t('together.done', { count: done, total }),
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
  const { short, next } = words(refused.fault, refused.procedure);
  return (
    <li>
      <span className="num">{refused.number}</span>
      <span>{t('together.why', { what: short, next })}</span>
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
      const { short, next } = words(state.fault);
      return (
        <div role="alert">
          <Note tone="soon">{t('export.notSaved', { what: short, next })}</Note>
        </div>
      );
    }
    case 'idle':
      return null;
  }
}
