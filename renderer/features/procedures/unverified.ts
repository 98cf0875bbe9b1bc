import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

interface Marked {
  readonly unverified?: boolean | undefined;
}

/** Everything of a pack that its source does not confirm, by name; and what the pack itself asks. */
export function unverifiedOf(procedure: Procedure, language: Language): readonly string[] {
  const words = (text: Text): string => inLanguage(text, language);
  const named = <T extends Marked>(items: readonly T[], name: (item: T) => string): readonly string[] =>
    items.filter(({ unverified }) => unverified).map(name);
  const lines = [
    ...procedure.open_questions.map(words),
    ...named(procedure.limits, ({ id, name }) => `${id} ${words(name)}`),
    ...named(procedure.duties, ({ id, name }) => `${id} ${words(name)}`),
    ...named(procedure.forms, ({ id, name }) => `${id} ${words(name)}`),
    ...named(procedure.steps, ({ name }) => words(name)),
    ...named(procedure.fields, ({ label }) => words(label)),
    ...named(procedure.settings, ({ label }) => words(label)),
  ];
  return [...new Set(lines)];
}
