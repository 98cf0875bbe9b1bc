import { useEffect, useState } from 'react';

export interface OnceArrived<Name extends string> {
  /** Does it, or does it as soon as nothing comes in any more. */
  readonly ask: (act: Name) => void;
  /** Something was asked for and waits. */
  readonly isWaiting: boolean;
}

/** While files come in nothing is saved, they would belong to nothing; what is asked for meanwhile is not lost. */
export function useOnceArrived<Name extends string>(
  arriving: boolean,
  acts: Readonly<Record<Name, () => void>>,
): OnceArrived<Name> {
  const [wanted, setWanted] = useState<Name | null>(null);
  useEffect(() => {
    if (arriving || wanted === null) return;
    setWanted(null);
    acts[wanted]();
    // The acts are those of the drawing in which nothing comes in any more: they know what came.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [arriving, wanted]);
  return {
    ask: act => {
      if (arriving) setWanted(act);
      else acts[act]();
    },
    isWaiting: wanted !== null,
  };
}
