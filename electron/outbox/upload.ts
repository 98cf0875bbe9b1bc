import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BundleState } from '#shared/case/office.state.ts';
import { pieceBytes, restMs } from '#shared/outbox/window.rules.ts';
import type { ItemEvent, ItemState } from '#shared/outbox/outbox.states.ts';
import { isSystemError } from '../files/storage-error.ts';
import type { HeadquartersClient } from './headquarters.client.ts';

/** The sealed bundle itself is not what it was when it was sealed. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly why: 'file-gone' | 'file-changed';

  constructor(why: FileFault['why'], cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

export interface UploadContext {
  readonly client: Pick<HeadquartersClient, 'create' | 'offset' | 'send'>;
  /** Where the bundle lies. */
  readonly path: string;
  readonly mostKilobytes: number | null;
  /** Whether to go on with another piece. */
  readonly goesOn: () => boolean;
  readonly tick: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Remembers what was confirmed; resolves when that is on disk. */
  readonly note: (event: ItemEvent) => Promise<ItemState>;
}

async function checkFile(path: string, bundle: Pick<BundleState, 'sha256' | 'bytes'>): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (cause) {
    throw isSystemError(cause) ? new FileFault('file-gone', cause) : cause;
  }
  if (hash.digest('hex') !== bundle.sha256) throw new FileFault('file-changed');
}

/**
 * Sends a bundle from where the headquarters says that it stands, piece by piece. What is remembered of it is only what
 * was confirmed there.
 *
 * @returns whether all of it is there now
 */
export async function upload(
  bundle: BundleState,
  before: ItemState,
  { client, path, mostKilobytes, goesOn, tick, wait, note }: UploadContext,
): Promise<boolean> {
  let item = before;
  if (item.upload === null) {
    await checkFile(path, bundle);
    const place = await client.create(bundle);
    if (place === undefined) return true;
    item = await note({ on: 'created', upload: place });
  } else {
    item = await note({ on: 'confirmed', sent: await client.offset(item.upload) });
  }
  while (item.upload !== null && item.sent < bundle.bytes) {
    if (!goesOn()) return false;
    const began = tick();
    const bytes = Math.min(pieceBytes(mostKilobytes), bundle.bytes - item.sent);
    const sent = await client.send(item.upload, path, item.sent, bytes);
    item = await note({ on: 'confirmed', sent });
    await wait(restMs(bytes, tick() - began, mostKilobytes));
  }
  return true;
}
