import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import type { ExampleLine } from '#shared/case/example.schema.ts';
import { instantAt, type Instant } from '#shared/core/instant.ts';
import { workingDayBack } from './sample.days.ts';
import { datedLine, type SampleOffice } from './sample.schema.ts';

export interface PlannedLine {
  readonly line: ExampleLine;
  readonly case: string;
  readonly procedure: string;
  /** Id of the person in the data. */
  readonly by: string;
}

export interface SamplePlan {
  readonly foundedAt: Instant;
  /** In the order they happened. */
  readonly lines: readonly PlannedLine[];
}

/** The data with the days they have today. */
export function planSample(sample: SampleOffice, now: Instant, calendar: WorkingCalendar): SamplePlan {
  const lines = sample.cases.flatMap(({ id, procedure, lines: own }) =>
    own.map(each => {
      const line = datedLine({ line: each, of: id, day: workingDayBack(now, each.back, calendar) });
      return { line, case: id, procedure, by: each.by };
    }),
  );
  return {
    foundedAt: instantAt(workingDayBack(now, sample.founded, calendar), '08:30'),
    lines: lines.toSorted((a, b) => Date.parse(a.line.at) - Date.parse(b.line.at)),
  };
}
