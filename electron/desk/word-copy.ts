import { writeFile } from 'node:fs/promises';
import { err, ok } from '#shared/core/result.ts';
import { parsePaper } from '#shared/documents/paper.schema.ts';
import type { SavedAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { atDisk } from '../files/storage-error.ts';
import { asFault } from '../ipc/handle.ts';
import { stampedPaper } from '../sample/sample.stamp.ts';
import type { DeskPlace } from './desk.ts';
import type { Dialogs } from './dialogs.ts';

/** A copy of a paper to be edited in Word. It is not kept: the paper of record stays the PDF in the vault. */
export async function saveWordCopy(
  dialogs: Pick<Dialogs, 'choosePlace'>,
  { paper: json, name }: { readonly paper: string; readonly name: string },
  place: DeskPlace = 'own',
): Promise<Reply<SavedAnswer>> {
  const paper = parsePaper(json);
  if (!paper) return err({ code: 'ipc/input', detail: { where: 'paper' } });
  const file = await dialogs.choosePlace('另存为 Word', `${name}.docx`);
  if (file === undefined) return ok({ path: null });
  // A large library that most days nobody needs.
  const { paperDocx } = await import('../printing/docx/paper.docx.ts');
  const docx = await paperDocx(place === 'sample' ? stampedPaper(paper) : paper);
  const written = await atDisk(() => writeFile(file, docx));
  return written.ok ? ok({ path: file }) : err(asFault(written.error));
}
