import { extensionOf, MOST_NAME } from '#shared/attachments/attachment.media.ts';
import { liveAttachments } from '#shared/case/attachment.evolve.ts';
import { isLive } from '#shared/case/live-papers.ts';
import type { TransferId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { plain, plainLine, withoutControls } from '#shared/core/plain-text.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { leavingFields, withholding } from '#shared/transfer/leaving.fields.ts';
import { stayingFiles } from '#shared/transfer/staying.files.ts';
import {
  TRANSFER_FORMAT,
  TRANSFER_VERSION,
  type Party,
  type SentAttachment,
  type SentPaper,
  type Transfer,
  type TransferKind,
} from '#shared/transfer/transfer.schema.ts';
import type { BundleAttachment } from '../bundles/bundle.input.ts';
import { measured, opened } from '../month/bundle.attachments.ts';
import { scanFile } from '../month/bundle.signed.ts';
import { storedFile } from '../month/stored.files.ts';
import type { Vault } from '../vault/vault.types.ts';
import type { CaseAt } from './case.at.ts';
import type { TransferInput } from './transfer.writer.ts';

export interface AskedTransfer {
  readonly id: TransferId;
  readonly kind: TransferKind;
  readonly from: Party;
  readonly to: Party;
  readonly reason: string;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

export type TransferContent = Pick<TransferInput, 'transfer' | 'papers' | 'attachments'>;

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

/** What goes to another office with a case: everything but what tells whom the case hides. */
export async function transferContent(
  at: CaseAt,
  vault: Vault,
  { id, kind, from, to, reason, now, signal }: AskedTransfer,
): Promise<Result<TransferContent, Fault>> {
  const { state, procedure } = at;
  const hiding = withholding(procedure, state);
  const stays = stayingFiles(state, hiding);
  const fields = leavingFields(procedure, state.values, hiding);
  const live = hiding.hides ? [] : state.documents.filter(document => isLive(state, document));
  const papers: SentPaper[] = live.map(({ id: document, form, sha256, bytes }) => {
    const name = procedure.forms.find(each => each.id === form)?.name.zh ?? form;
    return { document, name: nameOf(name), sha256, bytes };
  });
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
  };
  return ok({
    transfer,
    papers: papers.map(({ document, sha256, bytes }) => ({
      ...{ document, sha256, bytes },
      open: () => storedFile(vault, sha256),
    })),
    attachments: files.value.files,
  });
}
