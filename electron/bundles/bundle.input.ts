import type { PreviousBundle } from '#shared/bundle/bag-info.ts';
import type { CaseLine } from '#shared/bundle/case-line.schema.ts';
import type { ChainHead, EventToLink } from '#shared/bundle/event-chain.ts';
import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import type { BundleCounts } from '#shared/bundle/receipt.schema.ts';
import type { BundleWriteCode } from '#shared/bundle/bundle.refusals.ts';
import type { FilePort } from '#electron/files/file-port.ts';
import type { BundleId, CaseId, DocumentId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';

/** Gone through once, unless it is an array. */
export type Many<T> = readonly T[] | AsyncIterable<T>;

/** A file that goes into the bundle; `open` is called once, when its turn comes. */
export interface BundleSource {
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Its length. A source that yields more or fewer bytes makes the bundle fail. */
  readonly bytes: number;
}

export interface BundleDocument extends BundleSource {
  readonly caseId: CaseId;
  readonly documentId: DocumentId;
}

export interface BundleAttachment extends BundleSource {
  /** Of the content, in lower-case hexadecimal; it becomes the name and is checked while writing. */
  readonly sha256: string;
  /** Lower-case letters and digits, without the dot. */
  readonly ext: string;
}

export interface BundleInput {
  readonly bundleId: BundleId;
  readonly office: OfficeCard;
  readonly period: PlainMonth;
  readonly sequence: number;
  readonly previous: PreviousBundle | null;
  /** When the bundle is made: its bagging date, and the time of every file in the ZIP. */
  readonly madeAt: Instant;
  readonly cases: Many<CaseLine>;
  /** In journal order. The chain is made here, going on from `chainHead`. */
  readonly events: Many<EventToLink>;
  /** Where the office's last bundle left its chain; `CHAIN_START` before the first. */
  readonly chainHead: ChainHead;
  readonly documents: Many<BundleDocument>;
  readonly attachments: Many<BundleAttachment>;
  /** By file name: `statistics.json`, `register.pdf`. */
  readonly reports: Readonly<Record<string, Uint8Array>>;
  readonly recipients: readonly string[];
  /** The `.minisig` text over these bytes by the office key. What it throws is thrown on. */
  readonly sign: (bytes: Uint8Array, trustedComment: string) => Promise<string>;
}

export interface BundleTarget {
  readonly directory: string;
  /** Overwrite a bundle of the same name. */
  readonly replace?: boolean;
  readonly onProgress?: (progress: BundleProgress) => void;
  readonly signal?: AbortSignal;
  readonly files?: FilePort;
}

export interface BundleProgress {
  readonly phase: 'writing' | 'reading-back';
  /** Bytes of the `.age` file done in this phase. */
  readonly bytes: number;
  /** How many it will be: at least so many while a bundle is made, exactly where there is a file already. */
  readonly total: number;
}

/** A bundle on its medium, read back once through the system; not yet seen again after re-inserting. */
export interface WrittenBundle {
  readonly state: 'written';
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface NewBundle extends WrittenBundle {
  readonly bundleId: BundleId;
  readonly counts: BundleCounts;
  readonly chainHead: ChainHead;
}

export interface BundleWriteRefusal {
  readonly code: BundleWriteCode;
  readonly detail?: string;
  readonly cause?: unknown;
}
