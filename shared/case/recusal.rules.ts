import type { Text } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';

/** A cell may name several people; the full stop of names in full-width lists is the enumeration comma. */
const BETWEEN_PEOPLE = /[、，,；;/\n]+/u;
/** The dots between the parts of a transcribed name, which every input method writes in its own way. */
const NAME_DOTS = /[·•‧∙⋅・.]/gu;

/** The same person however the name was typed: 李 经办, 李经办, ＬＩ Wei, li wei. */
export const sameName = (name: string): string =>
  name.normalize('NFKC').replace(NAME_DOTS, '·').replace(/\s+/gu, '').toLowerCase();

/** Every name a cell may mean: the whole, the parts of a list, and the words of a list without commas. */
function namesIn(cell: string): ReadonlySet<string> {
  const people = cell.split(BETWEEN_PEOPLE);
  const names = [cell, ...people, ...people.flatMap(each => each.split(/\s+/u))].map(sameName);
  return new Set(names.filter(name => name !== ''));
}

/** Whether a cell of names may mean this person. */
export const isNamedIn = (cell: string, name: string): boolean => namesIn(cell).has(sameName(name));

/** Why this person must stand aside, or undefined: the case names them in a field of the procedure's recusal. */
export function recusalOf(
  { recusal }: Pick<Procedure, 'recusal'>,
  { values }: Pick<CaseState, 'values'>,
  name: string,
): Text | undefined {
  const named = recusal?.fields.some(key => {
    const value = values[key];
    return typeof value === 'string' && isNamedIn(value, name);
  });
  return named ? recusal?.why : undefined;
}

/**
 * What steers a case beside its steps, and so is not for whoever must stand aside. Taking one's own name out of
 * the case is among it. Notes, prints and received signatures record what happened and stay open to all.
 */
export function steersCase({ recusal }: Pick<Procedure, 'recusal'>, command: CaseCommand): boolean {
  switch (command.type) {
    case 'extend-clock':
    case 'waive-signature':
    case 'override-severity':
    case 'void-document':
    case 'remove-attachment':
    case 'take-in-outside':
    case 'merge':
    case 'answer-approval':
    case 'answer-order':
    case 'send-transfer':
      return true;
    // Of a step its own obstacles say it.
    case 'ask-approval':
      return command.matter.about !== 'step';
    case 'change-fields':
      return recusal?.fields.some(key => key in command.values) ?? false;
    default:
      return false;
  }
}
