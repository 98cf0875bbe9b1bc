import { z } from 'zod';
import { Condition } from './condition.ts';
import { FieldKey } from './field.schema.ts';

/** Which cases the indicators of the statistics count as what, where the program cannot know it by itself. */
export const Indicators = z
  .strictObject({
    /** Found valid; left out, every case is. */
    valid: Condition.optional(),
    /** Found to be the fault of one's own side. */
    own: Condition.optional(),
    /** Comes again, besides those that were linked as a repetition. */
    repeat: Condition.optional(),
    /** The department or unit a complaint is about. */
    unit: FieldKey.optional(),
    /** Who handles it; left out, whoever did something about it last. */
    handler: FieldKey.optional(),
  })
  .readonly();
export type Indicators = z.infer<typeof Indicators>;
