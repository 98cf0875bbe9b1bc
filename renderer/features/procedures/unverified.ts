import type { TFunction } from 'i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { markedOf } from '#shared/procedure/unverified.ts';

/** What the pack itself asks, and everything that its source does not confirm, by kind and name. */
export function unverifiedOf(
  procedure: Procedure,
  language: Language,
  t: TFunction<'procedures'>,
): readonly string[] {
  const lines = [
    ...procedure.open_questions.map(text => inLanguage(text, language)),
    ...markedOf(procedure).map(({ kind, id, name }) =>
      [t(`marked.${kind}`), id, name && inLanguage(name, language)].filter(part => part).join(' '),
    ),
  ];
  return [...new Set(lines)];
}
