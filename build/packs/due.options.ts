import type { Pause } from '#shared/calendar/limit.types.ts';
import { instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import { parsePlainDate } from '#shared/core/plain-date.ts';
import { UseError } from './use-error.ts';

const INSTANT =
  /^((?:19|20|21)\d{2}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-][01]\d:[0-5]\d)$/;

/** `2026-09-24T10:05+08:00`, with or without seconds, in any offset; as the clock in China shows it. */
export function readInstant(text: string): Instant {
  const date = INSTANT.exec(text)?.[1];
  if (date === undefined)
    throw new UseError(`不是时刻：${text}（要写成 2026-09-24T10:05+08:00，最后是与世界时相差多少）`);
  if (parsePlainDate(date) === undefined) throw new UseError(`没有这一天：${date}`);
  return instantFromMs(Date.parse(text));
}

function readPause(text: string): Pause {
  const [from, to, more] = text.split('..');
  if (from === undefined || to === undefined || more !== undefined)
    throw new UseError(`不是一段时间：${text}（要写成 FROM..TO；还没有恢复的写 FROM..）`);
  const pause = {
    from: readInstant(from),
    to: to === '' ? null : readInstant(to),
    label: { zh: '按 --pause 写的', en: 'as written after --pause' },
  };
  if (pause.to !== null && msOf(pause.to) <= msOf(pause.from))
    throw new UseError(`中止先要开始，才能结束：${text}`);
  return pause;
}

/** In the order of time, one after the other. */
export function readPauses(texts: readonly string[]): readonly Pause[] {
  const pauses = texts.map(readPause).sort((a, b) => msOf(a.from) - msOf(b.from));
  pauses.slice(1).forEach((pause, index) => {
    const before = pauses[index];
    if (before && (before.to === null || msOf(before.to) > msOf(pause.from)))
      throw new UseError('几段中止不能重叠');
  });
  return pauses;
}

export function readExtension(text: string): number {
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(text)) throw new UseError(`延长要写一个数：${text}`);
  return Number(text);
}
