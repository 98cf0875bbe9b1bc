import type { BundleState } from '#shared/case/office.state.ts';
import type { BundleId } from '#shared/core/ids.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import { newItem, type ItemShown, type ItemState, type OutboxItem } from '#shared/outbox/outbox.states.ts';

export interface ViewContext {
  readonly items: ReadonlyMap<BundleId, ItemState>;
  readonly sending: BundleId | undefined;
  /** The clock of the PC at a moment of the clock that nobody sets. */
  readonly atMs: (notBefore: number) => number;
  readonly tick: number;
}

/** As many as one looks at; those that wait are all shown. */
const SETTLED_SHOWN = 6;

function shownState(bundle: BundleState, item: ItemState, sending: boolean): ItemShown {
  if (bundle.receipt) return bundle.receipt.verdict;
  if (item.held) return 'held';
  if (item.stopped) return 'stopped';
  const isThere = item.upload !== null && item.sent >= bundle.bytes;
  if (sending) return isThere ? 'awaiting-receipt' : 'sending';
  if (item.failures > 0 && item.why !== null) return 'again';
  return isThere ? 'awaiting-receipt' : 'waiting';
}

/** Newest first, as the list shows them. */
export function shownItems(
  bundles: readonly BundleState[],
  { items, sending, atMs, tick }: ViewContext,
): readonly OutboxItem[] {
  const settled = bundles.filter(({ receipt }) => receipt !== undefined).slice(-SETTLED_SHOWN);
  return bundles
    .filter(bundle => bundle.receipt === undefined || settled.includes(bundle))
    .map(bundle => {
      const item = items.get(bundle.id) ?? newItem(bundle.id);
      const state = shownState(bundle, item, sending === bundle.id);
      const again = state === 'again' && item.notBefore > tick ? instantFromMs(atMs(item.notBefore)) : null;
      return {
        ...{ bundle: bundle.id, period: bundle.period, file: bundle.file, bytes: bundle.bytes },
        ...{
          sent: bundle.receipt ? bundle.bytes : Math.min(item.sent, bundle.bytes),
          state,
          why: bundle.receipt ? null : item.why,
        },
        ...{ reasons: bundle.receipt?.reasons ?? [], again },
      };
    })
    .toReversed();
}
