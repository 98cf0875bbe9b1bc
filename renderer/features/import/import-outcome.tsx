import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import type { ImportResult } from './import.stage.ts';
import { UndoImport } from './past-imports.tsx';

const ROWS_NAMED = 100;

export interface ImportOutcomeProps {
  readonly result: ImportResult;
  readonly onCases: () => void;
  readonly onAgain: () => void;
}

/** What is in the ledger now, what is not, and the way back. */
export function ImportOutcome({ result, onCases, onAgain }: ImportOutcomeProps): ReactNode {
  const { t } = useTranslation('import');
  const { office } = useOpenDesk();
  const { brought, leftOut, cancelled, fault, total } = result;
  const past = office.imports?.find(({ id }) => id === result.import);
  const left = leftOut.length;
  return (
    <section className="import-part" aria-label={t('title')}>
      {fault && <FaultNotice title={t('result.broken', { brought })} fault={fault} />}
      <div role="status">
        {!fault && (
          <Note tone={cancelled || left > 0 ? 'soon' : 'ok'}>
            {cancelled
              ? t('result.cancelled', { brought, rest: total - brought - left })
              : t(left > 0 ? 'result.some' : 'result.all', { brought, left })}
          </Note>
        )}
        {left > 0 && (
          <p>
            {t('result.leftOut', {
              rows: leftOut
                .slice(0, ROWS_NAMED)
                .map(({ row }) => row)
                .join('、'),
            })}
          </p>
        )}
      </div>
      <div className="import-acts">
        <ActButton rank="filled" autoFocus onClick={onCases}>
          {t('result.cases')}
        </ActButton>
        <ActButton onClick={onAgain}>{t('result.more')}</ActButton>
      </div>
      {past && <UndoImport past={past} />}
    </section>
  );
}
