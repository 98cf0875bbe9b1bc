import type { ExampleFile } from '#shared/case/example.load.ts';
import { runExample, type ExampleParts } from '#shared/case/example.run.ts';
import type { ExampleLine } from '#shared/case/example.schema.ts';
import type { PackFault } from '#shared/procedure/pack.source.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** What a difference says of parts of a pack that have no ids. */
const WORDS: Readonly<Record<string, string>> = {
  numbering: '编号应为',
  documents: '文号应为',
  severity: '等级应为',
  escalation: '升级应为',
  archive: '案卷还缺',
};

/** Names that the faults of a pack are about. */
export type Doubts = ReadonlySet<string>;

export const doubtsOf = (faults: readonly PackFault[]): Doubts =>
  new Set(
    faults.flatMap(({ file, about = [] }) => [
      ...about.map(name => WORDS[name] ?? name),
      ...(file.startsWith('forms/') ? [file.replace(/^forms\/|\.yaml$/g, '')] : []),
    ]),
  );

const NAME = /[A-Za-z0-9_][A-Za-z0-9_-]*/g;

const isDoubtful = (text: string, doubts: Doubts): boolean =>
  (text.match(NAME) ?? []).some(name => doubts.has(name)) ||
  Object.values(WORDS).some(words => doubts.has(words) && text.includes(words));

const actOf = (line: ExampleLine): string => JSON.stringify({ ...line, expect: undefined });

/**
 * Where an example does not come out as it says, and no known fault of the pack explains it. An act that went
 * otherwise takes everything after it along, so that nothing more is told.
 */
export function exampleFindings(
  { file, example, lineOf }: ExampleFile,
  procedure: Procedure,
  parts: ExampleParts,
  doubts: Doubts,
): readonly PackFault[] {
  const findings: PackFault[] = [];
  for (const { line, of, message } of runExample(procedure, example, parts)) {
    const act = example.lines[line];
    const said = of === 'act' && act ? `${message} ${actOf(act)}` : message;
    const isStuck = doubts.has('tracks') && message.includes('case/not-permitted');
    if (!isStuck && !isDoubtful(said, doubts))
      findings.push({ file, line: lineOf(line), message: { zh: message, en: message } });
    if (of === 'act') break;
  }
  return findings;
}
