import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { enrolOffice } from '#electron/headquarters/hq.enrol.ts';
import { initHeadquarters } from '#electron/headquarters/hq.init.ts';
import { startReceiver, type Receiver } from '#electron/headquarters/receiver/receiver.ts';
import { setAddress } from '#electron/headquarters/receiver/set-address.ts';
import { expectOk } from '#shared/core/result.ts';
import type { DeskPage } from './pages/desk.page.ts';
import { MonthPage } from './pages/month.page.ts';
import { answerDialogs, type Program } from './program.ts';

/** A headquarters on this machine, with its real receiver on an address of its own. */
export async function localHeadquarters(dataDir: string, name: string): Promise<Receiver> {
  expectOk(await initHeadquarters(dataDir, { name }));
  const receiver = await startReceiver(dataDir, { host: '127.0.0.1', port: 0 });
  expectOk(await setAddress(dataDir, { address: `http://127.0.0.1:${receiver.port}`, pinned: [] }));
  return receiver;
}

export interface CardExchange {
  readonly program: Program;
  readonly desk: DeskPage;
  readonly dataDir: string;
  /** What stands for the stick that cards are carried on. */
  readonly cards: string;
}

/** The cards of both sides change hands as files: general card, office card, and the card made for the office. */
export async function exchangeCards({ program, desk, dataDir, cards }: CardExchange): Promise<string> {
  await mkdir(cards, { recursive: true });
  await copyFile(path.join(dataDir, 'headquarters.json'), path.join(cards, 'headquarters.json'));
  await desk.go('月结与报送');
  const month = new MonthPage(program.page);
  await answerDialogs(program.app, { open: path.join(cards, 'headquarters.json') });
  await month.readHeadquartersCard();
  await answerDialogs(program.app, { open: cards });
  await month.exportOfficeCard();
  const officeCard: unknown = JSON.parse(await readFile(path.join(cards, 'office.json'), 'utf8'));
  const { handOver = '' } = expectOk(await enrolOffice(dataDir, officeCard));
  await answerDialogs(program.app, { open: handOver });
  await month.readHeadquartersCard();
  return handOver;
}
