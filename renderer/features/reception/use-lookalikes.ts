import { useEffect, useRef, useState } from 'react';
import { byWeight, lookalikesOf, type Lookalike } from '#shared/case/lookalikes.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { isClosed } from '#renderer/db/live/use-live.ts';
import { mattersOf, nextTurn, readMatters } from '#renderer/db/queries/matters.ts';

/** A pause between two words; nobody waits for the answer. */
const PAUSE_MS = 300;

/** Compared between two strokes of a key: a few milliseconds on an old PC. */
const PORTION = 250;

const NONE: readonly Lookalike[] = [];

export interface Written {
  /** What stands in the form. */
  readonly typed: Values;
  /** The same without what stood there from the beginning. */
  readonly written: Values;
  /** undefined: it came in just now. */
  readonly receivedAt: Instant | undefined;
}

/** Registered cases that look like what is being written down, looked for whenever the hand pauses. */
export function useLookalikes(
  procedure: Procedure,
  { typed, written, receivedAt }: Written,
): readonly Lookalike[] {
  const desk = useDesk();
  const { store, calendar, officeHours } = useOpenDesk();
  const [read, setRead] = useState(false);
  const [found, setFound] = useState(NONE);
  const incoming = useRef(typed);
  useEffect(() => {
    incoming.current = typed;
  });
  // The same words are the same question, whatever else was drawn anew meanwhile.
  const question = JSON.stringify(typed);
  const nothing = Object.keys(written).length === 0;

  useEffect(() => {
    let wanted = true;
    readMatters(store, desk.now()).then(
      () => wanted && setRead(true),
      (error: unknown) => {
        // Locked or opened anew meanwhile; what is read is enough to go on with.
        if (!isClosed(error)) throw error;
      },
    );
    return () => {
      wanted = false;
    };
  }, [store, desk]);

  useEffect(() => {
    if (nothing) return undefined;
    let wanted = true;
    const look = async (): Promise<void> => {
      const at = receivedAt ?? desk.now();
      const counting = { calendar, officeHours };
      const matters = Array.from(mattersOf(store));
      const alike: Lookalike[] = [];
      for (let from = 0; from < matters.length; from += PORTION) {
        const portion = matters.slice(from, from + PORTION);
        alike.push(
          ...lookalikesOf(procedure, { values: incoming.current, receivedAt: at }, portion, counting),
        );
        await nextTurn();
        if (!wanted) return;
      }
      setFound(alike.sort(byWeight));
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [question, nothing, receivedAt, read, procedure, store, desk, calendar, officeHours]);

  return nothing ? NONE : found;
}
