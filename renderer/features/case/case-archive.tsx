import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { archiveLines } from '#shared/case/archive.rules.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Circumstances } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

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
    <ul className="case-archive">
      {archiveLines(procedure, state, facts).map(({ item, there }) => {
        const name = inLanguage(item.name, language);
        return (
          <li key={item.id}>
            {there ? (
              <StatusText tone="ok">{name}</StatusText>
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
  );
}
