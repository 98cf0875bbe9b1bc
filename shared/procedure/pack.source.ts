import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Text } from '#shared/core/text.ts';

/** One thing wrong with a pack: where it stands and what it is, as a sentence. */
export interface PackFault {
  readonly file: string;
  readonly line: number;
  readonly message: Text;
}

export interface PackFileText {
  /** Relative to the pack, with `/`. */
  readonly path: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** Takes a fault found at a place of the file that is being checked. */
export type Report = (path: Path, zh: string, en: string) => void;

/** Reports into a list, with the line of the place in its file. */
export const reporter =
  (source: PackSource, faults: PackFault[]): Report =>
  (path, zh, en) =>
    faults.push({ file: source.file, line: source.lineOf(path), message: { zh, en } });

/** A YAML file that remembers on which line each value stands. */
export interface PackSource {
  readonly file: string;
  readonly data: unknown;
  readonly faults: readonly PackFault[];
  readonly lineOf: (path: Path) => number;
}

const lineFinder = (document: Document, counter: LineCounter) => (path: Path) => {
  // A missing key has no place of its own: the nearest parent that exists is where to look.
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
};

export function readPackSource(file: PackFileText): PackSource {
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter, strict: true, uniqueKeys: true });
  const faults = document.errors.map(error => ({
    file: file.path,
    line: counter.linePos(error.pos[0]).line,
    message: { zh: `这里不是合法的 YAML：${error.code}`, en: error.message },
  }));
  const data: unknown = faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  return { file: file.path, data, faults, lineOf: lineFinder(document, counter) };
}

const chinese = (issue: z.core.$ZodIssue): string => {
  const where = issue.path.join(' › ') || '整个文件';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${where}：不认识的项 ${issue.keys.join('、')}`;
    case 'invalid_type':
      return `${where}：缺少，或者不是要求的种类（应为 ${issue.expected}）`;
    case 'invalid_value':
      return `${where}：只能是 ${issue.values.map(String).join('、')}`;
    default:
      return `${where}：${issue.message}`;
  }
};

const placeOf = (issue: z.core.$ZodIssue): Path => {
  const path = issue.path as Path;
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return key === undefined ? path : [...path, key];
};

/**
 * Of a union that none of its members fits, the findings of the member that fits best: the fewest, those that miss
 * nothing first. `Invalid input` alone would leave the author guessing.
 */
function nearest(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  return issues.flatMap(issue => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const found = issue.errors.map(each => nearest(each));
    const weight = (each: readonly z.core.$ZodIssue[]): number =>
      each.reduce(
        (sum, { code, path }) => sum + (code === 'unrecognized_keys' || path.length === 1 ? 2 : 1),
        0,
      );
    const best = found.reduce((a, b) => (weight(b) < weight(a) ? b : a));
    return best.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

/** What zod found, each with the line of the value it is about. */
export const schemaFaults = (source: PackSource, issues: readonly z.core.$ZodIssue[]): readonly PackFault[] =>
  nearest(issues).map(issue => ({
    file: source.file,
    line: source.lineOf(placeOf(issue)),
    message: { zh: chinese(issue), en: `${issue.path.join(' › ')}: ${issue.message}` },
  }));
