import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { assertNever } from '#shared/core/assert.ts';
import type { ReceiptCode } from '#shared/bundle/bundle.refusals.ts';
import type { BundleId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';

/** Why the headquarters is not reached. `network` is normal; the others need somebody, but never stop the desk. */
export type LineWhy =
  'network' | 'not-headquarters' | 'certificate' | 'pin' | 'proxy' | 'proxy-login' | 'server';

/** Why one bundle is not on its way. */
export type ItemWhy =
  | LineWhy
  /** The headquarters does not take the token of the card. */
  | 'token'
  | 'too-large'
  | 'full'
  | 'refused'
  | 'file-gone'
  | 'file-changed'
  /** The headquarters could not open it, and signed nothing. */
  | 'not-taken'
  | ReceiptCode;

/** What keeps the outbox from trying at all. */
export type Closed = 'no-headquarters' | 'no-address' | 'insecure' | 'no-token' | 'forced';

export type LineState =
  | { readonly at: 'closed'; readonly why: Closed }
  | { readonly at: 'offline'; readonly why: LineWhy | null; readonly failures: number }
  | { readonly at: 'probing'; readonly failures: number }
  | { readonly at: 'online' };

export type LineEvent =
  | { readonly on: 'close'; readonly why: Closed }
  | { readonly on: 'open' }
  | { readonly on: 'probe' }
  | { readonly on: 'reached' }
  | { readonly on: 'failed'; readonly why: LineWhy };

export const LINE_START: LineState = { at: 'offline', why: null, failures: 0 };

const failuresOf = (line: LineState): number =>
  line.at === 'offline' || line.at === 'probing' ? line.failures : 0;

/** Only an answer of the headquarters itself makes the line be online; a failure of anything takes that back. */
export function nextLine(line: LineState, event: LineEvent): LineState {
  switch (event.on) {
    case 'close':
      return { at: 'closed', why: event.why };
    case 'open':
      return line.at === 'closed' ? LINE_START : line;
    case 'probe':
      return line.at === 'closed' ? line : { at: 'probing', failures: failuresOf(line) };
    case 'reached':
      return line.at === 'probing' ? { at: 'online' } : line;
    case 'failed':
      return line.at === 'closed' ? line : { at: 'offline', why: event.why, failures: failuresOf(line) + 1 };
    default:
      return assertNever(event);
  }
}

/** What is remembered of one sealed bundle, also over a restart. */
export interface ItemState {
  readonly bundle: BundleId;
  /** What the headquarters confirmed that it has. */
  readonly sent: number;
  /** Where the upload goes on, relative to the address of the card. */
  readonly upload: string | null;
  readonly failures: number;
  readonly why: ItemWhy | null;
  /** It is tried no more until a person says so. */
  readonly stopped: boolean;
  readonly held: boolean;
  /** Not before this, in milliseconds of a clock that nobody sets. */
  readonly notBefore: number;
}

export const newItem = (bundle: BundleId): ItemState => ({
  ...{ bundle, sent: 0, upload: null, failures: 0, why: null, stopped: false, held: false, notBefore: 0 },
});

export type ItemEvent =
  | { readonly on: 'created'; readonly upload: string }
  | { readonly on: 'confirmed'; readonly sent: number }
  /** The headquarters knows nothing of the upload any more: it begins anew. */
  | { readonly on: 'lost' }
  | { readonly on: 'failed'; readonly why: ItemWhy; readonly notBefore: number }
  /** All there; the receipt is still being written. */
  | { readonly on: 'waits'; readonly notBefore: number }
  | { readonly on: 'stopped'; readonly why: ItemWhy }
  | { readonly on: 'retry' }
  | { readonly on: 'hold' }
  | { readonly on: 'resume' };

const fresh = { failures: 0, why: null, stopped: false, notBefore: 0 } as const;

export function nextItem(item: ItemState, event: ItemEvent): ItemState {
  switch (event.on) {
    case 'created':
      return { ...item, upload: event.upload, sent: 0 };
    case 'confirmed':
      // Getting on is as good as succeeding: a line that is cut a hundred times is not punished for it.
      return event.sent > item.sent ? { ...item, ...fresh, sent: event.sent } : { ...item, sent: event.sent };
    case 'lost':
      return { ...item, upload: null, sent: 0 };
    case 'failed':
      return { ...item, failures: item.failures + 1, why: event.why, notBefore: event.notBefore };
    case 'waits':
      return { ...item, failures: item.failures + 1, why: null, notBefore: event.notBefore };
    case 'stopped':
      return { ...item, why: event.why, stopped: true };
    case 'retry':
    case 'resume':
      return { ...item, ...fresh, held: false };
    case 'hold':
      return { ...item, held: true };
    default:
      return assertNever(event);
  }
}

export const isDue = (item: ItemState, now: number): boolean =>
  !item.held && !item.stopped && item.notBefore <= now;

/** What an answer without 2xx means for the bundle it is about. */
export type StatusMeaning =
  | { readonly what: 'again'; readonly why: ItemWhy }
  | { readonly what: 'stop'; readonly why: ItemWhy }
  | { readonly what: 'lost' }
  | { readonly what: 'offset' };

const AGAIN = new Set([408, 423, 425, 429]);

/** 4xx stops and is shown, 5xx is tried again; some 4xx of tus and of HTTP only mean another time. */
export function meaningOf(status: number): StatusMeaning {
  if (status === 409) return { what: 'offset' };
  if (status === 404 || status === 410) return { what: 'lost' };
  if (status === 401 || status === 403) return { what: 'stop', why: 'token' };
  if (status === 413) return { what: 'stop', why: 'too-large' };
  if (status === 507) return { what: 'again', why: 'full' };
  if (AGAIN.has(status) || status >= 500) return { what: 'again', why: 'server' };
  if (status >= 400) return { what: 'stop', why: 'refused' };
  // Neither yes nor no: something that is not the headquarters answers in its place.
  return { what: 'again', why: 'not-headquarters' };
}

export type ItemShown =
  'held' | 'stopped' | 'sending' | 'waiting' | 'again' | 'awaiting-receipt' | 'accepted' | 'rejected';

/** One line of the list 报送. */
export interface OutboxItem {
  readonly bundle: BundleId;
  readonly period: PlainMonth;
  readonly file: string;
  readonly bytes: number;
  readonly sent: number;
  readonly state: ItemShown;
  readonly why: ItemWhy | null;
  readonly reasons: readonly string[];
  readonly again: Instant | null;
}

/** What the window is told of the outbox; unasked whenever it changes. */
export interface OutboxAnswer {
  readonly line: LineState;
  /** The window of sending is shut until then. */
  readonly shutUntil: Instant | null;
  /** Minutes this PC is ahead of the headquarters; null where they agree. */
  readonly clockOff: number | null;
  readonly reachedAt: Instant | null;
  readonly waiting: number;
  readonly items: readonly OutboxItem[];
  /** Why orders that came over the network were not taken, one for each. */
  readonly refusedOrders: readonly FaultCode[];
}
