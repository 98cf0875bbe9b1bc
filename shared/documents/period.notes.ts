import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { findPeriodById } from '#shared/procedure/duty.due.ts';
import { CORRECTION_NAMES, type Correction } from '#shared/reports/month.corrections.ts';
import { periodInWords } from '#shared/reports/report.period.ts';

const WORDS = {
  'zh-CN': {
    closed: (day: string) => `本期${day}办结，数和名单照那时的，以后不变。`,
    since: (count: number, list: string) => `办结以后更正${count}件次，算在以后各期：${list}。`,
    carried: (count: number, list: string) => `已办结的各期，在本期更正${count}件次：${list}。`,
    one: (number: string, what: string) => `${number}（${what}）`,
    of: (period: string, what: string) => `${period}，${what}`,
    what: '：',
    between: '、',
    list: '；',
  },
  en: {
    closed: (day: string) => `Closed on ${day}: figures and list are those of then and stay.`,
    since: (count: number, list: string) =>
      `Corrections since then, which later periods carry: ${count}. ${list}.`,
    carried: (count: number, list: string) =>
      `Corrections of closed periods, which this one carries: ${count}. ${list}.`,
    one: (number: string, what: string) => `${number} (${what})`,
    of: (period: string, what: string) => `${period}, ${what}`,
    what: ': ',
    between: ', ',
    list: '; ',
  },
} as const;

/** Fields and papers by their names, never what stands in them. */
function inWords({ number, kind, what, of }: Correction, language: Language, from?: true): string {
  const words = WORDS[language];
  const names = what.map(text => inLanguage(text, language)).join(words.between);
  const said = [inLanguage(CORRECTION_NAMES[kind], language), names].filter(Boolean).join(words.what);
  const days = from && findPeriodById(of);
  return words.one(number, days ? words.of(periodInWords(days.period, days, language), said) : said);
}

const listed = (corrections: readonly Correction[], language: Language, from?: true): string =>
  corrections.map(each => inWords(each, language, from)).join(WORDS[language].list);

/** Since when a period is closed, and what was written about it since. */
export function closedNotes(
  at: Instant,
  period: string,
  corrections: readonly Correction[],
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  const since = corrections.filter(({ of }) => of === period);
  return [
    words.closed(writtenDate(dateOf(at), language)),
    ...(since.length > 0 ? [words.since(since.length, listed(since, language))] : []),
  ];
}

/** What a period carries of those that were closed before. */
export function carriedNotes(
  period: string,
  corrections: readonly Correction[],
  language: Language,
): readonly string[] {
  const own = corrections.filter(each => each.in === period);
  return own.length > 0 ? [WORDS[language].carried(own.length, listed(own, language, true))] : [];
}
