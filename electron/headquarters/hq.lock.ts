import { mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { hasErrno } from '#electron/files/storage-error.ts';
import { HqFault } from './hq.fault.ts';

/** Whether a process of this machine has that number; one of another user counts. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return hasErrno(cause, 'EPERM');
  }
}

async function claim(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(`${process.pid}\n`);
    } finally {
      await handle.close();
    }
    return true;
  } catch (cause) {
    if (hasErrno(cause, 'EEXIST')) return false;
    throw cause;
  }
}

/** Signing takes no time: a lock that is not signed after this was left so by a process that was killed over it. */
const SIGNED_WITHIN_MS = 10_000;

/** Whether the lock's owner was killed and left it behind. An owner that has not yet signed is alive for a while. */
async function isStale(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => ''); // Given back just now.
  // Without the end of its line the number may be only the beginning of one.
  if (!text.endsWith('\n')) {
    const made = await stat(file).catch(() => undefined);
    return made !== undefined && Date.now() - made.mtimeMs > SIGNED_WITHIN_MS;
  }
  const owner = Number(text);
  return owner > 0 && owner !== process.pid && !isRunning(owner);
}

/** One import at a time, also between two programs on this machine. */
export async function withLock<T>(file: string, action: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  if (!(await claim(file))) {
    if (!(await isStale(file))) throw new HqFault('hq/busy');
    await unlink(file);
    if (!(await claim(file))) throw new HqFault('hq/busy');
  }
  try {
    return await action();
  } finally {
    await unlink(file);
  }
}
