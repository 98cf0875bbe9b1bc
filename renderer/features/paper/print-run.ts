import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import { followJob } from './follow-job.ts';
import { openJobs } from './open-jobs.ts';
import { printOutcomes, type Outcome, type Print } from './print-outcomes.ts';

/** A paper that is set. */
export interface Printable {
  /** What its prints are known by. */
  readonly key: string;
  readonly sha256: string;
  readonly pages: number;
  /** The name of the job is read by whoever passes the printer, so it says nothing but the form. */
  readonly jobTitle: string;
  /** For a document of a case, whose prints are written down. */
  readonly printed?: {
    readonly of: { readonly case: CaseId; readonly document: DocumentId };
    /** Which print it would be, where one has come out before. */
    readonly reprint: () => Promise<number | null>;
    readonly mark: string;
    /** What the document says, for 套打; null where this program does not know. */
    readonly paper: (() => Paper | undefined) | null;
    readonly record: (print: Print) => Promise<Outcome>;
  };
}

export interface PrintShop {
  readonly api: Pick<DeskApi, 'papers'>;
  /** Between two questions how far a job is. */
  readonly pause: () => Promise<void>;
  readonly onProgress?: (progress: PrintProgress) => void;
}

export interface BegunPrint {
  /** undefined where it was refused. */
  readonly job: string | undefined;
  /** What it came to; what happens meanwhile is told to the outcomes. */
  readonly over: Promise<Outcome>;
}

/**
 * Writes a print down, and with that the job is settled: it is asked about no more. The outcome is told last of all:
 * whoever reads it may print again at once.
 */
export async function recordPrinted(
  {
    key,
    printed,
  }: {
    readonly key: string;
    readonly printed?: Pick<NonNullable<Printable['printed']>, 'record'> | undefined;
  },
  print: Print,
  { api }: Pick<PrintShop, 'api'>,
): Promise<Outcome> {
  const outcome: Outcome = printed ? await printed.record(print) : { kind: 'printed', print };
  if (outcome.kind === 'recorded' && print.job !== undefined) await openJobs(api).settle(print.job);
  printOutcomes(api).set(key, outcome);
  return outcome;
}

/** Of what the system took back or gave up nobody is asked again; a person may still say that it came out. */
async function endOf(
  progress: PrintProgress,
  print: Print,
  made: Printable,
  shop: PrintShop,
): Promise<Outcome> {
  if (progress.kind === 'done') return recordPrinted(made, print, shop);
  const outcome: Outcome =
    progress.kind === 'cancelled'
      ? { kind: 'taken-back', print }
      : progress.kind === 'failed'
        ? { kind: 'given-up', print, said: progress.said }
        : { kind: 'asked', print };
  if (outcome.kind !== 'asked' && made.printed && print.job !== undefined)
    await openJobs(shop.api).settle(print.job);
  printOutcomes(shop.api).set(made.key, outcome);
  return outcome;
}

/** Hands a paper over. Resolves when the system has it, while it may still lie in a queue. */
export async function beginPrint(
  made: Printable,
  wanted: { readonly print: Print; readonly duplex: boolean },
  shop: PrintShop,
): Promise<BegunPrint> {
  const { api, pause } = shop;
  const { printed } = made;
  const { printer, copies, preprinted } = wanted.print;
  const outcomes = printOutcomes(api);
  const of = preprinted ? printed?.paper?.() : undefined;
  const reprint = (await printed?.reprint()) ?? null;
  const handed = await api.papers.print({
    ...{ sha256: made.sha256, printer: printer.name, copies, duplex: wanted.duplex },
    ...{ title: made.jobTitle, pages: made.pages },
    reprint,
    preprinted: of && printed ? { paper: JSON.stringify(of), mark: printed.mark } : null,
    of: printed ? { ...printed.of, label: printer.label } : null,
  });
  if (!handed.ok) {
    const outcome: Outcome = { kind: 'not-printed', fault: handed.error };
    outcomes.set(made.key, outcome);
    return { job: undefined, over: Promise.resolve(outcome) };
  }
  const { job } = handed.value;
  const print = { ...wanted.print, job };
  const onProgress = (progress: PrintProgress): void => {
    outcomes.set(made.key, { kind: 'sent', print, job, progress });
    shop.onProgress?.(progress);
  };
  const follow = async (): Promise<Outcome> =>
    endOf(
      await followJob(job, { progress: each => api.papers.progress({ job: each }), pause, onProgress }),
      print,
      made,
      shop,
    );
  return { job, over: printed ? openJobs(api).during(job, follow()) : follow() };
}
