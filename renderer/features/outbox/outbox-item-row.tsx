import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOf } from '#shared/core/instant.ts';
import type { OutboxItem } from '#shared/outbox/outbox.states.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { monthWords, stateWords, whyWords } from './outbox-words.ts';

export interface OutboxItemRowProps {
  readonly item: OutboxItem;
  readonly onAct: (act: 'retry' | 'hold' | 'resume') => void;
  /** Where it was returned, and its month has no newer bundle. */
  readonly onSealAgain: (() => void) | undefined;
}

const TONES = { accepted: 'ok', rejected: 'over', stopped: 'soon' } as const;
const HELD_BACK = new Set(['waiting', 'sending', 'again', 'awaiting-receipt']);

export function OutboxItemRow({ item, onAct, onSealAgain }: OutboxItemRowProps): ReactNode {
  const { t } = useTranslation('outbox');
  const { state, why, again } = item;
  const month = monthWords(t, item.period);
  const button = (words: string, onClick: () => void): ReactNode => (
    <ActButton size="small" aria-label={t('of', { act: words, month })} onClick={onClick}>
      {words}
    </ActButton>
  );
  return (
    <li>
      <strong>{month}</strong>
      <StatusText tone={state in TONES ? TONES[state as keyof typeof TONES] : 'plain'}>
        {stateWords(t, item)}
      </StatusText>
      {why !== null && <p>{whyWords(t, why)}</p>}
      {again !== null && <p className="num">{t('againAt', { time: timeOf(again) })}</p>}
      <div className="outbox-acts">
        {(state === 'stopped' || state === 'again') && button(t('retry'), () => onAct('retry'))}
        {HELD_BACK.has(state) && button(t('hold'), () => onAct('hold'))}
        {state === 'held' && button(t('resume'), () => onAct('resume'))}
        {onSealAgain && button(t('sealAgain'), onSealAgain)}
      </div>
    </li>
  );
}
