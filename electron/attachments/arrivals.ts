import { kindOfMedia, MOST_AUDIO_BYTES, mostBytesOf } from '#shared/attachments/attachment.media.ts';
import { SNIFFED_BYTES } from '#shared/attachments/media.sniff.ts';
import type { Instant } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { KeptAttachment, UnfinishedRecording } from '#shared/ipc/answers.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { isSystemError, storageError } from '../files/storage-error.ts';
import type { ReadApart } from '../printing/outside/read-apart.ts';
import type { Vault } from '../vault/vault.types.ts';
import { tooLarge } from './attachment.fault.ts';
import { inspect, mediaOf } from './inspect.ts';
import { PartsDamaged, type Incoming, type PartStore } from './part-store.ts';

export type ArrivalFault = Readonly<{ code: FaultCode }>;

interface Coming {
  next: number;
  bytes: number;
  most: number;
}

/** Files that come in while the ledger is open. What they are for, events say afterwards. */
export class Arrivals {
  private readonly coming = new Map<string, Coming>();
  private readonly store: PartStore;
  private readonly vault: Vault;
  private readonly readPdf: ReadApart;

  constructor(store: PartStore, vault: Vault, readPdf: ReadApart) {
    this.store = store;
    this.vault = vault;
    this.readPdf = readPdf;
  }

  async begin(incoming: Incoming): Promise<Result<string, ArrivalFault>> {
    const begun = await this.store.begin(incoming);
    if (begun.ok) this.coming.set(begun.value, { next: 0, bytes: 0, most: MOST_AUDIO_BYTES });
    return begun;
  }

  /** Refused as soon as the first part shows that it will be: nobody waits for the rest of a film. */
  async add(upload: string, bytes: Uint8Array): Promise<Result<null, ArrivalFault>> {
    const coming = this.coming.get(upload);
    if (!coming) return err({ code: 'attachments/gone' });
    if (coming.next === 0 && bytes.length >= SNIFFED_BYTES) {
      const media = mediaOf(bytes.subarray(0, SNIFFED_BYTES));
      if (!media.ok) return media;
      coming.most = mostBytesOf(kindOfMedia(media.value));
    }
    if (coming.bytes + bytes.length > coming.most) return err(tooLarge(coming.most));
    const index = coming.next;
    coming.next += 1;
    coming.bytes += bytes.length;
    const added = await this.store.add(upload, index, bytes);
    return added.ok ? ok(null) : added;
  }

  /** Looks through it and puts it into the vault. The parts stay until the window says that an event speaks of it. */
  async finish(upload: string): Promise<Result<KeptAttachment, ArrivalFault>> {
    const about = await this.store.about(upload);
    if (!about.ok) return about;
    if (!about.value) return err({ code: 'attachments/gone' });
    const { recorded, begun } = about.value;
    try {
      const parts = () => this.store.parts(upload);
      const found = await inspect(parts, this.readPdf);
      if (!found.ok) return found;
      const stored = await this.vault.put(parts());
      if (!stored.ok) return stored;
      const { sha256, bytes } = stored.value;
      const madeAt: Instant | undefined = recorded ? begun : found.value.takenAt;
      return ok({
        ...{ sha256, bytes, media: found.value.media },
        ...(madeAt === undefined ? {} : { madeAt }),
        ...(recorded ? { recorded: true as const } : {}),
      });
    } catch (cause) {
      if (cause instanceof PartsDamaged) return err({ code: 'attachments/damaged' });
      if (isSystemError(cause)) return err(storageError(cause));
      throw cause;
    }
  }

  async drop(upload: string): Promise<Result<null, ArrivalFault>> {
    this.coming.delete(upload);
    const removed = await this.store.remove(upload);
    return removed.ok ? ok(null) : removed;
  }

  /** Recordings that were cut off. Of other files the person still has the original; what came of them is dropped. */
  async unfinished(owner: string): Promise<Result<readonly UnfinishedRecording[], ArrivalFault>> {
    const all = await this.store.list();
    if (!all.ok) return all;
    const left = all.value.filter(({ upload }) => !this.coming.has(upload));
    for (const { upload, recorded } of left) if (!recorded) await this.store.remove(upload);
    return ok(
      left
        .filter(each => each.recorded && each.owner === owner)
        .map(({ upload, name, begun, bytes }) => ({ upload, name, begun, bytes })),
    );
  }
}
