import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { identityFields } from '#shared/case/identity.rules.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { AskFirst } from '#renderer/ui/dialog/ask-first.tsx';
import './draft-list.css';

export interface DraftListProps {
  readonly drafts: readonly Draft[];
  readonly procedure: Procedure;
  readonly language: Language;
  readonly onResume: (draft: Draft) => void;
  readonly onDrop: (draft: Draft) => void;
}

/** Nothing of somebody who wants to stay unknown: the list lies open to whoever comes to the counter. */
const isHidden = (draft: Draft, procedure: Procedure): boolean =>
  identityFields(procedure, draft.content.values).size > 0;

const textOf = (draft: Draft, key: string): string => {
  const value = draft.content.values[key];
  return typeof value === 'string' ? value : '';
};

/** Registrations somebody was called away from: whose, and where the pen stopped. */
export function DraftList({ drafts, procedure, language, onResume, onDrop }: DraftListProps): ReactNode {
  const { t } = useTranslation('reception');
  const [asked, setAsked] = useState<Draft | null>(null);
  const { person, matter } = procedure.registration;
  const lastFilled = (draft: Draft): string => {
    const key = procedure.registration.fields.findLast(each => textOf(draft, each) !== '');
    return key === undefined ? '' : inLanguage(getField(procedure, key).label, language);
  };
  const nameOf = (draft: Draft): string => {
    const code = procedure.confidentiality?.code;
    if (code && isHidden(draft, procedure)) return inLanguage(code, language);
    return textOf(draft, person) || t('nameless');
  };
  return (
    <>
      <ul className="reception-drafts">
        {drafts.map(draft => (
          <li key={draft.id}>
            <strong>{nameOf(draft)}</strong>
            <span className="reception-draft-matter clip">
              {isHidden(draft, procedure) ? '' : textOf(draft, matter).slice(0, 30)}
            </span>
            <small>{t('stopped', { time: timeOf(draft.savedAt), field: lastFilled(draft) })}</small>
            <div className="reception-draft-acts">
              <ActButton size="small" onClick={() => onResume(draft)}>
                {t('resume')}
              </ActButton>
              <ActButton size="small" rank="text" onClick={() => setAsked(draft)}>
                {t('drop')}
              </ActButton>
            </div>
          </li>
        ))}
      </ul>
      {asked && (
        <AskFirst
          title={t('dropTitle')}
          act={t('dropNow')}
          keep={t('dropKeep')}
          onAct={() => {
            onDrop(asked);
            setAsked(null);
          }}
          onKeep={() => setAsked(null)}
        >
          {t('dropWhat', { name: nameOf(asked), time: timeOf(asked.savedAt) })}
        </AskFirst>
      )}
    </>
  );
}
