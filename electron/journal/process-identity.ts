import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { hasErrno } from '#electron/files/storage-error.ts';

/** Which process, so that a number the system gave out again is not taken for the one that had it before. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Linux: boot and moment of start; elsewhere empty, where the system does not tell without native code. */
  readonly started: string;
  readonly sinceMs: number;
}

export const ownIdentity = async (nowMs: number): Promise<ProcessIdentity> => ({
  pid: process.pid,
  host: os.hostname(),
  started: await startOf(process.pid),
  sinceMs: nowMs,
});

/**
 * Certain for a process that ended on this machine under Linux. Elsewhere a number in use again may hold a
 * lock until the next start of the machine, which is why the person can break it.
 */
export async function isGone(who: ProcessIdentity, nowMs: number): Promise<boolean> {
  if (who.host !== os.hostname()) return false;
  try {
    process.kill(who.pid, 0);
  } catch (cause) {
    if (hasErrno(cause, 'ESRCH')) return true;
  }
  const started = await startOf(who.pid);
  if (who.started !== '' && started !== '') return who.started !== started;
  const bootedMs = nowMs - os.uptime() * 1000;
  return who.sinceMs < bootedMs - CLOCK_SLACK_MS;
}

const CLOCK_SLACK_MS = 60_000;

/** Field 22 of /proc/<pid>/stat counts from the start of the machine; field 2 may hold spaces and brackets. */
async function startOf(pid: number): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'latin1');
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot.trim()}/${ticks}`;
  } catch {
    return '';
  }
}
