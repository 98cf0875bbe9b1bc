import { z } from 'zod';
import { CaseId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';

/**
 * One line of `data/cases.ndjson`: a case as it stood when the month was closed. Only what every procedure
 * has is fixed here; everything else a case holds is passed on as it is.
 */
export const CaseLine = z
  .looseObject({
    id: CaseId,
    /** The register number; null where none was given yet. */
    number: z.string().min(1).nullable(),
    procedure: z.looseObject({
      id: z.string().min(1),
      version: z.union([z.string().min(1), z.number()]),
      hash: z.string().optional(),
    }),
    registered_at: Instant.optional(),
    /** State of each track by its name. */
    state: z.record(z.string(), z.unknown()),
    fields: z.record(z.string(), z.unknown()),
  })
  .readonly();
export type CaseLine = z.infer<typeof CaseLine>;
