import type { Instant } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, type Values } from '#shared/procedure/values.ts';
import { ruleAnswers, signsOf, type Matter, type Signs } from './matter.ts';
import { equalFields, isWithin } from './same-matter.ts';
import type { SeverityContext } from './severity.ts';
import { ALIKE, likeness, VERY_ALIKE } from './text-likeness.ts';

/** Why an earlier case looks like the one that is being registered. */
export type LookalikeReason =
  /** Equal in these fields, which is what the procedure goes by. */
  | { readonly code: 'rule'; readonly fields: readonly string[] }
  | { readonly code: 'phone'; /** The last digits. */ readonly tail: string }
  | { readonly code: 'name' }
  | { readonly code: 'address' }
  | { readonly code: 'respondent' }
  | { readonly code: 'text'; readonly likeness: number };

export interface Lookalike {
  readonly matter: Matter;
  readonly reasons: readonly LookalikeReason[];
}

/** What is being registered. */
export interface Incoming {
  readonly values: Values;
  readonly receivedAt: Instant;
}

const TAIL = 4;
const TEXTS = ['name', 'address', 'respondent'] as const;

const same = (one: string, other: string): boolean => one !== '' && one === other;

/**
 * Of a case whose person is kept secret only what tells of the matter is compared: an answer that comes with the right
 * name or number and stays away with a wrong one would tell who it was.
 */
function signReasons(signs: Signs, { signs: theirs, sealed }: Matter): readonly LookalikeReason[] {
  const alike = likeness(signs.text, theirs.text);
  const secret = sealed.length > 0;
  const texts = secret ? (['respondent'] as const) : TEXTS;
  return [
    ...(!secret && same(signs.phone, theirs.phone)
      ? [{ code: 'phone', tail: theirs.phone.slice(-TAIL) } as const]
      : []),
    ...texts.filter(sign => same(signs[sign], theirs[sign])).map(code => ({ code })),
    ...(alike >= ALIKE ? [{ code: 'text', likeness: alike } as const] : []),
  ];
}

/** The telephone or a text that is nearly the same are enough, of anything else two: many people share a name. */
function areEnough(reasons: readonly LookalikeReason[]): boolean {
  const strong = reasons.some(
    reason => reason.code === 'phone' || (reason.code === 'text' && reason.likeness >= VERY_ALIKE),
  );
  return strong || reasons.length >= 2;
}

const weigh = ({ reasons }: Lookalike): number =>
  reasons.reduce((sum, { code }) => sum + (code === 'rule' ? 100 : code === 'phone' ? 10 : 1), 0);

/** Those with most in common first, of equals the latest. */
export const byWeight = (a: Lookalike, b: Lookalike): number =>
  weigh(b) - weigh(a) || (a.matter.receivedAt > b.matter.receivedAt ? -1 : 1);

/**
 * Registered cases that look like the one somebody is writing down: first those the procedure takes for the same
 * matter, then those with most in common, of equals the latest.
 */
export function lookalikesOf(
  procedure: Procedure,
  { values, receivedAt }: Incoming,
  matters: Iterable<Matter>,
  counting: Pick<SeverityContext, 'calendar' | 'officeHours'>,
): readonly Lookalike[] {
  const { repeats } = procedure;
  const signs = signsOf(procedure, values);
  const answers = ruleAnswers(procedure, values);
  const byRule = (matter: Matter): readonly LookalikeReason[] => {
    if (!repeats || matter.procedure !== procedure.id) return [];
    const fields = equalFields(repeats, answers, matter.answers, Object.is);
    if (fields.length === 0 || fields.some(key => matter.sealed.includes(key))) return [];
    // A rule that goes by a text and a name is not met by the one of them that is typed so far.
    const halfTyped = repeats.same.some(key => !isFilled(answers[key]) && isFilled(matter.answers[key]));
    if (halfTyped || !isWithin(repeats, matter.receivedAt, receivedAt, counting)) return [];
    return [{ code: 'rule', fields }];
  };
  const found: Lookalike[] = [];
  for (const matter of matters) {
    const rule = byRule(matter);
    const reasons = signReasons(signs, matter);
    if (rule.length > 0 || areEnough(reasons)) found.push({ matter, reasons: [...rule, ...reasons] });
  }
  return found.sort(byWeight);
}
