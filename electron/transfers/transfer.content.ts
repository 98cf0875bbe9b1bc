import { extensionOf, MOST_NAME } from '#shared/attachments/attachment.media.ts';
import { liveAttachments } from '#shared/case/attachment.evolve.ts';
import type { DocumentState } from '#shared/case/case.state.ts';
import { isLive } from '#shared/case/live-papers.ts';
import type { TransferId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { plain, plainLine, withoutControls } from '#shared/core/plain-text.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { isCaseForm } from '#shared/procedure/form.schema.ts';
import { placeName, signPlaces } from '#shared/signing/sign-places.ts';
import { leavingFields, withholding } from '#shared/transfer/leaving.fields.ts';
import { stayingFiles } from '#shared/transfer/staying.files.ts';
import {
  signaturesOf,
  TRANSFER_FORMAT,
  TRANSFER_VERSION,
  type Along,
  type Party,
  type SentAttachment,
  type SentPaper,
  type SentSignature,
  type Transfer,
  type TransferKind,
} from '#shared/transfer/transfer.schema.ts';
import { measured, opened, scanFile } from '../attachments/leaving.measured.ts';
import type { BundleAttachment } from '../bundles/bundle.input.ts';
import { storedFile } from '../vault/stored.files.ts';
import type { Vault } from '../vault/vault.types.ts';
import type { CaseAt } from './case.at.ts';
import type { TransferInput } from './transfer.writer.ts';

export interface AskedTransfer {
  readonly id: TransferId;
  readonly kind: TransferKind;
  readonly from: Party;
  readonly to: Party;
  readonly reason: string;
  readonly along?: Along | undefined;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

export type TransferContent = Pick<TransferInput, 'transfer' | 'papers' | 'attachments' | 'signatures'>;

type Fault = { readonly code: FaultCode };

const nameOf = (name: string): string =>
  withoutControls(name).replace(/\n/g, ' ').slice(0, MOST_NAME) || '附件';

interface Files {
  readonly told: SentAttachment[];
  readonly files: BundleAttachment[];
}

/** Attachments as they leave, and the scans of sheets that came back signed. */
async function leavingFiles(
  { state, procedure }: CaseAt,
  vault: Vault,
  signal: AbortSignal,
): Promise<Result<Files, Fault>> {
  const told: SentAttachment[] = [];
  const files: BundleAttachment[] = [];
  const add = (file: BundleAttachment, about: Pick<SentAttachment, 'name' | 'media'>): void => {
    if (told.some(({ sha256 }) => sha256 === file.sha256)) return;
    files.push(file);
    told.push({ ...about, sha256: file.sha256, bytes: file.bytes });
  };
  for (const attachment of liveAttachments(state)) {
    const file = await measured(vault, attachment, signal);
    if (!file.ok) return file;
    const { media } = attachment;
    const leaving = { ...file.value, ext: extensionOf(media), open: () => opened(vault, attachment) };
    add(leaving, { name: nameOf(attachment.name), media });
  }
  for (const document of state.documents.filter(each => isLive(state, each))) {
    const form = procedure.forms.find(({ id }) => id === document.form)?.name.zh ?? document.form;
    for (const { page, sha256 } of document.scans) {
      const file = await scanFile(vault, sha256);
      if (!file.ok) return file;
      add(file.value, { name: nameOf(`${form}（签字件第${page}页）.jpg`), media: 'image/jpeg' });
    }
  }
  return ok({ told, files });
}

/** A paper that leaves, and who signed it on the screen: in words, for the other office may not have the form. */
async function leavingPaper(
  { procedure }: CaseAt,
  vault: Vault,
  { id: document, form: formId, sha256, bytes, pages, mark, signedAt, padSignatures = [] }: DocumentState,
): Promise<Result<SentPaper, Fault>> {
  const form = procedure.forms.find(each => each.id === formId);
  const paper: SentPaper = { document, name: nameOf(form?.name.zh ?? formId), sha256, bytes };
  const places = form && isCaseForm(form) ? signPlaces(form) : [];
  const signatures: SentSignature[] = [];
  for (const { place, signer, at, by, image } of padSignatures) {
    const kept = await vault.getPart(image, 0);
    if (!kept.ok) return kept;
    const found = places.find(({ id }) => id === place);
    const words = nameOf(found ? placeName(found, 'zh-CN') : place);
    signatures.push({ place: words, signer, at, by, image, bytes: kept.value.total });
  }
  if (signatures.length === 0) return ok(paper);
  const complete = signedAt !== undefined;
  return ok({ ...paper, signed_on_screen: { form: formId, pages, mark, complete, signatures } });
}

/** What goes to another office with a case: everything but what tells whom the case hides. */
export async function transferContent(
  at: CaseAt,
  vault: Vault,
  { id, kind, from, to, reason, along, now, signal }: AskedTransfer,
): Promise<Result<TransferContent, Fault>> {
  const { state, procedure } = at;
  const hiding = withholding(procedure, state, along?.fields);
  const stays = stayingFiles(state, hiding);
  const fields = leavingFields(procedure, state.values, hiding);
  const live = hiding.hides ? [] : state.documents.filter(document => isLive(state, document));
  const papers: SentPaper[] = [];
  for (const document of live) {
    const paper = await leavingPaper(at, vault, document);
    if (!paper.ok) return paper;
    papers.push(paper.value);
  }
  const files = hiding.hides ? ok({ told: [], files: [] }) : await leavingFiles(at, vault, signal);
  if (!files.ok) return files;
  const transfer: Transfer = {
    ...{ format: TRANSFER_FORMAT, version: TRANSFER_VERSION, transfer_id: id, kind, from, to: to.code },
    ...{ sent_at: now, number: plainLine(state.number), received_at: state.receivedAt },
    procedure: { id: procedure.id, name: procedure.name.zh },
    // What was covered to nothing would say nothing.
    reason: plain(hiding.cover(plain(reason))),
    ...{ fields, papers, attachments: files.value.told },
    withheld: { fields: fields.filter(({ value }) => value === null).length, ...stays },
    ...(along ? { along: { fields: along.fields, reason: plain(hiding.cover(plain(along.reason))) } } : {}),
  };
  return ok({
    transfer,
    papers: papers.map(({ document, sha256, bytes }) => ({
      ...{ document, sha256, bytes },
      open: () => storedFile(vault, sha256),
    })),
    attachments: files.value.files,
    signatures: signaturesOf(papers).map(({ image, bytes }) => ({
      ...{ sha256: image, bytes, ext: 'json' },
      open: () => storedFile(vault, image),
    })),
  });
}
