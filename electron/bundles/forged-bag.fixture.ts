import { createHash } from 'node:crypto';
import { formatManifest } from '#shared/bundle/manifest.ts';
import { signMinisign } from '#electron/keys/minisign.ts';
import { encryptAge } from './age.stream.ts';
import { makeBag } from './bag.members.ts';
import type { SampleMonth, SampleOffice } from './bundle.fixture.ts';
import { rawZip, type RawEntry } from './raw-zip.fixture.ts';

/** The files of a bag, to be altered before it is packed. Paths are inside the bag. */
export interface LooseBag {
  top: string;
  readonly files: Map<string, Buffer>;
}

export async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export async function looseBag({ input }: SampleMonth): Promise<LooseBag> {
  const files = new Map<string, Buffer>();
  let top = '';
  for await (const member of makeBag(input).members) {
    const [folder = '', ...rest] = member.path.split('/');
    top = folder;
    files.set(rest.join('/'), await gather(member.open()));
  }
  return { top, files };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const TAG_FILES = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'];

/** Makes manifests, announced size and signature fit again, so that only what is meant to be wrong is. */
export async function reseal(
  bag: LooseBag,
  { secret }: SampleOffice,
  {
    manifest = true,
    oxum = true,
    tags = TAG_FILES,
  }: { manifest?: boolean; oxum?: boolean; tags?: string[] } = {},
): Promise<void> {
  const payload = [...bag.files].filter(([path]) => path.startsWith('data/'));
  if (manifest) {
    const entries = payload.map(([path, bytes]) => ({ path, sha256: sha256(bytes) }));
    bag.files.set('manifest-sha256.txt', Buffer.from(formatManifest(entries)));
  }
  if (oxum) {
    const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0);
    editInfo(bag, 'Payload-Oxum', `${bytes}.${payload.length}`);
  }
  const entries = tags.map(path => ({ path, sha256: sha256(bag.files.get(path) ?? Buffer.alloc(0)) }));
  const text = Buffer.from(formatManifest(entries));
  bag.files.set('tagmanifest-sha256.txt', text);
  const signature = await signMinisign(secret, text, 'forged');
  bag.files.set('tagmanifest-sha256.txt.minisig', Buffer.from(signature));
}

/** Gives one label of bag-info.txt another value. */
export function editInfo(bag: LooseBag, label: string, value: string): void {
  const text = String(bag.files.get('bag-info.txt'));
  bag.files.set(
    'bag-info.txt',
    Buffer.from(text.replace(new RegExp(`^${label}: .*$`, 'm'), `${label}: ${value}`)),
  );
}

export const entriesOf = (bag: LooseBag): RawEntry[] =>
  [...bag.files].map(([path, data]) => ({ name: `${bag.top}/${path}`, data }));

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

export const sealed = (zip: Buffer, { headquarters }: SampleMonth): Promise<Buffer> =>
  gather(encryptAge(once(zip), [headquarters.recipient]));

export const sealedBag = (bag: LooseBag, month: SampleMonth): Promise<Buffer> =>
  sealed(rawZip(entriesOf(bag)), month);
