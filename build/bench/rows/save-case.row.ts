import path from 'node:path';
import { alternate, median, percentile } from '../measure.ts';
import { openBenchWindow } from '../program/bench-window.ts';
import { inProgram } from '../program/runtime.ts';
import { sampleProfile } from '#electron/e2e/sample-profile.ts';
import { milliseconds } from '../table.ts';

/** Decide, append and sync in the main process, seal, project. The peers only put one document, in clear. */
export const saveCase = inProgram('save a case', async ({ sizes, folder }) => {
  const profile = path.join(folder, 'profile');
  await sampleProfile(profile, 1000);
  const window = await openBenchWindow(profile, folder);
  try {
    const bytes = await window.ask('openPeers');
    const all: Record<'saves' | 'dexiePuts' | 'pouchPuts', number[]> = {
      saves: [],
      dexiePuts: [],
      pouchPuts: [],
    };
    const p95 = (verb: keyof typeof all) => async () => {
      const times = await window.ask(verb, sizes.saves);
      all[verb].push(...times);
      return percentile(times, 95);
    };
    const sides = { ours: p95('saves'), dexie: p95('dexiePuts'), pouch: p95('pouchPuts') };
    await window.ask('waitedForShell');
    const times = await alternate(sides, sizes.rounds);
    const shell = median(await window.ask('waitedForShell'));
    const half = (verb: keyof typeof all): string => milliseconds(median(all[verb]));
    const medians = `medians: ${half('saves')} here, of which the shell's append ${milliseconds(shell)}; ${half('pouchPuts')} PouchDB, ${half('dexiePuts')} Dexie`;
    await window.ask('makeStrict');
    const strict = await alternate({ ours: sides.ours, pouch: sides.pouch }, sizes.rounds);
    const work = `save a case, p95 of ${sizes.saves}`;
    return [
      {
        work,
        ms: times.ours,
        peer: { name: 'PouchDB put', ms: times.pouch },
        most: { ratio: 1 },
        remark: `${bytes} characters of JSON; PouchDB answers before the disk has it (relaxed durability)`,
      },
      {
        work,
        ms: times.ours,
        peer: { name: 'Dexie put, strict', ms: times.dexie },
        most: { ratio: 3 },
        remark: medians,
      },
      { work, ms: strict.ours, peer: { name: 'PouchDB put, made strict', ms: strict.pouch } },
    ];
  } finally {
    await window.close();
  }
});
