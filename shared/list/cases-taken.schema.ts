import { z } from 'zod';
import { CaseConditions } from './case.conditions.ts';

const Id = z.string().min(1).max(40);

/** Which cases of the list went out, and what of each: ids of this program and of its packs, and a number. */
export const CasesTaken = z.strictObject({
  cases: z.number().int().positive(),
  /** The tab they were chosen in. */
  list: Id,
  conditions: CaseConditions,
  /** They were looked for. By what is a word somebody typed, and not kept. */
  found: z.boolean(),
  columns: z.array(Id).max(40),
});
export type CasesTaken = z.infer<typeof CasesTaken>;
