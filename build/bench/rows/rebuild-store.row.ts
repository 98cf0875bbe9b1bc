import path from 'node:path';
import { median } from '../measure.ts';
import { openBenchWindow } from '../program/bench-window.ts';
import { inProgram } from '../program/runtime.ts';
import { sampleProfile } from '#electron/e2e/sample-profile.ts';
import type { Context, Figure } from '../row.ts';

/** Of 100,000 cases; fewer have their share of it. */
const MOST_MS = 60_000;

async function rebuildOf(cases: number, { folder, sizes }: Context): Promise<number> {
  const profile = path.join(folder, `profile-${cases}`);
  await sampleProfile(profile, cases);
  const window = await openBenchWindow(profile, folder);
  try {
    const times: number[] = [];
    const rounds = cases < 10_000 ? Math.min(3, sizes.rounds) : 1;
    for (let round = 0; round < rounds; round++) times.push(await window.ask('rebuild'));
    return median(times);
  } finally {
    await window.close();
  }
}

/** Verify the journal, empty IndexedDB and fill it again, as the window does it when somebody asks for it. */
export const rebuildStore = inProgram('rebuild the store', async context => {
  const figures: Figure[] = [];
  let before: { readonly cases: number; readonly ms: number } | undefined;
  for (const cases of context.sizes.cases) {
    const ms = await rebuildOf(cases, context);
    const growth =
      before && `${cases / before.cases} times the cases, ${(ms / before.ms).toFixed(1)} times the time`;
    figures.push({
      work: `rebuild the store from ${cases} cases`,
      ms,
      most: { ms: (MOST_MS * cases) / 100_000 },
      ...(growth === undefined ? {} : { remark: growth }),
    });
    before = { cases, ms };
  }
  return figures;
});
