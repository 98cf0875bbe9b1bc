import type { z } from 'zod';

export type Issue = z.core.$ZodIssue;

type Path = Issue['path'];

const samePath = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((part, place) => part === b[place]);

/** What must be in an object and is not: its place, without the name. */
const isMissing = (issue: Issue, data: unknown): boolean =>
  (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union') &&
  valueAt(data, issue.path) === undefined;

export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** How far a value is from what it was read as: not even of its kind, a key too many or too few, another mistake. */
const weightOf = (issues: readonly Issue[]): number =>
  issues.reduce((sum, { code, path }) => {
    if (path.length === 0 && code === 'invalid_type') return sum + 3;
    return sum + (code === 'unrecognized_keys' || path.length === 1 ? 2 : 1);
  }, 0);

/**
 * Of a union that none of its members fits, the findings of the member that fits best: the fewest, those that miss
 * nothing first. `Invalid input` alone would leave the author guessing. Where a union is told apart by its keys and
 * an unknown one stands there, only that one is wrong.
 */
function nearest(issues: readonly Issue[], data: unknown): readonly Issue[] {
  return issues.flatMap(issue => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const value = valueAt(data, issue.path);
    const found = issue.errors.map(each => nearest(each, value));
    const best = found.reduce((a, b) => (weightOf(b) < weightOf(a) ? b : a));
    const strange = best.filter(({ code, path }) => code === 'unrecognized_keys' && path.length === 0);
    const rest = best.filter(each => !isMissing(each, value) || each.path.length !== 1);
    return (strange.length > 0 ? rest : best).map(inner => ({
      ...inner,
      path: [...issue.path, ...inner.path],
    }));
  });
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (const [at, letter] of Array.from(a).entries()) {
    const next = [at + 1];
    for (let place = 1; place <= b.length; place++)
      next.push(
        Math.min(
          (row[place] ?? 0) + 1,
          (next[place - 1] ?? 0) + 1,
          (row[place - 1] ?? 0) + (b[place - 1] === letter ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

const alike = (a: string, b: string): boolean =>
  distance(a, b) <= 2 || (b.length > 1 && (a.startsWith(b) || a.endsWith(b)));

/** A misspelt key is unknown and leaves the right one missing: one fault. */
function withoutMisspelt(issues: readonly Issue[], data: unknown): readonly Issue[] {
  const strange = issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys.map(key => ({ at: issue.path, key })) : [],
  );
  return issues.filter(issue => {
    const name = issue.path.at(-1);
    if (typeof name !== 'string' || !isMissing(issue, data)) return true;
    return !strange.some(({ at, key }) => samePath(at, issue.path.slice(0, -1)) && alike(key, name));
  });
}

/** What zod found, one finding for each thing that is wrong: an unknown key is one, wherever it stands. */
export const findingsOf = (issues: readonly Issue[], data: unknown): readonly Issue[] =>
  withoutMisspelt(nearest(issues, data), data).flatMap<Issue>(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys.map(key => ({ ...issue, keys: [key] })) : [issue],
  );
