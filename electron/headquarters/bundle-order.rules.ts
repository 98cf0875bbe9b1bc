import type { PreviousBundle } from '#shared/bundle/bag-info.ts';
import type { BundleOrderCode } from '#shared/bundle/bundle.refusals.ts';
import { CHAIN_START, type ChainHead } from '#shared/bundle/event-chain.ts';
import type { AcceptedBundle } from './ledger.schema.ts';

export interface IncomingBundle {
  readonly id: string;
  readonly sequence: number;
  readonly previous: PreviousBundle | null;
  /** What its events come after; undefined where it has none and says nothing. */
  readonly chainBefore: ChainHead | undefined;
  readonly chainAfter: ChainHead | undefined;
}

export type Place =
  | { readonly kind: 'next'; readonly head: ChainHead }
  | { readonly kind: 'refused'; readonly code: BundleOrderCode; readonly detail: string };

const refused = (code: BundleOrderCode, detail: string): Place => ({ kind: 'refused', code, detail });

/**
 * Whether a bundle is the one that comes next from its office. An office has one history: two bundles after
 * the same one mean two sets of records (a fork), an older one that was never seen means that records were
 * rolled back, and a missing one may still be on its way.
 */
export function placeInOrder(accepted: readonly AcceptedBundle[], bundle: IncomingBundle): Place {
  const last = accepted.at(-1);
  const next = (last?.sequence ?? 0) + 1;
  if (accepted.some(each => each.id === bundle.id))
    return refused('bundle/fork', 'same bundle id, other file');
  if (bundle.sequence > next) return refused('bundle/gap', `${bundle.sequence} after ${next - 1}`);
  if (bundle.sequence < next - 1) return refused('bundle/rollback', `${bundle.sequence} after ${next - 1}`);
  if (bundle.sequence < next) return refused('bundle/fork', `a second bundle ${bundle.sequence}`);
  if (bundle.previous?.id !== last?.id || bundle.previous?.sha256 !== last?.sha256) {
    return refused('bundle/fork', 'Previous-Bundle');
  }
  const head = last?.chain ?? CHAIN_START;
  const before = bundle.chainBefore ?? head;
  if (before.seq < head.seq) return refused('bundle/rollback', `event ${before.seq} after ${head.seq}`);
  if (before.seq > head.seq) return refused('bundle/gap', `event ${before.seq} after ${head.seq}`);
  if (before.hash !== head.hash) return refused('bundle/fork', `event ${head.seq}`);
  return { kind: 'next', head: bundle.chainAfter ?? head };
}
