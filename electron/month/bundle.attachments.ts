import { createHash } from 'node:crypto';
import { extensionOf } from '#shared/attachments/attachment.media.ts';
import { isStripped } from '#shared/attachments/leaving-copy.ts';
import { liveAttachments } from '#shared/case/attachment.evolve.ts';
import type { AttachmentState } from '#shared/case/case.state.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { reportedCases } from '#shared/reports/month.books.ts';
import { leavingFile } from '../attachments/leaving.ts';
import type { BundleAttachment } from '../bundles/bundle.input.ts';
import type { Vault } from '../vault/vault.types.ts';
import type { Survey } from './ledger.survey.ts';

/** The file in the bundle that stands for an attachment: of a picture another one than is kept. */
export interface LeavingAttachment {
  readonly sha256: string;
  readonly bytes: number;
}

export interface LeavingAttachments {
  readonly files: readonly BundleAttachment[];
  /** By the hash of the original. */
  readonly leaving: ReadonlyMap<string, LeavingAttachment>;
}

type Fault = { readonly code: FaultCode };

async function measured(
  vault: Vault,
  { sha256, bytes, media }: AttachmentState,
): Promise<Result<LeavingAttachment, Fault>> {
  if (!isStripped(media)) return ok({ sha256, bytes });
  const file = await leavingFile(vault, { sha256, media });
  if (!file.ok) return file;
  const hash = createHash('sha256');
  let length = 0;
  for await (const piece of file.value) {
    hash.update(piece);
    length += piece.length;
  }
  return ok({ sha256: hash.digest('hex'), bytes: length });
}

async function* opened(vault: Vault, { sha256, media }: AttachmentState): AsyncGenerator<Uint8Array> {
  const file = await leavingFile(vault, { sha256, media });
  if (!file.ok) throw new Error(file.error.code);
  yield* file.value;
}

/**
 * What leaves of the attachments of the cases told of, measured before anything is written: a file is named after
 * what is in it. Those of hidden persons stay at home, as their papers do.
 */
export async function leavingAttachments(
  survey: Survey,
  vault: Vault,
): Promise<Result<LeavingAttachments, Fault>> {
  const files: BundleAttachment[] = [];
  const leaving = new Map<string, LeavingAttachment>();
  for (const { state } of reportedCases(survey)) {
    if (survey.isHidden(state)) continue;
    for (const attachment of liveAttachments(state)) {
      if (leaving.has(attachment.sha256)) continue;
      const file = await measured(vault, attachment);
      if (!file.ok) return file;
      leaving.set(attachment.sha256, file.value);
      files.push({
        ...file.value,
        ext: extensionOf(attachment.media),
        open: () => opened(vault, attachment),
      });
    }
  }
  return ok({ files, leaving });
}
