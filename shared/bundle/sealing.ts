import { holds } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, type FieldValue, type Values } from '#shared/procedure/values.ts';
import type { SealedValue } from './sealed.schema.ts';

type Hidden = Pick<Procedure, 'confidentiality'>;

/** Whether this case hides who it comes from, by the procedure's own rule. */
export const isSealed = (procedure: Hidden, values: Values): boolean =>
  procedure.confidentiality !== undefined && holds(procedure.confidentiality.sealed_if, values);

/** What everyone without the second key reads instead: 反映人0007, after the running number of the case. */
export const sealedCode = (procedure: Hidden, number: string): string =>
  `${procedure.confidentiality?.code.zh ?? ''}${/(\d+)\D*$/.exec(number)?.[1] ?? ''}`;

/** Values as they leave the office: the hidden ones readable by the holders of the second key alone. */
export async function sealedValues(
  procedure: Hidden,
  values: Values,
  code: string,
  seal: (text: string) => Promise<string>,
): Promise<Readonly<Record<string, FieldValue | SealedValue>>> {
  const leaving: Record<string, FieldValue | SealedValue> = { ...values };
  for (const key of procedure.confidentiality?.fields ?? []) {
    const value = values[key];
    if (value !== undefined && isFilled(value))
      leaving[key] = { sealed: await seal(JSON.stringify(value)), code };
  }
  return leaving;
}

/** Words in which, in most cases, whom the case hides is named: a signer, the name of a file. */
export async function sealedWords(
  words: string,
  code: string,
  seal: (text: string) => Promise<string>,
): Promise<SealedValue> {
  return { sealed: await seal(JSON.stringify(words)), code };
}
