import type { StorageError } from '#electron/files/storage-error.ts';

/** The last record: how many there are and the hash that stands for all of them, 64 hexadecimal digits. */
export interface JournalHead {
  /** 0 for an empty journal; records count from 1. */
  readonly seq: number;
  readonly hash: string;
}

export interface JournalRecord extends JournalHead {
  readonly payload: Buffer;
}

export interface JournalDamage {
  readonly code: 'journal/damaged';
  /** The first record that is wrong or missing; everything before it is good. 0 is the head of the file. */
  readonly seq: number;
  readonly offset: number;
}

export type OpenError =
  | { readonly code: 'journal/missing' }
  | { readonly code: 'journal/newer-version'; readonly version: number }
  | { readonly code: 'journal/wrong-key' }
  | { readonly code: 'journal/locked'; readonly pid: number; readonly host: string }
  | JournalDamage
  | StorageError;

export type CreateError = OpenError | { readonly code: 'journal/exists' };

export type AppendError =
  /** Somebody appended since the caller looked; decide again on the new state. */
  | { readonly code: 'journal/behind'; readonly head: JournalHead }
  | { readonly code: 'journal/too-large'; readonly limit: number }
  /** An earlier write failed, for the reason given then; open the journal again. */
  | { readonly code: 'journal/stopped' }
  | JournalDamage
  | StorageError;

export type VerifyError = JournalDamage | StorageError | { readonly code: 'journal/cancelled' };

export interface VerifyProgress {
  readonly seq: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

export interface JournalReader {
  /** 32 hexadecimal digits, drawn when the journal was made. */
  readonly id: string;
  readonly createdMs: number;
  head(): JournalHead;
  /** Length of the file up to the head: so much of it is whole, also while somebody appends. */
  bytes(): number;
  /** From that record to the one that is last when reading begins. Throws `JournalFault` where it is damaged. */
  read(fromSeq: number): AsyncIterable<JournalRecord>;
  close(): Promise<void>;
}

/** Thrown out of a loop over `read`, where a refusal cannot be returned. */
export class JournalFault extends Error {
  override readonly name = 'JournalFault';
  readonly error: JournalDamage | StorageError;

  constructor(error: JournalDamage | StorageError) {
    super(error.code, { cause: 'cause' in error ? error.cause : undefined });
    this.error = error;
  }
}
