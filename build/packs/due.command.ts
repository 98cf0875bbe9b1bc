import { countLimit } from '#shared/calendar/count-limit.ts';
import type { Counted, CountRequest, Pause } from '#shared/calendar/limit.types.ts';
import { nextOpening } from '#shared/calendar/next-opening.ts';
import { extensionInWords } from '#shared/calendar/figure.words.ts';
import { explain } from '#shared/case/clock.explain.ts';
import type { ExampleParts } from '#shared/case/example.run.ts';
import type { Instant } from '#shared/core/instant.ts';
import { findClock, type Clock } from './due.clock.ts';
import { dueDuty } from './due.duty.ts';
import { readExtension, readInstant, readPauses } from './due.options.ts';
import { dayByDay, explanationLine, momentInWords, resultInWords } from './due.words.ts';
import { countingParts, shippedPacks } from './pack.files.ts';
import { UseError } from './use-error.ts';

export interface DueOptions {
  readonly limit: string;
  readonly from: string;
  readonly pause: readonly string[];
  readonly extend: string;
  readonly json: boolean;
}

interface Asked {
  readonly from: Instant;
  readonly pauses: readonly Pause[];
  readonly extension: number;
}

interface Answer {
  readonly lines: readonly string[];
  readonly json: unknown;
}

function withoutFigure(clock: Clock, { from }: Asked): Answer {
  const { id, name, rule, pack, kind, dueIn, notes } = clock;
  const why =
    dueIn === undefined
      ? '没有数，只提醒，等本单位定了数才有期限'
      : `按“${dueIn.label}”里写明的日子，没有固定的数`;
  return {
    json: {
      ...{ limit: id, kind, pack, name, rule, from, due: null, dueDate: null },
      ...(dueIn === undefined
        ? { reason: 'no figure' }
        : { reason: 'written in a field', due_in: dueIn.key }),
    },
    lines: [
      `${id} ${name}：${why}`,
      `  规程：${pack}`,
      `  规定：${rule}`,
      `  从这时起提醒：${momentInWords(from)}`,
      ...notes.map(note => `  说明：${note}`),
    ],
  };
}

/** What the procedure would allow; nobody has granted it yet. */
const allowedExtension = ({ unit, extension }: Clock): readonly string[] =>
  extension
    ? [
        `  规程准许延长：${extension.times} 次${extension.times > 1 ? '，每次' : '，'} ${extensionInWords(extension.amount, unit)}`,
      ]
    : [];

function checkExtension({ unit }: Clock, extension: number): void {
  if (extension > 0 && unit === 'at-once') throw new UseError('立即办的事不能延长');
  if (!Number.isInteger(extension) && unit !== 'hours' && unit !== 'office-hours')
    throw new UseError(`这个时限不按小时算，延长要写整数：${extension}`);
}

function count(request: CountRequest): Counted {
  try {
    return countLimit(request);
  } catch (cause) {
    if (cause instanceof RangeError) throw new UseError('加起来超过一百年，数不了', { cause });
    throw cause;
  }
}

function withFigure(clock: Clock, amount: number, asked: Asked, parts: ExampleParts): Answer {
  const { id, name, rule, pack, kind, unit, roll } = clock;
  const { from, pauses, extension } = asked;
  const { calendar, officeHours } = parts;
  checkExtension(clock, extension);
  const start = clock.fromOpening ? nextOpening(from, officeHours, calendar) : from;
  const reckon = (more: number): Counted =>
    count({ start, amount, unit, roll, pauses, extension: more, calendar, officeHours });
  const counted = reckon(extension);
  const lines = explain({
    ...{ rule: { zh: rule }, figure: { amount, unit }, rolls: roll === 'next-working-day' },
    ...{ start, waited: start !== from, pauses, counted, calendar },
    extensions: extension === 0 ? [] : [{ amount: extension, unit, before: reckon(0).due }],
  });
  const result = lines.filter(({ kind }) => kind === 'result');
  return {
    json: {
      ...{ limit: id, kind, pack, name, rule, amount, unit, roll, from, start, extension },
      ...{ pauses: pauses.map(pause => ({ from: pause.from, to: pause.to })) },
      ...counted,
    },
    lines: [
      `${id} ${name}：${resultInWords(counted)}`,
      `  规程：${pack}`,
      ...lines.filter(line => !result.includes(line)).map(line => `  ${explanationLine(line)}`),
      ...allowedExtension(clock),
      ...clock.notes.map(note => `  说明：${note}`),
      ...dayByDay(counted).map(line => `    ${line}`),
      ...result.map(line => `  ${explanationLine(line)}`),
    ],
  };
}

function answer(options: DueOptions): Answer {
  const asked = {
    from: readInstant(options.from),
    pauses: readPauses(options.pause),
    extension: readExtension(options.extend),
  };
  const found = findClock(options.limit, shippedPacks());
  if (!found) throw new UseError(`没有这个时限：${options.limit}`);
  if (found.kind !== 'duty')
    return found.amount === undefined
      ? withoutFigure(found, asked)
      : withFigure(found, found.amount, asked, countingParts());
  if (asked.pauses.length > 0 || asked.extension > 0) throw new UseError('按期的事没有中止和延长');
  return dueDuty(found.pack, found.duty, asked.from, countingParts());
}

/** `due LIMIT --from INSTANT`: when a limit that began then is due, and why. */
export function due(options: DueOptions, say: (line: string) => void): number {
  const { lines, json } = answer(options);
  if (options.json) say(JSON.stringify(json, null, 2));
  else lines.forEach(say);
  return 0;
}
