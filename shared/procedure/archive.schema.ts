import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';
import { FieldKey } from './field.schema.ts';

/** One thing a complete file holds: shown by a print, by a field, or by the person who looked for it. */
const ArchiveItem = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    when: Condition.optional(),
    printed: z.string().optional(),
    filled: FieldKey.optional(),
  })
  .readonly();
export type ArchiveItem = z.infer<typeof ArchiveItem>;

export const Archive = z
  .strictObject({
    contents: z.array(ArchiveItem).min(1),
    retention: z.union([
      z.strictObject({ years: z.number().int().positive() }),
      z.strictObject({ permanent: z.literal(true) }),
      z.strictObject({ office_decides: z.literal(true) }),
    ]),
    source: Text.optional(),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type Archive = z.infer<typeof Archive>;
