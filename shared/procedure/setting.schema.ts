import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { FieldKey } from './field.schema.ts';

/** A value the office sets once: papers print it, or a rule needs it. */
export const Setting = z
  .strictObject({
    key: FieldKey,
    label: Text,
    /** Used until the office sets its own. */
    value: Text.optional(),
    /** Taken from the name of the office, without the first of these endings that it has. */
    office_name_without: z.array(z.string()).default([]),
    note: Text.optional(),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type Setting = z.infer<typeof Setting>;
