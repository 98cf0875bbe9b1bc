import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseState, DocumentState } from './case.state.ts';

/** A form that a step owes and that has not been printed since. */
export interface OwedPaper {
  readonly form: string;
  readonly step: string;
}

const isLive = (document: DocumentState): boolean => document.voided === undefined;

/** Papers the steps taken so far owe; one that is owed twice and not printed is owed once. */
export function owedPapers(procedure: Pick<Procedure, 'steps'>, state: CaseState): readonly OwedPaper[] {
  const owed = new Map<string, OwedPaper>();
  for (const trace of state.trace) {
    if (trace.kind === 'printed') owed.delete(trace.form);
    if (trace.kind !== 'step') continue;
    for (const form of procedure.steps.find(({ id }) => id === trace.step)?.owes ?? [])
      owed.set(form, { form, step: trace.step });
  }
  return [...owed.values()];
}

export const wasPrinted = (state: CaseState, form: string): boolean =>
  state.documents.some(document => document.form === form && isLive(document) && document.prints.length > 0);

export const wasSigned = (state: CaseState, form: string): boolean =>
  state.documents.some(
    document => document.form === form && isLive(document) && document.signedAt !== undefined,
  );
