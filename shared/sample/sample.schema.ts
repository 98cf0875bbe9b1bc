import { z } from 'zod';
import { ExampleLine } from '#shared/case/example.schema.ts';
import { OfficeCode } from '#shared/core/ids.ts';
import { instantAt } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { Role } from '#shared/procedure/role.ts';
import { Values } from '#shared/procedure/values.ts';

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** What is done is written as in the worked examples of a pack; only when and by whom stand here otherwise. */
const Line = z.looseObject({
  /** How many working days before the last one that is over. */
  back: z.number().int().min(0).max(60),
  at: z.string().regex(/^\d{2}:\d{2}$/, 'a time is like 09:30'),
  by: Id,
});
export type SampleLine = z.infer<typeof Line>;

const SampleCase = z.strictObject({ id: Id, procedure: Id, lines: z.array(Line).min(1) });

/** The made-up office: its people, what it works by, and what happened in it before today. */
export const SampleOffice = z
  .strictObject({
    office: z.strictObject({ name: z.string(), code: OfficeCode, prefix: z.string() }),
    /** How many working days before the last one the office was founded. */
    founded: z.number().int().min(1).max(60),
    /** The first founds the office. */
    people: z.array(z.strictObject({ id: Id, name: z.string(), roles: z.array(Role).min(1) })).min(1),
    /** The first is the one it was founded with. */
    procedures: z.array(Id).min(1),
    cases: z.array(SampleCase).min(1),
  })
  .readonly();
export type SampleOffice = z.infer<typeof SampleOffice>;

/** Stands in a value for the moment of its line. */
const THEN = '{at}';

/** A line once its day is known. */
export function datedLine({ line, of, day }: { line: SampleLine; of: string; day: PlainDate }): ExampleLine {
  const { at } = line;
  const act = Object.entries(line).filter(([key]) => !['back', 'by', 'at', 'values'].includes(key));
  const moment = instantAt(day, at);
  const values = Object.entries(Values.parse(line['values'] ?? {})).map(([key, value]) => [
    key,
    value === THEN ? moment : value,
  ]);
  return ExampleLine.parse({
    ...Object.fromEntries(act),
    ...(values.length === 0 ? {} : { values: Object.fromEntries(values) as unknown }),
    case: of,
    at: `${day}T${at}`,
  });
}
