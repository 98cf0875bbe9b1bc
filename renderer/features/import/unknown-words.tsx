import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { unknownWords, type CheckedRow } from '#shared/import/check-rows.ts';
import type { Reading } from './import.stage.ts';
import type { Importing } from './use-importing.ts';

/** As many as one explains at once; the next ones come when these are done. */
const SHOWN = 12;

export interface UnknownWordsProps {
  readonly reading: Reading;
  readonly rows: readonly CheckedRow[];
  readonly language: Language;
  readonly importing: Importing;
}

/** Words of the old ledger that no option bears: each is explained once for all its rows. */
export function UnknownWords({ reading, rows, language, importing }: UnknownWordsProps): ReactNode {
  const { t } = useTranslation('import');
  const { mapping, source } = reading;
  const unknown = unknownWords(rows).filter(({ word }) => word.length <= 200);
  if (unknown.length === 0) return null;
  return (
    <div className="import-fixed" role="group" aria-label={t('preview.words')}>
      <p>{t('preview.words')}</p>
      <div className="import-entries">
        {unknown.slice(0, SHOWN).map(({ field: key, word, count }) => {
          const field = source.procedure.fields.find(each => each.key === key);
          if (!field) return null;
          return (
            <label key={`${key} ${word}`} className="import-entry">
              {t('preview.wordsOf', { field: inLanguage(field.label, language), word, count })}
              <select
                autoComplete="off"
                value=""
                onChange={event => {
                  const known = { ...mapping.words[key], [word]: event.currentTarget.value };
                  void importing.preview({ ...mapping, words: { ...mapping.words, [key]: known } });
                }}
              >
                <option value="">{t('preview.notYet')}</option>
                {(field.options ?? []).map(option => (
                  <option key={option.value} value={option.value}>
                    {inLanguage(option.label, language)}
                  </option>
                ))}
              </select>
            </label>
          );
        })}
      </div>
      {unknown.length > SHOWN && (
        <p className="import-quiet">{t('preview.wordsMore', { count: unknown.length - SHOWN })}</p>
      )}
    </div>
  );
}
