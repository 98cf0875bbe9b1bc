import type { Readable } from 'node:stream';
import type { Result } from '#shared/core/result.ts';
import type { StorageError } from '#electron/files/storage-error.ts';

export type VaultError =
  | { readonly code: 'vault/missing' }
  | { readonly code: 'vault/damaged' }
  | { readonly code: 'vault/newer-version'; readonly version: number }
  | StorageError;

export type PutError =
  | VaultError
  /** What was to be put could not be read to its end, as when a stick is pulled out. */
  | { readonly code: 'vault/source-failed'; readonly cause: unknown }
  | { readonly code: 'vault/too-large'; readonly limit: number };

export interface Stored {
  /** Of the plain content, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Of the plain content. */
  readonly bytes: number;
  /** False when the same content was there already, and sound. */
  readonly added: boolean;
}

export interface StoredPart {
  readonly bytes: Buffer;
  /** How many there are; an index beyond them is answered with nothing. */
  readonly parts: number;
  /** Of the whole. */
  readonly total: number;
}

export interface VaultStats {
  readonly files: number;
  /** On the disk, encrypted. */
  readonly bytes: number;
}

export interface StoredFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

export interface VaultCheck extends VaultStats {
  /** Stored names of files that are damaged. */
  readonly damaged: readonly string[];
  readonly cancelled: boolean;
}

export interface PutOptions {
  /** Most bytes that are taken. */
  readonly limit?: number;
}

export interface CheckOptions {
  readonly onProgress?: (done: VaultStats) => void;
  readonly signal?: AbortSignal;
}

export interface Vault {
  put(
    source: Uint8Array | AsyncIterable<Uint8Array>,
    options?: PutOptions,
  ): Promise<Result<Stored, PutError>>;
  /** A stream that fails with `VaultFault` before it would give out a wrong byte. */
  get(sha256: string): Promise<Result<Readable, VaultError>>;
  /** All at once, for what is known to be small. */
  getBytes(sha256: string): Promise<Result<Buffer, VaultError>>;
  /** One chunk of it, from 0, for whoever shows it bit by bit. */
  getPart(sha256: string, index: number): Promise<Result<StoredPart, VaultError>>;
  /** Whether there is such a file; `verify` says whether it is sound. */
  has(sha256: string): Promise<boolean>;
  verify(sha256: string): Promise<Result<{ readonly bytes: number }, VaultError>>;
  /** Every file there is, without knowing their hashes. */
  verifyAll(options?: CheckOptions): Promise<Result<VaultCheck, StorageError>>;
  /** The encrypted files as they lie on the disk, for copying into a backup. Throws what the disk throws. */
  storedFiles(): AsyncIterable<StoredFile>;
  stats(): Promise<Result<VaultStats, StorageError>>;
  /** Deletes what a crash left half written. Only at start, when nothing is being put. */
  clearUnfinished(): Promise<Result<void, StorageError>>;
  close(): void;
}

/** Thrown out of a stream, where a refusal cannot be returned. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault';
  readonly error: VaultError;

  constructor(error: VaultError) {
    super(error.code, { cause: 'cause' in error ? error.cause : undefined });
    this.error = error;
  }
}
