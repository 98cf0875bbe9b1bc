import { err, ok, type Result } from '#shared/core/result.ts';
import type { z } from 'zod';
import { Form } from './form.schema.ts';
import { checkGuidancePack } from './guidance.check.ts';
import { GuidanceFile, GuidancePackFile, type GuidanceCard, type GuidancePack } from './guidance.schema.ts';
import { checkReferences } from './pack.check.ts';
import {
  readPackSource,
  schemaFaults,
  type PackFault,
  type PackFileText,
  type PackSource,
} from './pack.source.ts';
import { ProcedureFile, type Procedure } from './procedure.schema.ts';

const missing = (file: string): PackFault => ({
  file,
  line: 1,
  message: { zh: `规程包里没有 ${file}`, en: `the pack has no ${file}` },
});

export const isExample = ({ path }: PackFileText): boolean => path.startsWith('examples/');
const isForm = ({ path }: PackFileText): boolean => path.startsWith('forms/');

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

/** A file of a pack by its schema; undefined where faults were found and noted. */
export function readPackFile<Schema extends z.ZodType>(
  file: PackFileText,
  schema: Schema,
  faults: PackFault[],
): ReadFile<z.output<Schema>> | undefined {
  const source = readPackSource(file);
  faults.push(...source.faults);
  if (source.faults.length > 0) return undefined;
  const parsed = schema.safeParse(source.data);
  if (parsed.success) return { data: parsed.data, source };
  faults.push(...schemaFaults(source, parsed.error.issues));
  return undefined;
}

function readForms(files: readonly PackFileText[], faults: PackFault[]): readonly ReadFile<Form>[] {
  const forms: ReadFile<Form>[] = [];
  for (const file of files.filter(isForm)) {
    const read = readPackFile(file, Form, faults);
    if (read === undefined) continue;
    if (file.path !== `forms/${read.data.id}.yaml`)
      faults.push({
        file: file.path,
        line: read.source.lineOf(['id']),
        message: {
          zh: `文件名和表单编号 ${read.data.id} 不一致`,
          en: 'the file is not named after its form',
        },
      });
    forms.push(read);
  }
  return forms;
}

function readCards(files: readonly PackFileText[], faults: PackFault[]): readonly GuidanceCard[] {
  const file = files.find(({ path }) => path === 'guidance.yaml');
  return file === undefined ? [] : (readPackFile(file, GuidanceFile, faults)?.data.cards ?? []);
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

/**
 * Reads one pack: its schema and everything its parts say of each other. Examples are left to whoever runs them.
 *
 * @returns the procedure, or every fault with file, line and sentence
 */
export function loadPack(
  files: readonly PackFileText[],
  sha256Hex: (text: string) => string,
): Result<Procedure, readonly PackFault[]> {
  const main = files.find(file => file.path === 'procedure.yaml');
  if (!main) return err([missing('procedure.yaml')]);

  const faults: PackFault[] = [...strangers(files, ['procedure.yaml', 'guidance.yaml'])];
  const forms = readForms(files, faults);
  const guidance = readCards(files, faults);
  const read = readPackFile(main, ProcedureFile, faults);
  if (read === undefined) return err(faults);

  faults.push(
    ...checkReferences(
      read.data,
      read.source,
      forms.map(({ data: form, source }) => ({ form, source })),
      guidance,
    ),
  );
  if (faults.length > 0) return err(faults);
  return ok({
    ...read.data,
    forms: forms.map(({ data }) => data),
    guidance,
    hash: sha256Hex(packDigestText(files)),
  });
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
  const read = readPackFile(main, GuidancePackFile, faults);
  if (read === undefined) return err(faults);
  faults.push(...checkGuidancePack(read.data, read.source));
  if (faults.length > 0) return err(faults);
  return ok({ ...read.data, hash: sha256Hex(packDigestText(files)) });
}
