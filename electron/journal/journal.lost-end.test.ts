import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { forgetRecent, KEYS, payloadOf, recordsOf, reopened, writtenJournal } from './journal.fixture.ts';
import { createJournal, openJournal } from './journal.open.ts';

const COUNT = 4;

async function sample() {
  const dir = await tempFolder();
  const starts = await writtenJournal(dir, COUNT);
  const file = path.join(dir, 'journal.pdj');
  const withoutNote = () => rm(path.join(dir, 'journal.head'), { force: true });
  return { dir, file, starts, good: await readFile(file), withoutNote };
}

describe('a journal that lost its end', () => {
  it('gets it back byte for byte, however much of the last records is gone', async () => {
    const { dir, file, good, starts, withoutNote } = await sample();
    for (const keepNote of [true, false])
      for (let length = starts[1]!; length < good.length; length += 7) {
        await writeFile(file, good.subarray(0, length));
        if (!keepNote) await withoutNote();
        const complete = starts.filter(start => start <= length).length - 1;
        await reopened(dir, async journal => {
          expect(journal.putBack).toBe(COUNT - complete);
          expect(journal.tornTail).toBeUndefined();
          expect((await recordsOf(journal)).length).toBe(COUNT);
        });
        expect(await readFile(file)).toEqual(good);
      }
    await reopened(dir, async journal => {
      expect(journal.putBack).toBe(0);
      expectOk(await journal.append(payloadOf(COUNT + 1), { after: COUNT }));
      expectOk(await journal.verify());
    });
  });

  it('sets aside what does not belong there before it is put back', async () => {
    const { dir, file, good, starts, withoutNote } = await sample();
    const zeros = Buffer.from(good).fill(0, starts[3]! + 20);
    await writeFile(file, zeros);
    await withoutNote();
    await reopened(dir, async journal => {
      expect(journal.putBack).toBe(1);
      expect(await readFile(path.join(dir, journal.tornTail!.file))).toEqual(zeros.subarray(starts[3]));
      expect(journal.head().seq).toBe(COUNT);
    });
    expect(await readFile(file)).toEqual(good);
  });

  it('is damaged when the copy does not reach the record that was the last', async () => {
    const { dir, file, good, starts } = await sample();
    const recent = path.join(dir, 'journal.recent');
    const copy = await readFile(recent);
    await writeFile(recent, copy.subarray(0, starts[3]! - 64 + 10));
    await writeFile(file, good.subarray(0, starts[2]! + 5));
    expect(await openJournal(dir, KEYS)).toMatchObject({ error: { code: 'journal/damaged', seq: 3 } });
    expect((await readFile(file)).length).toBe(starts[2]! + 5);
  });

  it('takes nothing from a copy of another journal, a damaged one, or a fork', async () => {
    const { dir, file, good, starts, withoutNote } = await sample();
    const { dir: other } = await sample();
    const recent = path.join(dir, 'journal.recent');
    const own = await readFile(recent);
    const flipped = Buffer.from(own);
    flipped[flipped.length - 20] = flipped[flipped.length - 20]! ^ 1;
    for (const copy of [await readFile(path.join(other, 'journal.recent')), flipped, Buffer.alloc(300)]) {
      await writeFile(file, good.subarray(0, starts[3]));
      await withoutNote();
      await writeFile(recent, copy);
      await reopened(dir, journal => {
        expect(journal.putBack).toBe(0);
        expect(journal.head().seq).toBe(3);
        return Promise.resolve();
      });
    }
  });

  it('is not confused by the beginning of a record that was never saved', async () => {
    const { dir, file, good } = await sample();
    await writeFile(file, Buffer.concat([good, good.subarray(64, 110)]));
    await reopened(dir, journal => {
      expect(journal.tornTail?.bytes).toBe(46);
      expect(journal.putBack).toBe(0);
      return Promise.resolve();
    });
    expect(await readFile(file)).toEqual(good);
  });
});

describe('the copy of the last records', () => {
  it('stays small, holds the last record always, and goes on after every opening', async () => {
    const dir = await tempFolder();
    await expectOk(await createJournal(dir, KEYS)).close();
    for (const bytes of [100, 30_000, 30_000, 1_000_000, 200, 50_000]) {
      await reopened(dir, async journal => {
        for (let n = 0; n < 5; n++) expectOk(await journal.append(new Uint8Array(bytes)));
      });
      const journal = await readFile(path.join(dir, 'journal.pdj'));
      const copy = await readFile(path.join(dir, 'journal.recent'));
      expect(copy.length).toBeLessThan(5 * 1_000_200);
      expect(journal.subarray(-copy.length).equals(copy)).toBe(true);
    }
  });

  it('is made again from the last record where there is none', async () => {
    const { dir, file, good, starts, withoutNote } = await sample();
    await forgetRecent(dir);
    await reopened(dir, () => Promise.resolve());
    await writeFile(file, good.subarray(0, starts[3]! + 1));
    await withoutNote();
    await reopened(dir, journal => {
      expect(journal.putBack).toBe(1);
      return Promise.resolve();
    });
    expect((await readdir(dir)).sort()).toEqual(['journal.head', 'journal.pdj', 'journal.recent']);
  });
});
