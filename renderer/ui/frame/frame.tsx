import { IconMenu2 } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWindowRemWidth } from '#renderer/ui/theme/use-rem-width.ts';
import './frame.css';
import { Rail, type RailItem } from './rail.tsx';

export interface FrameProps {
  readonly office: string;
  /** The search field of the top bar, usually a `SearchButton`. */
  readonly search?: ReactNode;
  /** Right end of the top bar: `TopText` and `TopButton`. */
  readonly tools?: ReactNode;
  readonly items: readonly RailItem[];
  /** Id of the open item; it is drawn as an index tab cut from the same sheet as the page. */
  readonly at: string;
  readonly onOpen: (id: string) => void;
  /** A few words about the places of the frame: in the free room of the rail, or above the page where there is no rail. */
  readonly guide?: ReactNode;
  /** Lines at the foot of the rail: version, last backup. */
  readonly foot?: readonly string[] | undefined;
  /** A `PageHead` and under it one thing that fills the rest and scrolls in itself. */
  readonly children: ReactNode;
}

/** In rem; the same as in frame.css. */
const RAIL_FOLDS = 56;

/** The window: top bar, rail and page. Nothing scrolls but what the page lets scroll. */
export function Frame({
  office,
  search,
  tools,
  items,
  at,
  onOpen,
  guide,
  foot = [],
  children,
}: FrameProps): ReactNode {
  const { t } = useTranslation('ui');
  const [menuOpen, setMenuOpen] = useState(false);
  const isFolded = useWindowRemWidth() < RAIL_FOLDS;
  const page = useRef<HTMLElement>(null);
  const menu = useRef<HTMLButtonElement>(null);

  const open = (id: string): void => {
    setMenuOpen(false);
    onOpen(id);
  };

  const closeMenu = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !menuOpen) return;
    event.stopPropagation();
    setMenuOpen(false);
    menu.current?.focus();
  };

  return (
    <div className="ui-window">
      <div className="ui-frame" data-menu={menuOpen ? 'open' : 'closed'}>
        <button type="button" className="ui-skip" onClick={() => page.current?.focus()}>
          {t('frame.skip')}
        </button>
        <header className="ui-top">
          <button
            ref={menu}
            type="button"
            className="ui-menu-button"
            aria-expanded={menuOpen}
            aria-controls="ui-rail"
            onClick={() => setMenuOpen(!menuOpen)}
          >
            <IconMenu2 size={20} aria-hidden />
            {t('frame.menu')}
          </button>
          <div className="ui-office clip">{office}</div>
          {search}
          <div className="ui-tools">{tools}</div>
        </header>
        <div className="ui-rail-room" onKeyDown={closeMenu}>
          <Rail items={items} at={at} onOpen={open} office={office} foot={foot}>
            {isFolded ? null : guide}
          </Rail>
        </div>
        {isFolded && guide && (
          <aside className="ui-guide" aria-label={t('frame.guide')}>
            {guide}
          </aside>
        )}
        <main className="ui-page" id="ui-page" ref={page} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
