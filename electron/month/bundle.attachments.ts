import { createHash } from 'node:crypto';
import { extensionOf } from '#shared/attachments/attachment.media.ts';
import { isStripped } from '#shared/attachments/leaving-copy.ts';
import { liveAttachments } from '#shared/case/attachment.evolve.ts';
import type { AttachmentState } from '#shared/case/case.state.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { reportedCases } from '#shared/reports/month.books.ts';
import { leavingFile } from '../attachments/leaving.ts';
import type { BundleAttachment } from '../bundles/bundle.input.ts';
import type { Vault } from '../vault/vault.types.ts';
import type { Survey } from './ledger.survey.ts';
import { LostFile } from './stored.files.ts';

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

/** For work that may take minutes: what has been gone through, and whether to go on. */
export interface Gathering {
  readonly signal: AbortSignal;
  /** Bytes as they are kept, of those that have to be read. */
  readonly onProgress: (done: number, total: number) => void;
}

const CANCELLED: Fault = { code: 'bundle/cancelled' };

/** What leaves in its place, gone through once where it is another file. */
export async function measured(
  vault: Vault,
  { sha256, bytes, media }: AttachmentState,
  signal: AbortSignal,
): Promise<Result<LeavingAttachment, Fault>> {
  if (!isStripped(media)) return ok({ sha256, bytes });
  const file = await leavingFile(vault, { sha256, media });
  if (!file.ok) return file;
  const hash = createHash('sha256');
  let length = 0;
  for await (const piece of file.value) {
    if (signal.aborted) return err(CANCELLED);
    hash.update(piece);
    length += piece.length;
  }
  return ok({ sha256: hash.digest('hex'), bytes: length });
}

export async function* opened(vault: Vault, { sha256, media }: AttachmentState): AsyncGenerator<Uint8Array> {
  const file = await leavingFile(vault, { sha256, media });
  if (!file.ok) throw new LostFile(file.error.code);
  yield* file.value;
}

/** Every attachment that leaves, once. */
function leavingOf(survey: Survey): readonly AttachmentState[] {
  const found = new Map<string, AttachmentState>();
  for (const { state } of reportedCases(survey)) {
    if (survey.isHidden(state)) continue;
    for (const attachment of liveAttachments(state))
      if (!found.has(attachment.sha256)) found.set(attachment.sha256, attachment);
  }
  return [...found.values()];
}

/**
 * What leaves of the attachments of the cases told of, measured before anything is written: a file is named after
 * what is in it. Those of hidden persons stay at home, as their papers do.
 */
export async function leavingAttachments(
  survey: Survey,
  vault: Vault,
  { signal, onProgress }: Gathering,
): Promise<Result<LeavingAttachments, Fault>> {
  const files: BundleAttachment[] = [];
  const leaving = new Map<string, LeavingAttachment>();
  const wanted = leavingOf(survey);
  const read = wanted.filter(({ media }) => isStripped(media));
  const total = read.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const attachment of wanted) {
    if (signal.aborted) return err(CANCELLED);
    const file = await measured(vault, attachment, signal);
    if (!file.ok) return file;
    leaving.set(attachment.sha256, file.value);
    const ext = extensionOf(attachment.media);
    files.push({ ...file.value, ext, open: () => opened(vault, attachment) });
    if (!isStripped(attachment.media)) continue;
    done += attachment.bytes;
    onProgress(done, total);
  }
  return ok({ files, leaving });
}
