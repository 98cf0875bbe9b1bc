export type Sizes = {
  readonly rounds: number;
  readonly appends: number;
  readonly records: readonly number[];
  readonly saves: number;
  readonly cases: readonly number[];
  readonly starts: number;
  readonly bundleMebibytes: number;
  readonly bundleCases: number;
  readonly letters: number;
};

/** A folder on a real disk, empty at the start of each row and removed after it. */
export type Context = { readonly sizes: Sizes; readonly folder: string };

export type Peer = { readonly name: string; readonly ms: number };

export type Figure = {
  /** What was done, with its size. */
  readonly work: string;
  readonly ms: number;
  readonly peer?: Peer;
  /** The aim: at most so many milliseconds, or so many times what the peer takes. */
  readonly most?: { readonly ms: number } | { readonly ratio: number };
  readonly remark?: string;
};

/** Work that could not be measured here, with a sentence that says why. */
export type Unmeasured = { readonly work: string; readonly because: string };

export type Row = (context: Context) => Promise<readonly (Figure | Unmeasured)[]>;
