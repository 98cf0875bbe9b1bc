import { useEffect, useState, useSyncExternalStore } from 'react';
import { useDesk } from './desk.context.ts';
import type { Draft, DraftStatus } from './drafts.types.ts';

/** What the form says at its foot: 草稿已存 09:41. */
export function useDraftStatus(id: string): DraftStatus {
  const { drafts } = useDesk();
  return useSyncExternalStore(drafts.onStatus, () => drafts.status(id));
}

/** Newest first; undefined while loading, and where the shell does not answer. */
export function useDrafts(): readonly Draft[] | undefined {
  const { drafts } = useDesk();
  const [list, setList] = useState<readonly Draft[]>();
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const reply = await drafts.list();
      if (wanted && reply.ok) setList(reply.value);
    };
    void read();
    const stop = drafts.onList(() => void read());
    return () => {
      wanted = false;
      stop();
    };
  }, [drafts]);
  return list;
}
