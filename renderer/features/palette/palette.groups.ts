import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { markedName } from '#renderer/features/procedures/index.ts';
import { COMMAND_GROUPS, type Command } from '#renderer/ui/command/command.types.ts';
import type { PickerOption } from '#renderer/ui/picker/picker-panel.tsx';

/** More of one sort would push the others out of sight. */
const MOST = 6;

/** Commands whose name matches, those of the page first; `words` says what sort of thing each is. */
export const commandOptions = (
  commands: readonly Command[],
  search: string,
  words: (group: Command['group']) => string,
): readonly PickerOption[] =>
  COMMAND_GROUPS.flatMap(group =>
    commands.flatMap(command => {
      const name = command.group === group && command.hidden !== true && markedName(command.name, search);
      if (!name) return [];
      const about = [{ text: words(group), marked: false }];
      return [{ id: `command:${command.id}`, name, about, keys: command.key }];
    }),
  );

/** Procedures and packs of cards by name, and single cards by their title; nothing for no search. */
export function procedureOptions(
  procedures: readonly Procedure[],
  guidance: readonly GuidancePack[],
  search: string,
  language: Language,
): readonly PickerOption[] {
  if (search.trim() === '') return [];
  const packs = [...procedures, ...guidance].flatMap(({ id, name, code }) => {
    const pieces = markedName(inLanguage(name, language), search);
    return pieces ? [{ id: `pack:${id}`, name: pieces, note: code }] : [];
  });
  const cardsOf = [
    ...procedures.map(({ id, name, guidance: cards }) => ({ id, name, cards })),
    ...guidance.map(({ id, name, cards }) => ({ id, name, cards })),
  ];
  const cards = cardsOf.flatMap(pack =>
    pack.cards.flatMap(card => {
      const pieces = markedName(inLanguage(card.title, language), search);
      const note = inLanguage(pack.name, language);
      return pieces ? [{ id: `card:${pack.id}:${card.id}`, name: pieces, note }] : [];
    }),
  );
  return [...packs.slice(0, MOST), ...cards.slice(0, MOST)];
}
