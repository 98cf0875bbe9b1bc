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

/** Names and words that the faults of a pack are about: what an example says of them is not to be relied on. */
export type Doubts = ReadonlySet<string>;

const NAME = /[A-Za-z0-9_][A-Za-z0-9_-]*/g;

export const isDoubtful = (text: string, doubts: Doubts): boolean =>
  (text.match(NAME) ?? []).some(name => doubts.has(name)) ||
  Object.values(WORDS).some(words => doubts.has(words) && text.includes(words));

/** Limits, steps and the file that speak of what is in doubt are in doubt themselves. */
function dependants(procedure: Procedure, doubts: Doubts): readonly string[] {
  const { limits, steps, archive } = procedure;
  const speaksOf = (part: unknown): boolean => isDoubtful(JSON.stringify(part), doubts);
  const isFileDoubtful = doubts.has('archive') || (archive !== undefined && speaksOf(archive));
  return [
    ...limits.filter(speaksOf).map(({ id }) => id),
    ...steps.filter(step => speaksOf(step) || (step.files_away && isFileDoubtful)).map(({ id }) => id),
    ...(isFileDoubtful ? [WORDS['archive'] ?? ''] : []),
  ];
}

export function doubtsOf(faults: readonly PackFault[], procedure: Procedure): Doubts {
  const direct = new Set(
    faults.flatMap(({ file, about = [] }) => [
      ...about.flatMap(name => (name in WORDS ? [name, WORDS[name] ?? name] : [name])),
      ...(file.startsWith('forms/') ? [file.replace(/^forms\/|\.yaml$/g, '')] : []),
    ]),
  );
  // Parts in which many things stand: only what is named in them is in doubt.
  for (const part of ['fields', 'steps', 'limits', 'registration', 'grounds', 'body', 'rows', 'columns'])
    direct.delete(part);
  return faults.length === 0 ? direct : new Set([...direct, ...dependants(procedure, direct)]);
}
