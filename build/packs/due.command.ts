import { countLimit } from '#shared/calendar/count-limit.ts';
import type { Counted, DayNote, Pause } from '#shared/calendar/limit.types.ts';
import { duePeriods } from '#shared/procedure/duty.due.ts';
import { dateOf, Instant } from '#shared/core/instant.ts';
import type { LimitUnit } from '#shared/calendar/limit.types.ts';
import { inLanguage } from '#shared/core/text.ts';
import type { ExampleParts } from '#shared/case/example.run.ts';
import { countingParts, shippedPacks } from './pack.files.ts';

export interface DueOptions {
  readonly limit: string;
  readonly from: string;
  readonly pause: readonly string[];
  readonly extend: string;
  readonly json: boolean;
}

type Say = (line: string) => void;

/** `2026-09-24T10:05+08:00`, with or without seconds, in any offset. */
function readInstant(text: string): Instant {
  const ms = Date.parse(text);
  if (Number.isNaN(ms) || !/T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(text))
    throw new Error(`不是时刻：${text}（要写成 2026-09-24T10:05+08:00）`);
  return Instant.parse(new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00');
}

function readPause(text: string): Pause {
  const [from = '', to = ''] = text.split('..');
  return {
    from: readInstant(from),
    to: to === '' ? null : readInstant(to),
    label: { zh: '中止', en: 'paused' },
  };
}

const dayWords = ({ day }: DayNote): string => {
  switch (day.kind) {
    case 'workday':
      return '工作日';
    case 'make-up':
      return `补班（${day.holiday.zh}）`;
    case 'weekend':
      return '周末';
    case 'holiday':
      return day.name.zh;
  }
};

const STATES: Readonly<Record<DayNote['state'], string>> = {
  start: '起算，当天不算',
  counted: '算',
  skipped: '不算',
  paused: '中止，不算',
  rolled: '顺延',
};

function explain(counted: Counted, say: Say): void {
  for (const note of counted.days)
    say(
      `  ${note.date}  ${note.nth === undefined ? '' : `第 ${note.nth} 天  `}${STATES[note.state]}  ${dayWords(note)}`,
    );
  for (const { from, to, state, minutes } of counted.times)
    say(
      `  ${from} 至 ${to}  ${minutes} 分钟  ${{ counted: '算', closed: '没有上班', paused: '中止' }[state]}`,
    );
  if (counted.unknownYears.length > 0)
    say(`  ${counted.unknownYears.join('、')} 年还没有放假安排，日子是暂定的`);
}

interface Figure {
  readonly amount?: number | undefined;
  readonly unit: LimitUnit;
  readonly roll: 'none' | 'next-working-day';
}

function dueOfFigure(
  name: string,
  rule: string,
  figure: Figure,
  options: DueOptions,
  parts: ExampleParts,
  say: Say,
): number {
  const { amount, unit, roll } = figure;
  if (amount === undefined) {
    say(
      options.json
        ? JSON.stringify({ limit: options.limit, due: null, reason: 'no figure' })
        : `${name}：没有数，只提醒。${rule}`,
    );
    return 0;
  }
  const counted = countLimit({
    ...{ start: readInstant(options.from), amount, unit, roll, pauses: options.pause.map(readPause) },
    ...{ extension: Number(options.extend), calendar: parts.calendar, officeHours: parts.officeHours },
  });
  if (options.json) {
    say(JSON.stringify({ limit: options.limit, name, rule, amount, unit, ...counted }, null, 2));
    return 0;
  }
  const due =
    counted.due === null
      ? '中止中，恢复以后才知道'
      : counted.precision === 'day'
        ? counted.dueDate
        : counted.due;
  say(`${options.limit} ${name}：${due}`);
  say(`  规定：${rule}`);
  explain(counted, say);
  return 0;
}

/** `due LIMIT --from INSTANT`: when a limit that began then is due, and why. */
export function due(options: DueOptions, say: Say): number {
  const parts = countingParts();
  const { procedures, guidance } = shippedPacks();
  for (const { limits } of [...procedures, ...guidance]) {
    const limit = limits.find(({ id }) => id === options.limit);
    if (!limit) continue;
    if (limit.due_in !== undefined) {
      say(`${options.limit} ${limit.name.zh}：按 ${limit.due_in} 里写的日子，没有固定的数。${limit.rule.zh}`);
      return 0;
    }
    return dueOfFigure(inLanguage(limit.name, 'zh-CN'), limit.rule.zh, limit, options, parts, say);
  }
  for (const { duties, severity, escalation } of procedures) {
    const duty = duties.find(({ id }) => id === options.limit);
    if (duty) {
      const periods = duePeriods(duty, dateOf(readInstant(options.from)), parts.calendar);
      if (options.json) say(JSON.stringify({ limit: duty.id, periods }, null, 2));
      else for (const { id, due: day } of periods) say(`${duty.id} ${duty.name.zh}：${id} 这一期，${day}`);
      return 0;
    }
    const rule = severity?.rules.find(({ limit }) => limit === options.limit);
    const span = rule?.open_for ?? rule?.repeats?.within;
    if (rule && span)
      return dueOfFigure(rule.why.zh, rule.why.zh, { ...span, roll: 'none' }, options, parts, say);
    const level = escalation?.levels.find(({ limit }) => limit === options.limit);
    if (level)
      return dueOfFigure(level.to.zh, level.to.zh, { ...level.after, roll: 'none' }, options, parts, say);
  }
  say(`没有这个时限：${options.limit}`);
  return 1;
}
