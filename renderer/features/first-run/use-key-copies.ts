import { useEffect, useState } from 'react';
import type { Instant } from '#shared/core/instant.ts';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';

export interface KeyPrints {
  readonly times: number;
  readonly at: Instant;
  /** Name of the last printer. */
  readonly printer: string;
}

/** What has become of the recovery key on this page, kept while one goes back and forth. */
export interface KeyCopies {
  readonly prints: KeyPrints | null;
  readonly savedTo: string | null;
}

export const NO_COPIES: KeyCopies = { prints: null, savedTo: null };

/** undefined until the shell has answered; none where it cannot tell. */
export function usePrinters(): readonly PrinterAnswer[] | undefined {
  const { api } = useDesk();
  const [printers, setPrinters] = useState<readonly PrinterAnswer[]>();
  useEffect(() => {
    let wanted = true;
    void api.printers.list().then(reply => {
      if (wanted) setPrinters(reply.ok ? reply.value : []);
    });
    return () => {
      wanted = false;
    };
  }, [api]);
  return printers;
}

export interface KeyCopying {
  readonly busy: boolean;
  readonly fault: DeskFault | null;
  readonly print: (printer: PrinterAnswer) => Promise<void>;
  readonly save: () => Promise<void>;
}

/** Prints the recovery key or saves it as a file, and says what came of it. */
export function useKeyCopying(copies: KeyCopies, onCopies: (copies: KeyCopies) => void): KeyCopying {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<DeskFault | null>(null);

  const copy = async (printer: PrinterAnswer | null): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const reply = await desk.api.setup.printKey({ printer: printer?.name ?? null });
    setBusy(false);
    if (!reply.ok) {
      setFault(reply.error);
      return;
    }
    if (printer) {
      const times = (copies.prints?.times ?? 0) + 1;
      onCopies({ ...copies, prints: { times, at: desk.now(), printer: printer.label } });
    } else if (reply.value.path !== null) onCopies({ ...copies, savedTo: reply.value.path });
  };
  return { busy, fault, print: copy, save: () => copy(null) };
}
