import { finished } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type Instant, dateOf, timeOf } from '#shared/core/instant.ts';

export interface ZipMember {
  readonly path: string;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Deflate it; papers, pictures and sound are compressed already and are stored. */
  readonly deflate: boolean;
  /** Where it is known; needed over 4 GiB. */
  readonly bytes?: number;
}

type Output = AsyncIterable<Uint8Array> & { destroy: (cause?: Error) => void };

/** A Date whose local fields are the civil time of Asia/Shanghai, since that is what a ZIP holds. */
function civilTime(instant: Instant): Date {
  return new Date(`${dateOf(instant)}T${timeOf(instant)}:00`);
}

/**
 * Packs members one after the other into a ZIP. The same members and time give the same bytes on every PC.
 * Whoever stops reading ends the packing and closes the member that is open.
 */
export async function* packZip(members: AsyncIterable<ZipMember>, at: Instant): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as unknown as Output;
  const stop = new AbortController();
  const fail = (cause: unknown): void => {
    output.destroy(cause as Error);
  };
  zip.on('error', fail);
  const feeding = feed(zip, members, civilTime(at), stop.signal).catch(fail);
  try {
    yield* output;
  } finally {
    stop.abort();
    output.destroy();
    await feeding;
  }
}

async function feed(
  zip: ZipFile,
  members: AsyncIterable<ZipMember>,
  mtime: Date,
  signal: AbortSignal,
): Promise<void> {
  for await (const member of members) {
    const source = Readable.from(member.open(), { objectMode: false });
    const options = { mtime, mode: 0o100644, compress: member.deflate, forceDosTimestamp: true };
    const size = member.bytes === undefined ? {} : { size: member.bytes };
    zip.addReadStreamLazy(member.path, { ...options, ...size }, give => give(null, source));
    try {
      await finished(source, { signal });
    } finally {
      source.destroy();
    }
  }
  zip.end();
}
