import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { invariant } from '#shared/core/assert.ts';
import { useDeskState } from '#renderer/db/live/desk.context.ts';
import type { OpeningStep } from '#renderer/db/live/desk.types.ts';
import { Stage } from '#renderer/ui/dialog/stage.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import { LockHead } from './lock-head.tsx';
import './lock-page.css';

/** The passphrase was right; what takes time now is told in words and numbers. */
export function OpeningPage(): ReactNode {
  const { t } = useTranslation('lock');
  const state = useDeskState();
  invariant(state.phase === 'opening', 'the page stands while the ledger opens');
  return (
    <Stage>
      <div className="lock-column">
        <LockHead office={state.boot.office?.name ?? ''} status={t('opening')} />
        <div className="lock-sheet lock-opening">
          <Step step={state.step} />
        </div>
      </div>
    </Stage>
  );
}

function Step({ step }: { readonly step: OpeningStep }): ReactNode {
  const { t, i18n } = useTranslation('lock');
  const number = (value: number): string => value.toLocaleString(i18n.language);
  if (step.phase === 'packs' || step.phase === 'store') {
    return (
      <>
        <p role="status">{t(`steps.${step.phase}`)}</p>
        <p className="lock-quiet">{t('steps.almost')}</p>
      </>
    );
  }
  const { phase, done, total, reason } = step;
  return (
    <>
      <Progress
        label={t(`steps.${phase}`)}
        done={done}
        total={total}
        words={t('steps.records', { done: number(done), total: number(total) })}
      />
      <p className="lock-quiet">
        {reason && t(`steps.reason.${reason}`)}
        {t('steps.kept')}
      </p>
    </>
  );
}
