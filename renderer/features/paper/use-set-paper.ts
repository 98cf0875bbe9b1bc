import { useEffect, useState } from 'react';
import type { MadePaper } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

export interface SetPaper {
  /** undefined until it is set. */
  readonly made: MadePaper | undefined;
  readonly fault: AnyFault | undefined;
}

const NOTHING: SetPaper = { made: undefined, fault: undefined };

/** Sets a paper that is not kept. */
export function useSetPaper(json: string, tries: number): SetPaper {
  const { api } = useDesk();
  const [answer, setAnswer] = useState<SetPaper & { readonly of?: string }>(NOTHING);
  useEffect(() => {
    let left = false;
    const set = async (): Promise<void> => {
      const made = await api.papers.set({ paper: json });
      if (left) return;
      setAnswer({
        of: json,
        ...(made.ok ? { made: made.value, fault: undefined } : { made: undefined, fault: made.error }),
      });
    };
    void set();
    return () => {
      left = true;
      setAnswer(NOTHING);
    };
  }, [api, json, tries]);
  // Another paper is asked for before the answer to the last one is put away.
  return answer.of === json ? answer : NOTHING;
}
