import { z } from 'zod';
import { PlainDate } from '../core/plain-date.ts';

export const MOST_IMPORT_BYTES = 30_000_000;
/** Twice the largest ledger an office is known to keep. */
export const MOST_IMPORT_ROWS = 20_000;
/** As long as Excel lets a cell be. */
export const LONGEST_CELL = 32_767;

/** As many cases as the list of an office is made for. */
const MOST_SAVED_ROWS = 200_000;

/** Text, a number, or a day. */
export const SavedCell = z.union([
  z.string().max(LONGEST_CELL),
  z.number(),
  z.strictObject({ date: PlainDate }).readonly(),
]);
export type SavedCell = z.infer<typeof SavedCell>;

/** A sheet to be written: its rows, the first of them its head. */
export const SavedSheet = z
  .strictObject({
    name: z.string().min(1).max(31),
    rows: z.array(z.array(SavedCell).max(200)).max(MOST_SAVED_ROWS),
  })
  .readonly();
export type SavedSheet = z.infer<typeof SavedSheet>;
