import type { Result } from '#shared/core/result.ts';

/** What crosses the border between window and shell instead of an exception. */
export interface DeskFault {
  /** From the closed unions of the areas: `keys/wrong-passphrase`, `journal/behind`, `printing/font-missing` … */
  readonly code: string;
  /** Plain data a sentence may need: how many tries are left, until when to wait, which file. Never personal. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export type Reply<T> = Result<T, DeskFault>;
