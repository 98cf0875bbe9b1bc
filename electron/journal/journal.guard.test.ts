import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { KEYS, payloadOf, writtenJournal } from './journal.fixture.ts';
import { openGuardedJournal, type GuardedJournal, type GuardOptions } from './journal.guard.ts';
import type { JournalDamage } from './journal.types.ts';

const COUNT = 6;

/** A journal with a byte turned over in its third record, which the quick look at its end does not see. */
async function turnedOver() {
  const dir = await tempFolder();
  const starts = await writtenJournal(dir, COUNT);
  const file = path.join(dir, 'journal.pdj');
  const good = await readFile(file);
  const bad = Buffer.from(good);
  bad[starts[2]! + 70] = bad[starts[2]! + 70]! ^ 1;
  await writeFile(file, bad);
  return { dir, file, good, bad, damage: { code: 'journal/damaged', seq: 3, offset: starts[2]! } as const };
}

async function using(dir: string, options: GuardOptions, work: (journal: GuardedJournal) => Promise<void>) {
  const journal = expectOk(await openGuardedJournal(dir, KEYS, options));
  try {
    await work(journal);
  } finally {
    await journal.close();
  }
}

const seqsOf = async (journal: GuardedJournal, from = 1): Promise<readonly number[]> => {
  const seqs: number[] = [];
  for await (const { seq } of journal.read(from)) seqs.push(seq);
  return seqs;
};

/** Opened the quick way, as a long journal is. */
const LONG: GuardOptions = { atOnceBytes: 0, checkAfterMs: 3_600_000 };

const expectReadOnly = async (journal: GuardedJournal, damage: JournalDamage): Promise<void> => {
  expect(journal.damage()).toEqual(damage);
  expect(journal.head().seq).toBe(2);
  expect(await seqsOf(journal)).toEqual([1, 2]);
  expect(await seqsOf(journal, 4)).toEqual([]);
  expect(await journal.append(payloadOf(9))).toEqual({ ok: false, error: damage });
  expect(await journal.verify()).toEqual({ ok: false, error: damage });
};

describe('a journal with a byte turned over in its middle', () => {
  it('is known to be damaged when it is opened, each time, and is not written', async () => {
    const { dir, file, bad, damage } = await turnedOver();
    for (let start = 0; start < 3; start++) await using(dir, {}, journal => expectReadOnly(journal, damage));
    expect(await readFile(file)).toEqual(bad);
  });

  it('is found in the background where it is long, told, and not written from then on', async () => {
    const { dir, file, bad, damage } = await turnedOver();
    const told: JournalDamage[] = [];
    const options = { atOnceBytes: 0, checkAfterMs: 0, onDamage: (found: JournalDamage) => told.push(found) };
    await using(dir, options, async journal => {
      while (!journal.damage()) await nextTurn();
      await expectReadOnly(journal, damage);
    });
    expect(told).toEqual([damage]);
    expect(await readFile(file)).toEqual(bad);
  });

  it('is told once by whoever comes upon it, and ends there for readers', async () => {
    for (const comeUpon of [seqsOf, (journal: GuardedJournal) => journal.verify()]) {
      const { dir, damage } = await turnedOver();
      const told: JournalDamage[] = [];
      await using(dir, { ...LONG, onDamage: found => told.push(found) }, async journal => {
        expect(journal.damage()).toBeUndefined();
        await Promise.all([comeUpon(journal), comeUpon(journal)]);
        await expectReadOnly(journal, damage);
      });
      expect(told).toEqual([damage]);
      // However long it is, it opens no second time as if nothing were wrong.
      await using(dir, LONG, journal => expectReadOnly(journal, damage));
    }
  });

  it('can be written again when a good file was put in its place', async () => {
    const { dir, file, good, damage } = await turnedOver();
    await using(dir, {}, journal => expectReadOnly(journal, damage));
    await writeFile(file, good);
    await using(dir, LONG, async journal => {
      expect(journal.damage()).toBeUndefined();
      expectOk(await journal.append(payloadOf(COUNT + 1)));
    });
    await using(dir, {}, async journal => {
      expect(await seqsOf(journal)).toHaveLength(COUNT + 1);
    });
  });
});

describe('a sound journal', () => {
  it('is written while it is checked, and closed in the middle of it', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, COUNT);
    const told: JournalDamage[] = [];
    for (const checkAfterMs of [0, 3_600_000])
      await using(
        dir,
        { atOnceBytes: 0, checkAfterMs, onDamage: found => told.push(found) },
        async journal => {
          expectOk(await journal.append(payloadOf(1)));
          expectOk(await journal.verify());
        },
      );
    expect(told).toEqual([]);
  });
});
