import type { CaseId, PersonId } from '#shared/core/ids.ts';
import type { Draft, DraftContent } from './drafts.types.ts';

/** Where on the page of a case something is being written. */
export type CaseDraftPlace = 'correction' | 'note' | { readonly step: string };

const isAt = ({ note, step, form }: DraftContent, place: CaseDraftPlace): boolean => {
  if (form !== undefined) return false;
  if (place === 'note') return note !== undefined;
  if (place === 'correction') return note === undefined && step === undefined;
  return step === place.step;
};

/** What this person wrote there and did not save; the newest. */
export const caseDraft = (
  drafts: readonly Draft[] | undefined,
  { id, me }: { readonly id: CaseId; readonly me: PersonId },
  place: CaseDraftPlace,
): Draft | undefined =>
  drafts?.find(({ content }) => content.case === id && (content.by ?? me) === me && isAt(content, place));

/** What this person wrote for several cases at once and did not use: for a step of the procedure, or a note. */
export const togetherDraft = (
  drafts: readonly Draft[] | undefined,
  me: PersonId,
  at: { readonly procedure: string; readonly step: string } | 'note',
): Draft | undefined =>
  drafts?.find(
    ({ content }) =>
      content.together !== undefined &&
      (content.by ?? me) === me &&
      (at === 'note'
        ? content.step === undefined
        : content.step === at.step && content.procedure === at.procedure),
  );
