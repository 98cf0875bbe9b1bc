import { createContext, useContext, useState } from 'react';
import type { CaseId, PersonId } from '#shared/core/ids.ts';
import { useDesk, useOpenDesk } from './desk.context.ts';
import type { Draft, SmallForm } from './drafts.types.ts';
import { useKeptDraft } from './use-kept-draft.ts';

/** Which small form it is, and what it belongs to. */
export interface FormPlace {
  readonly form: SmallForm;
  /** Which of several such forms: a paper, a limit, a month. */
  readonly of?: string | undefined;
  readonly case?: CaseId | undefined;
  readonly procedure?: string | undefined;
}

export interface FormDraft<Texts extends Readonly<Record<string, string>>> {
  readonly texts: Texts;
  readonly write: (change: Partial<Texts>) => void;
  /** It begins with what was written another time. */
  readonly resumed: boolean;
  /** It was taken, or is not wanted any more. */
  readonly drop: () => Promise<unknown>;
}

/** What this person wrote in such a form and did not send off; the newest. */
export const formDraft = (
  drafts: readonly Draft[],
  { form, of, case: id }: FormPlace,
  me: PersonId,
): Draft | undefined =>
  drafts.find(
    ({ content }) =>
      content.form === form && content.of === of && content.case === id && (content.by ?? me) === me,
  );

/** The draft somebody goes on with from a list of them: its form is open when the page comes. */
export const ResumedDraftContext = createContext<string | undefined>(undefined);

/** Whether the page was opened to go on in this form. */
export function useIsResumed(place: FormPlace): boolean {
  const { drafts } = useDesk();
  const { me } = useOpenDesk();
  const wanted = useContext(ResumedDraftContext);
  return wanted !== undefined && formDraft(drafts.known(), place, me.person)?.id === wanted;
}

/** The lines of a small form, kept as a draft while they differ from what they begin with. */
export function useFormDraft<Texts extends Readonly<Record<string, string>>>(
  place: FormPlace,
  empty: Texts,
): FormDraft<Texts> {
  const { drafts } = useDesk();
  const { me } = useOpenDesk();
  const [begun] = useState(() => formDraft(drafts.known(), place, me.person));
  const [first] = useState(empty);
  const [texts, setTexts] = useState<Texts>(() => {
    const kept = Object.entries(begun?.content.texts ?? {}).filter(([key]) => key in first);
    return { ...first, ...Object.fromEntries(kept) };
  });
  const isEmpty = Object.keys(first).every(key => texts[key] === first[key]);
  const { form, of, case: id, procedure } = place;
  const { drop } = useKeptDraft(
    begun,
    isEmpty
      ? null
      : {
          ...{ v: 1, values: {}, form, texts },
          ...(of === undefined ? {} : { of }),
          ...(id === undefined ? {} : { case: id }),
          ...(procedure === undefined ? {} : { procedure }),
        },
  );
  return {
    texts,
    write: change => setTexts(before => ({ ...before, ...change })),
    resumed: begun !== undefined,
    drop,
  };
}
