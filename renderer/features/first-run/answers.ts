import { OfficeCode } from '#shared/core/ids.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import type { Role } from '#shared/procedure/role.ts';
import { passphraseStrength } from './passphrase-strength.ts';

/** The first page: which office this is. As typed. */
export interface OfficeAnswers {
  readonly name: string;
  readonly code: string;
  readonly prefix: string;
  readonly firstNumber: string;
  readonly procedure: string;
}

/** The second page: who begins, with which passphrase. */
export interface PersonAnswers {
  readonly name: string;
  readonly phone: string;
  readonly roles: readonly Role[];
  readonly passphrase: string;
  readonly again: string;
}

/** The first thing on a page that keeps it from going on: where it is, and what to say about it. */
export interface Lack<Field extends string, Problem extends string> {
  readonly field: Field;
  readonly problem: Problem;
}

export type OfficeLack = Lack<
  'name' | 'code' | 'prefix' | 'firstNumber',
  | 'nameShort'
  | 'nameLong'
  | 'codeMissing'
  | 'codeWrong'
  | 'prefixMissing'
  | 'prefixLong'
  | 'numberMissing'
  | 'numberWrong'
>;

export type PassphraseLack = Lack<
  'passphrase' | 'again',
  | 'passphraseMissing'
  | 'passphraseShort'
  | 'passphraseSimple'
  | 'passphraseLong'
  | 'againMissing'
  | 'againDiffers'
>;

export type PersonLack =
  | Lack<'name' | 'phone' | 'roles', 'personMissing' | 'personLong' | 'phoneLong' | 'rolesMissing'>
  | PassphraseLack;

const length = (text: string): number => text.trim().length;

/** `0012` and full-width digits are numbers too; undefined where there is none. */
export function readFirstNumber(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim();
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 ? number : undefined;
}

export function officeLack({ name, code, prefix, firstNumber }: OfficeAnswers): OfficeLack | undefined {
  if (length(name) < 2) return { field: 'name', problem: 'nameShort' };
  if (length(name) > 60) return { field: 'name', problem: 'nameLong' };
  if (code === '') return { field: 'code', problem: 'codeMissing' };
  if (!OfficeCode.safeParse(code).success) return { field: 'code', problem: 'codeWrong' };
  if (length(prefix) === 0) return { field: 'prefix', problem: 'prefixMissing' };
  if (length(prefix) > 20) return { field: 'prefix', problem: 'prefixLong' };
  if (length(firstNumber) === 0) return { field: 'firstNumber', problem: 'numberMissing' };
  if (readFirstNumber(firstNumber) === undefined) return { field: 'firstNumber', problem: 'numberWrong' };
  return undefined;
}

/** What keeps a new passphrase, written twice, from being taken. */
export function newPassphraseLack(passphrase: string, again: string): PassphraseLack | undefined {
  const strength = passphraseStrength(passphrase);
  if (strength === 'empty') return { field: 'passphrase', problem: 'passphraseMissing' };
  if (strength === 'short') return { field: 'passphrase', problem: 'passphraseShort' };
  if (strength === 'simple') return { field: 'passphrase', problem: 'passphraseSimple' };
  if (passphrase.length > 200) return { field: 'passphrase', problem: 'passphraseLong' };
  if (again === '') return { field: 'again', problem: 'againMissing' };
  if (again.normalize('NFKC').trim() !== passphrase.normalize('NFKC').trim())
    return { field: 'again', problem: 'againDiffers' };
  return undefined;
}

export function personLack({ name, phone, roles, passphrase, again }: PersonAnswers): PersonLack | undefined {
  if (length(name) === 0) return { field: 'name', problem: 'personMissing' };
  if (length(name) > 60) return { field: 'name', problem: 'personLong' };
  if (length(phone) > 40) return { field: 'phone', problem: 'phoneLong' };
  if (roles.length === 0) return { field: 'roles', problem: 'rolesMissing' };
  return newPassphraseLack(passphrase, again);
}

/** Complete answers as the shell wants them. */
export const setupInput = (office: OfficeAnswers, person: PersonAnswers): InputOf<'setup:begin'> => ({
  office: {
    name: office.name.trim(),
    code: office.code,
    prefix: office.prefix.trim(),
    firstNumber: readFirstNumber(office.firstNumber) ?? 1,
    procedure: office.procedure,
  },
  person: { name: person.name.trim(), phone: person.phone.trim(), roles: [...person.roles] },
  passphrase: person.passphrase,
});
