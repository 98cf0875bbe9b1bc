import { isNoWindowsName, nameKey } from '#shared/bagit/bag-path.rules.ts';
import type { BagFault, ReportFault } from '#shared/bagit/bag.rules.ts';
import { isStrict, type BagDeclaration } from '#shared/bagit/bag-version.ts';
import { ASSUMED, DECLARATION, readDeclaration } from '#shared/bagit/declaration.reader.ts';
import { FETCH, readFetch, type FetchEntry } from '#shared/bagit/fetch.reader.ts';
import { manifestName, readManifestLines, type ReadManifest } from '#shared/bagit/manifest.reader.ts';
import { announcedOxum, METADATA, readMetadata } from '#shared/bagit/metadata.reader.ts';
import { tagLines } from '#shared/bagit/tag-text.ts';
import type { BundleLimits } from '#electron/bundles/bundle.limits.ts';
import type { BagFile, BagSource } from './bag.source.ts';
import { checkSums, type FoundSums, type Listing } from './bag.sums.ts';
import { digitsOf, readWhole } from './file.hashes.ts';

export interface BagCheck {
  readonly faults: readonly BagFault[];
  readonly declared: BagDeclaration;
  /** Payload files and their bytes, as they are. */
  readonly payload: { readonly files: number; readonly bytes: number };
  readonly sums: FoundSums;
}

const isPayload = (path: string): boolean => path.startsWith('data/');

interface Checking {
  readonly files: ReadonlyMap<string, BagFile>;
  readonly limits: BundleLimits;
  readonly report: ReportFault;
  declared: BagDeclaration;
}

async function bytesOf(file: BagFile, { limits, report }: Checking): Promise<Buffer | undefined> {
  try {
    const bytes = await readWhole(file, limits.tagBytes);
    if (bytes === undefined) report('tag/too-large', file.path);
    return bytes;
  } catch (cause) {
    report('file/unreadable', file.path, cause instanceof Error ? cause.message : '');
    return undefined;
  }
}

async function linesOf(path: string, checking: Checking): Promise<readonly string[] | undefined> {
  const file = checking.files.get(path);
  if (file === undefined) return undefined;
  const bytes = await bytesOf(file, checking);
  return bytes && tagLines(bytes, path, checking.declared, checking.report);
}

async function declaration(checking: Checking): Promise<BagDeclaration> {
  const file = checking.files.get(DECLARATION);
  if (file === undefined) {
    checking.report('declaration/missing', DECLARATION);
    return ASSUMED;
  }
  const bytes = await bytesOf(file, checking);
  return bytes === undefined ? ASSUMED : readDeclaration(bytes, checking.report);
}

async function manifests(checking: Checking): Promise<readonly ReadManifest[]> {
  const { files, report, declared } = checking;
  const read: ReadManifest[] = [];
  for (const path of files.keys()) {
    const name = manifestName(path);
    if (name === undefined) continue;
    if (path !== `${name.kind === 'tag' ? 'tag' : ''}manifest-${name.algorithm}.txt`)
      report('manifest/name', path);
    const digits = digitsOf(name.algorithm);
    if (digits === undefined) report('manifest/algorithm', path);
    const lines = await linesOf(path, checking);
    if (lines === undefined) continue;
    const has = (file: string): boolean => files.has(file);
    read.push(readManifestLines(name, lines, { declared, digits, has, report }));
  }
  if (![...files.keys()].some(path => manifestName(path)?.kind === 'payload'))
    report('manifest/none', 'manifest-*.txt');
  return read;
}

function checkTagManifests(all: readonly ReadManifest[], { files, declared, report }: Checking): void {
  const tagManifests = all.filter(({ kind }) => kind === 'tag');
  const names = new Set(tagManifests.map(({ file }) => file));
  for (const { file, entries } of tagManifests) {
    for (const path of entries.keys()) {
      if (isPayload(path)) report('tagmanifest/payload', file, path);
      else if (manifestName(path)?.kind === 'tag') report('tagmanifest/itself', file, path);
    }
    for (const path of files.keys()) {
      // A signature of a tag manifest cannot be in it.
      const signature = names.has(path.replace(/\.[^.]+$/, ''));
      if (isPayload(path) || names.has(path) || entries.has(path) || signature) continue;
      const must = isStrict(declared) && manifestName(path)?.kind === 'payload';
      report(must ? 'tagmanifest/no-manifest' : 'tagmanifest/unlisted', file, path);
    }
  }
}

