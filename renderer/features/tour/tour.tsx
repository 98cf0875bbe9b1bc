import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { TOUR_STOPS } from './tour.stops.ts';
import type { TourState } from './use-tour.ts';
import './tour.css';

export interface TourProps {
  readonly tour: TourState;
  /** Of the commands that are named. */
  readonly keys: Readonly<Record<'register' | 'search' | 'lock' | 'help', string | undefined>>;
}

/** A ring around a place of the frame and a few words in the free room of the rail. Nothing is covered, nothing moves. */
export function Tour({ tour: { at, stop, isLast, next, end, box }, keys }: TourProps): ReactNode {
  const { t } = useTranslation('tour');
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['tour'] = stop;
    return () => {
      delete dataset['tour'];
    };
  }, [stop]);
  return (
    <div className="tour" ref={box} role="group" aria-label={t('label')}>
      <div aria-live="polite">
        <b>{t(`stop.${stop}.title`)}</b>
        <p>{t(`stop.${stop}.about`, keys)}</p>
      </div>
      <div className="tour-acts">
        <small className="num">{t('count', { at: at + 1, of: TOUR_STOPS.length })}</small>
        {!isLast && (
          <ActButton size="small" onClick={next}>
            {t('next')}
          </ActButton>
        )}
        <ActButton size="small" rank="text" command={end} />
      </div>
    </div>
  );
}
