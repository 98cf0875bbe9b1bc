import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import type { CaseId, TransferId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Party, TransferKind } from '#shared/transfer/transfer.schema.ts';
import type { OfficeEvent } from './office.events.ts';

/** Another office this one sends cases to and takes cases from, as its card was read. */
export interface ColleagueState {
  readonly card: OfficeCard;
  readonly at: Instant;
  readonly by: string;
}

/** 转来的案件: a case of another office that came in, and what became of it. */
export interface ReceivedTransfer {
  readonly id: TransferId;
  readonly from: Party;
  readonly kind: TransferKind;
  /** The register number there. */
  readonly number: string;
  /** Of the `.age` file as it was read. */
  readonly sha256: string;
  /** What is said of it, in the vault. */
  readonly content: string;
  readonly at: Instant;
  readonly by: string;
  readonly settled?: {
    readonly at: Instant;
    readonly by: string;
  } & (
    | { readonly verdict: 'accepted'; readonly case: CaseId; readonly number: string }
    | { readonly verdict: 'returned'; readonly reason: string }
  );
}

export type TransferOfficeEvent = Extract<
  OfficeEvent,
  { type: 'colleague-enrolled' | 'transfer-received' | 'transfer-accepted' | 'transfer-returned' }
>;

/** Absent where there are none. */
export interface OfficeTransfers {
  /** By code, each with the card read last. */
  readonly colleagues?: readonly ColleagueState[];
  /** In the order in which they came. */
  readonly transfers?: readonly ReceivedTransfer[];
}

const settledBy = (
  event: Extract<TransferOfficeEvent, { type: 'transfer-accepted' | 'transfer-returned' }>,
): NonNullable<ReceivedTransfer['settled']> => {
  const who = { at: event.at, by: event.by.name };
  return event.type === 'transfer-accepted'
    ? { ...who, verdict: 'accepted', case: event.case, number: event.number }
    : { ...who, verdict: 'returned', reason: event.reason };
};

export function evolveOfficeTransfers(
  { colleagues = [], transfers = [] }: OfficeTransfers,
  event: TransferOfficeEvent,
): OfficeTransfers {
  if (event.type === 'colleague-enrolled') {
    const { card, at, by } = event;
    const others = colleagues.filter(each => each.card.code !== card.code);
    return { colleagues: [...others, { card, at, by: by.name }] };
  }
  if (event.type === 'transfer-received') {
    const { transfer: id, from, kind, number, sha256, content, at, by } = event;
    return { transfers: [...transfers, { id, from, kind, number, sha256, content, at, by: by.name }] };
  }
  const settled = settledBy(event);
  return { transfers: transfers.map(each => (each.id === event.transfer ? { ...each, settled } : each)) };
}

export const colleagueOf = ({ colleagues = [] }: OfficeTransfers, code: string): ColleagueState | undefined =>
  colleagues.find(({ card }) => card.code === code);

/** What came in and waits to be registered or sent back, the oldest first. */
export const waitingTransfers = ({ transfers = [] }: OfficeTransfers): readonly ReceivedTransfer[] =>
  transfers.filter(({ settled }) => settled === undefined);
