import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { archiveLines } from '#shared/case/archive.rules.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { keepingOf } from '#shared/case/retention.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Circumstances } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { waiverInWords } from './approval-words.ts';

interface KeepingProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
}

/** How long the file of a closed case is kept. */
function KeepingLine({ procedure, state, language }: KeepingProps): ReactNode {
  const { t } = useTranslation('case');
  const keeping = keepingOf(procedure, state);
  if (keeping === undefined) return null;
  if ('until' in keeping)
    return <p>{t('archive.keepUntil', { date: writtenDate(keeping.until, language) })}</p>;
  return <p>{t('permanent' in keeping ? 'archive.keepForever' : 'archive.keepUndecided')}</p>;
}

export interface CaseArchiveProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly facts: Circumstances;
  readonly language: Language;
}

/** What the file must hold before it is put away, and what is still missing. */
export function CaseArchive({ procedure, state, facts, language }: CaseArchiveProps): ReactNode {
  const { t } = useTranslation('case');
  const desk = useDesk();
  return (
    <>
      <KeepingLine {...{ procedure, state, language }} />
      <ul className="case-archive">
        {archiveLines(procedure, state, facts).map(({ item, there, outside, unsigned }) => {
          const name = inLanguage(item.name, language);
          return (
            <li key={item.id}>
              {there ? (
                <div>
                  <StatusText tone="ok">{outside ? t('archive.outside', { item: name }) : name}</StatusText>
                  {unsigned && (
                    <p className="case-paper-unsigned">{waiverInWords(unsigned, { t, language })}</p>
                  )}
                </div>
              ) : (
                <>
                  <span>{name}</span>
                  <ActButton
                    size="small"
                    aria-label={t('archive.confirmOf', { item: name })}
                    onClick={() => void desk.submitCase(state.id, { type: 'confirm-item', item: item.id })}
                  >
                    {t('archive.confirm')}
                  </ActButton>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
