import type { BagInfo } from '#shared/bundle/bag-info.ts';
import type { BundleReadCode } from '#shared/bundle/bundle.refusals.ts';
import type { CaseLine } from '#shared/bundle/case-line.schema.ts';
import type { ChainHead } from '#shared/bundle/event-chain.ts';
import type { EventLine } from '#shared/bundle/event-line.schema.ts';
import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import type { BundleCounts } from '#shared/bundle/receipt.schema.ts';
import type { BundleId, OfficeCode } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';

/** What a bundle says of its origin. Believe it only when `authenticated`: signed by that office's key. */
export interface BundleSender {
  readonly code: OfficeCode;
  readonly name: string;
  readonly bundleId: BundleId;
  readonly period: PlainMonth;
  readonly sequence: number;
  readonly authenticated: boolean;
}

export interface BundleReadRefusal {
  readonly code: BundleReadCode;
  /** Which file, line or number of the bundle; never what a file says. */
  readonly detail?: string;
  /** As far as the bundle could be read before it was refused. */
  readonly sender?: BundleSender;
  readonly cause?: unknown;
}

export interface StagedFile {
  /** Its name below the staging folder, given here; never one from the bundle. */
  readonly staged: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A bundle that passed every check of its own, unpacked. Whether it follows the one before is checked elsewhere. */
export interface StagedBundle {
  readonly info: BagInfo;
  readonly office: OfficeCard;
  /** Of the `.age` file. */
  readonly sha256: string;
  readonly bytes: number;
  readonly counts: BundleCounts;
  /** What its first event comes after; without events, its last word on the chain, if it has one. */
  readonly chainBefore: ChainHead | undefined;
  readonly chainAfter: ChainHead | undefined;
  /** Payload files by their path in the bag, `data/…`. */
  readonly files: ReadonlyMap<string, StagedFile>;
  readonly folder: string;
  readonly cases: () => AsyncIterable<CaseLine>;
  readonly events: () => AsyncIterable<EventLine>;
  /** Removes the staging folder. */
  readonly discard: () => Promise<void>;
}
