import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { FieldValue } from '#shared/procedure/values.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { fieldInWords } from './step-entries.ts';
import type { FieldMerging } from './use-field-merge.ts';

export interface FieldMergeNoteProps {
  readonly merging: FieldMerging;
  readonly covered: ReadonlySet<string>;
  readonly language: Language;
}

/** The case was changed elsewhere while somebody was writing here: what was taken over, what is to be chosen. */
export function FieldMergeNote({ merging, covered, language }: FieldMergeNoteProps): ReactNode {
  const { t } = useTranslation('case');
  const { t: secret } = useTranslation('identity');
  const { taken, conflicts, dropped, settle } = merging;
  if (taken.length + conflicts.length + dropped.length === 0) return null;
  const words = (field: Field, value: FieldValue): string =>
    (typeof value === 'boolean' && !covered.has(field.key) ? t(value ? 'merge.yes' : 'merge.no') : '') ||
    fieldInWords(field, value, { language, covered: { fields: covered, words: secret('value') } }) ||
    t('empty');
  const label = (field: Field): string => inLanguage(field.label, language);
  return (
    <div role="group" aria-label={t('merge.title')} className="case-merge">
      <Note tone={conflicts.length > 0 ? 'soon' : 'plain'}>
        <h3>{t('merge.title')}</h3>
        {taken.length > 0 && <p>{t('merge.taken', { fields: taken.map(label).join(t('merge.list')) })}</p>}
        {conflicts.length > 0 && <p role="alert">{t('merge.choose', { count: conflicts.length })}</p>}
        <dl>
          {conflicts.map(({ field, mine, theirs }) => (
            <div key={field.key}>
              <dt>{label(field)}</dt>
              <dd>
                <span>{t('merge.theirs', { value: words(field, theirs) })}</span>
                <ActButton
                  size="small"
                  aria-label={t('merge.useTheirsOf', { field: label(field) })}
                  onClick={() => settle(field.key, 'theirs')}
                >
                  {t('merge.useTheirs')}
                </ActButton>
                <span>{t('merge.mine', { value: words(field, mine) })}</span>
                <ActButton
                  size="small"
                  aria-label={t('merge.useMineOf', { field: label(field) })}
                  onClick={() => settle(field.key, 'mine')}
                >
                  {t('merge.useMine')}
                </ActButton>
              </dd>
            </div>
          ))}
        </dl>
        {dropped.map(({ field, value }) => (
          <p key={field.key}>{t('merge.dropped', { field: label(field), value: words(field, value) })}</p>
        ))}
      </Note>
    </div>
  );
}
