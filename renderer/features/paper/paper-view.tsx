import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import './paper-view.css';
import type { PdfPage } from './pdf/pdf.types.ts';
import { Sheet } from './sheet.tsx';
import { Thumbs } from './thumbs.tsx';
import { useRoom } from './use-room.ts';
import { scaleOf, stepped, type Zoom } from './zoom.ts';

export interface PaperViewProps {
  readonly pages: readonly PdfPage[];
}

/** The pages one under the other, as large as one wants them; PgUp and PgDn go from page to page. */
export function PaperView({ pages }: PaperViewProps): ReactNode {
  const { t } = useTranslation('paper');
  const desk = useRef<HTMLDivElement>(null);
  const room = useRoom(desk);
  const [zoom, setZoom] = useState<Zoom>('whole');
  const [at, setAt] = useState(1);
  const [first] = pages;
  const scale = first ? scaleOf(zoom, first, room) : 1;
  const count = pages.length;

  const go = (number: number): void => {
    if (number < 1 || number > count) return;
    setAt(number);
    desk.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' });
  };

  /** The page that fills most of the upper half. */
  const follow = (): void => {
    const view = desk.current;
    if (!view) return;
    const middle = view.scrollTop + view.clientHeight / 3;
    const sheets = [...view.querySelectorAll<HTMLElement>('[data-page]')];
    const seen = sheets.findLast(sheet => sheet.offsetTop - view.offsetTop <= middle);
    if (seen) setAt(Number(seen.dataset['page']));
  };

  const zoomed = (
    id: 'larger' | 'smaller' | 'whole',
    key: string,
    next: Zoom,
    also?: readonly string[],
  ): Command => ({
    ...{ id: `zoom-${id}`, name: t(`view.${id}`), key, group: 'here', repeats: true, also },
    run: () => setZoom(next),
  });
  const turned = (id: 'next' | 'previous', key: string, to: number): Command => ({
    ...{ id: `page-${id}`, name: t(`view.${id}`), key, group: 'here', repeats: true, hidden: true },
    run: () => go(to),
  });
  useCommands([
    turned('next', 'PageDown', at + 1),
    turned('previous', 'PageUp', at - 1),
    zoomed('larger', 'Ctrl++', stepped(scale, 'larger'), ['Ctrl+=']),
    zoomed('smaller', 'Ctrl+-', stepped(scale, 'smaller')),
    zoomed('whole', 'Ctrl+0', 'whole'),
  ]);

  return (
    <div className="paper-desk">
      <Thumbs pages={pages} at={at} onGo={go} />
      <div
        className="paper-pages scroll"
        ref={desk}
        onScroll={follow}
        tabIndex={0}
        role="group"
        aria-label={t('view.pages')}
      >
        {pages.map(page => (
          <div key={page.number} data-page={page.number} className="paper-page">
            <Sheet page={page} scale={scale} label={t('pageOf', { number: page.number, count })} />
            <p className="sr">{page.lines.join(' ')}</p>
          </div>
        ))}
      </div>
      <div className="paper-zoom" role="group" aria-label={t('view.label')}>
        <button type="button" aria-pressed={zoom === 'whole'} onClick={() => setZoom('whole')}>
          {t('view.whole')}
        </button>
        <button type="button" aria-pressed={zoom === 1} onClick={() => setZoom(1)}>
          {t('view.actual')}
        </button>
      </div>
    </div>
  );
}
