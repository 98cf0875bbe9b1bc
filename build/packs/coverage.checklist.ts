import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { limitIds } from './limit.ids.ts';
import { PACKS } from './pack.files.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** One thing of the checklist: what proves it, or why nothing does yet. */
const Line = z.union([
  z.strictObject({ what: z.string(), proof: z.array(z.string()).min(1) }),
  z.strictObject({ what: z.string(), missing: z.string() }),
]);

/** Lines by the number of the system. */
export const Checklist = z.record(z.string(), z.array(Line).min(1));
export type Checklist = z.infer<typeof Checklist>;

export const readChecklist = (): Checklist =>
  Checklist.parse(parse(fs.readFileSync(path.join(import.meta.dirname, 'checklist.yaml'), 'utf8')));

type Pack = { readonly procedure: Procedure | undefined; readonly guidance: GuidancePack | undefined };

const has = (list: readonly { readonly id: string }[] | undefined, id: string): boolean =>
  list?.some(each => each.id === id) ?? false;

/** How many a proof wants: `grounds:refusal=9`. */
function counted(name: string): readonly [string, number] {
  const [id = '', count] = name.split('=');
  return [id, Number(count)];
}

const fieldsOf = ({ procedure, guidance }: Pack) => [
  ...(procedure?.fields ?? []),
  ...(guidance?.fields ?? []),
];

/** A sentence of a test, or any other text, in a file of the program: `path › text`. */
function isWritten(name: string): boolean {
  const [file = '', text = ''] = name.split(' › ');
  const at = path.join(ROOT, file);
  return text !== '' && fs.existsSync(at) && fs.readFileSync(at, 'utf8').includes(text);
}

/** The kinds of proof, and whether the named one exists in the pack. */
const PROOFS: Readonly<Record<string, (pack: Pack, name: string) => boolean>> = {
  step: ({ procedure }, name) => has(procedure?.steps, name),
  track: ({ procedure }, name) => has(procedure?.tracks, name),
  form: ({ procedure }, name) => has(procedure?.forms, name),
  series: ({ procedure }, name) => has(procedure?.documents, name),
  report: ({ procedure }, name) => has(procedure?.reports, name),
  rate: ({ procedure }, name) => procedure?.rates.some(({ key }) => key === name) ?? false,
  trend: ({ procedure }, name) => procedure?.reports.some(({ id, trend }) => id === name && trend) ?? false,
  /** `report=field`: a line each for what stands in that field. */
  by: ({ procedure }, name) => {
    const [id, field] = name.split('=');
    return procedure?.reports.some(each => each.id === id && each.by?.field === field) ?? false;
  },
  level: ({ procedure }, name) => has(procedure?.escalation?.levels, name),
  class: ({ procedure }, name) => has(procedure?.severity?.classes, name),
  rule: ({ procedure }, name) => has(procedure?.severity?.rules, name),
  item: ({ procedure }, name) => has(procedure?.archive?.contents, name),
  card: ({ procedure, guidance }, name) => has(guidance?.cards ?? procedure?.guidance, name),
  editable: ({ procedure, guidance }, name) =>
    (guidance?.cards ?? procedure?.guidance)?.some(card => card.id === name && card.editable) ?? false,
  limit: ({ procedure, guidance }, name) =>
    has(guidance?.limits, name) || (procedure !== undefined && limitIds(procedure).includes(name)),
  setting: ({ procedure }, name) => procedure?.settings.some(({ key }) => key === name) ?? false,
  approved: ({ procedure }, name) =>
    procedure?.steps.some(({ id, approval }) => id === name && approval !== undefined) ?? false,
  field: (pack, name) => fieldsOf(pack).some(({ key }) => key === name),
  options: (pack, name) => {
    const [key, count] = counted(name);
    return fieldsOf(pack).some(field => field.key === key && field.options?.length === count);
  },
  grounds: ({ procedure }, name) => {
    const [id, count] = counted(name);
    return procedure?.grounds[id]?.items.length === count;
  },
  part: ({ procedure }, name) =>
    procedure !== undefined && (procedure as unknown as Readonly<Record<string, unknown>>)[name] != null,
  example: ({ procedure }, name) =>
    procedure !== undefined && fs.existsSync(path.join(PACKS, procedure.id, 'examples', `${name}.yaml`)),
  written: (_, name) => isWritten(name),
};

function isProved(proof: string, pack: Pack): boolean {
  const at = proof.indexOf(':');
  return PROOFS[proof.slice(0, at)]?.(pack, proof.slice(at + 1)) ?? false;
}

/** The lines of a system, and those that nothing proves: because none is named, or because the named one is not there. */
export function checklistPart(
  lines: Checklist[string],
  procedure: Procedure | undefined,
  guidance: GuidancePack | undefined,
) {
  const missing = lines.flatMap(line => {
    if ('missing' in line) return [`${line.what}: ${line.missing}`];
    const lost = line.proof.filter(proof => !isProved(proof, { procedure, guidance }));
    return lost.length > 0 ? [`${line.what}: no ${lost.join(', ')}`] : [];
  });
  return { wanted: lines.length, missing };
}
