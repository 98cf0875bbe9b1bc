import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FilePort } from '#electron/files/file-port.ts';
import { hasErrno } from '#electron/files/storage-error.ts';
import { writeAll } from '#electron/files/write-all.ts';
import { isGone, ownIdentity, type ProcessIdentity } from './process-identity.ts';

const Holder = z.object({
  pid: z.int().positive(),
  host: z.string(),
  started: z.string(),
  sinceMs: z.number(),
  token: z.string(),
});
type Holder = z.infer<typeof Holder>;

export interface JournalLock {
  release(): Promise<void>;
}

export interface LockOptions {
  readonly files: FilePort;
  readonly nowMs: () => number;
  /** A person decided that whoever holds the lock does not run any more. */
  readonly breakLock: boolean;
}

/** A lock without a readable name in it is one being written just now, or what a crash left of one. */
const HALF_WRITTEN_MS = 10_000;
const MOST_ROUNDS = 5;

/** One writer at a time, by a file that only one can create. Throws what the disk throws. */
export async function lockJournal(
  dir: string,
  options: LockOptions,
): Promise<Result<JournalLock, Pick<ProcessIdentity, 'pid' | 'host'>>> {
  const { files, nowMs } = options;
  const file = path.join(dir, 'journal.lock');
  const mine: Holder = { ...(await ownIdentity(nowMs())), token: randomBytes(8).toString('hex') };
  let holder: Holder | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (await create(file, mine, files)) return ok({ release: () => release(file, mine, files) });
    const found = await findLock(file, files);
    if (!found) continue;
    holder = found.holder;
    if (!(await mayTake(found, options))) break;
    await removeDead(file, found, options);
  }
  return err({ pid: holder?.pid ?? 0, host: holder?.host ?? '' });
}

interface FoundLock {
  readonly holder: Holder | undefined;
  readonly text: string;
  readonly changedMs: number;
}

async function mayTake({ holder, changedMs }: FoundLock, options: LockOptions): Promise<boolean> {
  if (options.breakLock) return true;
  const now = options.nowMs();
  return holder ? isGone(holder, now) : now - changedMs >= HALF_WRITTEN_MS;
}

async function create(file: string, mine: Holder, files: FilePort): Promise<boolean> {
  let handle;
  try {
    handle = await files.open(file, 'wx', 0o600);
  } catch (cause) {
    if (hasErrno(cause, 'EEXIST')) return false;
    throw cause;
  }
  try {
    await writeAll(handle, Buffer.from(JSON.stringify(mine)), 0);
  } catch (cause) {
    await files.unlink(file).catch(() => undefined);
    throw cause;
  } finally {
    await handle.close();
  }
  return true;
}

async function findLock(file: string, files: FilePort): Promise<FoundLock | undefined> {
  try {
    const text = (await files.readFile(file)).toString('utf8');
    const { mtimeMs: changedMs } = await files.stat(file);
    return { holder: parseHolder(text), text, changedMs };
  } catch (cause) {
    if (hasErrno(cause, 'ENOENT')) return undefined;
    throw cause;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Of many that find the same dead lock, the one that can create a claim named after its content looks again and
 * removes it; so a lock that somebody made meanwhile is never removed in its place.
 */
async function removeDead(file: string, dead: FoundLock, options: LockOptions): Promise<void> {
  const { files, nowMs } = options;
  const claim = `${file}.${createHash('sha256').update(dead.text).digest('hex').slice(0, 8)}`;
  try {
    await (await files.open(claim, 'wx', 0o600)).close();
  } catch (cause) {
    if (!hasErrno(cause, 'EEXIST')) throw cause;
    const left = await findLock(claim, files);
    if (left && nowMs() - left.changedMs >= HALF_WRITTEN_MS) await files.unlink(claim).catch(() => undefined);
    return;
  }
  try {
    const again = await findLock(file, files);
    if (again?.text === dead.text && (await mayTake(again, options))) await files.unlink(file);
  } finally {
    await files.unlink(claim).catch(() => undefined);
  }
}

async function release(file: string, mine: Holder, files: FilePort): Promise<void> {
  const found = await findLock(file, files).catch(() => undefined);
  if (found?.holder?.token === mine.token) await files.unlink(file).catch(() => undefined);
}
