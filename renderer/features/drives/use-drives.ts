import { useCallback, useEffect, useState } from 'react';
import type { DriveAnswer, PickUpAnswer } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';

/** Long enough for a slow system to answer, short enough that nobody looks for a button meanwhile. */
const LOOK_EVERY_MS = 2000;

/** What a drive brought when it was plugged in. */
export interface Found extends PickUpAnswer {
  readonly label: string;
}

export interface Drives {
  readonly drives: readonly DriveAnswer[];
  readonly found: Found | null;
  readonly forget: () => void;
}

const sameDrives = (a: readonly DriveAnswer[], b: readonly DriveAnswer[]): boolean =>
  a.length === b.length &&
  a.every((drive, at) => drive.volume === b[at]?.volume && drive.free === b[at].free);

/** The drives that are plugged in while the page is open. Where the page tells of it, whatever comes in is looked through once. */
export function useDrives(looksThrough = true): Drives {
  const { api } = useDesk();
  const [drives, setDrives] = useState<readonly DriveAnswer[]>([]);
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    let open = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const looked = new Set<string>();

    const lookThrough = async ({ volume, label }: DriveAnswer): Promise<void> => {
      looked.add(volume);
      const reply = await api.drives.pickUp({ volume });
      if (!open || !reply.ok) return;
      const { bundles, orders, transfers, answers } = reply.value;
      if (bundles.length + orders.length + transfers.length + answers.length > 0)
        setFound({ label, ...reply.value });
    };
    const look = async (): Promise<void> => {
      const reply = await api.drives.list();
      if (!open) return;
      const now = reply.ok ? reply.value : [];
      setDrives(before => (sameDrives(before, now) ? before : now));
      for (const volume of looked) if (!now.some(drive => drive.volume === volume)) looked.delete(volume);
      if (looksThrough) for (const drive of now) if (!looked.has(drive.volume)) void lookThrough(drive);
      timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    void look();
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, [api, looksThrough]);

  const forget = useCallback(() => setFound(null), []);
  return { drives, found, forget };
}
