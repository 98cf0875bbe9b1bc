import { formatBagInfo } from '#shared/bundle/bag-info.ts';
import { BUNDLE_FORMAT, Sha256Hex } from '#shared/bundle/bundle.formats.ts';
import { bagName } from '#shared/bundle/bundle-name.ts';
import { CaseLine } from '#shared/bundle/case-line.schema.ts';
import { headOf, linkEvent, type ChainHead } from '#shared/bundle/event-chain.ts';
import type { BundleCounts } from '#shared/bundle/receipt.schema.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { dateOf } from '#shared/core/instant.ts';
import { bytesOf, packBag, readSource, sha256Of, sorted, type PayloadFile } from './bag.pack.ts';
import type { BundleAttachment, BundleInput, Many } from './bundle.input.ts';
import { readmeText } from './readme.text.ts';
import type { ZipMember } from './zip.pack.ts';

/** What has gone into a bag so far; complete once all members have been read. */
export interface Bag {
  readonly members: AsyncIterable<ZipMember>;
  readonly counts: () => BundleCounts;
  readonly chainHead: () => ChainHead;
}

/** Attachments, named by what they hold, each once. */
export async function* attachmentFiles(
  attachments: Many<BundleAttachment>,
  folder = 'attachments',
): AsyncGenerator<PayloadFile> {
  const stored = new Set<string>();
  for await (const { sha256, ext, ...source } of sorted(attachments, each => each.sha256)) {
    if (!Sha256Hex.safeParse(sha256).success || !/^[a-z0-9]{1,8}$/.test(ext)) {
      throw new Error('an attachment is named by its SHA-256 and a short extension');
    }
    const file = `${folder}/${sha256}.${ext}`;
    // Several cases may share one scan; it is stored once.
    if (stored.has(file)) continue;
    stored.add(file);
    yield { file, open: () => readSource(source, file), deflate: false, bytes: source.bytes, sha256 };
  }
}

/** The files of a month's bag, in the order in which they are packed. */
export function makeBag(input: BundleInput): Bag {
  const counts = { cases: 0, events: 0, documents: 0, attachments: 0 };
  let head = input.chainHead;
  const name = { code: input.office.code, period: input.period, sequence: input.sequence };

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

  async function* payload(): AsyncGenerator<PayloadFile> {
    const text = { deflate: true };
    const readme = readmeText(name, input.office.signing_key);
    yield { file: 'README.txt', open: () => bytesOf(readme), ...text };
    yield { file: 'office.json', open: () => bytesOf(`${canonicalJson(input.office)}\n`), ...text };
    yield { file: 'cases.ndjson', open: caseLines, ...text };
    yield { file: 'events.ndjson', open: eventLines, ...text };
    for await (const document of sorted(input.documents, each => `${each.caseId}/${each.documentId}`)) {
      counts.documents += 1;
      const file = `documents/${document.caseId}/${document.documentId}.pdf`;
      yield { file, open: () => readSource(document, file), deflate: false, bytes: document.bytes };
    }
    for await (const attachment of attachmentFiles(input.attachments)) {
      counts.attachments += 1;
      yield attachment;
    }
    const reports = sorted(Object.entries(input.reports), ([report]) => report);
    for await (const [report, content] of reports) {
      if (!/^[a-z0-9-]+(\.[a-z0-9]+)+$/.test(report)) throw new Error(`not a name of a report: ${report}`);
      const how = { deflate: report.endsWith('.json'), bytes: content.length };
      yield { file: `reports/${report}`, open: () => bytesOf(content), ...how };
    }
  }

  const bag = packBag({
    top: bagName(name),
    payload: payload(),
    bagInfo: packed =>
      formatBagInfo({
        format: BUNDLE_FORMAT,
        officeName: input.office.name,
        officeCode: input.office.code,
        bundleId: input.bundleId,
        baggingDate: dateOf(input.madeAt),
        payload: packed,
        period: input.period,
        sequence: input.sequence,
        previous: input.previous,
        caseCount: counts.cases,
        zeroReport: counts.cases === 0,
        chainHead: head,
      }),
    sign: input.sign,
    comment: `office:${input.office.code}\tbundle:${input.bundleId}\tmade:${input.madeAt}`,
  });
  return { members: bag.members, counts: () => ({ ...counts, ...bag.payload() }), chainHead: () => head };
}
