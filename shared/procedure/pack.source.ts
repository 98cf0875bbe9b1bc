import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { Text } from '#shared/core/text.ts';

/** One thing wrong with a pack: where it stands and what it is, as a sentence. */
export interface PackFault {
  readonly file: string;
  readonly line: number;
  readonly message: Text;
  /** Ids and keys it is about: what hangs on them is not to be relied on. */
  readonly about?: readonly string[];
}

export interface PackFileText {
  /** Relative to the pack, with `/`. */
  readonly path: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** Takes a fault found at a place of the file that is being checked. */
export type Report = (path: Path, zh: string, en: string) => void;

/** The part of the file, the innermost thing with a name, and the word itself. */
export function aboutOf(data: unknown, path: Path): readonly string[] {
  const about: string[] = [];
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) break;
    value = (value as Record<string | number, unknown>)[key];
    const { id, key: name } = (value ?? {}) as Record<string, unknown>;
    const own = id ?? name;
    if (typeof own === 'string') about.splice(0, 1, own);
  }
  return [...about, ...(typeof value === 'string' ? [value] : []), String(path[0] ?? '')];
}

const begins = (path: Path, beginning: Path): boolean =>
  beginning.every((part, place) => part === path[place]);

/** Reports into a list, with the line of the place in its file; what was mended has its own fault already. */
export const reporter =
  (source: PackSource, faults: PackFault[], mended: readonly Path[] = []): Report =>
  (path, zh, en) => {
    if (mended.some(place => begins(path, place) || begins(place, path))) return;
    faults.push({
      ...{ file: source.file, line: source.lineOf(path), message: { zh, en } },
      about: aboutOf(source.data, path),
    });
  };

/** A YAML file that remembers on which line each value stands. */
export interface PackSource {
  readonly file: string;
  readonly data: unknown;
  /** The YAML can be read, though it may have faults. */
  readonly readable: boolean;
  readonly faults: readonly PackFault[];
  readonly lineOf: (path: Path) => number;
}

const lineFinder = (document: Document, counter: LineCounter) => {
  const lineAt = (node: unknown): number | undefined =>
    isNode(node) && node.range ? counter.linePos(node.range[0]).line : undefined;
  /** Of a value with a name, the line of the name: the value may begin further down. */
  const lineOfNode = (path: Path): number | undefined => {
    const parent = document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
      : undefined;
    return lineAt(pair?.key) ?? lineAt(document.getIn(path, true));
  };
  return (path: Path): number => {
    // A missing key has no place of its own: the nearest parent that exists is where to look.
    for (let depth = path.length; depth > 0; depth--) {
      const line = lineOfNode(path.slice(0, depth));
      if (line !== undefined) return line;
    }
    return lineAt(document.contents) ?? 1;
  };
};

const YAML_WORDS: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: '这一项写了两次',
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  MISSING_CHAR: '少了引号或者括号',
  BLOCK_IN_FLOW: '括号没有合上',
  UNEXPECTED_TOKEN: '多了不该有的符号',
  BLOCK_AS_IMPLICIT_KEY: '冒号或者缩进不对',
};

/** A mistake that the reader stumbles over brings others after it; a key written twice stands alone. */
function telling(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return first === undefined ? errors : [first];
}

const countOf = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0;

/** The reader notices a bracket that was left open on a line further down: the line that leaves it open is at fault. */
function lineOfError(text: string, noticed: number): number {
  const lines = text.split('\n');
  const open = [noticed, noticed - 1, noticed - 2].find(line => {
    const words = lines[line - 1] ?? '';
    return countOf(words, /[[{]/g) > countOf(words, /[\]}]/g);
  });
  return open ?? noticed;
}

export function readPackSource(file: PackFileText): PackSource {
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter, strict: true, uniqueKeys: true });
  const errors = telling(document.errors);
  const faults = errors.map(({ code, message, pos }) => ({
    file: file.path,
    line:
      code === 'DUPLICATE_KEY'
        ? counter.linePos(pos[0]).line
        : lineOfError(file.text, counter.linePos(pos[0]).line),
    message: { zh: `这里不是合法的 YAML：${YAML_WORDS[code] ?? code}`, en: message },
  }));
  const readable = errors.every(({ code }) => code === 'DUPLICATE_KEY');
  const data: unknown = readable ? document.toJS({ maxAliasCount: 0 }) : undefined;
  return { file: file.path, data, readable, faults, lineOf: lineFinder(document, counter) };
}
