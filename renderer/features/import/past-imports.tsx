import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportState } from '#shared/case/office.state.ts';
import { dateOf } from '#shared/core/instant.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { useLive } from '#renderer/db/live/use-live.ts';
import { countOfImport } from '#renderer/db/queries/imports.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { runUndo, type UndoResult } from './run-undo.ts';

/** So many numbers are named of those that stay; the rest is a count. */
const NAMED = 20;

export function UndoImport({ past }: { readonly past: ImportState }): ReactNode {
  const { t } = useTranslation('import');
  const desk = useDesk();
  const words = useFaultWords();
  const count = useLive(store => countOfImport(store, past.id), [past.id]) ?? 0;
  const [asking, setAsking] = useState(false);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  useHoldOpen(progress !== null);
  const [result, setResult] = useState<UndoResult | null>(null);

  const undo = async (): Promise<void> => {
    setAsking(false);
    const total = count;
    setProgress({ done: 0, total });
    const done = await runUndo(desk, past.id, withdrawn => setProgress({ done: withdrawn, total }));
    setProgress(null);
    setResult(done);
  };

  return (
    <div className="import-undo">
      {progress && <Progress label={t('past.undoing')} done={progress.done} total={progress.total} />}
      {!past.undone && !progress && !asking && (
        <ActButton size="small" onClick={() => setAsking(true)}>
          {t('past.undo')}
        </ActButton>
      )}
      {asking && (
        <div className="import-ask" role="group" aria-label={t('past.undo')}>
          <p>{t('past.undoAsk')}</p>
          <div className="import-acts">
            <ActButton size="small" autoFocus onClick={() => void undo()}>
              {t('past.undoYes', { count })}
            </ActButton>
            <ActButton size="small" onClick={() => setAsking(false)}>
              {t('past.undoNo')}
            </ActButton>
          </div>
        </div>
      )}
      <div role="status">
        {result && !result.fault && (
          <StatusText tone="ok">
            {result.kept.length === 0
              ? t('past.undoneNow', { withdrawn: result.withdrawn })
              : t('past.undoneNowKept', {
                  withdrawn: result.withdrawn,
                  kept: result.kept.length,
                  numbers: result.kept.slice(0, NAMED).join('、'),
                })}
          </StatusText>
        )}
        {result?.fault && (
          <StatusText tone="over">
            {t('past.undoStopped', { withdrawn: result.withdrawn })} {words(result.fault).short}
          </StatusText>
        )}
      </div>
    </div>
  );
}

function PastLine({ past }: { readonly past: ImportState }): ReactNode {
  const { t } = useTranslation('import');
  const count = useLive(store => countOfImport(store, past.id), [past.id]) ?? 0;
  const { undone } = past;
  return (
    <li>
      <span>{t('past.line', { at: dateOf(past.at), by: past.by, count, rows: past.rows })}</span>
      {undone && (
        <span className="import-quiet">
          {t(undone.kept > 0 ? 'past.undoneKept' : 'past.undone', {
            ...{ at: dateOf(undone.at), by: undone.by, kept: undone.kept },
          })}
        </span>
      )}
      <UndoImport past={past} />
    </li>
  );
}

/** What was brought along before, the latest first, each to be undone in one step. */
export function PastImports(): ReactNode {
  const { t } = useTranslation('import');
  const { office } = useOpenDesk();
  const past = office.imports ?? [];
  if (past.length === 0) return null;
  return (
    <section className="import-part" aria-label={t('past.title')}>
      <h2>{t('past.title')}</h2>
      <ul className="import-past">
        {past.toReversed().map(each => (
          <PastLine key={each.id} past={each} />
        ))}
      </ul>
    </section>
  );
}
