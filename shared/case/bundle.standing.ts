import { BUNDLE_SENTENCES } from '#shared/bundle/bundle.refusals.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { BundleState } from './office.state.ts';

type Bundles = readonly BundleState[];

/**
 * What brings a month that was sent back to headquarters after all: the same file once more, a new bundle, or
 * headquarters itself, because two histories were found and no bundle made here can settle that.
 */
export type Remedy = 'send-again' | 'seal-again' | 'ask';

/** Nothing is wrong with these bundles: headquarters takes the very same file once something else was done. */
const SAME_FILE: ReadonlySet<string> = new Set(['bundle/gap', 'bundle/newer-format', 'bundle/too-large']);
const TWO_HISTORIES: ReadonlySet<string> = new Set(['bundle/fork', 'bundle/rollback']);

/** Receipts recorded before reasons had their names were given the sentences of this same table. */
const codeOfSentence = (sentence: string): string | undefined =>
  Object.entries(BUNDLE_SENTENCES).find(([, { zh }]) => zh === sentence)?.[0];

const codesOf = ({ receipt }: BundleState): readonly (string | undefined)[] =>
  receipt?.codes ?? receipt?.reasons.map(codeOfSentence) ?? [];

function ownRemedy(bundle: BundleState): Remedy {
  const codes = codesOf(bundle);
  const every = (of: ReadonlySet<string>): boolean =>
    codes.length > 0 && codes.every(code => code !== undefined && of.has(code));
  // A reason that is not known here, of a newer headquarters or in its own words, is not guessed at.
  if (codes.some(code => code === undefined || !(code in BUNDLE_SENTENCES) || TWO_HISTORIES.has(code)))
    return 'ask';
  return every(SAME_FILE) ? 'send-again' : 'seal-again';
}

const isRejected = ({ receipt }: BundleState): boolean => receipt?.verdict === 'rejected';

/** The bundle that one was made to follow: the last one before it with the number before its own. */
const previousOf = (bundles: Bundles, bundle: BundleState): BundleState | undefined =>
  bundles.slice(0, bundles.indexOf(bundle)).findLast(({ sequence }) => sequence === bundle.sequence - 1);

/** Headquarters has none that comes after one which has to be made anew: each names the one it follows. */
const isStranded = (bundles: Bundles, bundle: BundleState): boolean => {
  const previous = previousOf(bundles, bundle);
  return bundle.receipt?.verdict !== 'accepted' && previous !== undefined && isVoid(bundles, previous);
};

/** Will never be taken in, and is followed by none that will. */
const isVoid = (bundles: Bundles, bundle: BundleState): boolean =>
  (isRejected(bundle) && ownRemedy(bundle) === 'seal-again') || isStranded(bundles, bundle);

/** The bundles that headquarters has or may have yet. */
export const believed = (bundles: Bundles): Bundles => bundles.filter(each => !isVoid(bundles, each));

/** In the words that were signed, and what they are called where that is known. */
export interface Reason {
  readonly code: string | undefined;
  readonly sentence: string;
}

/** Where a bundle is on its way, and since when. */
export type BundleStanding =
  | { readonly state: 'sealed' | 'written' | 'verified'; readonly since: Instant }
  | { readonly state: 'accepted'; readonly since: Instant }
  | {
      readonly state: 'rejected';
      readonly since: Instant;
      readonly remedy: Remedy;
      readonly reasons: readonly Reason[];
    }
  /** Not sent back itself, but made to follow one that was. */
  | { readonly state: 'stranded'; readonly since: Instant }
  /** A newer bundle of the month took its place. */
  | { readonly state: 'replaced'; readonly since: Instant };

export function standingOf(bundles: Bundles, bundle: BundleState): BundleStanding {
  const { receipt } = bundle;
  if (receipt?.verdict === 'accepted') return { state: 'accepted', since: receipt.receivedAt };
  if (isVoid(bundles, bundle)) {
    const later = bundles.slice(bundles.indexOf(bundle) + 1).find(({ period }) => period === bundle.period);
    if (later) return { state: 'replaced', since: later.builtAt };
  }
  if (isStranded(bundles, bundle)) return { state: 'stranded', since: bundle.builtAt };
  if (receipt && receipt.sentAgainAt === undefined) {
    const codes = codesOf(bundle);
    const reasons = receipt.reasons.map((sentence, at) => ({ code: codes[at], sentence }));
    return { state: 'rejected', since: receipt.receivedAt, reasons, remedy: ownRemedy(bundle) };
  }
  const { writtenAt, verifiedAt, builtAt } = bundle;
  if (bundle.written === 'no') return { state: 'sealed', since: builtAt };
  if (bundle.written === 'verified') return { state: 'verified', since: verifiedAt ?? builtAt };
  return { state: 'written', since: writtenAt ?? builtAt };
}

/** Since when the office waits to hear: once the bundle has left the program. */
export const waitingSince = ({ receipt, written, writtenAt }: BundleState): Instant | undefined =>
  receipt === undefined && written !== 'no' ? writtenAt : receipt?.sentAgainAt;
