import { parseBagInfo, type BagInfo } from '#shared/bundle/bag-info.ts';
import { bagName, parseBundleName } from '#shared/bundle/bundle-name.ts';
import type { FormatRuleName, ReportFormatFault } from '#shared/bundle/format.rules.ts';
import { parseManifest } from '#shared/bundle/manifest.ts';
import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { isSafePath, pathKey } from '#shared/bundle/safe-name.rules.ts';
import type { BagFault } from '#shared/bagit/bag.rules.ts';
import type { BundleLimits } from '#electron/bundles/bundle.limits.ts';
import { parsePlainJson } from '#electron/bundles/ndjson.reader.ts';
import { parsePublicKey, verifyMinisign } from '#electron/keys/minisign.ts';
import type { BagCheck } from './bag.check.ts';
import type { BagFile, BagSource } from './bag.source.ts';
import { readWhole } from './file.hashes.ts';
import { checkContent } from './format.content.ts';

const TAG_MANIFEST = 'tagmanifest-sha256.txt';
const SIGNATURE = `${TAG_MANIFEST}.minisig`;
const OFFICE = 'data/office.json';
const REQUIRED = [
  ...['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', TAG_MANIFEST, SIGNATURE],
  ...[OFFICE, 'data/cases.ndjson', 'data/events.ndjson'],
];
const USUAL = ['data/README.txt', 'data/reports/statistics.json'];
const KNOWN = /^data\/(README\.txt|office\.json|(cases|events)\.ndjson|(documents|attachments|reports)\/.+)$/;
const DOCUMENT = /^data\/documents\/[^/]+\/[^/]+\.pdf$/;
const ATTACHMENT = /^data\/attachments\/[0-9a-f]{64}\.[a-z0-9]{1,8}$/;

/** What the signature was held to; undefined where there was nothing to hold it to. */
export interface FormatCheck {
  readonly faults: readonly BagFault<FormatRuleName>[];
  readonly signedBy: string | undefined;
}

interface Checking {
  readonly source: BagSource;
  readonly files: ReadonlyMap<string, BagFile>;
  readonly limits: BundleLimits;
  readonly report: ReportFormatFault;
}

/** Small files only; what cannot be read has been reported with the bag. */
async function bytesOf(path: string, { files, limits }: Checking): Promise<Buffer | undefined> {
  const file = files.get(path);
  return file && (await readWhole(file, limits.tagBytes).catch(() => undefined));
}

function checkFiles({ files, report }: Checking): void {
  for (const path of REQUIRED) if (!files.has(path)) report('format1/missing', path);
  for (const path of USUAL) if (!files.has(path)) report('format1/missing-part', path);
  const seen = new Map<string, string>();
  for (const path of files.keys()) {
    if (!isSafePath(path)) report('format1/unsafe-name', path);
    const twin = seen.get(pathKey(path));
    if (twin !== undefined) report('format1/twin-names', path, twin);
    seen.set(pathKey(path), path);
    if (!path.startsWith('data/')) continue;
    if (!KNOWN.test(path)) report('format1/unknown-file', path);
    if (path.startsWith('data/documents/') && !DOCUMENT.test(path)) report('format1/document-name', path);
    if (path.startsWith('data/attachments/') && !ATTACHMENT.test(path))
      report('format1/attachment-name', path);
  }
}

async function checkInfo(checking: Checking, fileName: string | undefined): Promise<BagInfo | undefined> {
  const { source, report } = checking;
  const bytes = await bytesOf('bag-info.txt', checking);
  if (bytes === undefined) return undefined;
  const info = parseBagInfo(bytes.toString('utf8'));
  if (!info.ok) {
    const rule = info.error.code === 'bundle/newer-format' ? 'format1/newer' : 'format1/bag-info';
    report(rule, 'bag-info.txt', info.error.detail);
    return undefined;
  }
  const { officeCode: code, period, sequence } = info.value;
  const name = bagName({ code, period, sequence });
  if (source.name !== name) report('format1/folder-name', source.name, name);
  const named = fileName === undefined ? undefined : parseBundleName(fileName);
  if (fileName !== undefined && (named === undefined || bagName(named) !== name))
    report('format1/file-name', fileName, name);
  return info.value;
}

async function checkOffice(info: BagInfo | undefined, checking: Checking): Promise<OfficeCard | undefined> {
  const bytes = await bytesOf(OFFICE, checking);
  if (bytes === undefined) return undefined;
  const card = OfficeCard.safeParse(parsePlainJson(bytes, checking.limits));
  if (!card.success) {
    const detail = card.error.issues.map(issue => issue.path.join('.')).join(', ');
    checking.report('format1/office', OFFICE, detail);
    return undefined;
  }
  if (info !== undefined && card.data.code !== info.officeCode)
    checking.report('format1/other-office', OFFICE, card.data.code);
  return card.data;
}

async function checkTags(key: string | undefined, checking: Checking): Promise<void> {
  const { files, report } = checking;
  const tags = await bytesOf(TAG_MANIFEST, checking);
  if (tags === undefined) return;
  const listed = parseManifest(tags.toString('utf8')) ?? new Map<string, string>();
  for (const path of files.keys()) {
    const apart = path.startsWith('data/') || path === TAG_MANIFEST || path === SIGNATURE;
    if (!apart && !listed.has(path)) report('format1/unlisted-tag', path);
  }
  const signature = await bytesOf(SIGNATURE, checking);
  const parsed = key === undefined ? undefined : parsePublicKey(key);
  if (signature === undefined || parsed?.ok !== true) return;
  const verdict = await verifyMinisign(parsed.value, tags, signature.toString('utf8'));
  if (!verdict.ok) report('format1/signature', SIGNATURE, verdict.error);
}

export interface FormatCheckOptions {
  /** The key the office is known by; without it, the one in the bag, which proves that nothing was changed since. */
  readonly signingKey?: string;
  /** Name of the `.age` or ZIP file, where the bag came in one. */
  readonly fileName?: string;
  readonly limits: BundleLimits;
}

/** Finds everything in which a bag differs from format 1 of the case bundle. */
export async function checkFormat(
  source: BagSource,
  { declared, sums }: BagCheck,
  { signingKey, fileName, limits }: FormatCheckOptions,
): Promise<FormatCheck> {
  const faults: BagFault<FormatRuleName>[] = [];
  const report: ReportFormatFault = (rule, file, detail) =>
    faults.push({ rule, file, ...(detail === undefined ? {} : { detail }) });
  const files = new Map(source.files.map(file => [file.path, file]));
  const checking: Checking = { source, files, limits, report };
  const { major, minor, encoding } = declared;
  if (`${major}.${minor} ${encoding.toUpperCase()}` !== '1.0 UTF-8') report('format1/bagit', 'bagit.txt');
  checkFiles(checking);
  const info = await checkInfo(checking, fileName);
  const card = await checkOffice(info, checking);
  const key = signingKey ?? card?.signing_key;
  await checkTags(key, checking);
  if (card !== undefined && key !== card.signing_key) report('format1/other-office', OFFICE, 'signing_key');
  await checkContent({ files, sums }, info, { limits, report });
  return { faults, signedBy: key };
}
