import { useEffect, useState } from 'react';
import type { OutboxAnswer } from '#shared/outbox/outbox.states.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';

/** How the delivery stands, as the shell tells it; undefined until it has, and in the sample office. */
export function useOutbox(): OutboxAnswer | undefined {
  const desk = useDesk();
  const { bundles, headquarters } = useOpenDesk().office;
  const [answer, setAnswer] = useState<OutboxAnswer>();

  useEffect(() => desk.api.on('outbox:changed', setAnswer), [desk]);

  // Asked anew whenever a bundle was sealed, a receipt came on a stick, or a card was read: the shell looks again then.
  useEffect(() => {
    let wanted = true;
    void desk.api.outbox.state().then(reply => {
      if (wanted && reply.ok) setAnswer(reply.value);
    });
    return () => {
      wanted = false;
    };
  }, [desk, bundles, headquarters]);

  // That there is no network is believed; that there is one is only a reason to look.
  useEffect(() => {
    const look = (): void => void desk.api.outbox.act({ act: 'try-now', bundle: null });
    window.addEventListener('online', look);
    return () => window.removeEventListener('online', look);
  }, [desk]);

  return answer;
}
