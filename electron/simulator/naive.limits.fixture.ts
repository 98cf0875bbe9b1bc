import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const CALENDARS = path.resolve(import.meta.dirname, '../../resources/calendars');
const DAY_MS = 86_400_000;

const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAfter = (day: string): string => new Date(ms(day) + DAY_MS).toISOString().slice(0, 10);

interface Year {
  readonly holidays: readonly {
    readonly from: string;
    readonly to: string;
    readonly makeUp?: readonly string[];
  }[];
}

const holidays = readdirSync(CALENDARS)
  .filter(name => name.endsWith('.yaml'))
  .flatMap(name => (parse(readFileSync(path.join(CALENDARS, name), 'utf8')) as Year).holidays);

function isWorkingDay(day: string): boolean {
  if (holidays.some(({ makeUp = [] }) => makeUp.includes(day))) return true;
  if (holidays.some(({ from, to }) => from <= day && day <= to)) return false;
  return ![0, 6].includes(new Date(ms(day)).getUTCDay());
}

function workingDaysAfter(day: string, amount: number): string {
  let at = day;
  for (let left = amount; left > 0;) {
    at = dayAfter(at);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

function daysAfterRolled(day: string, amount: number): string {
  let at = new Date(ms(day) + amount * DAY_MS).toISOString().slice(0, 10);
  while (!isWorkingDay(at)) at = dayAfter(at);
  return at;
}

interface Run {
  readonly due: string;
  ended?: { readonly day: string; readonly met: boolean };
}

type Limit = 'accept' | 'reply' | 'follow-up';

/** The limits of one case, as the pack of the community office says them, counted on the fingers. */
export class NaiveLimits {
  private readonly runs = new Map<string, Run>();

  constructor(receivedAt: string) {
    this.begin('accept', receivedAt);
    this.begin('reply', receivedAt);
  }

  step(step: string, at: string): void {
    if (step === 'accept' || step === 'reply' || step === 'follow-up') this.end(step, at, true);
    if (step === 'withdraw') for (const limit of ['accept', 'reply'] as const) this.end(limit, at, false);
    if (step === 'reply') this.begin('follow-up', at);
    if (step === 'reopen') this.begin('reply', at);
  }

  ordered(order: string, at: string): void {
    this.runs.set(order, { due: workingDaysAfter(at.slice(0, 10), 5) });
  }

  answered(order: string, at: string): void {
    this.end(order, at, true);
  }

  /** Headquarters may wait for an answer: whether a case was closed in time does not hang on that. */
  get wasLate(): boolean {
    const limits: readonly Limit[] = ['accept', 'reply', 'follow-up'];
    return limits.some(limit => {
      const { due, ended } = this.runs.get(limit) ?? { due: '' };
      return ended?.met === true && ended.day > due;
    });
  }

  isOverdue(now: string): boolean {
    return [...this.runs.values()].some(({ due, ended }) => !ended && now.slice(0, 10) > due);
  }

  private begin(limit: Limit, at: string): void {
    const present = this.runs.get(limit);
    if (present && !present.ended) return;
    const day = at.slice(0, 10);
    const due = {
      accept: () => workingDaysAfter(day, 3),
      reply: () => daysAfterRolled(day, 10),
      'follow-up': () => workingDaysAfter(day, 5),
    };
    this.runs.set(limit, { due: due[limit]() });
  }

  private end(limit: string, at: string, met: boolean): void {
    const run = this.runs.get(limit);
    if (run && !run.ended) run.ended = { day: at.slice(0, 10), met };
  }
}
