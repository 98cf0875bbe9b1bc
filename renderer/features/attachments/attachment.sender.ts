import { MOST_AUDIO_BYTES, MOST_NAME, MOST_PART_BYTES } from '#shared/attachments/attachment.media.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { KeptAttachment } from '#shared/ipc/answers.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';

type Sending = Pick<Desk['api'], 'attachments'>;

export interface Arrived extends KeptAttachment {
  /** To be dropped once an event speaks of the file. */
  readonly upload: string;
}

export interface SendOptions {
  readonly owner: string;
  readonly name: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

async function bytesOf(part: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return undefined; // The stick it was on is gone, or somebody deleted it.
  }
}

/** Sends a file to the shell, which looks through it and keeps it; null where the signal said stop. */
export async function sendFile(
  { attachments }: Sending,
  file: Blob,
  { owner, name, signal, onProgress }: SendOptions,
): Promise<Result<Arrived | null, DeskFault>> {
  if (file.size === 0) return err({ code: 'attachments/empty' });
  if (file.size > MOST_AUDIO_BYTES)
    return err({ code: 'attachments/too-large', detail: { most: MOST_AUDIO_BYTES / 1_000_000 } });
  const begun = await attachments.begin({ owner, name: name.slice(0, MOST_NAME), recorded: false });
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  const leave = async <T>(outcome: T): Promise<T> => {
    await attachments.drop({ upload });
    return outcome;
  };
  for (let at = 0; at < file.size; at += MOST_PART_BYTES) {
    if (signal.aborted) return leave(ok(null));
    const part = await bytesOf(file.slice(at, at + MOST_PART_BYTES));
    if (!part) return leave(err({ code: 'attachments/not-read' as const }));
    const added = await attachments.add({ upload, part });
    if (!added.ok) return leave(added);
    onProgress(Math.min(file.size, at + MOST_PART_BYTES));
  }
  const kept = await attachments.finish({ upload });
  return kept.ok ? ok({ ...kept.value, upload }) : leave(kept);
}
