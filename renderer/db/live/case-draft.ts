import type { CaseId, PersonId } from '#shared/core/ids.ts';
import type { Draft, DraftContent } from './drafts.types.ts';

/** Where on the page of a case something is being written. */
export type CaseDraftPlace = 'correction' | 'note' | { readonly step: string };

const isAt = ({ note, step }: DraftContent, place: CaseDraftPlace): boolean => {
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
