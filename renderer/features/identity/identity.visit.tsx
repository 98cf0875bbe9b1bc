import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { msOf } from '#shared/core/instant.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';

export interface Visit {
  /** The identity was opened and is shown. */
  readonly isOpen: boolean;
  readonly show: () => void;
  readonly cover: () => void;
}

const COVERED: Visit = { isOpen: false, show: () => undefined, cover: () => undefined };
const VisitContext = createContext<Visit>(COVERED);

export const useVisit = (): Visit => useContext(VisitContext);

/** A screen nobody has used for this long may be read by somebody else. */
const UNUSED_MS = 5 * 60_000;
const USES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Covers what is open once the screen was not used for some minutes, or the clock was moved by as much. */
function useCoverWhenUnused(isOpen: boolean, cover: () => void): void {
  const desk = useDesk();
  const lastUse = useRef(0);
  useEffect(() => {
    if (!isOpen) return undefined;
    const nowMs = (): number => msOf(desk.now());
    const use = (): void => {
      lastUse.current = nowMs();
    };
    use();
    for (const name of USES) window.addEventListener(name, use, { capture: true, passive: true });
    const stop = desk.onMinute(() => {
      if (Math.abs(nowMs() - lastUse.current) >= UNUSED_MS) cover();
    });
    return () => {
      stop();
      for (const name of USES) window.removeEventListener(name, use, { capture: true });
    };
  }, [desk, isOpen, cover]);
}

/**
 * One visit to a case, its page and its papers: what was opened stays so until somebody leaves for another page, the
 * ledger is locked, or nobody uses the screen. Whoever leaves drops it, so it stands under a key of the case.
 */
export function IdentityVisit({ children }: { readonly children: ReactNode }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const visit = useMemo<Visit>(
    () => ({ isOpen, show: () => setOpen(true), cover: () => setOpen(false) }),
    [isOpen],
  );
  useCoverWhenUnused(isOpen, visit.cover);
  return <VisitContext value={visit}>{children}</VisitContext>;
}
