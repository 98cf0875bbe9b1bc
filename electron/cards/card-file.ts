import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { err, ok } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { atDisk, hasErrno } from '../files/storage-error.ts';
import { asFault } from '../ipc/handle.ts';

/** Some kilobytes at most; anything larger is another file. */
const MOST_CARD_BYTES = 64 * 1024;

export interface CardFile<Card> {
  readonly title: string;
  readonly schema: z.ZodType<Card>;
  /** What it is called when the file is gone, or is no such card. */
  readonly gone: FaultCode;
  readonly bad: FaultCode;
}

function parseCard<Card>(bytes: Buffer, schema: z.ZodType<Card>): Card | undefined {
  if (bytes.length > MOST_CARD_BYTES) return undefined;
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined; // Not JSON, or no card: said as such.
  }
}

/** The card in a file the person chooses; null when they closed the dialog. */
export async function readCardFile<Card>(
  dialogs: Pick<Dialogs, 'chooseFile'>,
  { title, schema, gone, bad }: CardFile<Card>,
): Promise<Reply<Card | null>> {
  const file = await dialogs.chooseFile(title, 'json');
  if (file === undefined) return ok(null);
  const bytes = await atDisk(() => readFile(file));
  if (!bytes.ok) return err(hasErrno(bytes.error.cause, 'ENOENT') ? { code: gone } : asFault(bytes.error));
  const card = parseCard(bytes.value, schema);
  return card === undefined ? err({ code: bad }) : ok(card);
}
