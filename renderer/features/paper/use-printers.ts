import { useCallback, useEffect, useState } from 'react';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';

export interface Printers {
  /** undefined until the shell has answered; none where it cannot tell. */
  readonly list: readonly PrinterAnswer[] | undefined;
  /** One was plugged in. */
  readonly look: () => void;
}

export function usePrinters(): Printers {
  const { api } = useDesk();
  const [list, setList] = useState<readonly PrinterAnswer[]>();
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let wanted = true;
    void api.printers.list().then(reply => {
      if (wanted) setList(reply.ok ? reply.value : []);
    });
    return () => {
      wanted = false;
    };
  }, [api, looks]);
  return { list, look: useCallback(() => setLooks(count => count + 1), []) };
}
