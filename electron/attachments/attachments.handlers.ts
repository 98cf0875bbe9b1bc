import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extensionOf } from '#shared/attachments/attachment.media.ts';
import { err, ok } from '#shared/core/result.ts';
import type { SavedAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { atDisk } from '../files/storage-error.ts';
import { asFault, asReply, type Handle } from '../ipc/handle.ts';
import type { Ledger } from '../office/ledger.ts';
import type { ReadApart } from '../printing/outside/read-apart.ts';
import { VaultFault } from '../vault/vault.types.ts';
import { Arrivals } from './arrivals.ts';
import { leavingFile, type KeptFile } from './leaving.ts';
import { partStoreIn } from './part-store.ts';

export interface AttachmentParts {
  readonly dialogs: Pick<Dialogs, 'choosePlace'>;
  readonly readPdf: ReadApart;
}

/** Writes a copy where the person says. */
export async function saveAttachment(
  desk: Desk,
  dialogs: AttachmentParts['dialogs'],
  { name, ...file }: KeptFile & { readonly name: string },
): Promise<Reply<SavedAnswer>> {
  const { vault } = openedLedger(desk);
  const place = await dialogs.choosePlace('另存附件', `${name}.${extensionOf(file.media)}`);
  if (place === undefined) return ok({ path: null });
  const source = await leavingFile(vault, file);
  if (!source.ok) return err(asFault(source.error));
  try {
    const written = await atDisk(() => pipeline(Readable.from(source.value), createWriteStream(place)));
    return written.ok ? ok({ path: place }) : err(asFault(written.error));
  } catch (cause) {
    if (cause instanceof VaultFault) return err(asFault(cause.error));
    throw cause;
  }
}

export function handleAttachments(handle: Handle, desk: Desk, { dialogs, readPdf }: AttachmentParts): void {
  const open = new WeakMap<Ledger, Arrivals>();
  const arrivals = (): Arrivals => {
    const ledger = openedLedger(desk);
    const there =
      open.get(ledger) ??
      new Arrivals(partStoreIn(desk.places.arrivals, ledger.keys, desk.ids), ledger.vault, readPdf);
    open.set(ledger, there);
    return there;
  };
  handle('attachments:begin', async ({ owner, name, recorded }) => {
    const begun = await arrivals().begin({ owner, name, recorded, begun: desk.now() });
    return begun.ok ? ok({ upload: begun.value }) : asReply(begun);
  });
  handle('attachments:add', async ({ upload, part }) => asReply(await arrivals().add(upload, part)));
  handle('attachments:finish', async ({ upload }) => asReply(await arrivals().finish(upload)));
  handle('attachments:drop', async ({ upload }) => asReply(await arrivals().drop(upload)));
  handle('attachments:unfinished', async ({ owner }) => asReply(await arrivals().unfinished(owner)));
  handle('attachments:read', async ({ sha256, part }) => {
    const read = await openedLedger(desk).vault.getPart(sha256, part);
    return read.ok
      ? ok({ ...read.value, bytes: new Uint8Array(read.value.bytes) })
      : err(asFault(read.error));
  });
  handle('attachments:save', file => saveAttachment(desk, dialogs, file));
}
