import { z } from 'zod';

/**
 * A field only the headquarters' sealed-identity key can read, in place of a name, a number or an address.
 * `code` is what everyone else sees (举报人001); `sealed` is an age file, armoured or in plain base64.
 */
export const SealedValue = z
  .strictObject({
    sealed: z.string().min(1),
    code: z.string().min(1).max(40),
  })
  .readonly();
export type SealedValue = z.infer<typeof SealedValue>;
