import { z } from 'zod';
import { Instant } from '#shared/core/instant.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What stands on the sheet that is put behind a copy of a paper that was signed on the screen. */
export const SignatureSheet = z
  .strictObject({
    office: z.string().max(60),
    /** Name of the paper. */
    paper: z.string().max(200),
    form: z.string().max(60),
    /** Its own number, else that of the case. */
    number: z.string().max(100),
    pages: z.number().int().positive(),
    mark: z.string().max(8),
    /** Of the very file that was signed. */
    sha256: Sha256,
    complete: z.boolean(),
    signatures: z
      .array(
        z.strictObject({
          place: z.string().max(200),
          signer: z.string().max(60),
          at: Instant,
          /** Who held out the pad. */
          by: z.string().max(60),
          image: Sha256,
        }),
      )
      .min(1)
      .max(60),
  })
  .readonly();
export type SignatureSheet = z.infer<typeof SignatureSheet>;
