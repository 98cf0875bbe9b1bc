import { readFile } from 'node:fs/promises';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { parseIdentityFile } from '../bundles/age.identity.ts';
import { judgeCases, judgeEvents } from './judge.books.fixture.ts';
import { judgeFigures } from './judge.figures.fixture.ts';
import { judgeJournal, judgeOrders, judgeReceipts } from './judge.office.fixture.ts';
import { countMonths } from './naive.count.fixture.ts';
import { receivedFrom } from './received.fixture.ts';
import type { World } from './world.fixture.ts';

/** While the year runs a bundle may still be on its way. */
export type Moment = 'meanwhile' | 'at-the-end';

/**
 * Compares what headquarters has with what every office has and both with what the simulator remembers. Answers with
 * everything that does not agree, in words.
 */
export async function judge(world: World, moment: Moment): Promise<readonly string[]> {
  const { hq, months: all } = world;
  const { dataDir } = hq;
  const [secondKey = ''] = parseIdentityFile(await readFile(hqFolder(dataDir).sealedKey, 'utf8')) ?? [];
  const complaints: string[] = hq.surprises.map(code => `headquarters refused a bundle: ${code}`);
  for (const { actor } of world.stations) {
    await actor.look();
    const told = countMonths(actor.book);
    const received = await receivedFrom(dataDir, actor.code);
    const say = (what: string): void => void complaints.push(`${actor.code}: ${what}`);
    const periods = received.map(({ period }) => period);
    const foreseen = moment === 'at-the-end' ? all : all.slice(0, received.length);
    if (periods.join() !== foreseen.join()) say(`months at headquarters: ${periods.join(' ')}`);
    received.forEach(({ sequence }, nth) => {
      if (sequence !== nth + 1) say(`bundle ${nth + 1} has number ${sequence}`);
    });
    judgeEvents(received, told, say);
    for (const [nth, bundle] of received.entries()) {
      const month = told[nth];
      if (!month) say(`${bundle.period} came before it was locked`);
      else await judgeCases(bundle, month, secondKey, say);
    }
    if (moment === 'meanwhile') continue;
    await judgeFigures(actor, received, told, say);
    await judgeJournal(actor, say);
    await judgeReceipts(actor, dataDir, received, say);
  }
  if (moment === 'at-the-end') await judgeOrders(world, what => void complaints.push(what));
  return complaints;
}
