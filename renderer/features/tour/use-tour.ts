import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { TOUR_STOPS, type TourStop } from './tour.stops.ts';

export interface TourState {
  readonly shown: boolean;
  /** From 0. */
  readonly at: number;
  readonly stop: TourStop;
  readonly isLast: boolean;
  readonly next: () => void;
  /** From the first place again. */
  readonly again: () => void;
  readonly end: Command;
  readonly box: RefObject<HTMLDivElement | null>;
}

/** Where the tour is. Asked above the pages, so that one that Esc leaves goes first, unless the focus is in the tour. */
export function useTour(shown: boolean, onEnd: () => void): TourState {
  const { t } = useTranslation('tour');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const isLast = at >= TOUR_STOPS.length - 1;
  const end: Command = {
    ...{ id: 'end-tour', name: t(isLast ? 'done' : 'end'), key: 'Esc', group: 'here' },
    run: onEnd,
  };
  useCommands(shown ? [end] : [], box);
  return {
    ...{ shown, at, isLast, end, box, stop: TOUR_STOPS[at] ?? 'workbench' },
    next: () => setAt(at + 1),
    again: () => setAt(0),
  };
}
