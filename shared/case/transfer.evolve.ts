import type { TransferId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { TransferVerdict } from '#shared/transfer/transfer-answer.schema.ts';
import type { Along, Party, TransferKind } from '#shared/transfer/transfer.schema.ts';
import type { CaseEvent } from './case.events.ts';

/** The case, or a copy of it, was sent to another office. */
export interface SentTransfer {
  readonly id: TransferId;
  readonly kind: TransferKind;
  readonly to: Party;
  readonly reason: string;
  /** Of the sealed file. */
  readonly sha256: string;
  /** Of somebody the case hides. */
  readonly along?: Along;
  readonly at: Instant;
  readonly by: string;
  /** It was sent anew before an answer came; one that comes all the same is written down. */
  readonly replacedBy?: TransferId;
  readonly answered?: {
    readonly verdict: TransferVerdict;
    /** The number it has there. */
    readonly number?: string;
    readonly reason?: string;
    /** When the other office decided, and when that came back. */
    readonly answeredAt: Instant;
    readonly at: Instant;
    /** Of the event; nothing was done with the case since while it is the last one. */
    readonly seq: number;
  };
}

/** An answer is owed. */
export const isOnItsWay = ({
  answered,
  replacedBy,
}: Pick<SentTransfer, 'answered' | 'replacedBy'>): boolean =>
  answered === undefined && replacedBy === undefined;

type TransferEvent = Extract<CaseEvent, { type: 'transfer-sent' | 'transfer-answered' }>;

export function evolveTransfers(
  transfers: readonly SentTransfer[],
  event: TransferEvent,
): readonly SentTransfer[] {
  const { at, by } = event;
  if (event.type === 'transfer-sent') {
    const { transfer: id, kind, to, reason, sha256, along } = event;
    const before = transfers.map(each =>
      each.to.code === to.code && isOnItsWay(each) ? { ...each, replacedBy: id } : each,
    );
    const sent = { id, kind, to, reason, sha256, at, by: by.name };
    return [...before, along === undefined ? sent : { ...sent, along }];
  }
  const { verdict, number, reason, answered_at: answeredAt, seq } = event;
  const answered = {
    ...{ verdict, answeredAt, at, seq },
    ...(number === undefined ? {} : { number }),
    ...(reason === undefined ? {} : { reason }),
  };
  return transfers.map(each => (each.id === event.transfer ? { ...each, answered } : each));
}

/** To look is not to do: an answer that was the last event still is, after somebody opened an identity. */
export const lookedAt = (transfers: readonly SentTransfer[], seq: number): readonly SentTransfer[] =>
  transfers.map(each =>
    each.answered?.seq === seq - 1 ? { ...each, answered: { ...each.answered, seq } } : each,
  );
