import { z } from 'zod';

/** What came of a group of tests. */
export const Outcome = z.strictObject({
  passed: z.int().nonnegative(),
  failed: z.array(z.strictObject({ name: z.string(), detail: z.string() })),
  skipped: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
});
export type Outcome = z.infer<typeof Outcome>;

export const NOTHING: Outcome = { passed: 0, failed: [], skipped: [] };

export function failure(name: string, detail: string): Outcome {
  return { passed: 0, failed: [{ name, detail }], skipped: [] };
}

export function sum(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, each) => total + each.passed, 0),
    failed: outcomes.flatMap(each => each.failed),
    skipped: outcomes.flatMap(each => each.skipped),
  };
}

/** A run in which nothing was tested has failed: it shows nothing. */
export function isGood({ passed, failed }: Outcome): boolean {
  return failed.length === 0 && passed > 0;
}
