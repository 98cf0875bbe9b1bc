import { createHash } from 'node:crypto';
import { parseBagInfo, type BagInfo } from '#shared/bundle/bag-info.ts';
import { bagName } from '#shared/bundle/bundle-name.ts';
import { parseManifest } from '#shared/bundle/manifest.ts';
import { parsePublicKey, verifyMinisign } from '#electron/keys/minisign.ts';
import { BundleFault } from './bundle.fault.ts';
import type { BundleLimits } from './bundle.limits.ts';
import type { OpenZip, ZipEntry } from './zip.open.ts';

const BAGIT = 'bagit.txt';
const BAG_INFO = 'bag-info.txt';
const MANIFEST = 'manifest-sha256.txt';
const TAG_MANIFEST = 'tagmanifest-sha256.txt';
const SIGNATURE = 'tagmanifest-sha256.txt.minisig';

const TAGS = [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, SIGNATURE];

/** What a month's bag cannot do without, besides its tag files. */
const OF_A_MONTH = ['data/office.json', 'data/cases.ndjson', 'data/events.ndjson'];

const isPayload = (path: string): boolean => path.startsWith('data/');

/** The files of a bag by their path inside it, and the name of its one top folder. */
export interface BagFiles {
  readonly top: string;
  readonly files: ReadonlyMap<string, ZipEntry>;
}

export function bagFiles(zip: OpenZip, payload: readonly string[] = OF_A_MONTH): BagFiles {
  const [first] = zip.entries;
  const top = first?.path.split('/')[0] ?? '';
  const files = new Map<string, ZipEntry>();
  for (const entry of zip.entries) {
    if (!entry.path.startsWith(`${top}/`)) throw new BundleFault('bundle/not-a-bag', 'not one top folder');
    files.set(entry.path.slice(top.length + 1), entry);
  }
  const missing = [...TAGS, ...payload].find(path => !files.has(path));
  if (missing !== undefined) throw new BundleFault('bundle/not-a-bag', missing);
  return { top, files };
}

/** A small file of the bag, whole. */
export async function readSmall(bag: BagFiles, path: string, limits: BundleLimits): Promise<Buffer> {
  const entry = bag.files.get(path);
  if (entry === undefined) throw new BundleFault('bundle/missing-file', path);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of await entry.open()) {
    bytes += part.length;
    if (bytes > limits.tagBytes) throw new BundleFault('bundle/too-large', path);
    parts.push(part);
  }
  return Buffer.concat(parts, bytes);
}

function asText(bytes: Buffer, path: string): string {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) throw new BundleFault('bundle/not-a-bag', `${path} is not in UTF-8`);
  return text;
}

/** The text of `bag-info.txt`, of a bag whose `bagit.txt` is understood. */
export async function readInfoText(bag: BagFiles, limits: BundleLimits): Promise<string> {
  const declaration = asText(await readSmall(bag, BAGIT, limits), BAGIT)
    .trimEnd()
    .split(/\r?\n/);
  const version = /^BagIt-Version: (\d+)\.\d+$/.exec(declaration[0] ?? '');
  if (version !== null && Number(version[1]) > 1) throw new BundleFault('bundle/newer-format', BAGIT);
  const encoding = declaration[1] === 'Tag-File-Character-Encoding: UTF-8';
  if (version?.[1] !== '1' || !encoding || declaration.length > 2) {
    throw new BundleFault('bundle/not-a-bag', BAGIT);
  }
  return asText(await readSmall(bag, BAG_INFO, limits), BAG_INFO);
}

/** `bagit.txt` and `bag-info.txt`: what the bag says of itself. Nothing of it is proven yet. */
export async function readBagInfo(bag: BagFiles, limits: BundleLimits): Promise<BagInfo> {
  const info = parseBagInfo(await readInfoText(bag, limits));
  if (!info.ok) throw new BundleFault(info.error.code, info.error.detail);
  return info.value;
}

/** That the office's key signed the tag manifest, and that it lists the other tag files as they are. */
export async function checkTags(bag: BagFiles, signingKey: string, limits: BundleLimits): Promise<void> {
  const tags = await readSmall(bag, TAG_MANIFEST, limits);
  const signature = await readSmall(bag, SIGNATURE, limits);
  const key = parsePublicKey(signingKey);
  if (!key.ok) throw new Error('an office is enrolled with a malformed key');
  const verdict = await verifyMinisign(key.value, tags, signature.toString('utf8'));
  if (!verdict.ok) throw new BundleFault('bundle/bad-signature', verdict.error);

  const listed = parseManifest(asText(tags, TAG_MANIFEST));
  if (listed === undefined) throw new BundleFault('bundle/not-a-bag', TAG_MANIFEST);
  for (const path of [BAGIT, BAG_INFO, MANIFEST]) {
    if (!listed.has(path)) throw new BundleFault('bundle/unlisted-file', path);
  }
  for (const path of bag.files.keys()) {
    const known = isPayload(path) || listed.has(path) || path === TAG_MANIFEST || path === SIGNATURE;
    if (!known) throw new BundleFault('bundle/unlisted-file', path);
  }
  for (const [path, sha256] of listed) {
    if (isPayload(path)) throw new BundleFault('bundle/not-a-bag', `${TAG_MANIFEST} lists ${path}`);
    const content = await readSmall(bag, path, limits);
    const actual = createHash('sha256').update(content).digest('hex');
    if (actual !== sha256) throw new BundleFault('bundle/hash-mismatch', path);
  }
}

/** Payload paths with the hashes they must have: exactly the files that are there. */
export async function readManifest(
  bag: BagFiles,
  info: Pick<BagInfo, 'payload'>,
  limits: BundleLimits,
): Promise<ReadonlyMap<string, string>> {
  const manifest = parseManifest(asText(await readSmall(bag, MANIFEST, limits), MANIFEST));
  if (manifest === undefined) throw new BundleFault('bundle/not-a-bag', MANIFEST);
  const payload = [...bag.files].filter(([path]) => isPayload(path));
  const unlisted = payload.find(([path]) => !manifest.has(path));
  if (unlisted !== undefined) throw new BundleFault('bundle/unlisted-file', unlisted[0]);
  for (const path of manifest.keys()) {
    if (!isPayload(path) || !bag.files.has(path)) throw new BundleFault('bundle/missing-file', path);
  }
  const claimed = payload.reduce((sum, [, entry]) => sum + entry.claimedBytes, 0);
  checkOxum(info, { files: payload.length, bytes: claimed });
  return manifest;
}

export function checkOxum(
  info: Pick<BagInfo, 'payload'>,
  actual: { readonly files: number; readonly bytes: number },
): void {
  const { files, bytes } = info.payload;
  if (actual.files === files && actual.bytes === bytes) return;
  throw new BundleFault(
    'bundle/oxum-mismatch',
    `${actual.bytes}.${actual.files} instead of ${bytes}.${files}`,
  );
}

/** That the folder is named after what `bag-info.txt` says. */
export function checkTop({ top }: BagFiles, info: BagInfo): void {
  const { officeCode: code, period, sequence } = info;
  if (top !== bagName({ code, period, sequence }))
    throw new BundleFault('bundle/bad-bag-info', 'name of the folder');
  if (info.zeroReport !== (info.caseCount === 0)) throw new BundleFault('bundle/bad-bag-info', 'Zero-Report');
}
