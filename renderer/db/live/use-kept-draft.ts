import { useEffect, useRef, useState } from 'react';
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
  // What was saved moves under the form before it goes: what it was written upon changes, and must not bring the draft back.
  const typed = JSON.stringify(content && { ...content, seen: undefined });
  const dropped = useRef<string>(undefined);
  useEffect(() => {
    if (content !== null) {
      if (text !== first && typed !== dropped.current) drafts.save(id, content);
      return;
    }
    dropped.current = undefined;
    if (first !== 'null' || drafts.status(id).kind !== 'none') void drafts.remove(id);
    // `text` is the content.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, drafts, id]);
  return {
    drop: () => {
      dropped.current = typed;
      return drafts.remove(id);
    },
  };
}
