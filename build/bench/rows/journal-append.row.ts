import fs from 'node:fs/promises';
import path from 'node:path';
import { expectOk } from '#shared/core/result.ts';
import { createJournal } from '#electron/journal/journal.open.ts';
import { BENCH_KEYS, RECORD } from '../bench-keys.ts';
import { alternate, percentile, timed } from '../measure.ts';
import type { Row } from '../row.ts';

/** What the save of a case waits for: encrypt, chain, write, sync. */
export const journalAppend: Row = async ({ sizes, folder }) => {
  const journal = expectOk(await createJournal(path.join(folder, 'journal'), BENCH_KEYS));
  const bare = await fs.open(path.join(folder, 'bare'), 'a');
  const p95 = async (append: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let at = 0; at < sizes.appends; at++) times.push(await timed(append));
    return percentile(times, 95);
  };
  try {
    const { ours, peer } = await alternate(
      {
        ours: () => p95(async () => expectOk(await journal.append(RECORD))),
        peer: () =>
          p95(async () => {
            await bare.write(RECORD);
            await bare.datasync();
          }),
      },
      sizes.rounds,
    );
    const work = `journal append, p95 of ${sizes.appends}`;
    return [{ work, ms: ours, peer: { name: 'bare append and fdatasync', ms: peer } }];
  } finally {
    await journal.close();
    await bare.close();
  }
};
