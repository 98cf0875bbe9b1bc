import ts from 'typescript';

export type SourceFile = { readonly path: string; readonly text: string };

export const MANY_LINES = 400;
export const TOO_MANY_LINES = 600;

/** Files that may be long, or named otherwise, each with its reason. */
export type Exception = { readonly files: RegExp; readonly because: string };

const longByNature: readonly Exception[] = [
  { files: /^package-lock\.json$/, because: 'written by npm' },
  { files: /^resources\/(procedures|calendars|samples)\//, because: 'data' },
  { files: /^resources\/schema\//, because: 'generated from the schemas in shared/' },
  { files: /\.data\.ts$/, because: 'generated' },
  { files: /^build\/packs\/catalogue\.json$/, because: 'facts, one system after the other' },
  { files: /^resources\/fonts\/[^/]*$/, because: 'fonts and their licences, as published' },
];

const namedOtherwise: readonly Exception[] = [
  { files: /(^|\/)(README|CONTRIBUTING|CHANGELOG|LICENSE|NOTICE)(\.[\w-]+)*$/, because: 'custom' },
  { files: /^resources\/fonts\//, because: 'fonts are named by their families' },
  {
    files: /^resources\/procedures\/[^/]+\/forms\/[A-Z][A-Z0-9]{1,5}-\d+\.yaml$/,
    because: 'codes of official forms',
  },
];

/** The name of a language, as in BCP 47, may be a folder or a role. */
const LANGUAGE = /\bzh-CN\b/g;
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Set by a tool that looks for exactly this name. */
const PYTHON = /^[a-z0-9]+(_[a-z0-9]+)*\.py$/;

const isExcepted = (exceptions: readonly Exception[], path: string): boolean =>
  exceptions.some(({ files }) => files.test(path));

export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

export function hasLimit(path: string): boolean {
  return !isExcepted(longByNature, path);
}

export function nameFaults(path: string): readonly string[] {
  if (isExcepted(namedOtherwise, path)) return [];
  const parts = path.replace(LANGUAGE, 'zh-cn').split('/');
  const wrong = parts.filter(part => !KEBAB.test(part) && !PYTHON.test(part));
  return wrong.map(part => `${path}: '${part}' is not in kebab-case`);
}

/** Folders that exist on the machine of whoever wrote the line, and nowhere else. */
const MACHINE_PATH = /(?:^|[\s"'`(=:,])\/(?:root|work|Users\/\w+|home\/\w+)(?=$|[/\s"'`),:])/;

export function machinePathFaults({ path, text }: SourceFile): readonly string[] {
  return text.split('\n').flatMap((line, at) => {
    const found = MACHINE_PATH.exec(line);
    return found ? [`${path}:${at + 1}: a path of one machine: ${found[0].trim()}`] : [];
  });
}

const HAN = /\p{Script=Han}/u;

/** What a person reads stands in renderer/i18n or in a procedure, never in a component. Comments are free. */
export function wordFaults({ path, text }: SourceFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node) && HAN.test(node.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      faults.push(`${path}:${line + 1}: Chinese text in a component: ${node.text.trim().slice(0, 20)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node);
}
