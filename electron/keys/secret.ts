import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FilePort } from '#electron/files/file-port.ts';
import { readWithFallback, type ReadError } from '#electron/files/read-with-fallback.ts';
import type { StorageError } from '#electron/files/storage-error.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';
import { openBox, sealBox } from './box.ts';
import type { SubkeySource } from './unlocked-keys.ts';

const about = (label: string): string => `phoenix-desk/secret/1/${label}`;

/** A small secret of the office, such as its signing seed, under the data key; the label is bound to it. */
export function sealSecret(keys: SubkeySource, label: string, bytes: Uint8Array): Buffer {
  const key = keys.subkey('secret');
  const sealed = sealBox(key, bytes, about(label));
  key.fill(0);
  return sealed;
}

/** Undefined when it was damaged, or sealed under another label or keyring. */
export function openSecret(keys: SubkeySource, label: string, sealed: Uint8Array): Buffer | undefined {
  const key = keys.subkey('secret');
  const bytes = openBox(key, sealed, about(label));
  key.fill(0);
  return bytes;
}

export function saveSecret(
  file: string,
  keys: SubkeySource,
  label: string,
  bytes: Uint8Array,
  files?: FilePort,
): Promise<Result<void, StorageError>> {
  invariant(bytes.length > 0, 'an empty secret is none');
  return writeFileSafely(file, sealSecret(keys, label, bytes), {
    ...(files && { files }),
    keepPrevious: old => openSecret(keys, label, old) !== undefined,
  });
}

export async function loadSecret(
  file: string,
  keys: SubkeySource,
  label: string,
  files?: FilePort,
): Promise<Result<Buffer, ReadError>> {
  const read = await readWithFallback(file, sealed => openSecret(keys, label, sealed), files);
  return read.ok ? ok(read.value.value) : err(read.error);
}
