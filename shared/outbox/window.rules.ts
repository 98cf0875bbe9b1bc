import { timeOf, type Instant } from '#shared/core/instant.ts';
import type { SendWindow } from './network.settings.ts';

const DAY = 24 * 60;

const minutesOf = (time: string): number => {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
};

/** Minutes of the day that have gone by since `from`, over midnight where it must be. */
const since = (from: number, at: number): number => (at - from + DAY) % DAY;

export function isWindowOpen(window: SendWindow | null, now: Instant): boolean {
  if (window === null || window.from === window.to) return true;
  const from = minutesOf(window.from);
  return since(from, minutesOf(timeOf(now))) < since(from, minutesOf(window.to));
}

/** Nought while it is open; otherwise up to its beginning, in whole minutes and never too short. */
export function msUntilOpen(window: SendWindow | null, now: Instant): number {
  if (window === null || isWindowOpen(window, now)) return 0;
  return since(minutesOf(timeOf(now)), minutesOf(window.from)) * 60_000;
}

/** How long to rest so that what was sent since `elapsedMs` stays under so many kilobytes a second. */
export function restMs(sentBytes: number, elapsedMs: number, mostKilobytes: number | null): number {
  if (mostKilobytes === null) return 0;
  return Math.max(0, Math.ceil((sentBytes / (mostKilobytes * 1024)) * 1000 - elapsedMs));
}

const MIB = 1024 * 1024;

/** As much as goes in one piece: 4 MiB, or with a limit what two seconds allow, so that resting is spread out. */
export const pieceBytes = (mostKilobytes: number | null): number =>
  mostKilobytes === null ? 4 * MIB : Math.min(4 * MIB, mostKilobytes * 1024 * 2);
