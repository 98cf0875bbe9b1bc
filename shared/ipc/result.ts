import type { Result } from '#shared/core/result.ts';
import type { FaultCode } from './fault-codes.ts';

/** What crosses the border between window and shell instead of an exception. */
export interface DeskFault {
  readonly code: FaultCode;
  /** Plain data a sentence may need: how many tries are left, until when to wait, which file. Never personal. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export type Reply<T> = Result<T, DeskFault>;
