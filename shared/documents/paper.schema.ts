import { z } from 'zod';
import type { Paper } from './paper.model.ts';

/** The printable model at the border: what the window sends to be set is checked before it is set. */
const text = z.string().max(200_000);
const font = z.enum(['fang', 'kai', 'hei', 'song']).optional();

const Run = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text, font }),
  z.strictObject({
    kind: z.literal('value'),
    key: z.string().max(100),
    text,
    font,
    label: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('blank'), em: z.number().min(0).max(100) }),
  z.strictObject({ kind: z.literal('tick'), on: z.boolean(), text }),
]);
const runs = z.array(Run).max(10_000);

const Para = z.strictObject({
  kind: z.literal('para'),
  style: z.enum([
    'body',
    'title',
    'number',
    'addressee',
    'heading1',
    'heading2',
    'long',
    'continued',
    'center',
    'right',
    'rest',
    'note',
    'question',
  ]),
  runs,
});
const SignSpace = z.strictObject({ kind: z.literal('sign'), label: runs, date: runs.nullable() });

const Cell = z.strictObject({
  role: z.enum(['label', 'value', 'head', 'sign']),
  cols: z.number().int().min(1).max(40),
  rows: z.number().int().min(1).max(1000),
  align: z.enum(['start', 'center', 'end']).optional(),
  at: z.enum(['top', 'middle', 'bottom']).optional(),
  content: z.array(z.union([Para, SignSpace])).max(1000),
  overflow: z.strictObject({ label: z.string(), key: z.string() }).optional(),
});
const Row = z.strictObject({
  cells: z.array(Cell).max(40),
  min: z.number().min(0).max(297),
  split: z.boolean(),
  group: z.string().max(100).optional(),
  sign: z.boolean().optional(),
  open: z.enum(['top', 'bottom']).optional(),
});

const Block = z.discriminatedUnion('kind', [
  Para,
  z.strictObject({ kind: z.literal('line'), left: runs, right: runs }),
  z.strictObject({
    kind: z.literal('table'),
    widths: z.array(z.number().positive()).min(1).max(40),
    head: z.array(Row).max(10),
    rows: z.array(Row).max(20_000),
    dense: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('grounds'),
    items: z.array(z.strictObject({ no: z.string(), text })),
    chosen: z.number().int().nullable(),
  }),
  z.strictObject({
    kind: z.literal('signatures'),
    perRow: z.number().int().min(1).max(6),
    items: z.array(SignSpace),
  }),
  z.strictObject({
    kind: z.literal('closing'),
    unit: runs,
    date: runs,
    seal: z.strictObject({ mm: z.number().positive() }).nullable(),
  }),
  z.strictObject({ kind: z.literal('notes'), items: z.array(text) }),
]);

const length = z.number().min(0).max(100);

const Model = z.strictObject({
  id: z.string().max(60),
  title: z.string().max(300),
  lang: z.enum(['zh-CN', 'en']),
  sheet: z.enum(['letter', 'form', 'record', 'catalogue', 'register']),
  margins: z.tuple([length, length, length, length]),
  copies: z.array(z.string()).max(20),
  parts: z
    .array(
      z.strictObject({
        page: z.enum(['main', 'annex']),
        tag: z.string().optional(),
        running: z.tuple([z.string(), z.string()]).nullable(),
        blocks: z.array(Block).max(1000),
      }),
    )
    .min(1)
    .max(100),
  foot: z.strictObject({
    pages: z.enum(['x-of-y', 'dash', 'none']),
    label: z.array(z.string()).max(4),
    qr: z.strictObject({ office: z.string(), document: z.string(), hash: z.string() }).nullable(),
    signLines: z.array(z.string()).max(4),
  }),
});

/** undefined for text that is no paper. */
export function parsePaper(json: string): Paper | undefined {
  try {
    // Optional members that are absent stay absent: the text comes from JSON, which has no undefined.
    return Model.parse(JSON.parse(json)) as Paper;
  } catch {
    return undefined; // Not JSON, or not a paper: the caller refuses it.
  }
}
