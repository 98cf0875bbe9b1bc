import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import type { useTranslation } from 'react-i18next';
import { monthDay } from '#renderer/i18n/day-words.ts';

export type Translate = ReturnType<typeof useTranslation<'attachments'>>['t'];

export const sizeWords = (t: Translate, bytes: number): string =>
  bytes < 1_000_000
    ? t('kilobytes', { amount: Math.max(1, Math.round(bytes / 1000)) })
    : t('megabytes', { amount: (bytes / 1_000_000).toFixed(1) });

export const momentWords = (ui: ReturnType<typeof useTranslation<'ui'>>['t'], at: Instant): string =>
  `${monthDay(ui, dateOf(at))} ${timeOf(at)}`;

/** 3:07, as a clock counts it. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
