import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { newUlid, type IdSource } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';
import { atDisk, type StorageError } from '../files/storage-error.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';
import { openSecret, sealSecret } from '../keys/secret.ts';
import type { SubkeySource } from '../keys/unlocked-keys.ts';

/** What is known of a file while it comes in. */
const Incoming = z.strictObject({
  /** The case, or the draft of one, that it is for. */
  owner: z.string(),
  name: z.string(),
  begun: Instant,
  recorded: z.boolean(),
});
export type Incoming = z.infer<typeof Incoming>;

export interface Unfinished extends Incoming {
  readonly upload: string;
  /** On the disk, encrypted: a little more than there will be. */
  readonly bytes: number;
}

/** A part was damaged on the disk, or is another one's. */
export class PartsDamaged extends Error {
  override readonly name = 'PartsDamaged';
}

/** Files while they come in, part by part: each part is encrypted and on the disk before the next one is asked for. */
export interface PartStore {
  begin(incoming: Incoming): Promise<Result<string, StorageError>>;
  add(upload: string, index: number, bytes: Uint8Array): Promise<Result<void, StorageError>>;
  /** In their order, up to the first gap. Throws `PartsDamaged`, and what the disk throws. */
  parts(upload: string): AsyncGenerator<Buffer, void, undefined>;
  about(upload: string): Promise<Result<Incoming | undefined, StorageError>>;
  list(): Promise<Result<readonly Unfinished[], StorageError>>;
  remove(upload: string): Promise<Result<void, StorageError>>;
}

const UPLOAD = /^[0-9A-Z]{26}$/;
const ABOUT = 'about';
const partName = (index: number): string => `${String(index).padStart(6, '0')}.part`;

export function partStoreIn(dir: string, keys: SubkeySource, ids: IdSource): PartStore {
  const folderOf = (upload: string): string => path.join(dir, upload);
  // Bound to its place, so that no part can stand in for another.
  const label = (upload: string, name: string): string => `attachment/${upload}/${name}`;
  const write = (upload: string, name: string, bytes: Uint8Array): Promise<Result<void, StorageError>> =>
    writeFileSafely(path.join(folderOf(upload), name), sealSecret(keys, label(upload, name), bytes));
  const read = async (upload: string, name: string): Promise<Buffer | undefined> => {
    const sealed = await readFile(path.join(folderOf(upload), name));
    return openSecret(keys, label(upload, name), sealed);
  };
  const partsIn = async (upload: string): Promise<readonly string[]> =>
    (await readdir(folderOf(upload))).filter(name => /^\d{6}\.part$/.test(name)).sort();

  const aboutOf = async (upload: string): Promise<Incoming | undefined> => {
    const bytes = await read(upload, ABOUT).catch(() => undefined);
    return bytes && Incoming.parse(JSON.parse(bytes.toString('utf8')));
  };

  return {
    begin: async incoming => {
      const upload = newUlid(ids);
      const made = await atDisk(() => mkdir(folderOf(upload), { recursive: true, mode: 0o700 }));
      if (!made.ok) return made;
      const written = await write(upload, ABOUT, Buffer.from(JSON.stringify(incoming)));
      return written.ok ? { ok: true, value: upload } : written;
    },
    add: (upload, index, bytes) => write(upload, partName(index), bytes),
    parts: async function* (upload) {
      for (const [index, name] of (await partsIn(upload)).entries()) {
        if (name !== partName(index)) return;
        const bytes = await read(upload, name);
        if (!bytes) throw new PartsDamaged('a part does not open');
        yield bytes;
      }
    },
    about: upload => atDisk(() => aboutOf(upload)),
    list: () =>
      atDisk(async () => {
        const found: Unfinished[] = [];
        const names = await readdir(dir).catch(() => []); // No folder yet: nothing has come in yet.
        for (const upload of names.filter(name => UPLOAD.test(name)).sort()) {
          const about = await aboutOf(upload);
          if (!about) continue;
          let bytes = 0;
          for (const name of await partsIn(upload))
            bytes += (await stat(path.join(folderOf(upload), name))).size;
          found.push({ ...about, upload, bytes });
        }
        return found;
      }),
    remove: upload => atDisk(() => rm(folderOf(upload), { recursive: true, force: true })),
  };
}
