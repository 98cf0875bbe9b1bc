import { isNamedIn } from '#shared/case/recusal.rules.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Transfer } from './transfer.schema.ts';

/**
 * The cells of a case that came in which name who has to stand aside: whom it is against, and what the procedure it
 * comes from calls so, where that one is known here as well. Keys of fields mean the same in both offices.
 */
export function namedAside(
  { fields, procedure: { id } }: Pick<Transfer, 'fields' | 'procedure'>,
  procedures: readonly Pick<Procedure, 'id' | 'recusal'>[],
): readonly string[] {
  const keys = new Set(procedures.filter(each => each.id === id).flatMap(each => each.recusal?.fields ?? []));
  return fields
    .filter(({ key, role, value }) => value !== null && (role === 'respondent' || keys.has(key)))
    .map(({ words }) => words);
}

/** Whether one of these cells may mean this person. */
export const standsAside = (cells: readonly string[], name: string): boolean =>
  cells.some(cell => isNamedIn(cell, name));
