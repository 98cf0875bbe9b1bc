import path from 'node:path';
import type { CaseEvent } from '#shared/case/case.events.ts';
import { colleagueOf } from '#shared/case/transfer.state.ts';
import { newEventId, type TransferId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { TransferAnswerTold } from '#shared/ipc/answers.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { Reply } from '#shared/ipc/result.ts';
import {
  answerIdIn,
  answerSignatureName,
  type TransferAnswer,
} from '#shared/transfer/transfer-answer.schema.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import { writeBehind } from '../desk/write-behind.ts';
import { filesIn, readSmallFile } from '../files/small-files.ts';
import { atDisk } from '../files/storage-error.ts';
import { asFault, asReply } from '../ipc/handle.ts';
import { CaseHeads } from '../office/case-heads.ts';
import { officeActor } from '../desk/office-actor.ts';
import { clearSealed } from './outbox.files.ts';
import { MOST_ANSWER_BYTES, readAnswer } from './transfer-answer.ts';

const MOST_FILES = 2000;

interface FoundAnswer {
  readonly id: TransferId;
  readonly json: Buffer;
  readonly signature: Buffer | undefined;
}

async function findAnswers(folder: string): Promise<readonly FoundAnswer[]> {
  const found: FoundAnswer[] = [];
  for (const name of await filesIn(folder, each => answerIdIn(each) !== undefined, MOST_FILES)) {
    const id = answerIdIn(name);
    const json = id && (await readSmallFile(path.join(folder, name), MOST_ANSWER_BYTES));
    if (!id || !json) continue;
    const beside = path.join(folder, answerSignatureName(id));
    found.push({ id, json, signature: await readSmallFile(beside, MOST_ANSWER_BYTES) });
  }
  return found;
}

const answeredEvent = (
  { transfer_id, verdict, number, reason, answered_at }: TransferAnswer,
  of: Pick<Extract<CaseEvent, { type: 'transfer-answered' }>, 'case' | 'seq'>,
  actor: Pick<CaseEvent, 'v' | 'id' | 'at' | 'by'>,
): CaseEvent => {
  const { v, id, at, by } = actor;
  return {
    ...{ v, id, at, by, stream: 'case', ...of },
    ...{ type: 'transfer-answered', transfer: transfer_id, verdict, answered_at },
    ...(number === undefined ? {} : { number }),
    ...(reason === undefined ? {} : { reason }),
  };
};

/** Records an answer that was found genuine, once. */
async function record(
  desk: Desk,
  answer: TransferAnswer,
  cases: CaseHeads,
): Promise<Reply<TransferAnswerTold>> {
  const office = await openedLedger(desk).office();
  return asReply(
    await writeBehind(desk, async () => {
      const sent = await cases.findSent(answer.transfer_id);
      const head = sent && (await cases.find(sent.case));
      const { through } = cases;
      const nothing = (told: TransferAnswerTold) => ok({ events: [], through, told });
      if (!sent || !head) return nothing({ outcome: 'refused', code: 'transfers/answer-unknown' });
      const told = { number: head.number, from: sent.to.name };
      if (sent.answered) return nothing({ ...told, outcome: 'seen' });
      const actor = officeActor(desk, office, 'records-officer', newEventId(desk.ids));
      const events = [answeredEvent(answer, { case: sent.case, seq: head.seq + 1 }, actor)];
      const there = answer.number === undefined ? {} : { there: answer.number };
      return ok({ events, through, told: { ...told, ...there, outcome: answer.verdict } });
    }),
  );
}

async function takeAnswer(
  desk: Desk,
  { id, json, signature }: FoundAnswer,
  cases: CaseHeads,
): Promise<Reply<TransferAnswerTold>> {
  const refused = (code: FaultCode): Reply<TransferAnswerTold> => ok({ outcome: 'refused', code });
  const sent = await cases.findSent(id);
  if (!sent) return refused('transfers/answer-unknown');
  if (signature === undefined) return refused('transfers/answer-no-signature');
  const office = await openedLedger(desk).office();
  const card = colleagueOf(office, sent.to.code)?.card;
  if (!card) return refused('transfers/answer-not-genuine');
  const read = await readAnswer(json, signature.toString('utf8'), card);
  if (!read.ok) return refused(read.error);
  const { transfer_id, to, from, sha256 } = read.value;
  if (transfer_id !== id || to !== office.code || from.code !== sent.to.code)
    return refused('transfers/answer-unknown');
  if (sha256 !== sent.sha256) return refused('transfers/answer-other-file');
  return record(desk, read.value, cases);
}

/** All answers in a folder but those this office wrote itself, which still lie on the stick that goes back and forth. */
export async function takeAnswersFrom(
  desk: Desk,
  folder: string,
): Promise<Reply<readonly TransferAnswerTold[]>> {
  const ledger = openedLedger(desk);
  const found = await atDisk(() => findAnswers(folder));
  if (!found.ok) return err(asFault(found.error));
  const { transfers = [] } = await ledger.office();
  const cases = new CaseHeads(ledger);
  const told: TransferAnswerTold[] = [];
  for (const each of found.value) {
    if (transfers.some(({ id }) => id === each.id)) continue;
    const one = await takeAnswer(desk, each, cases);
    if (!one.ok) return one;
    told.push(one.value);
  }
  const waiting = await cases.onTheirWay();
  await clearSealed(ledger.places.outbox, id => waiting.has(id));
  return ok(told);
}
