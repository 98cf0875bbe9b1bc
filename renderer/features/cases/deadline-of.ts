import type { Remaining, SpokenUnit } from '#shared/calendar/remaining.ts';
import type { Clock } from '#shared/case/clocks.ts';
import { timeOf } from '#shared/core/instant.ts';
import type { DeadlineState, Span } from '#renderer/ui/deadline/deadline.state.ts';

const UNITS: Readonly<Record<SpokenUnit, Span['unit']>> = {
  'working-days': 'working-days',
  days: 'calendar-days',
  minutes: 'minutes',
};

const spanOf = (remaining: Remaining | undefined): Span =>
  remaining?.kind === 'left' || remaining?.kind === 'late'
    ? { amount: remaining.amount, unit: UNITS[remaining.unit] }
    : { amount: 0, unit: 'calendar-days' };

/** How a clock is drawn: the state of the mark that stands for it. */
export function deadlineOf(clock: Clock | null): DeadlineState {
  if (clock === null) return { kind: 'none' };
  switch (clock.status) {
    case 'not-begun':
      return { kind: 'not-begun' };
    case 'paused':
      return { kind: 'paused' };
    case 'met':
      return { kind: 'met' };
    case 'reminder':
      return { kind: 'reminder' };
    case 'lapsed':
      return { kind: 'lapsed' };
    case 'stopped':
      return { kind: 'none' };
    case 'met-late':
      return { kind: 'late', by: spanOf(clock.remaining) };
    case 'overdue':
      return { kind: 'overdue', by: spanOf(clock.remaining) };
    case 'running':
      if (clock.remaining?.kind === 'today')
        return clock.counted?.precision === 'minute' && clock.counted.due
          ? { kind: 'today', time: timeOf(clock.counted.due) }
          : { kind: 'today' };
      return { kind: clock.near ? 'near' : 'far', left: spanOf(clock.remaining) };
  }
}
