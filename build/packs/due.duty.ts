import { countLimit } from '#shared/calendar/count-limit.ts';
import type { ExampleParts } from '#shared/case/example.run.ts';
import { dateOf, instantAt, type Instant } from '#shared/core/instant.ts';
import { duePeriods, type DutyPeriod } from '#shared/procedure/duty.due.ts';
import type { Duty } from '#shared/procedure/duty.schema.ts';
import { dayByDay, dayInWords } from './due.words.ts';
import { dutyDueInWords, PERIOD_WORDS } from './duty.words.ts';

const daysOf = (
  duty: Duty,
  { to }: DutyPeriod,
  { calendar, officeHours }: ExampleParts,
): readonly string[] =>
  'working_day' in duty.due
    ? dayByDay(
        countLimit({
          ...{ start: instantAt(to, '12:00'), amount: duty.due.working_day, unit: 'working-days' },
          ...{ roll: 'none', pauses: [], extension: 0, calendar, officeHours },
        }),
      )
    : [];

/** When a duty is due that the calendar brings: the periods still owed on that day. */
export function dueDuty(
  pack: string,
  duty: Duty,
  from: Instant,
  parts: ExampleParts,
): { readonly lines: readonly string[]; readonly json: unknown } {
  const periods = duePeriods(duty, dateOf(from), parts.calendar);
  const { id, name, rule } = duty;
  return {
    json: { limit: id, kind: 'duty', pack, name: name.zh, rule: rule.zh, from, periods },
    lines: [
      `${id} ${name.zh}：${periods[0] ? dayInWords(periods[0].due) : ''}`,
      `  规程：${pack}`,
      `  规定：${rule.zh}`,
      `  期限：${PERIOD_WORDS[duty.period]}一次，${dutyDueInWords(duty)}`,
      `  在这一天看：${dayInWords(dateOf(from))}`,
      ...periods.flatMap(period => [
        `  ${period.id}（${period.from} 至 ${period.to}）：${dayInWords(period.due)}${period.provisional ? '，还没有放假安排，是暂定的' : ''}`,
        ...daysOf(duty, period, parts).map(line => `    ${line}`),
      ]),
    ],
  };
}
