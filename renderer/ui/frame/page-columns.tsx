import { useRef, type ReactNode } from 'react';
import { useRemWidth, useWindowRemWidth } from '#renderer/ui/theme/use-rem-width.ts';
import './page-columns.css';
import { SideModeContext, sideModeFor } from './side-mode.ts';

export interface PageColumnsProps {
  /** The page itself, which scrolls. */
  readonly children: ReactNode;
  /** Stays under the page: a `BottomBar`. */
  readonly foot?: ReactNode;
  /** A `SideColumn`. */
  readonly side?: ReactNode;
  /** Width of the side column in rem: 19 to 22.5. */
  readonly sideWidth?: number | undefined;
  /** The page keeps at least this much (rem); a form needs 44. With less the side column folds away. */
  readonly leastMain?: number | undefined;
  /** The side column has the main act of the screen at its foot. */
  readonly sideHasAct?: boolean | undefined;
  /** false for a page that is one table and scrolls in itself. */
  readonly padded?: boolean | undefined;
}

/** Everything under the head of a page. */
export function PageColumns({
  children,
  foot,
  side,
  sideWidth = 21.5,
  leastMain = 34,
  sideHasAct = false,
  padded = true,
}: PageColumnsProps): ReactNode {
  const room = useRef<HTMLDivElement>(null);
  const page = useRemWidth(room);
  const window = useWindowRemWidth();
  const mode = sideModeFor({ window, page, side: sideWidth, leastMain, hasAct: sideHasAct });
  return (
    <div
      ref={room}
      className="ui-columns"
      data-side={side === undefined ? 'none' : mode}
      style={{ '--ui-side': `${sideWidth}rem` } as Record<string, string>}
    >
      <div className={`ui-columns-main ${padded ? 'ui-columns-padded scroll' : ''}`}>{children}</div>
      {side !== undefined && (
        <div className="ui-columns-side">
          <SideModeContext value={mode}>{side}</SideModeContext>
        </div>
      )}
      {foot !== undefined && <div className="ui-columns-foot">{foot}</div>}
    </div>
  );
}
