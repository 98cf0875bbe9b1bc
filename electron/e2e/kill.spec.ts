import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import {
  dropProfile,
  foundOffice,
  newProfile,
  pullThePlug,
  reopenOffice,
  type OpenOffice,
} from './office.ts';
import { fillForm } from './pages/form.page.ts';

const KILLS = Number(process.env['PHOENIX_KILLS'] ?? 20);
const SEED = Number(process.env['PHOENIX_SEED'] ?? 20261122);

/** mulberry32: the same seed, the same moments. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Journalled {
  readonly numbers: readonly string[];
}

/** Every number the journal holds, as the shell reads it. */
async function journalled({ page }: OpenOffice): Promise<Journalled> {
  return page.evaluate(async () => {
    type Answer = { ok: boolean; value: { records: { events: { type: string; number?: string }[] }[] } };
    const { desk } = window as unknown as {
      desk: { journal: { read: (input: { from: number; most: number }) => Promise<Answer> } };
    };
    const answer = await desk.journal.read({ from: 1, most: 5000 });
    const events = answer.value.records.flatMap(record => record.events);
    return {
      numbers: events.flatMap(event => (event.type === 'registered' ? [event.number ?? ''] : [])),
    };
  });
}

async function countOnScreen({ desk, page }: OpenOffice): Promise<number> {
  await desk.go('案件');
  const tab = page.getByRole('tab', { name: /^全部/ });
  await expect(tab).toHaveText(/\d/);
  return Number(/\d+/.exec(await tab.innerText())?.[0]);
}

test(`after ${KILLS} power cuts while saving, every acknowledged case is there exactly once`, async () => {
  test.setTimeout(60_000 + KILLS * 60_000);
  test.info().annotations.push({ type: 'seed', description: String(SEED) });
  process.stdout.write(`seed ${SEED}, ${KILLS} kills\n`);
  const chance = chances(SEED);
  const profile = await newProfile();
  const acknowledged = new Set<string>();
  let office = await foundOffice(profile);
  try {
    for (let kill = 1; kill <= KILLS; kill++) {
      await office.desk.go('接待登记');
      const saves = 1 + Math.floor(chance() * 2);
      for (let save = 0; save < saves; save++) {
        await fillForm(office.desk.form, {
          姓名: '李样本',
          反映内容: `第 ${kill} 次停电前的第 ${save + 1} 件。`,
        });
        await office.page.keyboard.press('F9');
        if (save < saves - 1) acknowledged.add(await office.desk.savedNumber());
      }
      // The last save is cut at any moment between the key and a little after its acknowledgement.
      const shown = office.desk.savedNumber().then(
        number => acknowledged.add(number),
        () => undefined,
      );
      await Promise.race([shown, sleep(chance() * 400)]);
      await pullThePlug(office);
      await shown;
      office = await reopenOffice(profile);
    }
    const { numbers } = await journalled(office);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of acknowledged) expect(numbers).toContain(number);
    expect(await countOnScreen(office)).toBe(numbers.length);
    process.stdout.write(`${acknowledged.size} acknowledged, ${numbers.length} in the journal\n`);
  } finally {
    await office.app.close().catch(() => undefined);
    await dropProfile(profile);
  }
});
