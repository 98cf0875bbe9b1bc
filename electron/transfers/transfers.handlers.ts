import { err, ok } from '#shared/core/result.ts';
import type { SentAnswer, TransferAnswerTold, TransfersAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { readPacks } from '../desk/packs.ts';
import type { DriveSource } from '../drives/drive.ts';
import { PlaceToWrite, type PlaceFound, type Wanted } from '../drives/place-to-write.ts';
import { oneAtATime, type OneAtATime } from '../files/one-at-a-time.ts';
import type { Handle } from '../ipc/handle.ts';
import { answerTransfer, readReceived } from './answer.transfer.ts';
import { sendTransfer, writeAgain } from './send.transfer.ts';
import { takeAnswersFrom } from './take.answers.ts';
import { takeTransfersFrom, type TakingParts } from './take.transfers.ts';

export interface TransferParts extends TakingParts {
  readonly dialogs: Dialogs;
  readonly drives: DriveSource;
}

type Taken = Omit<TransfersAnswer, 'cancelled'>;

/** Whether it is about a case that was sent from here. */
export const isOurs = ({ code }: TransferAnswerTold): boolean => code !== 'transfers/answer-unknown';

const turns = new WeakMap<Desk, OneAtATime>();

/**
 * A drive and a person may both ask for something at once, and whoever takes answers in sweeps the outbox, where a
 * case that is not written down yet lies while it is sealed.
 */
function inTurn<T>(desk: Desk, action: () => Promise<T>): Promise<T> {
  const turn = turns.get(desk) ?? oneAtATime();
  turns.set(desk, turn);
  return turn(action);
}

/** Cases of other offices and answers of theirs, from one folder. */
export const takeFrom = (desk: Desk, folder: string, parts: TakingParts): Promise<Reply<Taken>> =>
  inTurn(desk, () => takeAll(desk, folder, parts));

async function takeAll(desk: Desk, folder: string, parts: TakingParts): Promise<Reply<Taken>> {
  const transfers = await takeTransfersFrom(desk, folder, parts);
  if (!transfers.ok) return transfers;
  const answers = await takeAnswersFrom(desk, folder);
  if (!answers.ok) return answers;
  return ok({ transfers: transfers.value, answers: answers.value });
}

export function handleTransfers(handle: Handle, desk: Desk, parts: TransferParts): void {
  const places = new PlaceToWrite(parts.drives, desk.profile);

  /** Nothing is sealed or written before it is known where to. */
  const writing = async (
    to: Wanted,
    title: string,
    write: (place: Extract<PlaceFound, { kind: 'place' }>) => Promise<Reply<SentAnswer>>,
  ): Promise<Reply<SentAnswer>> => {
    const place = await places.find(to, () => parts.dialogs.chooseFolder(title));
    switch (place.kind) {
      case 'gone':
        return err({ code: 'bundles/drive-gone' });
      case 'cancelled':
        return ok({ cancelled: true });
      case 'doubt':
        return ok({ cancelled: false, doubt: { place: place.doubt, folder: place.folder } });
      case 'place':
        return inTurn(desk, () => write(place));
    }
  };

  handle('transfers:send', ({ to, ...wanted }) =>
    writing(to, '转出的案件写到哪个 U 盘或文件夹', place =>
      readPacks(desk.resources).then(packs =>
        sendTransfer(desk, packs, { ...wanted, to: wanted.office }, place),
      ),
    ),
  );
  handle('transfers:write', ({ transfer, to }) =>
    writing(to, '转出的案件写到哪个 U 盘或文件夹', place => writeAgain(desk, transfer, place)),
  );
  handle('transfers:answer', ({ transfer, to }) =>
    writing(to, '答复写到哪个 U 盘或文件夹', place => answerTransfer(desk, transfer, place)),
  );
  handle('transfers:read', ({ transfer }) => readReceived(desk, transfer));
  handle('transfers:import', async () => {
    const folder = await parts.dialogs.chooseFolder('转来的案件或答复在哪个文件夹');
    if (folder === undefined) return ok({ transfers: [], answers: [], cancelled: true });
    const taken = await takeFrom(desk, folder, parts);
    if (!taken.ok) return taken;
    const { transfers, answers } = taken.value;
    if (transfers.length + answers.length === 0) return err({ code: 'transfers/none-here' });
    // Answers to other offices may lie beside those to this one; alone they are worth a word.
    const ours = answers.filter(isOurs);
    return ok({
      transfers,
      answers: transfers.length + ours.length > 0 ? ours : answers,
      cancelled: false,
    });
  });
}
