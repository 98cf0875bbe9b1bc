import { useEffect, useState } from 'react';
import type { ManualChapter } from '#shared/manual/manual.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

export interface Manual {
  /** undefined until it is read. */
  readonly chapters: readonly ManualChapter[] | undefined;
  readonly fault: AnyFault | undefined;
}

/** The manual shipped with the program. */
export function useManual(): Manual {
  const { api } = useDesk();
  const [manual, setManual] = useState<Manual>({ chapters: undefined, fault: undefined });
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const answer = await api.manual.read();
      if (left) return;
      setManual(
        answer.ok
          ? { chapters: answer.value, fault: undefined }
          : { chapters: undefined, fault: answer.error },
      );
    };
    void read();
    return () => {
      left = true;
    };
  }, [api]);
  return manual;
}
