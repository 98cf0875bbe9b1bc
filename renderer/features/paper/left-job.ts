import { isRecorded, nextPrint } from '#shared/case/print.decide.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { recordOn } from './case-printable.ts';
import { documentAtHand } from './document-at-hand.ts';
import { followJob } from './follow-job.ts';
import { openJobs, type OpenJob } from './open-jobs.ts';
import { printOutcomes, type Print } from './print-outcomes.ts';
import { recordPrinted } from './print-run.ts';

type AnyJob = Omit<OpenJob, 'said'>;

const printOf = ({ printer, copies, preprinted, job }: AnyJob): Print => ({
  ...{ printer: { name: printer, label: printer }, copies, preprinted, job },
});

/** Somebody says whether it came out: its print is written down, or the job is dropped. Resolves with what is wrong. */
export async function answerJob(desk: Desk, job: AnyJob, cameOut: boolean): Promise<AnyFault | undefined> {
  const { api } = desk;
  const outcomes = printOutcomes(api);
  if (!cameOut) {
    await openJobs(api).settle(job.job);
    const shown = outcomes.of(job.document);
    if (shown?.kind === 'asked' && shown.print.job === job.job)
      outcomes.set(job.document, { kind: 'not-out' });
    return undefined;
  }
  const document = await documentAtHand(desk, job);
  if (!document) return { code: 'store/no-such-case' };
  const of = { case: job.case, document: job.document, nth: nextPrint(document) };
  const printed = { record: (print: Print) => recordOn(desk, of, print) };
  const outcome = await recordPrinted({ key: job.document, printed }, printOf(job), { api });
  return outcome.kind === 'not-recorded' ? outcome.fault : undefined;
}

/**
 * What became of a job that an earlier session left: the ledger is looked at first, then the system is asked as long
 * as it has something to say. What neither knows stays for the person.
 */
export async function findOut(desk: Desk, job: AnyJob, pause: () => Promise<void>): Promise<void> {
  const { api } = desk;
  const jobs = openJobs(api);
  const document = await documentAtHand(desk, job);
  if (document && isRecorded(document, job.job)) return jobs.settle(job.job);
  const progress = await followJob(job.job, {
    progress: each => api.papers.progress({ job: each }),
    pause,
    onProgress: said => jobs.say(job.job, said),
  });
  if (progress.kind === 'done') await answerJob(desk, job, true);
}
