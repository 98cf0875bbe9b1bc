import { z } from 'zod';
import { CaseId, DocumentId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { StorageError } from '../files/storage-error.ts';
import type { SubkeySource } from '../keys/unlocked-keys.ts';
import { sealedEntries } from './sealed-entries.ts';

/** A paper of a case that was handed to a printer, and of which nobody has said yet what became of it. */
const LeftJob = z.strictObject({
  v: z.literal(1),
  job: z.string(),
  /** What the system calls it; null before it was taken, and where the system does not say. */
  spoolId: z.string().nullable(),
  at: Instant,
  case: CaseId,
  document: DocumentId,
  printer: z.string(),
  copies: z.number().int().positive(),
  preprinted: z.boolean(),
});
export type LeftJob = z.infer<typeof LeftJob>;

/** Encrypted on disk, so that a job outlives the program that handed it over. */
export interface LeftJobs {
  readonly save: (job: LeftJob) => Promise<Result<void, StorageError>>;
  /** The oldest first. */
  readonly list: () => Promise<Result<readonly LeftJob[], StorageError>>;
  readonly remove: (job: string) => Promise<Result<void, StorageError>>;
}

export function leftJobsIn(dir: string, keys: SubkeySource): LeftJobs {
  const entries = sealedEntries(dir, keys, { label: 'print-job', names: 'print-job-names', suffix: '.job' });
  return {
    save: job => entries.save(job.job, job),
    list: async () => {
      const found = await entries.list();
      if (!found.ok) return found;
      // One of a newer program is left alone.
      const jobs = found.value.flatMap(entry => LeftJob.safeParse(entry).data ?? []);
      return ok(jobs.sort((a, b) => (a.job > b.job ? 1 : -1)));
    },
    remove: entries.remove,
  };
}
