import { canonicalJson } from '#shared/core/canonical-json.ts';
import type { EventLine } from './event-line.schema.ts';

/** Where a chain stands: how many events it has and the hash of the last one. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** Before an office's first event. */
export const CHAIN_START: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** Lower-case hexadecimal SHA-256 of the UTF-8 bytes of a text. */
export type Sha256Text = (text: string) => string;

export type EventToLink = Pick<EventLine, 'journal' | 'event'>;

const linkHash = (line: Omit<EventLine, 'hash'>, sha256: Sha256Text): string =>
  sha256(`${line.prev}\n${canonicalJson({ seq: line.seq, journal: line.journal, event: line.event })}`);

/** The line that comes after `head`. */
export function linkEvent(head: ChainHead, { journal, event }: EventToLink, sha256: Sha256Text): EventLine {
  const line = { seq: head.seq + 1, journal, event, prev: head.hash };
  return { ...line, hash: linkHash(line, sha256) };
}

export const headOf = (line: EventLine): ChainHead => ({ seq: line.seq, hash: line.hash });

/** Whether a line is the one after `head` and says of itself what is true. */
export const extendsChain = (head: ChainHead, line: EventLine, sha256: Sha256Text): boolean =>
  line.seq === head.seq + 1 && line.prev === head.hash && line.hash === linkHash(line, sha256);

/** What a line claims to come after. */
export const headBefore = (line: EventLine): ChainHead => ({ seq: line.seq - 1, hash: line.prev });
