import { err, ok, type Result } from '#shared/core/result.ts';
import { realFiles, type FileHandle, type FilePort } from '#electron/files/file-port.ts';
import { storageError, type StorageError } from '#electron/files/storage-error.ts';
import { beginningOf, chainReader } from './journal.chain.ts';
import { openFile } from './journal.file.ts';
import type { FileHeader } from './journal.format.ts';
import type { JournalHead, VerifyError, VerifyProgress } from './journal.types.ts';

export interface VerifyOptions {
  readonly onProgress?: (progress: VerifyProgress) => void;
  readonly signal?: AbortSignal;
  /** Between two stretches, so that other work gets its turn. */
  readonly pause?: () => Promise<unknown>;
}

/** Number, chain and, with a key, seal of every record up to `end` bytes, which must be the end of a record. */
export async function verifyChain(
  source: { readonly handle: FileHandle; readonly header: FileHeader; readonly key?: Buffer },
  end: number,
  options: VerifyOptions = {},
): Promise<Result<JournalHead, VerifyError>> {
  const { onProgress, signal, pause } = options;
  try {
    const from = beginningOf(source.header);
    const reader = chainReader(source.handle, source.header, { from, end }, source.key);
    for (;;) {
      if (signal?.aborted) return err({ code: 'journal/cancelled' });
      const links = await reader.next();
      if (!links) break;
      onProgress?.({ seq: reader.place().seq, bytes: reader.place().offset, ofBytes: end });
      await pause?.();
    }
    const { seq, offset, hash } = reader.place();
    if (reader.fault()) return err({ code: 'journal/damaged', seq: seq + 1, offset });
    return ok({ seq, hash: (hash ?? source.header.hash).toString('hex') });
  } catch (cause) {
    return err(storageError(cause));
  }
}

export type VerifyFileError =
  | VerifyError
  | { readonly code: 'journal/missing' }
  | { readonly code: 'journal/newer-version'; readonly version: number };

/**
 * Checks a journal file that is not in use, such as the copy in a backup, without any key. A change inside the
 * last record only shows against a hash of the head kept elsewhere, because no later record names it.
 */
export async function verifyJournalFile(
  file: string,
  options: VerifyOptions & { readonly files?: FilePort } = {},
): Promise<Result<JournalHead & { readonly id: string }, VerifyFileError>> {
  const { files = realFiles } = options;
  let opened;
  try {
    opened = await openFile(file, 'r', files);
  } catch (cause) {
    return err<StorageError>(storageError(cause));
  }
  if (!opened.ok) {
    // Cannot be: there is no key to be wrong.
    return opened.error.code === 'journal/wrong-key' ? err({ code: 'journal/missing' }) : err(opened.error);
  }
  const { handle, header, size } = opened.value;
  try {
    const head = await verifyChain({ handle, header }, size, options);
    return head.ok ? ok({ ...head.value, id: header.id.toString('hex') }) : head;
  } finally {
    await handle.close();
  }
}
