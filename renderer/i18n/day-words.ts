import type { TFunction } from 'i18next';
import { monthOf, weekday, yearOf, type PlainDate } from '#shared/core/plain-date.ts';

type Translate = TFunction<'ui'>;

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dayOf = (date: PlainDate): number => Number(date.slice(8));
export const monthWord = (t: Translate, date: PlainDate): string =>
  t(`date.month.m${Number(date.slice(5, 7)) as Month}`);

export const weekdayWord = (t: Translate, date: PlainDate): string =>
  t(`date.weekday.d${weekday(date) as Weekday}`);

/** 10月14日 */
export const monthDay = (t: Translate, date: PlainDate): string =>
  t('date.monthDay', { month: monthWord(t, date), day: dayOf(date) });

/** 10月14日（周三） */
export const dayWithWeekday = (t: Translate, date: PlainDate): string =>
  t('date.withWeekday', { month: monthWord(t, date), day: dayOf(date), weekday: weekdayWord(t, date) });

/** 2026年10月14日 */
export const fullDay = (t: Translate, date: PlainDate): string =>
  t('date.full', { year: yearOf(date), month: monthWord(t, date), day: dayOf(date) });

/** 9月1日至28日, 9月29日至10月11日 */
export const dayRange = (t: Translate, from: PlainDate, to: PlainDate): string =>
  monthOf(from) === monthOf(to)
    ? t('date.range', { month: monthWord(t, from), day: dayOf(from), lastDay: dayOf(to) })
    : t('date.rangeOverMonths', { from: monthDay(t, from), to: monthDay(t, to) });
