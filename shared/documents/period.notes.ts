import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { findPeriodById } from '#shared/procedure/duty.due.ts';
import { CORRECTION_NAMES, type Correction } from '#shared/reports/month.corrections.ts';
import { periodInWords } from '#shared/reports/report.period.ts';

const WORDS = {
  'zh-CN': {
    month: '锁账',
    period: '办结',
    asOf: (act: string) => `都照这一期${act}时的台账计算。`,
    closed: (act: string, day: string) => `本期${day}${act}，数和名单照那时的，以后不变。`,
    since: (act: string, count: number, list: string) =>
      `${act}以后更正${count}件次，算在以后各期：${list}。`,
    carried: (act: string, count: number, list: string) =>
      `已${act}的各期，在本期更正${count}件次：${list}。`,
    one: (number: string, what: string) => `${number}（${what}）`,
    of: (period: string, what: string) => `${period}，${what}`,
    what: '：',
    between: '、',
    list: '；',
  },
  en: {
    month: 'Locked',
    period: 'Closed',
    asOf: (act: string) => `All as the books stood when the period was ${act.toLowerCase()}.`,
    closed: (act: string, day: string) => `${act} on ${day}: figures and list are those of then and stay.`,
    since: (_act: string, count: number, list: string) =>
      `Corrections since then, which later periods carry: ${count}. ${list}.`,
    carried: (_act: string, count: number, list: string) =>
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

/** A month is locked, another period is closed. */
const actOf = (period: string, language: Language): string =>
  WORDS[language][findPeriodById(period)?.period === 'month' ? 'month' : 'period'];

/** What a paper of a closed period says of that. */
export interface ClosedWords {
  readonly asOf: string;
  readonly notes: readonly string[];
}

/** Since when a period is closed, and what was written about it since. */
export function closedNotes(
  at: Instant,
  period: string,
  corrections: readonly Correction[],
  language: Language,
): ClosedWords {
  const words = WORDS[language];
  const act = actOf(period, language);
  const since = corrections.filter(({ of }) => of === period);
  return {
    asOf: words.asOf(act),
    notes: [
      words.closed(act, writtenDate(dateOf(at), language)),
      ...(since.length > 0 ? [words.since(act, since.length, listed(since, language))] : []),
    ],
  };
}

/** What a period carries of those that were closed before. */
export function carriedNotes(
  period: string,
  corrections: readonly Correction[],
  language: Language,
): readonly string[] {
  const own = corrections.filter(each => each.in === period);
  if (own.length === 0) return [];
  return [WORDS[language].carried(actOf(period, language), own.length, listed(own, language, true))];
}
