import type { Instant } from '#shared/core/instant.ts';
import { isCaseForm, type CaseForm } from '#shared/procedure/form.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { signPlaces } from '#shared/signing/sign-places.ts';
import type { CaseState, DocumentState } from './case.state.ts';
import { isLive } from './live-papers.ts';
import { needsSignature, owedPapers, standingPaper, waivedSignature, wasSigned } from './owed-papers.ts';
import { registrationForm } from './registration-form.ts';
import { standingOf } from './standing.ts';

/**
 * Why a paper waits to be printed: a step owes it, it is what the case was registered on, it was made and never
 * printed, or the case was corrected since it was.
 */
export type WhyToPrint = 'owed' | 'register' | 'made' | 'corrected';

export interface PaperToPrint {
  readonly form: string;
  readonly why: WhyToPrint;
  readonly since: Instant;
}

export interface PaperToSign {
  readonly form: string;
  /** When it was printed last. */
  readonly since: Instant;
}

const isOpen = (procedure: Procedure, state: CaseState): boolean =>
  standingOf(procedure, state).status === 'open';

const liveOf = (state: CaseState, form: string): readonly DocumentState[] =>
  state.documents.filter(document => document.form === form && isLive(state, document));

/** When the step that owes it was taken last. */
function owedSince({ trace, registeredAt }: CaseState, step: string): Instant {
  const taken = trace.findLast(each => each.kind === 'step' && each.step === step);
  return taken?.at ?? registeredAt;
}

/** What of a form that no step owes waits; whoever signed on the screen needs no paper. */
function unprinted(state: CaseState, form: string, isRegister: boolean): PaperToPrint | undefined {
  const live = liveOf(state, form);
  const last = live.at(-1);
  if (last?.signedAt !== undefined) return undefined;
  if (isRegister && live.every(({ prints }) => prints.length === 0))
    return { form, why: 'register', since: state.registeredAt };
  return last?.prints.length === 0 ? { form, why: 'made', since: last.madeAt } : undefined;
}

/** The papers that wait to be printed, as far as the case alone tells: those owed first. A closed case only owes. */
export function papersToPrint(procedure: Procedure, state: CaseState): readonly PaperToPrint[] {
  if (state.mergedInto !== undefined) return [];
  const owed = owedPapers(procedure, state).map(({ form, step }): PaperToPrint => ({
    form,
    why: 'owed',
    since: owedSince(state, step),
  }));
  if (!isOpen(procedure, state)) return owed;
  const register = registrationForm(procedure, state.values);
  const others = procedure.forms
    .filter(isCaseForm)
    .filter(({ id }) => owed.every(({ form }) => form !== id))
    .flatMap(({ id }) => unprinted(state, id, id === register) ?? []);
  return [...owed, ...others];
}

/** Forms whose last paper was printed before something was changed; whether it says so only their papers tell. */
export function perhapsOutdated(procedure: Procedure, state: CaseState): readonly CaseForm[] {
  const changedAt = state.trace.findLast(({ kind }) => kind === 'fields')?.at;
  if (changedAt === undefined || !isOpen(procedure, state)) return [];
  const waiting = new Set(papersToPrint(procedure, state).map(({ form }) => form));
  return procedure.forms.filter(isCaseForm).filter(({ id }) => {
    const last = liveOf(state, id).at(-1);
    return last !== undefined && !last.outside && last.madeAt <= changedAt && !waiting.has(id);
  });
}

/**
 * Printed, and somebody has to sign them: for a step, which may be the filing of a closed case, or because the form
 * has a place for it.
 */
export function papersToSign(procedure: Procedure, state: CaseState): readonly PaperToSign[] {
  if (state.mergedInto !== undefined) return [];
  const open = isOpen(procedure, state);
  return procedure.forms.filter(isCaseForm).flatMap((form): readonly PaperToSign[] => {
    const last = standingPaper(state, form.id)?.prints.at(-1);
    if (last === undefined || wasSigned(state, form.id) || waivedSignature(state, form.id)) return [];
    const isAwaited = needsSignature(procedure, form.id) || (open && signPlaces(form).length > 0);
    return isAwaited ? [{ form: form.id, since: last.at }] : [];
  });
}

/** In which lists a case has papers. `perhaps`: only its history tells. */
export type WaitingPapers = 'print' | 'sign' | 'perhaps';

export const waitingPapers = (procedure: Procedure, state: CaseState): readonly WaitingPapers[] => [
  ...(papersToPrint(procedure, state).length > 0 ? (['print'] as const) : []),
  ...(papersToSign(procedure, state).length > 0 ? (['sign'] as const) : []),
  ...(perhapsOutdated(procedure, state).length > 0 ? (['perhaps'] as const) : []),
];
