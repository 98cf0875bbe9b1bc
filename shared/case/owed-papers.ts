import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseState, DocumentState, WaivedSignature } from './case.state.ts';
import { isLive } from './live-papers.ts';

/** A form that a step owes and that has not been printed since. */
export interface OwedPaper {
  readonly form: string;
  readonly step: string;
}

/** Papers the steps taken so far owe; one that is owed twice and not printed is owed once. */
export function owedPapers(procedure: Pick<Procedure, 'steps'>, state: CaseState): readonly OwedPaper[] {
  const owed = new Map<string, OwedPaper>();
  for (const trace of state.trace) {
    // Void it is owed no more: its step may have failed.
    if (trace.kind === 'printed' || trace.kind === 'printed-void') owed.delete(trace.form);
    if (trace.kind !== 'step') continue;
    for (const form of procedure.steps.find(({ id }) => id === trace.step)?.owes ?? [])
      owed.set(form, { form, step: trace.step });
  }
  return [...owed.values()];
}

export const wasPrinted = (state: CaseState, form: string): boolean =>
  state.documents.some(
    document => document.form === form && isLive(state, document) && document.prints.length > 0,
  );

/** The paper of a form that somebody could sign: the last one that was printed and is not void. */
export const standingPaper = (state: CaseState, form: string): DocumentState | undefined =>
  state.documents.findLast(
    document => document.form === form && isLive(state, document) && document.prints.length > 0,
  );

const sameText = (one: DocumentState, other: DocumentState | undefined): boolean =>
  one.sha256 === other?.sha256;

/**
 * Whether the paper that stands was signed: a signature on one that was set anew and printed since is of no use. What
 * was signed on the screen is bound to one file: set anew, the paper is not signed, printed or not.
 */
export function wasSigned(state: CaseState, form: string): boolean {
  const live = state.documents.filter(document => document.form === form && isLive(state, document));
  const standing = live.findLast(({ prints, signedAt }) => prints.length > 0 || signedAt !== undefined);
  return live.some(
    document =>
      document.signedAt !== undefined &&
      sameText(document, standing) &&
      (document.signedOnPad === undefined || sameText(document, live.at(-1))),
  );
}

/** Whether steps wait for a paper of this form to come back signed. */
export const needsSignature = ({ steps }: Pick<Procedure, 'steps'>, form: string): boolean =>
  steps.some(step => step.needs_signed.includes(form));

/**
 * The approval to go on without a signature, while none is there. It holds for the paper that was put before the
 * person: one that is set anew and printed asks for a signature again.
 */
export function waivedSignature(state: CaseState, form: string): WaivedSignature | undefined {
  if (wasSigned(state, form)) return undefined;
  const standing = standingPaper(state, form);
  return state.documents.find(
    document =>
      document.form === form && isLive(state, document) && sameText(document, standing) && document.waived,
  )?.waived;
}
