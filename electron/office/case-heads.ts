import type { CaseId, OrderId, TransferId } from '#shared/core/ids.ts';
import type { Party } from '#shared/transfer/transfer.schema.ts';
import type { Ledger } from './ledger.ts';

/** What must be known of a case to write an event behind its last one. */
export interface CaseHead {
  readonly number: string;
  readonly seq: number;
  readonly orders: ReadonlySet<OrderId>;
  /** It was brought along by mistake and is no case any more. */
  readonly withdrawn: boolean;
}

/** A case that was sent to another office. */
export interface SentHead {
  readonly case: CaseId;
  readonly to: Party;
  readonly sha256: string;
  readonly answered: boolean;
  /** It was sent to that office anew. */
  readonly replaced: boolean;
}

/** The ends of all cases as the journal has them; nothing of what the cases say is kept. */
export class CaseHeads {
  private readonly heads = new Map<CaseId, CaseHead>();
  private readonly sent = new Map<TransferId, SentHead>();
  private seq = 0;
  private readonly ledger: Pick<Ledger, 'read'>;

  constructor(ledger: Pick<Ledger, 'read'>) {
    this.ledger = ledger;
  }

  /** The last record that was read. */
  get through(): number {
    return this.seq;
  }

  /** As the case stands now: what was written since is read first. */
  async find(id: CaseId): Promise<CaseHead | undefined> {
    await this.follow();
    return this.heads.get(id);
  }

  async findSent(id: TransferId): Promise<SentHead | undefined> {
    await this.follow();
    return this.sent.get(id);
  }

  /** What was sent and waits for an answer. */
  async onTheirWay(): Promise<ReadonlySet<string>> {
    await this.follow();
    return new Set(
      [...this.sent].flatMap(([id, { answered, replaced }]) => (answered || replaced ? [] : [id])),
    );
  }

  private async follow(): Promise<void> {
    for await (const record of this.ledger.read(this.seq + 1)) {
      for (const event of record.events) {
        if (event.stream !== 'case') continue;
        const { case: of, seq } = event;
        const head = this.heads.get(of);
        if (event.type === 'registered')
          this.heads.set(of, { number: event.number, seq, orders: new Set(), withdrawn: false });
        if (!head) continue;
        this.heads.set(of, {
          ...head,
          seq,
          withdrawn: head.withdrawn || event.type === 'import-withdrawn',
          orders: event.type === 'supervision-ordered' ? new Set([...head.orders, event.order]) : head.orders,
        });
        if (event.type === 'transfer-sent') {
          const { transfer, to, sha256 } = event;
          for (const [id, before] of this.sent)
            if (before.case === of && before.to.code === to.code && !before.answered)
              this.sent.set(id, { ...before, replaced: true });
          this.sent.set(transfer, { case: of, to, sha256, answered: false, replaced: false });
        }
        const answered = event.type === 'transfer-answered' && this.sent.get(event.transfer);
        if (answered) this.sent.set(event.transfer, { ...answered, answered: true });
      }
      this.seq = record.seq;
    }
  }
}
