import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';

/** Files of a bag by their path inside it. */
export type MadeBag = Map<string, Buffer>;

export interface BagMaking {
  readonly version?: string;
  readonly encoding?: string;
  readonly algorithms?: readonly string[];
  readonly payload?: Readonly<Record<string, string>>;
  /** Writes text in the encoding that is declared. */
  readonly encode?: (text: string) => Buffer;
  readonly lineEnd?: string;
}

const sum = (algorithm: string, content: Buffer): string =>
  createHash(algorithm).update(content).digest('hex');

export const PAYLOAD = { 'data/一.txt': '甲', 'data/深/二.txt': '乙乙', 'data/three.txt': 'three' };

/** A sound bag as other makers make them: the least that is asked for, and tag manifests. */
export function madeBag({
  version = '1.0',
  encoding = 'UTF-8',
  algorithms = ['sha512'],
  payload = PAYLOAD,
  encode = text => Buffer.from(text),
  lineEnd = '\n',
}: BagMaking = {}): MadeBag {
  const bag: MadeBag = new Map();
  const declaration = [`BagIt-Version: ${version}`, `Tag-File-Character-Encoding: ${encoding}`];
  bag.set('bagit.txt', Buffer.from(declaration.map(line => line + lineEnd).join('')));
  const files = Object.entries(payload).map(([name, text]) => [name, Buffer.from(text)] as const);
  for (const [name, content] of files) bag.set(name, content);
  const bytes = files.reduce((total, [, content]) => total + content.length, 0);
  bag.set(
    'bag-info.txt',
    encode(`Contact-Name: 样本${lineEnd}Payload-Oxum: ${bytes}.${files.length}${lineEnd}`),
  );
  const listed = (algorithm: string, of: readonly (readonly [string, Buffer])[]): Buffer =>
    encode(of.map(([name, content]) => `${sum(algorithm, content)}  ${name}${lineEnd}`).join(''));
  for (const each of algorithms) bag.set(`manifest-${each}.txt`, listed(each, files));
  const tags = [...bag].filter(([name]) => !name.startsWith('data/'));
  for (const each of algorithms) bag.set(`tagmanifest-${each}.txt`, listed(each, tags));
  return bag;
}

/** Changes the text of a tag file, and takes the tag manifests away, which would else blame it first. */
export function edited(bag: MadeBag, file: string, change: (text: string) => string): MadeBag {
  const without = [...bag].filter(([name]) => !name.startsWith('tagmanifest-'));
  return new Map(without).set(file, Buffer.from(change((bag.get(file) ?? Buffer.alloc(0)).toString())));
}

/** Lays a bag down as a folder, and answers with its path. */
export async function laidDown(bag: MadeBag): Promise<string> {
  const folder = path.join(await tempFolder(), 'bag');
  await mkdir(path.join(folder, 'data'), { recursive: true });
  for (const [name, content] of bag) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}
