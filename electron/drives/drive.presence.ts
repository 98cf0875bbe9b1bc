import os from 'node:os';
import type { Drive } from './drive.ts';

/**
 * Whether a drive was out since something was written to it: while it stays in, what is read back may come from the
 * memory of this PC and proves nothing.
 */
export class DrivePresence {
  /** What was in when last looked; nothing is known before the first look. */
  private last: ReadonlySet<string> | undefined;
  private readonly pluggedIn = new Set<string>();
  private readonly bootedMs: () => number;

  /** @param bootedMs when this PC was switched on, by the clock of the journal */
  constructor(bootedMs: () => number) {
    this.bootedMs = bootedMs;
  }

  look(drives: readonly Drive[]): void {
    const now = new Set(drives.map(({ volume }) => volume));
    for (const volume of now) if (this.last && !this.last.has(volume)) this.pluggedIn.add(volume);
    this.last = now;
  }

  wroteTo(volume: string): void {
    this.pluggedIn.delete(volume);
  }

  /** A PC that was off in between remembers nothing either. */
  isProof(volume: string, writtenMs: number): boolean {
    return this.pluggedIn.has(volume) || writtenMs < this.bootedMs();
  }
}

/** By the clock of the journal, which a scenario may have turned. */
export const drivePresence = (now: () => string): DrivePresence =>
  new DrivePresence(() => Date.parse(now()) - os.uptime() * 1000);
