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
    /** To what was overdue. */
    remark: z.string().min(1).max(2000).optional(),
  })
  .readonly();
export type PeriodClose = z.infer<typeof PeriodClose>;
