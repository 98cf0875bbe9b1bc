import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ownRetention, RETENTION_KEY } from '#shared/case/retention.ts';
import type { Archive } from '#shared/procedure/archive.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { OwnForm } from './own-form.tsx';

export interface ProcedureRetentionProps {
  /** Of the procedure. */
  readonly id: string;
  readonly archive: Archive;
}

/** How long files are kept; an administrator sets the years. */
export function ProcedureRetention({ id, archive: { retention } }: ProcedureRetentionProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { me } = useOpenDesk();
  const [changing, setChanging] = useState(false);
  const now = 'years' in retention ? String(retention.years) : '';
  const name = t('retention.keepTitle');
  const words =
    'years' in retention
      ? t('retention.keepYears', { count: retention.years })
      : t('permanent' in retention ? 'retention.keepForever' : 'retention.keepUndecided');
  return (
    <>
      <p>
        {words}{' '}
        {me.roles.includes('administrator') && (
          <ActButton size="small" aria-label={t('setTitle', { name })} onClick={() => setChanging(!changing)}>
            {t('set')}
          </ActButton>
        )}
      </p>
      {changing && <RetentionForm {...{ id, now, name }} onDone={() => setChanging(false)} />}
    </>
  );
}

interface RetentionFormProps {
  readonly id: string;
  readonly now: string;
  readonly name: string;
  readonly onDone: () => void;
}

function RetentionForm({ id, now, name, onDone }: RetentionFormProps): ReactNode {
  const { t } = useTranslation('procedures');
  const draft = useFormDraft({ form: 'own', of: 'retention', procedure: id }, { years: now, reason: '' });
  const { years } = draft.texts;
  const change = { type: 'change-setting', procedure: id, key: RETENTION_KEY } as const;
  return (
    <OwnForm
      name={name}
      draft={draft}
      saveWords={t('retention.saveYears')}
      own={reason => (ownRetention(years) ? { ...change, value: years, reason } : null)}
      back={reason => ({ ...change, value: null, reason })}
      onDone={onDone}
    >
      <label>
        {t('retention.years')}
        <input
          type="number"
          autoComplete="off"
          min={1}
          max={99}
          autoFocus
          value={years}
          onChange={event => draft.write({ years: event.currentTarget.value })}
        />
      </label>
    </OwnForm>
  );
}