/** Before 1.0 it was enough that one manifest lists a file (RFC 8493, 3). */
function checkListed(all: readonly ReadManifest[], { files, declared, report }: Checking): void {
  const payload = all.filter(({ kind }) => kind === 'payload');
  const keys = payload.map(({ file, entries }) => ({
    file,
    keys: new Set([...entries.keys()].map(nameKey)),
  }));
  for (const path of files.keys()) {
    if (!isPayload(path) || payload.length === 0) continue;
    const missing = keys.filter(each => !each.keys.has(nameKey(path)));
    if (isStrict(declared)) for (const { file } of missing) report('manifest/unlisted', file, path);
    else if (missing.length === keys.length) report('manifest/unlisted', 'manifest-*.txt', path);
  }
  for (const { file, entries } of payload)
    for (const path of entries.keys()) if (!isPayload(path)) report('manifest/outside', file, path);
}

function checkFetch(fetch: readonly FetchEntry[], all: readonly ReadManifest[], checking: Checking): void {
  const { files, declared, report } = checking;
  const payload = all.filter(({ kind }) => kind === 'payload');
  for (const { path, bytes } of fetch) {
    if (!isPayload(path)) {
      report('fetch/tag-file', FETCH, path);
      continue;
    }
    const lists = payload.filter(({ entries }) => entries.has(path)).length;
    if (lists < (isStrict(declared) ? payload.length : 1)) report('fetch/unlisted', FETCH, path);
    const file = files.get(path);
    if (file === undefined) report('fetch/not-fetched', FETCH, path);
    else if (bytes !== undefined && bytes !== file.bytes) report('fetch/length', FETCH, path);
  }
}

function checkNames({ files, report }: Checking): void {
  const seen = new Map<string, string>();
  for (const path of files.keys()) {
    const twin = seen.get(nameKey(path));
    if (twin !== undefined) report('name/twins', path, twin);
    seen.set(nameKey(path), path);
    if (isNoWindowsName(path)) report('name/windows', path);
  }
}

async function checkMetadata(payload: BagCheck['payload'], complete: boolean, checking: Checking) {
  const { report, declared } = checking;
  const lines = await linesOf(METADATA, checking);
  if (lines === undefined) return;
  const announced = announcedOxum(readMetadata(lines, declared, report), report);
  // What is still to be fetched is announced as well.
  if (announced === undefined || !complete) return;
  const actual = `${payload.bytes}.${payload.files}`;
  if (actual !== `${announced.bytes}.${announced.files}`) report('info/oxum', METADATA, actual);
}

/** Finds everything that is wrong with a bag by RFC 8493, or by the draft it declares. Fetches and changes nothing. */
export async function checkBag(source: BagSource, limits: BundleLimits): Promise<BagCheck> {
  const faults: BagFault[] = [...source.faults];
  const report: ReportFault = (rule, file, detail) =>
    faults.push({ rule, file, ...(detail === undefined ? {} : { detail }) });
  const files = new Map(source.files.map(file => [file.path, file]));
  const checking: Checking = { files, limits, report, declared: ASSUMED };
  checking.declared = await declaration(checking);
  if (!source.hasPayloadFolder) report('payload/no-folder', 'data');
  const all = await manifests(checking);
  checkTagManifests(all, checking);
  checkListed(all, checking);
  checkNames(checking);
  const fetchLines = await linesOf(FETCH, checking);
  const fetch = fetchLines === undefined ? [] : readFetch(fetchLines, checking.declared, report);
  checkFetch(fetch, all, checking);
  const pending = new Set(fetch.map(({ path }) => path).filter(path => !files.has(path)));
  const listing: Listing = { manifests: all, pending };
  const sums = await checkSums(listing, files, report);
  const payloadFiles = source.files.filter(({ path }) => isPayload(path));
  const payload = {
    files: payloadFiles.length,
    bytes: payloadFiles.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  await checkMetadata(payload, pending.size === 0, checking);
  return { faults, declared: checking.declared, payload, sums };
}
