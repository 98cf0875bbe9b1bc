import { z } from 'zod';

/** Where a column goes besides the fields of the procedure. */
export const OWN_TARGETS = ['@number', '@received', '@closed', '@rest'] as const;
export type OwnTarget = (typeof OWN_TARGETS)[number];

/** One of `OWN_TARGETS`, the key of a field, or empty for a column that is left out. */
export type Target = string;

export const MOST_COLUMNS = 200;
const Word = z.string().max(200);

/** How a person read the columns of an old ledger. */
export const ImportMapping = z
  .strictObject({
    /** A target each column, in their order. */
    columns: z.array(z.string().max(100)).max(MOST_COLUMNS),
    /** What is entered in every row, by field, where the file has no column for it. */
    fixed: z.record(z.string(), Word),
    /** What other words of the file mean: by field, the word and the value of an option. */
    words: z.record(z.string(), z.record(Word, z.string())),
  })
  .readonly();
export type ImportMapping = z.infer<typeof ImportMapping>;

/** A sheet as text, below its heads. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of the first of these rows on the sheet, from 1. */
  readonly firstRow: number;
}

/** The names of the columns, by which the next file of this kind is known. */
export const shapeOf = (procedure: string, head: readonly string[]): string =>
  `${procedure} ${head.map(name => name.normalize('NFKC').replace(/\s/g, '')).join('|')}`.slice(0, 4000);
