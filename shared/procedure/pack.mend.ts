import type { z } from 'zod';
import type { PackSource, Path } from './pack.source.ts';
import { placeOf } from './schema.faults.ts';
import { findingsOf, valueAt, type Issue } from './schema.issues.ts';

/** Data of a file as far as it can be understood, and the places where something was put in its stead. */
export interface Mended<T> {
  readonly data: T;
  readonly mended: readonly Path[];
}

/** A file of a pack as far as it can be understood. */
export interface ReadPart<T> extends Mended<T> {
  readonly source: PackSource;
}

/** Words that satisfy one pattern of the schemas or another: number, key, form id, code, day, moment. */
const STAND_INS = ['{n}', 'x', 'X-1', 'XX', '2000-01-01', '2000-01-01T00:00'];
const ROUNDS = STAND_INS.length + 2;

type Holder = Record<PropertyKey, unknown>;

function ofKind(expected: string, value: unknown): unknown {
  switch (expected) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '?';
    case 'number':
    case 'int':
      return 1;
    case 'boolean':
      return false;
    case 'array':
      return value === undefined ? [] : [value];
    default:
      return { zh: typeof value === 'string' ? value : '?' };
  }
}

/** Only so that the rest can be looked at: the fault itself is told. */
function mendOne(root: unknown, issue: Issue, round: number): void {
  const key = issue.path.at(-1);
  const holder = valueAt(root, issue.path.slice(0, -1)) as Holder | undefined;
  const value = valueAt(root, issue.path) as Holder | undefined;
  if (issue.code === 'unrecognized_keys') {
    for (const strange of issue.keys) if (value) Reflect.deleteProperty(value, strange);
    return;
  }
  if (key === undefined || typeof holder !== 'object') return;
  if (issue.code === 'invalid_type') holder[key] = ofKind(issue.expected, value);
  else if (issue.code === 'invalid_value') holder[key] = issue.values[0];
  else if (typeof value === 'string') holder[key] = STAND_INS[round];
  else if (key === 'options' || key === 'columns') {
    Reflect.deleteProperty(holder, key);
    holder['type'] = 'text';
  } else if (typeof key === 'number' && typeof value === 'object') {
    const last = Object.keys(value).at(-1);
    if (last !== undefined) Reflect.deleteProperty(value, last);
  } else Reflect.deleteProperty(holder, key);
}

/** Mends what the schema refuses, so that one fault does not hide the others; undefined where that cannot be done. */
export function mend<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): Mended<z.output<Schema>> | undefined {
  if (data === undefined) return undefined;
  const copy: unknown = JSON.parse(JSON.stringify(data));
  const mended: Path[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = schema.safeParse(copy);
    if (parsed.success) return { data: parsed.data, mended };
    for (const issue of findingsOf(parsed.error.issues, copy)) {
      mended.push(placeOf(issue));
      mendOne(copy, issue, round);
    }
  }
  return undefined;
}
