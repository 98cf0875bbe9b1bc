import { createContext, useContext } from 'react';

/** A column beside the page; names written down its edge; names in a line beneath it. */
export type SideMode = 'column' | 'edge' | 'below';

export const SideModeContext = createContext<SideMode>('column');

export const useSideMode = (): SideMode => useContext(SideModeContext);

/** Below this width of window (in rem, so also under large type and zoom) side columns go beneath. */
const NARROW = 56;
const RAIL = 9;

/**
 * Where the side column goes, all widths in rem. A column that carries the main act of the screen is never
 * folded to the edge, where the act would be out of sight.
 */
export function sideModeFor(room: number, side: number, leastMain: number, carriesAct: boolean): SideMode {
  if (room - side >= leastMain && room >= NARROW - RAIL) return 'column';
  return room < NARROW - RAIL || carriesAct ? 'below' : 'edge';
}
