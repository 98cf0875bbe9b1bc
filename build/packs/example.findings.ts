import type { ExampleFile } from '#shared/case/example.load.ts';
import { runExample, type ExampleParts } from '#shared/case/example.run.ts';
import type { ExampleLine } from '#shared/case/example.schema.ts';
import type { PackFault } from '#shared/procedure/pack.source.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isDoubtful, type Doubts } from './example.doubts.ts';

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
    // A case that stands in a state without a way on can be permitted nothing.
    const isStuck = doubts.has('tracks') && message.includes('case/not-permitted');
    if (!isStuck && !isDoubtful(said, doubts))
      findings.push({ file, line: lineOf(line), message: { zh: message, en: message } });
    if (of === 'act') break;
  }
  return findings;
}
