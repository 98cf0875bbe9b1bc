import { useEffect, useState } from 'react';
import type { Transfer } from '#shared/transfer/transfer.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

export interface ReceivedContent {
  readonly transfer?: Transfer;
  readonly fault?: AnyFault;
}

/** What another office said of a case it sent, out of the vault; nothing until it is open. */
export function useReceived(id: string): ReceivedContent {
  const { api } = useDesk();
  const [found, setFound] = useState<ReceivedContent>({});
  useEffect(() => {
    let wanted = true;
    void api.transfers.read({ transfer: id }).then(reply => {
      if (wanted) setFound(reply.ok ? { transfer: reply.value } : { fault: reply.error });
    });
    return () => {
      wanted = false;
    };
  }, [api, id]);
  return found;
}
