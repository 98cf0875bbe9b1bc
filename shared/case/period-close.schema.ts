import { z } from 'zod';

const count = z.int().nonnegative();

/** What a report told when its period was closed: it stays, whatever the books say later. */
export const PeriodClose = z
  .strictObject({
    figures: z
      .strictObject({
        received: count,
        closed: count,
        onTime: count,
        open: count,
        overdue: count,
        receivedClosed: count,
        asked: count,
        satisfied: count,
      })
      .readonly(),
    /** Nothing received and nothing closed. */
    zero: z.boolean(),
    /** To what was overdue, where it was closed before there was a whole check list. */
    remark: z.string().min(1).max(2000).optional(),
    /** What the check list asked about, and how many of each. */
    open: z
      .array(z.strictObject({ item: z.string(), count }).readonly())
      .readonly()
      .optional(),
    remarks: z
      .array(z.strictObject({ item: z.string(), text: z.string().max(2000) }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type PeriodClose = z.infer<typeof PeriodClose>;
