import { err, ok, type Result } from '#shared/core/result.ts';
import { Form } from './form.schema.ts';
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

/** The bytes a pack's hash is taken over: every file with its name, in order of names. */
export const packDigestText = (files: readonly PackFileText[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(file => `${file.path}\n${file.text.length}\n${file.text}\n`)
    .join('');

function readForms(
  files: readonly PackFileText[],
  faults: PackFault[],
): { form: Form; source: PackSource }[] {
  const forms: { form: Form; source: PackSource }[] = [];
  for (const file of files.filter(({ path }) => path.startsWith('forms/'))) {
    const source = readPackSource(file);
    faults.push(...source.faults);
    if (source.faults.length > 0) continue;
    const parsed = Form.safeParse(source.data);
    if (!parsed.success) {
      faults.push(...schemaFaults(source, parsed.error.issues));
      continue;
    }
    if (file.path !== `forms/${parsed.data.id}.yaml`)
      faults.push({
        file: file.path,
        line: source.lineOf(['id']),
        message: {
          zh: `文件名和表单编号 ${parsed.data.id} 不一致`,
          en: 'the file is not named after its form',
        },
      });
    forms.push({ form: parsed.data, source });
  }
  return forms;
}

/**
 * Reads one pack: its schema and everything its parts say of each other.
 *
 * @returns the procedure, or every fault with file, line and sentence
 */
export function loadPack(
  files: readonly PackFileText[],
  sha256Hex: (text: string) => string,
): Result<Procedure, readonly PackFault[]> {
  const main = files.find(file => file.path === 'procedure.yaml');
  if (!main) return err([missing('procedure.yaml')]);

  const faults: PackFault[] = [];
  const source = readPackSource(main);
  faults.push(...source.faults);
  const forms = readForms(files, faults);
  if (source.faults.length > 0) return err(faults);

  const parsed = ProcedureFile.safeParse(source.data);
  if (!parsed.success) return err([...faults, ...schemaFaults(source, parsed.error.issues)]);

  faults.push(...checkReferences(parsed.data, source, forms));
  if (faults.length > 0) return err(faults);
  return ok({
    ...parsed.data,
    forms: forms.map(({ form }) => form),
    hash: sha256Hex(packDigestText(files)),
  });
}
