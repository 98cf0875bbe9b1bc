import type { useTranslation } from 'react-i18next';
import { timeOf } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { ItemWhy, OutboxAnswer, OutboxItem } from '#shared/outbox/outbox.states.ts';

type Translate = ReturnType<typeof useTranslation<'outbox'>>['t'];

export const monthWords = (t: Translate, period: PlainMonth): string =>
  t('periodName', { year: period.slice(0, 4), month: Number(period.slice(5)) });

export const whyWords = (t: Translate, why: ItemWhy): string =>
  t(`why.${why.startsWith('receipt/') ? 'receipt' : (why as Exclude<ItemWhy, `receipt/${string}`>)}`);

export function stateWords(t: Translate, item: OutboxItem): string {
  if (item.state === 'rejected') return t('state.rejected', { why: item.reasons.join(t('gap')) });
  if (item.state !== 'sending') return t(`state.${item.state}`);
  return t('state.sending', { percent: Math.floor((item.sent / Math.max(1, item.bytes)) * 100) });
}

export function lineWords(t: Translate, { line, shutUntil }: OutboxAnswer): string {
  if (line.at === 'closed') return t(`line.closed.${line.why}`);
  if (shutUntil !== null) return t('line.shut', { time: timeOf(shutUntil) });
  return t(`line.${line.at}`);
}

/** For the top bar: calm, and one line. */
export function topWords(t: Translate, answer: OutboxAnswer | undefined, unsent: number): string {
  const waiting = answer?.waiting ?? unsent;
  if (waiting === 0) return t('top.none');
  const stopped = answer?.items.filter(({ state }) => state === 'stopped').length ?? 0;
  if (stopped > 0) return t('top.stopped', { count: stopped });
  const at = answer?.line.at;
  return t(`top.${at === 'online' || at === 'probing' ? at : 'offline'}`, { count: waiting });
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** How far the clock of this PC is off, in the unit that one would say. */
export function clockWords(t: Translate, minutes: number): string {
  const off = Math.abs(minutes);
  const amount =
    off < 2 * HOUR
      ? t('clock.minutes', { count: off })
      : off < 2 * DAY
        ? t('clock.hours', { count: Math.round(off / HOUR) })
        : t('clock.days', { count: Math.round(off / DAY) });
  return t(minutes > 0 ? 'clock.ahead' : 'clock.behind', { amount });
}
