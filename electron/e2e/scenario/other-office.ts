import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { instantFromMs } from '#shared/core/instant.ts';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from '../office.ts';
import { TransfersPage } from '../pages/transfers.page.ts';
import { answerDialogs, type Program } from '../program.ts';

/** The office that a scenario sends cases to: the same program once more, with a ledger of its own. */
export const OTHER = { office: '样本社区居委会', code: 'YB-0002' };

export interface OtherOffice extends OpenOffice {
  readonly transfers: TransfersPage;
  readonly close: () => Promise<void>;
}

/** Starts it, and lets both read each other's cards, which change hands as files in `cards`. */
export async function openOtherOffice(own: Program, cards: string, nowMs: number): Promise<OtherOffice> {
  const profile = await newProfile();
  const office = await foundOffice(profile, { clock: instantFromMs(nowMs) }, OTHER);
  const transfers = new TransfersPage(office.page);
  await mkdir(cards, { recursive: true });
  const give = async (giver: Program, reader: Program, name: string): Promise<void> => {
    await answerDialogs(giver.app, { open: cards });
    await new TransfersPage(giver.page).giveCard();
    const card = path.join(cards, name);
    await rename(path.join(cards, 'office.json'), card);
    await answerDialogs(reader.app, { open: card });
    await new TransfersPage(reader.page).readCard();
  };
  await give(own, office, 'own-office.json');
  await give(office, own, 'other-office.json');
  return {
    ...office,
    transfers,
    close: async () => {
      await office.app.close().catch(() => undefined);
      await dropProfile(profile);
    },
  };
}
