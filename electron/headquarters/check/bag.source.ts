import type { BagFault } from '#shared/bagit/bag.rules.ts';

/** A file of a bag, by its path inside it. */
export interface BagFile {
  readonly path: string;
  readonly bytes: number;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

/** The files of a bag wherever they lie. What could not be taken as a file of it is among the faults. */
export interface BagSource {
  /** Name of the base folder, or of the file where the bag has none. */
  readonly name: string;
  /** Whether there is a folder `data`, be it empty. */
  readonly hasPayloadFolder: boolean;
  readonly files: readonly BagFile[];
  readonly faults: readonly BagFault[];
  readonly close: () => void;
}
