import { z } from 'zod';

/** Complete in both languages: nobody reads half a manual. */
const Both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).readonly();

/** What a key does, by the command that has it: the key itself is the program's. */
const ManualKey = z.strictObject({ command: z.string().min(1), does: Both }).readonly();
export type ManualKey = z.infer<typeof ManualKey>;

const ManualSection = z
  .strictObject({
    heading: Both.optional(),
    text: z.array(Both).readonly().default([]),
    /** Numbered, in the order they are done. */
    steps: z.array(Both).readonly().default([]),
    keys: z.array(ManualKey).readonly().default([]),
  })
  .readonly();
export type ManualSection = z.infer<typeof ManualSection>;

/** One file of `resources/manual`. */
export const ManualChapter = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    title: Both,
    sections: z.array(ManualSection).min(1).readonly(),
  })
  .readonly();
export type ManualChapter = z.infer<typeof ManualChapter>;
