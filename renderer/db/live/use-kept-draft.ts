import { useEffect, useState } from 'react';
import { useDesk, useOpenDesk } from './desk.context.ts';
import type { Draft, DraftContent } from './drafts.types.ts';

export interface KeptDraft {
  /** It was saved as what it was for, or is not wanted any more. */
  readonly drop: () => Promise<unknown>;
}

/** Keeps what is being written as a draft, beginning with one that is there; null: nothing is written. */
export function useKeptDraft(begun: Draft | undefined, written: DraftContent | null): KeptDraft {
  const { drafts } = useDesk();
  const { me } = useOpenDesk();
  const content = written && { ...written, by: me.person };
  const [id] = useState(() => begun?.id ?? drafts.newId());
  const [first] = useState(() => JSON.stringify(begun?.content ?? null));
  const text = JSON.stringify(content);
  useEffect(() => {
    if (content !== null) {
      if (text !== first) drafts.save(id, content);
    } else if (first !== 'null' || drafts.status(id).kind !== 'none') void drafts.remove(id);
    // `text` is the content.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, drafts, id]);
  return { drop: () => drafts.remove(id) };
}
