import { ANSWERED_PARTS } from './guidance.schema.ts';
import type { Procedure } from './procedure.schema.ts';
import { isFilled, type Values } from './values.ts';

const isPart = (name: string): name is (typeof ANSWERED_PARTS)[number] =>
  (ANSWERED_PARTS as readonly string[]).includes(name);

/**
 * Whether what a line of a card asks for stands in the registration; undefined where this procedure asks none of it.
 */
export function isAnswered(
  names: readonly string[],
  { registration }: Pick<Procedure, 'registration'>,
  values: Values,
): boolean | undefined {
  const asked = names
    .map(name => (isPart(name) ? registration[name] : name))
    .filter(key => key !== undefined)
    .filter(key => registration.fields.includes(key));
  return asked.length === 0 ? undefined : asked.every(key => isFilled(values[key]));
}
