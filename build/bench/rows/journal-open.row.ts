import path from 'node:path';
import { expectOk } from '#shared/core/result.ts';
import { journalFileIn } from '#electron/journal/journal.file.ts';
import { createJournal, openJournal } from '#electron/journal/journal.open.ts';
import { BENCH_KEYS, RECORD } from '../bench-keys.ts';
import { alternate, timed } from '../measure.ts';
import type { Context, Figure, Row } from '../row.ts';
import { findMissing, shell } from '../tools.ts';
import { unsynced } from '#electron/e2e/unsynced-files.ts';

async function writeJournal(dir: string, records: number): Promise<void> {
  const journal = expectOk(await createJournal(dir, BENCH_KEYS, { files: unsynced }));
  for (let at = 0; at < records; at++) expectOk(await journal.append(RECORD));
  await journal.close();
}

async function rowsFor(records: number, { sizes, folder }: Context): Promise<Figure[]> {
  const dir = path.join(folder, String(records));
  await writeJournal(dir, records);
  const open = async (): Promise<void> => {
    await expectOk(await openJournal(dir, BENCH_KEYS)).close();
  };
  const verify = async (): Promise<number> => {
    const journal = expectOk(await openJournal(dir, BENCH_KEYS));
    const ms = await timed(async () => expectOk(await journal.verify()));
    await journal.close();
    return ms;
  };
  const replay = async (): Promise<number> => {
    const journal = expectOk(await openJournal(dir, BENCH_KEYS));
    let seen = 0;
    const ms = await timed(async () => {
      for await (const record of journal.read(1)) seen += Math.sign(record.payload.length);
    });
    await journal.close();
    if (seen !== records) throw new Error(`${seen} records were read of ${records}`);
    return ms;
  };
  const hashed = findMissing(['sha256sum']) === undefined;
  const file = journalFileIn(dir);
  const sides = { open: () => timed(open), verify, replay };
  const digest = () => timed(() => shell('sha256sum "$1"', [file], folder));
  const times = await alternate(
    { ...sides, digest: hashed ? digest : () => Promise.resolve(NaN) },
    sizes.rounds,
  );
  const peer = hashed ? { peer: { name: 'sha256sum of the file', ms: times.digest } } : {};
  return [
    { work: `open a journal of ${records} records`, ms: times.open, most: { ms: 1000 } },
    { work: `verify ${records} records`, ms: times.verify, ...peer },
    { work: `read and decrypt ${records} records`, ms: times.replay, ...peer },
  ];
}

/** Opening must not grow with the journal; verifying and replaying grow with it and no faster. */
export const journalOpen: Row = async context => {
  const figures: Figure[] = [];
  for (const records of context.sizes.records) figures.push(...(await rowsFor(records, context)));
  return figures;
};
