import type { PrintProgress, PrintTrouble } from '#shared/printing/print-progress.ts';
import type { IppAnswer } from './cups.ipp.ts';

/** RFC 8011, 5.3.7. */
const JOB = {
  pending: 3,
  held: 4,
  processing: 5,
  stopped: 6,
  canceled: 7,
  aborted: 8,
  completed: 9,
} as const;
const PRINTER_STOPPED = 5;

/** RFC 8011, 5.4.12, without their endings. A warning does not stop the printer. */
const TROUBLES: readonly (readonly [reason: RegExp, trouble: PrintTrouble])[] = [
  [/^(media-empty|media-needed|input-tray-missing)/, 'paper-out'],
  [/^media-jam/, 'paper-jam'],
  [/^(cover-open|door-open|interlock-open)/, 'open'],
  [/^(toner-empty|marker-supply-empty|marker-waste-full|opc-life-over)/, 'ink-out'],
  [/^output-area-full/, 'tray-full'],
  [/^(offline|shutdown|connecting-to-device|timed-out)/, 'offline'],
  [/^(paused|moving-to-paused)/, 'paused'],
];

const words = (answer: IppAnswer | undefined, name: string): readonly string[] =>
  (answer?.get(name) ?? []).filter(each => typeof each === 'string');

function troubleOf(reasons: readonly string[]): PrintTrouble | undefined {
  const grave = reasons.filter(reason => !reason.endsWith('-warning'));
  return TROUBLES.find(([pattern]) => grave.some(reason => pattern.test(reason)))?.[1];
}

/** What the scheduler says of a job and of its printer, as one state. */
export function progressOf(job: IppAnswer | undefined, printer: IppAnswer | undefined): PrintProgress {
  const state = job?.get('job-state')?.[0];
  const said = [...words(job, 'job-printer-state-message'), ...words(printer, 'printer-state-message')].find(
    each => each.trim() !== '',
  );
  switch (state) {
    case JOB.completed:
      // Done with errors may be half a paper.
      return words(job, 'job-state-reasons').includes('job-completed-with-errors')
        ? { kind: 'unknown' }
        : { kind: 'done' };
    case JOB.canceled:
      return { kind: 'cancelled' };
    case JOB.aborted:
      return { kind: 'failed', said: said ?? '' };
    case JOB.pending:
    case JOB.held:
    case JOB.processing:
    case JOB.stopped: {
      const trouble = troubleOf(words(printer, 'printer-state-reasons'));
      const stands = state === JOB.stopped || printer?.get('printer-state')?.[0] === PRINTER_STOPPED;
      if (trouble !== undefined || stands)
        return { kind: 'stopped', trouble: trouble ?? 'other', said: said ?? '' };
      return { kind: state === JOB.processing ? 'printing' : 'waiting' };
    }
    default:
      return { kind: 'unknown' };
  }
}
