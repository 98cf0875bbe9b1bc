import { err, ok, type Result } from '#shared/core/result.ts';
import type { z } from 'zod';
import { Form } from './form.schema.ts';
import { checkGuidancePack } from './guidance.check.ts';
import { GuidanceFile, GuidancePackFile, type GuidancePack } from './guidance.schema.ts';
import { checkReferences } from './pack.check.ts';
import { mend, type ReadPart } from './pack.mend.ts';
import { readPackSource, type PackFault, type PackFileText, type PackSource } from './pack.source.ts';
import { ProcedureFile, type Procedure } from './procedure.schema.ts';
import { schemaFaults } from './schema.faults.ts';

const missing = (file: string): PackFault => ({
  file,
  line: 1,
  message: { zh: `规程包里没有 ${file}`, en: `the pack has no ${file}` },
});

export const isExample = ({ path }: PackFileText): boolean => path.startsWith('examples/');
export const isForm = ({ path }: PackFileText): boolean => path.startsWith('forms/');

/** The bytes a pack's hash is taken over: every file that governs a case with its name, in order of names. */
export const packDigestText = (files: readonly PackFileText[]): string =>
  files
    .filter(file => !isExample(file) && file.path !== 'guidance.yaml')
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(file => `${file.path}\n${file.text.length}\n${file.text}\n`)
    .join('');

export interface ReadFile<T> {
  readonly data: T;
  readonly source: PackSource;
}

/** A file of a pack as far as it can be understood, with its faults noted. */
function readPart<Schema extends z.ZodType>(
  file: PackFileText,
  schema: Schema,
  faults: PackFault[],
): ReadPart<z.output<Schema>> | undefined {
  const source = readPackSource(file);
  faults.push(...source.faults);
  if (!source.readable) return undefined;
  const parsed = schema.safeParse(source.data);
  if (parsed.success) return { data: parsed.data, source, mended: [] };
  faults.push(...schemaFaults(source, parsed.error.issues));
  const mended = mend(schema, source.data);
  return mended && { ...mended, source };
}

/** A file of a pack by its schema; undefined where faults were found and noted. */
export function readPackFile<Schema extends z.ZodType>(
  file: PackFileText,
  schema: Schema,
  faults: PackFault[],
): ReadFile<z.output<Schema>> | undefined {
  const before = faults.length;
  const read = readPart(file, schema, faults);
  return faults.length === before ? read : undefined;
}

/** The id a form has by the name of its file. */
export const formIdOf = ({ path }: PackFileText): string => path.replace(/^forms\/|\.yaml$/g, '');

function readForms(files: readonly PackFileText[], faults: PackFault[]): readonly ReadPart<Form>[] {
  const forms: ReadPart<Form>[] = [];
  for (const file of files.filter(isForm)) {
    const read = readPart(file, Form, faults);
    if (read === undefined) continue;
    const { data, source, mended } = read;
    if (formIdOf(file) !== data.id && !mended.some(path => path[0] === 'id'))
      faults.push({
        file: file.path,
        line: source.lineOf(['id']),
        message: { zh: `文件名和表单编号 ${data.id} 不一致`, en: 'the file is not named after its form' },
      });
    forms.push(read);
  }
  return forms;
}

function readCards(files: readonly PackFileText[], faults: PackFault[]): ReadPart<GuidanceFile> | undefined {
  const file = files.find(({ path }) => path === 'guidance.yaml');
  return file && readPart(file, GuidanceFile, faults);
}

function strangers(files: readonly PackFileText[], known: readonly string[]): readonly PackFault[] {
  return files
    .filter(file => !known.includes(file.path) && !isForm(file) && !isExample(file))
    .map(({ path }) => ({
      file: path,
      line: 1,
      message: { zh: '规程包里不该有这个文件', en: 'this file has no place in a pack' },
    }));
}

/** What could be read of a pack, and everything that is wrong with it. */
export interface InspectedPack {
  /** With stand-ins for what the schema refuses and without forms that cannot be read; good only for looking at. */
  readonly procedure: Procedure | undefined;
  readonly faults: readonly PackFault[];
}

/**
 * Reads one pack: its schema and everything its parts say of each other, one finding for each fault. Examples are
 * left to whoever runs them.
 */
export function inspectPack(
  files: readonly PackFileText[],
  sha256Hex: (text: string) => string,
): InspectedPack {
  const main = files.find(file => file.path === 'procedure.yaml');
  if (!main) return { procedure: undefined, faults: [missing('procedure.yaml')] };

  const faults: PackFault[] = [...strangers(files, ['procedure.yaml', 'guidance.yaml'])];
  const forms = readForms(files, faults);
  const cards = readCards(files, faults);
  const procedure = readPart(main, ProcedureFile, faults);
  if (procedure === undefined) return { procedure: undefined, faults };

  const formIds = [...forms.map(({ data }) => data.id), ...files.filter(isForm).map(formIdOf)];
  faults.push(...checkReferences({ procedure, forms, formIds, cards }));
  return {
    procedure: {
      ...procedure.data,
      forms: forms.map(({ data }) => data),
      guidance: cards?.data.cards ?? [],
      hash: sha256Hex(packDigestText(files)),
    },
    faults,
  };
}

/** @returns the procedure, or every fault with file, line and sentence */
export function loadPack(
  files: readonly PackFileText[],
  sha256Hex: (text: string) => string,
): Result<Procedure, readonly PackFault[]> {
  const { procedure, faults } = inspectPack(files, sha256Hex);
  return procedure && faults.length === 0 ? ok(procedure) : err(faults);
}

export const isGuidancePack = (files: readonly PackFileText[]): boolean =>
  files.some(({ path }) => path === 'guidance-pack.yaml');

/** Reads a pack of cards without a procedure. */
export function loadGuidancePack(
  files: readonly PackFileText[],
  sha256Hex: (text: string) => string,
): Result<GuidancePack, readonly PackFault[]> {
  const main = files.find(file => file.path === 'guidance-pack.yaml');
  if (!main) return err([missing('guidance-pack.yaml')]);
  const faults: PackFault[] = [...strangers(files, ['guidance-pack.yaml'])];
  const read = readPart(main, GuidancePackFile, faults);
  if (read) faults.push(...checkGuidancePack(read));
  if (read === undefined || faults.length > 0) return err(faults);
  return ok({ ...read.data, hash: sha256Hex(packDigestText(files)) });
}
