import { createContext, useContext } from 'react';

/** A column beside the page; names written down its edge; names in a line beneath it. */
export type SideMode = 'column' | 'edge' | 'below';

export const SideModeContext = createContext<SideMode>('column');

export const useSideMode = (): SideMode => useContext(SideModeContext);

/** Windows under this width (in rem, so also those with large type or zoomed) have their side columns beneath. */
const NARROW_WINDOW = 56;

export interface Room {
  readonly window: number;
  /** What is left beside the rail. */
  readonly page: number;
  readonly side: number;
  readonly leastMain: number;
  /** The side column has the main act of the screen, which may never be out of sight. */
  readonly hasAct: boolean;
}

/** Where the side column goes. All widths in rem. */
export function sideModeFor({ window, page, side, leastMain, hasAct }: Room): SideMode {
  if (window < NARROW_WINDOW) return 'below';
  if (page - side >= leastMain) return 'column';
  return hasAct ? 'below' : 'edge';
}
