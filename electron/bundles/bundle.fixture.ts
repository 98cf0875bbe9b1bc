import { createHash, randomBytes } from 'node:crypto';
import { CHAIN_START } from '#shared/bundle/event-chain.ts';
import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { newBundleId, newCaseId, newDocumentId, OfficeCode, type CaseId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import {
  newMinisignKey,
  publicKeyOf,
  publicKeyText,
  signMinisign,
  type MinisignSecretKey,
} from '#electron/keys/minisign.ts';
import { newAgeIdentity, recipientOf } from './age.identity.ts';
import type { BundleAttachment, BundleDocument, BundleInput } from './bundle.input.ts';

const ids = { nowMs: () => Date.parse('2026-10-20T09:00:00+08:00'), randomBytes };

export const freshBundleId = () => newBundleId(ids);

export interface SampleOffice {
  readonly card: OfficeCard;
  readonly secret: MinisignSecretKey;
}

export function sampleOffice(code = 'PHX-0371', name = '样本社区居委会'): SampleOffice {
  const secret = newMinisignKey();
  const card: OfficeCard = {
    format: 'phoenix-office-card',
    version: 1,
    code: OfficeCode.parse(code),
    name,
    signing_key: publicKeyText(publicKeyOf(secret)),
    software: 'Phoenix Desk 0.1.0',
    made_at: '2026-10-01T09:00:00+08:00' as Instant,
  };
  return { card, secret };
}

export interface AgePair {
  readonly identity: string;
  readonly recipient: string;
}

export async function agePair(): Promise<AgePair> {
  const identity = await newAgeIdentity();
  return { identity, recipient: await recipientOf(identity) };
}

/** Yields the content in small pieces, as a file would. */
async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 60_000)
    yield await Promise.resolve(content.subarray(at, at + 60_000));
}

export const sampleDocument = (caseId: CaseId, content: Uint8Array): BundleDocument => ({
  caseId,
  documentId: newDocumentId(ids),
  bytes: content.length,
  open: () => inPieces(content),
});

export const sampleAttachment = (content: Uint8Array, ext = 'jpg'): BundleAttachment => ({
  sha256: createHash('sha256').update(content).digest('hex'),
  ext,
  bytes: content.length,
  open: () => inPieces(content),
});

export interface SampleMonth {
  readonly input: BundleInput;
  readonly office: SampleOffice;
  readonly headquarters: AgePair;
}

/** A month with `cases` cases, three events each, one paper each and one scan they share. */
export async function sampleMonth(
  changes: Partial<BundleInput> = {},
  {
    office = sampleOffice(),
    headquarters,
    cases = 3,
  }: { office?: SampleOffice; headquarters?: AgePair; cases?: number } = {},
): Promise<SampleMonth> {
  const keys = headquarters ?? (await agePair());
  const caseIds = Array.from({ length: cases }, () => newCaseId(ids));
  const scan = Buffer.alloc(150_000, 'scan');
  const input: BundleInput = {
    bundleId: freshBundleId(),
    office: office.card,
    period: '2026-10' as PlainMonth,
    sequence: 1,
    previous: null,
    madeAt: '2026-11-01T10:20:30+08:00' as Instant,
    cases: caseIds.map((id, index) => ({
      id,
      number: `PHX-2026-${String(index + 1).padStart(4, '0')}`,
      procedure: { id: 'sample', version: '1.0.0' },
      state: { complaint: 'accepted' },
      fields: { content: '楼道灯坏了三天。' },
    })),
    events: caseIds.flatMap(caseId =>
      ['registered', 'step taken', 'document printed'].map(kind => ({
        journal: createHash('sha256').update(`${caseId} ${kind}`).digest('hex'),
        event: { kind, case: caseId },
      })),
    ),
    chainHead: CHAIN_START,
    documents: caseIds.map((id, index) => sampleDocument(id, Buffer.alloc(70_000 + index, '%PDF-1.7 '))),
    attachments: cases === 0 ? [] : [sampleAttachment(scan), sampleAttachment(scan)],
    reports: {
      'statistics.json': Buffer.from(JSON.stringify({ cases })),
      'register.pdf': Buffer.from('%PDF-1.7 register'),
    },
    recipients: [keys.recipient],
    sign: (bytes, comment) => signMinisign(office.secret, bytes, comment),
    ...changes,
  };
  return { input, office, headquarters: keys };
}
