import { newUlid, type CaseId, type DocumentId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { HandedJobAnswer, LeftJobAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { asFault, asReply } from '../ipc/handle.ts';
import type { HandedJobs } from '../printing/handed-jobs.ts';
import type { Printer, PrintJob } from '../printing/printers/printer.ts';
import { openedLedger, type Desk } from './desk.ts';
import { leftJobsIn, type LeftJob, type LeftJobs } from './left-jobs.ts';

/** Which document of a case is printed, on what is called `label`. */
export interface JobSubject {
  readonly case: CaseId;
  readonly document: DocumentId;
  readonly label: string;
}

export interface JobParts {
  readonly printer: Printer;
  readonly handed: HandedJobs;
}

type NewJob = Omit<PrintJob, 'id'>;

const leftJobs = (desk: Desk): LeftJobs => leftJobsIn(desk.places.jobs, openedLedger(desk).keys);

/** Hands over what no record tells of. */
export async function hand(desk: Desk, parts: JobParts, job: NewJob): Promise<Reply<HandedJobAnswer>> {
  const id = newUlid(desk.ids);
  const printed = await parts.printer.print({ ...job, id });
  if (!printed.ok) return err(asFault(printed.error));
  parts.handed.add(id, printed.value);
  return ok({ job: id });
}

/**
 * Hands over a document of a case. It is remembered before: if the program ends in between, paper may be out, and
 * somebody has to be asked.
 */
export async function handRemembered(
  desk: Desk,
  parts: JobParts,
  job: NewJob,
  of: JobSubject & { readonly preprinted: boolean },
): Promise<Reply<HandedJobAnswer>> {
  const left = leftJobs(desk);
  const id = newUlid(desk.ids);
  const remembered: LeftJob = {
    ...{ v: 1, job: id, spoolId: null, at: desk.now() },
    ...{ case: of.case, document: of.document, printer: of.label, preprinted: of.preprinted },
    copies: job.copies,
  };
  return parts.handed.during(id, async () => {
    const kept = await left.save(remembered);
    if (!kept.ok) return err(asFault(kept.error));
    const printed = await parts.printer.print({ ...job, id });
    if (printed.ok) {
      parts.handed.add(id, printed.value);
      // Without its name at the system it can only be asked of the person: no reason to call it a failure.
      await left.save({ ...remembered, spoolId: printed.value.spoolId });
      return ok({ job: id });
    }
    // A printer that does not answer may have it all the same.
    if (printed.error.code === 'printing/timed-out') return ok({ job: id });
    await left.remove(id);
    return err(asFault(printed.error));
  });
}

/** From then on the system can be asked about those it has a name for, whoever handed them over. */
export async function listLeftJobs(
  desk: Desk,
  { handed }: Pick<JobParts, 'handed'>,
): Promise<Reply<readonly LeftJobAnswer[]>> {
  const found = await leftJobs(desk).list();
  if (!found.ok) return err(asFault(found.error));
  const left = found.value.filter(({ job }) => !handed.isBeingHanded(job));
  for (const { job, spoolId } of left) handed.add(job, { spoolId });
  return ok(
    left.map(({ job, at, case: id, document, printer, copies, preprinted }) => ({
      ...{ job, at, case: id, document, printer, copies, preprinted },
    })),
  );
}

export async function settleJob(desk: Desk, job: string): Promise<Reply<null>> {
  const removed = await leftJobs(desk).remove(job);
  return removed.ok ? ok(null) : asReply(removed);
}
