import { z } from 'zod';

export const MOST_IMPORT_BYTES = 30_000_000;
/** Twice the largest ledger an office is known to keep. */
export const MOST_IMPORT_ROWS = 20_000;
/** As long as Excel lets a cell be. */
export const LONGEST_CELL = 32_767;

/** A sheet to be written: rows of text, the first of them its head. */
export const SavedSheet = z
  .strictObject({
    name: z.string().min(1).max(31),
    rows: z.array(z.array(z.string().max(LONGEST_CELL)).max(200)).max(MOST_IMPORT_ROWS * 4),
  })
  .readonly();
export type SavedSheet = z.infer<typeof SavedSheet>;
