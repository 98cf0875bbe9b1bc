import { z } from 'zod';
import { Instant } from '#shared/core/instant.ts';
import { PlainDate } from '#shared/core/plain-date.ts';
import { Text } from '#shared/core/text.ts';
import { UnsignedCause } from './approval.matter.ts';
import { CLOCK_STATUSES } from './clocks.ts';
import { Role } from '#shared/procedure/role.ts';
import { Values } from '#shared/procedure/values.ts';

/** `2026-09-18T10:00`, in the civil time of China. */
const Moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'a moment is like 2026-09-18T10:00')
  .transform(text => `${text}:00+08:00`)
  .pipe(Instant);

const LimitExpectation = z.union([
  PlainDate,
  z.strictObject({
    due: z.union([Moment, PlainDate]).nullable().optional(),
    status: z.enum([...CLOCK_STATUSES, 'not-applied']).optional(),
    extended: z.boolean().optional(),
  }),
]);

/** What must be so at that moment. Only what is named is looked at. */
export const Expectation = z.strictObject({
  states: z.record(z.string(), z.string()).optional(),
  status: z.enum(['open', 'done', 'ended']).optional(),
  number: z.string().optional(),
  severity: z.string().optional(),
  /** Id of the highest level reached; null for none. */
  level: z.string().nullable().optional(),
  limits: z.record(z.string(), LimitExpectation).optional(),
  /** Forms owed, in any order. */
  owed: z.array(z.string()).optional(),
  /** Number of the last paper of a form; null for one without a number. */
  papers: z.record(z.string(), z.string().nullable()).optional(),
  /** Items the file still lacks, in any order. */
  archive_missing: z.array(z.string()).optional(),
  /** Steps that may be taken now, or may not. */
  permitted: z.array(z.string()).optional(),
  not_permitted: z.array(z.string()).optional(),
  values: Values.optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const common = {
  at: Moment,
  /** Which case, where the example has several; the first one by default. */
  case: z.string().optional(),
  /** Acts in these roles only; in all of them by default. */
  as: z.array(Role).optional(),
  /** The code of the refusal it must meet with. */
  refused: z.string().optional(),
  expect: Expectation.optional(),
};

const act = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, ...shape });

/** One line of an example: something done, what must be so afterwards, or both. */
export const ExampleLine = z.union([
  act({ register: Values }),
  act({
    step: z.string(),
    values: Values.default({}),
    ground: z.string().optional(),
    reason: z.string().optional(),
  }),
  act({ ask: z.string(), values: Values.default({}), ground: z.string().optional(), reason: z.string() }),
  act({ ask_extension: z.string(), reason: z.string() }),
  /** To go on although the last paper of this form was not signed; `waive` is the same by whoever may approve it. */
  act({ ask_unsigned: z.string(), cause: UnsignedCause, reason: z.string() }),
  act({ waive: z.string(), cause: UnsignedCause, reason: z.string() }),
  act({ answer: z.enum(['given', 'refused']), reason: z.string().optional() }),
  act({ change: Values, reason: z.string().optional() }),
  act({ print: z.string(), copies: z.number().int().positive().default(1) }),
  act({ sign: z.string() }),
  /** Signs a form on the screen, at its first place unless another is named; it is set first where it is not. */
  act({
    sign_on_pad: z.string(),
    place: z.string().optional(),
    signer: z.string().default('样本'),
    complete: z.boolean().default(false),
  }),
  act({ void: z.string(), reason: z.string() }),
  /** A file from outside takes the place of the last paper of this form. */
  act({ replace: z.string(), reason: z.string() }),
  act({ extend: z.string(), reason: z.string() }),
  act({ classify: z.string(), reason: z.string() }),
  act({ take_on: z.string() }),
  act({ repeat_of: z.string() }),
  act({ merge_into: z.string(), reason: z.string() }),
  act({ confirm: z.string() }),
  act({ note: z.string() }),
  /** Opens the sealed identity, for this reason. */
  act({ open_identity: z.string() }),
  act({ expect: Expectation }),
]);
export type ExampleLine = z.infer<typeof ExampleLine>;

/** A worked case of a procedure: what happened with dates, and what follows from it. It is a test of its pack. */
export const Example = z
  .strictObject({
    name: Text,
    office: z
      .strictObject({ name: z.string(), code: z.string(), prefix: z.string() })
      .default({ name: '样本单位', code: 'YB-0001', prefix: '样' }),
    lines: z.array(ExampleLine).min(2),
  })
  .readonly();
export type Example = z.infer<typeof Example>;
