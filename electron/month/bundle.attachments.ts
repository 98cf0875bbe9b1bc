import { extensionOf } from '#shared/attachments/attachment.media.ts';
import { isStripped } from '#shared/attachments/leaving-copy.ts';
import { liveAttachments } from '#shared/case/attachment.evolve.ts';
import type { AttachmentState } from '#shared/case/case.state.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { reportedCases } from '#shared/reports/month.books.ts';
import { measured, opened, type LeavingAttachment } from '../attachments/leaving.measured.ts';
import type { BundleAttachment } from '../bundles/bundle.input.ts';
import type { Vault } from '../vault/vault.types.ts';
import type { Survey } from './ledger.survey.ts';

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
