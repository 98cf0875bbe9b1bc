import fs from 'node:fs';
import { z } from 'zod';

type Folder = { readonly files: Readonly<Record<string, Entry>> };
type Entry = Folder | { readonly size: number; readonly offset?: string | undefined };

const File = z.object({ size: z.int(), offset: z.string().optional() });
const Entry: z.ZodType<Entry> = z.lazy(() => z.union([Folder, File]));
const Folder = z.object({ files: z.record(z.string(), Entry) });

export type AsarFile = { readonly path: string; readonly read: () => string };

/** The files in an archive of Electron. The format: github.com/electron/asar, "Format". */
export function readAsar(archive: string): readonly AsarFile[] {
  const bytes = fs.readFileSync(archive);
  const headerSize = bytes.readUInt32LE(4);
  const textLength = bytes.readUInt32LE(12);
  const header = Entry.parse(JSON.parse(bytes.toString('utf8', 16, 16 + textLength)));
  return walk(header, '', (offset, size) =>
    bytes.toString('utf8', 8 + headerSize + offset, 8 + headerSize + offset + size),
  );
}

function walk(entry: Entry, path: string, read: (offset: number, size: number) => string): AsarFile[] {
  if (!('files' in entry)) return [{ path, read: () => read(Number(entry.offset), entry.size) }];
  return Object.entries(entry.files).flatMap(([name, inner]) =>
    walk(inner, path === '' ? name : `${path}/${name}`, read),
  );
}
