import { useCallback, useEffect, useState } from 'react';
import type { PersonId } from '#shared/core/ids.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';

export interface LogIn {
  readonly id: PersonId;
  readonly name: string;
}

export interface LogIns {
  /** Undefined while they are looked up. */
  readonly people: readonly LogIn[] | undefined;
  readonly look: () => Promise<void>;
}

/** Who has a passphrase, as the lock screen would show them now. */
export function useLogIns(): LogIns {
  const { api } = useDesk();
  const [people, setPeople] = useState<readonly LogIn[]>();
  const look = useCallback(async (): Promise<void> => {
    const reply = await api.app.boot();
    if (reply.ok) setPeople(reply.value.office?.people ?? []);
  }, [api]);
  useEffect(() => {
    let gone = false;
    void api.app.boot().then(reply => {
      if (!gone && reply.ok) setPeople(reply.value.office?.people ?? []);
    });
    return () => {
      gone = true;
    };
  }, [api]);
  return { people, look };
}
