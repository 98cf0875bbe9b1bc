import { z } from 'zod';
import { Example, ExampleLine, Expectation } from '#shared/case/example.schema.ts';
import { PlainDate } from '#shared/core/plain-date.ts';
import { Text } from '#shared/core/text.ts';
import { Archive } from '#shared/procedure/archive.schema.ts';
import { Condition } from '#shared/procedure/condition.ts';
import { Breakdown, Trend } from '#shared/procedure/breakdown.schema.ts';
import { Duty, ReportSpec } from '#shared/procedure/duty.schema.ts';
import { Escalation } from '#shared/procedure/escalation.schema.ts';
import { Field, FieldKey } from '#shared/procedure/field.schema.ts';
import { FormBlock, Sign } from '#shared/procedure/form.blocks.ts';
import { Form, FormCell, FormRow, ListColumn } from '#shared/procedure/form.schema.ts';
import { GuidanceCard, GuidanceFile, GuidancePackFile } from '#shared/procedure/guidance.schema.ts';
import { Limit, Trigger } from '#shared/procedure/limit.schema.ts';
import { NumberSeries } from '#shared/procedure/numbering.ts';
import { ProcedureFile } from '#shared/procedure/procedure.schema.ts';
import { BaseFigure, Rate } from '#shared/procedure/rate.schema.ts';
import { Role } from '#shared/procedure/role.ts';
import { Setting } from '#shared/procedure/setting.schema.ts';
import { Severity, Span } from '#shared/procedure/severity.schema.ts';
import { GroundList, Step, Track } from '#shared/procedure/track.schema.ts';
import { FieldValue, Values } from '#shared/procedure/values.ts';

/** What a schema is called where it is used more than once, and what zod cannot say of it itself. */
type Meta = { readonly id: string; readonly pattern?: string };

const NAMED = {
  ...{ Text, Condition, FieldKey, FieldValue, Values, Field, Role, Setting, NumberSeries },
  ...{ Track, Step, GroundList, Trigger, Limit, Span, Severity, Escalation, Duty, ReportSpec, Archive },
  ...{ Breakdown, Trend, BaseFigure, Rate },
  ...{ FormBlock, Sign, FormCell, FormRow, ListColumn, GuidanceCard, ExampleLine, Expectation },
};

function names(): z.core.$ZodRegistry<Meta> {
  const registry = z.registry<Meta>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  // A transform is not known to JSON Schema: the shape of a date would be lost.
  registry.add(PlainDate, { id: 'PlainDate', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` });
  return registry;
}

const FILES = {
  'procedure.schema.json': { schema: ProcedureFile, title: 'procedure.yaml of a procedure pack' },
  'form.schema.json': { schema: Form, title: 'forms/<FORM-ID>.yaml of a procedure pack' },
  'guidance.schema.json': { schema: GuidanceFile, title: 'guidance.yaml of a procedure pack' },
  'guidance-pack.schema.json': { schema: GuidancePackFile, title: 'guidance-pack.yaml: cards only' },
  'example.schema.json': { schema: Example, title: 'examples/<name>.yaml of a procedure pack' },
} as const;

export type SchemaFile = keyof typeof FILES;
export const SCHEMA_FILES = Object.keys(FILES) as readonly SchemaFile[];

/** One JSON Schema as editors read it: what an author writes, so what has a default may be left out. */
export function jsonSchema(file: SchemaFile): z.core.JSONSchema.BaseSchema {
  const { schema, title } = FILES[file];
  const { $schema = 'https://json-schema.org/draft/2020-12/schema', ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    metadata: names(),
    // Readonly is for the code that uses it, not for whoever writes it.
    override: ({ jsonSchema: made }) => {
      delete made.readOnly;
    },
  });
  return { $schema, title, ...rest };
}

export const jsonSchemaText = (file: SchemaFile): string => `${JSON.stringify(jsonSchema(file), null, 2)}\n`;
