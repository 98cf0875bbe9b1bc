import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { invariant } from '#shared/core/assert.ts';
import { useDesk, useDeskState } from '#renderer/db/live/desk.context.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Stage } from '#renderer/ui/dialog/stage.tsx';
import { ErrorNotice } from '#renderer/ui/notice/error-notice.tsx';
import './broken-page.css';

/** The ledger did not open, and not because of a passphrase: three lines, the code, and another try. */
export function BrokenPage(): ReactNode {
  const { t } = useTranslation('lock');
  const desk = useDesk();
  const state = useDeskState();
  invariant(state.phase === 'broken', 'the page stands where the ledger did not open');
  const { what, kept, next, code } = useFaultWords()(state.error);
  return (
    <Stage>
      <div className="lock-broken">
        <ErrorNotice
          title={t('broken.title', { what })}
          what={what}
          kept={kept}
          next={next}
          code={code}
          onCopy={() => navigator.clipboard.writeText(JSON.stringify(state.error))}
          acts={
            <ActButton rank="filled" keyHint="Enter" autoFocus onClick={() => void desk.start()}>
              {t('broken.retry')}
            </ActButton>
          }
        />
      </div>
    </Stage>
  );
}
