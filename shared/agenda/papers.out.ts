import type { DocumentId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { standingPaper, waivedSignature, wasSigned } from '#shared/case/owed-papers.ts';
import { standingOf } from '#shared/case/standing.ts';
import { isCaseForm, type CaseForm } from '#shared/procedure/form.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { signPlaces } from '#shared/signing/sign-places.ts';

/** A printed paper whose signature is waited for. */
export interface PaperOut {
  readonly form: CaseForm;
  readonly document: DocumentId;
  /** When it was printed first. */
  readonly since: Instant;
}

/** Whether a step from where the case stands needs the paper of this form back. */
const isNeeded = ({ steps, tracks }: Procedure, state: CaseState, form: string): boolean =>
  steps.some(({ needs_signed: needed, from, track }) => {
    const at = state.tracks[track]?.state;
    if (!needed.includes(form) || at === undefined) return false;
    if (from !== 'open') return from.includes(at);
    const states = tracks.find(({ id }) => id === track)?.states ?? [];
    return states.some(({ id, kind }) => id === at && kind === 'open');
  });

/**
 * Papers that were printed for a signature and are not back: those somebody signs, while the case is open, and those
 * a step still waits for.
 */
export function papersOut(procedure: Procedure, state: CaseState): readonly PaperOut[] {
  if (state.mergedInto !== undefined) return [];
  const open = standingOf(procedure, state).status === 'open';
  return procedure.forms.filter(isCaseForm).flatMap(form => {
    const paper = standingPaper(state, form.id);
    const [first] = paper?.prints ?? [];
    if (!paper || !first || wasSigned(state, form.id) || waivedSignature(state, form.id)) return [];
    if (!isNeeded(procedure, state, form.id) && !(open && signPlaces(form).length > 0)) return [];
    return [{ form, document: paper.id, since: first.at }];
  });
}
