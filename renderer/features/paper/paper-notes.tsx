import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '#shared/core/text.ts';
import type { MissingPlace } from '#shared/documents/paper.model.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { Note } from '#renderer/ui/notice/note.tsx';

/** What could not be set as it was typed. */
export function WarningNotes({ codes }: { readonly codes: readonly string[] }): ReactNode {
  const { t } = useTranslation('paper');
  const kinds = new Set(
    codes
      .filter(code => code !== 'character/missing')
      .map(code => (code === 'character/substituted' ? 'substituted' : 'other')),
  );
  return [...kinds].map(kind => (
    <Note key={kind} tone="soon">
      {t(`warning.${kind}`)}
    </Note>
  ));
}

/** A character of the private area, or of a later Unicode than the window's, has no shape to be known by. */
const nameable = (char: string): string =>
  /^[\p{Co}\p{Cn}]/u.test(char)
    ? `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : char;

/** Which characters the paper shows as 〓, and in which fields they can be put right. */
export function MissingNote({
  places,
  fields,
}: {
  readonly places: readonly MissingPlace[];
  readonly fields: readonly Field[];
}): ReactNode {
  const { t, i18n } = useTranslation('paper');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  if (places.length === 0) return null;
  // Of a table, the keys of its values go on with row and column.
  const fieldOf = (key: string) =>
    fields.find(field => field.key === key) ??
    fields.find(field => field.columns && key.startsWith(`${field.key}_`));
  const where = places.map(({ key, around }) => {
    const field = key === '' ? undefined : fieldOf(key);
    return field
      ? t('missing.inField', { field: inLanguage(field.label, language), around })
      : t('missing.elsewhere', { around });
  });
  const chars = [...new Set(places.flatMap(place => place.chars.map(nameable)))];
  return (
    <Note tone="soon">
      {t('missing.words', {
        chars: chars.join(t('print.separator')),
        where: where.join(t('missing.separator')),
      })}
    </Note>
  );
}
