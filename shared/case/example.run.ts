import { steadyHours } from '#shared/calendar/hours-timeline.ts';
import type { OfficeHours, WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { invariant } from '#shared/core/assert.ts';
import { newEventId, newPersonId, type IdSource, type OfficeCode } from '#shared/core/ids.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { ExampleDesk } from './example.desk.ts';
import { findDifferences } from './example.expect.ts';
import type { Example } from './example.schema.ts';
import { evolveOffice } from './office.state.ts';

export interface ExampleParts {
  readonly calendar: WorkingCalendar;
  readonly officeHours: OfficeHours;
  readonly ids: IdSource;
}

/** Something that did not come out as the example says; the line counts from 0. */
export interface ExampleFault {
  readonly line: number;
  /** Whether the act itself came out otherwise, or only what must be so after it. */
  readonly of: 'act' | 'expectation';
  readonly message: string;
}

function deskOf(procedure: Procedure, example: Example, parts: ExampleParts): ExampleDesk {
  const { ids, calendar, officeHours } = parts;
  const person = newPersonId(ids);
  const { name, code, prefix } = example.office;
  const [first] = example.lines;
  invariant(first, 'an example has lines');
  const office = evolveOffice(undefined, {
    ...{ v: 1, id: newEventId(ids), at: first.at, stream: 'office' },
    by: { person, name: '样本', role: 'administrator', station: 'PC' },
    ...{ type: 'office-founded', name, code: code as OfficeCode, prefix, first_number: 1 },
    ...{ procedure: procedure.id, signing_key: 'none' },
  });
  const hours = steadyHours(officeHours);
  return new ExampleDesk(office, {
    ...{ calendar, ids, printer: '样本', hours: () => hours, procedureOf: () => procedure },
    actingIn: line => ({ person, name: '样本', roles: line.as ?? ROLES, station: 'PC' }),
  });
}

/** Lives an example through and tells where it did not come out as it says. */
export function runExample(
  procedure: Procedure,
  example: Example,
  parts: ExampleParts,
): readonly ExampleFault[] {
  const desk = deskOf(procedure, example, parts);
  const faults: ExampleFault[] = [];
  example.lines.forEach((line, index) => {
    let of: ExampleFault['of'] = 'act';
    const say = (message: string): void => void faults.push({ line: index, of, message });
    try {
      const refused = desk.act(line);
      if (refused !== line.refused)
        say(
          `应${line.refused === undefined ? '办成' : `被拒绝 ${line.refused}`}，实际 ${refused ?? '办成了'}`,
        );
      of = 'expectation';
      const { expect } = line;
      if (expect)
        findDifferences(
          expect,
          desk.stateOf(ExampleDesk.caseOf(line)),
          procedure,
          desk.context(line.at),
        ).forEach(say);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  });
  return faults;
}
