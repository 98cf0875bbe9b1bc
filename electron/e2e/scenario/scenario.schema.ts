import { z } from 'zod';
import { Instant } from '#shared/core/instant.ts';

const Fields = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]));
const Case = z.string().min(1);
/** Why a paper did not come back signed, as it stands on the screen. */
const Cause = z.enum(['本人拒绝签字', '联系不上本人', '其他原因']);
/** Every verb may move the clock first, and may expect to be refused. */
const common = { at: Instant.optional(), refused: z.string().optional() };

const verb = <Name extends string, Body extends z.ZodType>(name: Name, body: Body) =>
  z.strictObject({ ...common, [name]: body } as {
    at: typeof common.at;
    refused: typeof common.refused;
  } & Record<Name, Body>);

const orderWords = {
  ...{ case: Case, text: z.string() },
  kind: z.enum(['督办', '催办']).default('督办'),
  /** Whether the answer may come before its day. */
  early: z.boolean().default(true),
};

/** The verbs this program can do so far. */
export const VERBS = {
  login: verb('login', z.string()),
  lock: verb('lock', z.literal(true)),
  procedures: verb('procedures', z.array(z.string()).min(1)),
  register: verb(
    'register',
    z.strictObject({
      procedure: z.string().optional(),
      as: Case,
      fields: Fields,
      print: z.boolean().optional(),
    }),
  ),
  print: verb('print', z.strictObject({ case: Case, form: z.string() })),
  replace_paper: verb(
    'replace_paper',
    z.strictObject({
      case: Case,
      form: z.string(),
      file: z.string().min(1),
      reason: z.string(),
      printed: z.boolean().default(false),
    }),
  ),
  attach: verb('attach', z.strictObject({ case: Case, file: z.string().min(1) })),
  step: verb(
    'step',
    z.strictObject({
      case: Case,
      do: z.string(),
      fields: Fields.default({}),
      ground: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
  open_identity: verb('open_identity', z.strictObject({ case: Case, reason: z.string() })),
  sign_on_pad: verb(
    'sign_on_pad',
    z.strictObject({
      ...{ case: Case, form: z.string(), signer: z.string() },
      place: z.string().optional(),
      complete: z.boolean().optional(),
    }),
  ),
  correct: verb('correct', z.strictObject({ case: Case, fields: Fields, reason: z.string().optional() })),
  ask: verb(
    'ask',
    z.union([
      z.strictObject({ case: Case, extension: z.string(), reason: z.string() }),
      z.strictObject({ case: Case, unsigned: z.string(), cause: Cause, reason: z.string() }),
    ]),
  ),
  answer: verb(
    'answer',
    z.strictObject({
      case: Case,
      about: z.string(),
      answer: z.enum(['批准', '不批']),
      reason: z.string().default(''),
    }),
  ),
  extend: verb('extend', z.strictObject({ case: Case, limit: z.string(), reason: z.string() })),
  waive: verb('waive', z.strictObject({ case: Case, form: z.string(), cause: Cause, reason: z.string() })),
  note: verb('note', z.strictObject({ case: Case, text: z.string() })),
  expect: verb(
    'expect',
    z.strictObject({
      case: Case,
      state: z.string().optional(),
      number: z.string().optional(),
      deadlines: z.array(z.strictObject({ name: z.string(), due: z.string() })).default([]),
    }),
  ),
  month_close: verb(
    'month_close',
    z.strictObject({
      period: z.string(),
      remark: z.string().optional(),
      /** A report that comes back otherwise than by the month, by its visible name: `period` is one of its periods. */
      duty: z.string().optional(),
    }),
  ),
  close_answer: verb(
    'close_answer',
    z.strictObject({
      period: z.string(),
      duty: z.string().optional(),
      answer: z.enum(['批准', '退回']),
      reason: z.string().default(''),
    }),
  ),
  export: verb('export', z.strictObject({ period: z.string(), to: z.literal('usb').default('usb') })),
  sync: verb('sync', z.strictObject({ expect: z.enum(['accepted', 'rejected']) })),
  order: verb(
    'order',
    z.union([
      z.strictObject({ ...orderWords, due: z.string() }),
      z.strictObject({ ...orderWords, days: z.int().positive() }),
    ]),
  ),
  answer_order: verb('answer_order', z.strictObject({ case: Case, text: z.string() })),
  transfer: verb(
    'transfer',
    z.strictObject({
      ...{ case: Case, reason: z.string() },
      kind: z.enum(['转办', '分送']).default('转办'),
      /** What the other office does with it. Without it, it only reads it. */
      then: z.enum(['登记', '退回']).optional(),
      /** Why it comes back. */
      back: z.string().default('不归本单位管。'),
    }),
  ),
  take_transfer_answer: verb(
    'take_transfer_answer',
    z.strictObject({ case: Case, expect: z.enum(['accepted', 'returned']).optional() }),
  ),
  screenshot: verb('screenshot', z.strictObject({ name: z.string().regex(/^[\w-]+$/) })),
} as const;
export type VerbName = keyof typeof VERBS;

export const Scenario = z.strictObject({
  office: z.strictObject({
    name: z.string(),
    code: z.string(),
    prefix: z.string().optional(),
    period_start: z.string().optional(),
  }),
  clock: Instant,
  people: z
    .array(z.strictObject({ name: z.string(), roles: z.array(z.string()), passphrase: z.string() }))
    .min(1),
  headquarters: z.literal('local').optional(),
  steps: z.array(z.record(z.string(), z.unknown())).min(1),
});
export type Scenario = z.infer<typeof Scenario>;
