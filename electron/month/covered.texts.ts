import { sealedWords } from '#shared/bundle/sealing.ts';
import type { SealedValue } from '#shared/bundle/sealed.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isTable, type FieldValue, type Values } from '#shared/procedure/values.ts';
import { coverFields } from '#shared/search/hidden-words.ts';

type Hiding = Pick<Procedure, 'confidentiality' | 'fields'>;
type Cover = (text: string) => string;

/** Covers whom a case hides in what somebody wrote about it, by what its fields for them say in any of these. */
export function identityCover(procedure: Hiding, ...said: readonly Values[]): Cover {
  const keys = new Set(procedure.confidentiality?.fields);
  const covers = said.map(values => coverFields(procedure, values, keys));
  return text => covers.reduce((covered, cover) => cover(covered), text);
}

const TEXTS = ['text', 'longtext'];

function coveredValue(value: FieldValue, cover: Cover): FieldValue {
  if (typeof value === 'string') return cover(value);
  if (!isTable(value)) return value;
  return value.map(row => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cover(cell)])));
}

export interface CoveredValues {
  readonly values: Values;
  /** What was covered, whole, for the holders of the second key. */
  readonly originals: Values;
}

/** Values whose texts name nobody any more; the fields that are sealed anyhow stay as they are. */
export function coveredValues(procedure: Hiding, values: Values, cover: Cover): CoveredValues {
  const sealed = new Set(procedure.confidentiality?.fields);
  const covered: Record<string, FieldValue> = { ...values };
  const originals: Record<string, FieldValue> = {};
  for (const { key, type } of procedure.fields) {
    const value = values[key];
    if (value === undefined || sealed.has(key) || !(TEXTS.includes(type) || isTable(value))) continue;
    const without = coveredValue(value, cover);
    if (JSON.stringify(without) === JSON.stringify(value)) continue;
    covered[key] = without;
    originals[key] = value;
  }
  return { values: covered, originals };
}

/** The originals of covered texts, sealed by field; undefined where nothing was covered. */
export async function sealedOriginals(
  originals: Values,
  code: string,
  seal: (text: string) => Promise<string>,
): Promise<Readonly<Record<string, SealedValue>> | undefined> {
  const entries = await Promise.all(
    Object.entries(originals).map(
      async ([key, value]) =>
        [
          key,
          await sealedWords(typeof value === 'string' ? value : JSON.stringify(value), code, seal),
        ] as const,
    ),
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
