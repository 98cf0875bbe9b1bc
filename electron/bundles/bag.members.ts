import { createHash } from 'node:crypto';
import { formatBagInfo } from '#shared/bundle/bag-info.ts';
import { BUNDLE_FORMAT, Sha256Hex } from '#shared/bundle/bundle.formats.ts';
import { bagName } from '#shared/bundle/bundle-name.ts';
import { CaseLine } from '#shared/bundle/case-line.schema.ts';
import { headOf, linkEvent, type ChainHead } from '#shared/bundle/event-chain.ts';
import { formatManifest, type ManifestEntry } from '#shared/bundle/manifest.ts';
import type { BundleCounts } from '#shared/bundle/receipt.schema.ts';
import { isSafePath } from '#shared/bundle/safe-name.rules.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { dateOf } from '#shared/core/instant.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { BundleFault } from './bundle.fault.ts';
import type { BundleInput, BundleSource, Many } from './bundle.input.ts';
import { readmeText } from './readme.text.ts';
import type { ZipMember } from './zip.pack.ts';

const BAGIT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(typeof content === 'string' ? Buffer.from(content) : content);
}

/** What has gone into a bag so far; complete once all members have been read. */
export interface Bag {
  readonly members: AsyncIterable<ZipMember>;
  readonly counts: () => BundleCounts;
  readonly chainHead: () => ChainHead;
}

/**
 * The files of a bag, in the order in which they are packed: the payload is hashed while it goes by, so what
 * speaks about it comes last. Nothing is held in memory but names and hashes.
 */
export function makeBag(input: BundleInput): Bag {
  const manifest: ManifestEntry[] = [];
  const counts = { cases: 0, events: 0, documents: 0, attachments: 0, files: 0, bytes: 0 };
  const paths = new Set<string>();
  let head = input.chainHead;
  const name = { code: input.office.code, period: input.period, sequence: input.sequence };
  const top = bagName(name);

  const tag = (file: string, content: string | Uint8Array): ZipMember => ({
    path: `${top}/${file}`,
    deflate: true,
    open: () => bytesOf(content),
  });

  function payload(
    file: string,
    open: () => AsyncIterable<Uint8Array>,
    how: { readonly deflate: boolean; readonly bytes?: number; readonly sha256?: string },
  ): ZipMember {
    const path = `data/${file}`;
    if (!isSafePath(path) || paths.has(path)) throw new Error(`no such file can be in a bag: ${path}`);
    paths.add(path);
    const { sha256: expected, ...rest } = how;
    const metered = async function* (): AsyncGenerator<Uint8Array> {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of open()) {
        bytes += piece.length;
        if (bytes > (how.bytes ?? Infinity)) throw new BundleFault('bundle/source-changed', path);
        hash.update(piece);
        yield piece;
      }
      const sha256 = hash.digest('hex');
      if (bytes !== (how.bytes ?? bytes) || sha256 !== (expected ?? sha256)) {
        throw new BundleFault('bundle/source-changed', path);
      }
      manifest.push({ sha256, path });
      counts.files += 1;
      counts.bytes += bytes;
    };
    return { path: `${top}/${path}`, open: metered, ...rest };
  }

  async function* caseLines(): AsyncGenerator<Uint8Array> {
    for await (const line of input.cases) {
      counts.cases += 1;
      yield Buffer.from(`${canonicalJson(CaseLine.parse(line))}\n`);
    }
  }

  async function* eventLines(): AsyncGenerator<Uint8Array> {
    for await (const event of input.events) {
      counts.events += 1;
      const line = linkEvent(head, event, sha256Of);
      head = headOf(line);
      yield Buffer.from(`${canonicalJson(line)}\n`);
    }
  }

  const bagInfo = (): string =>
    formatBagInfo({
      format: BUNDLE_FORMAT,
      officeName: input.office.name,
      officeCode: input.office.code,
      bundleId: input.bundleId,
      baggingDate: dateOf(input.madeAt),
      payload: { bytes: counts.bytes, files: counts.files },
      period: input.period,
      sequence: input.sequence,
      previous: input.previous,
      caseCount: counts.cases,
      zeroReport: counts.cases === 0,
      chainHead: head,
    });

  async function* members(): AsyncGenerator<ZipMember> {
    const text = { deflate: true };
    yield tag('bagit.txt', BAGIT);
    const readme = readmeText(name, input.office.signing_key);
    yield payload('README.txt', () => bytesOf(readme), text);
    yield payload('office.json', () => bytesOf(`${canonicalJson(input.office)}\n`), text);
    yield payload('cases.ndjson', caseLines, text);
    yield payload('events.ndjson', eventLines, text);
    for await (const document of sorted(input.documents, each => `${each.caseId}/${each.documentId}`)) {
      counts.documents += 1;
      const file = `documents/${document.caseId}/${document.documentId}.pdf`;
      yield payload(file, () => readSource(document, file), { deflate: false, bytes: document.bytes });
    }
    for await (const { sha256, ext, ...source } of sorted(input.attachments, each => each.sha256)) {
      if (!Sha256Hex.safeParse(sha256).success || !/^[a-z0-9]{1,8}$/.test(ext)) {
        throw new Error('an attachment is named by its SHA-256 and a short extension');
      }
      const file = `attachments/${sha256}.${ext}`;
      // Several cases may share one scan; it is stored once.
      if (paths.has(`data/${file}`)) continue;
      counts.attachments += 1;
      yield payload(file, () => readSource(source, file), { deflate: false, bytes: source.bytes, sha256 });
    }
    const reports = sorted(Object.entries(input.reports), ([report]) => report);
    for await (const [report, content] of reports) {
      if (!/^[a-z0-9-]+(\.[a-z0-9]+)+$/.test(report)) throw new Error(`not a name of a report: ${report}`);
      const how = { deflate: report.endsWith('.json'), bytes: content.length };
      yield payload(`reports/${report}`, () => bytesOf(content), how);
    }
    yield* tagFiles();
  }

  async function* tagFiles(): AsyncGenerator<ZipMember> {
    const files = [
      { path: 'bagit.txt', content: BAGIT },
      { path: 'bag-info.txt', content: bagInfo() },
      { path: 'manifest-sha256.txt', content: formatManifest(manifest) },
    ];
    for (const { path, content } of files.slice(1)) yield tag(path, content);
    const tags = formatManifest(files.map(({ path, content }) => ({ path, sha256: sha256Of(content) })));
    yield tag('tagmanifest-sha256.txt', tags);
    const comment = `office:${input.office.code}\tbundle:${input.bundleId}\tmade:${input.madeAt}`;
    yield tag('tagmanifest-sha256.txt.minisig', await input.sign(Buffer.from(tags), comment));
  }

  return { members: members(), counts: () => ({ ...counts }), chainHead: () => head };
}

/** By name where all are known beforehand, so that the same month gives the same ZIP; else as they come. */
function sorted<T>(many: Many<T>, nameOf: (each: T) => string): Many<T> {
  if (!(Symbol.iterator in many)) return many;
  return [...many].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

async function* readSource(source: Pick<BundleSource, 'open'>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* source.open();
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new BundleFault('bundle/source-unreadable', `data/${name}`, cause);
  }
}
