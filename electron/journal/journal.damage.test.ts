import { copyFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import {
  forgetHead,
  forgetRecent,
  KEYS,
  payloadOf,
  recordsOf,
  reopened,
  textsOf,
  writtenJournal,
} from './journal.fixture.ts';
import { openJournal } from './journal.open.ts';
import { openJournalReadOnly } from './journal.salvage.ts';
import { JournalFault } from './journal.types.ts';
import { verifyJournalFile } from './journal.verify.ts';

const COUNT = 3;

async function sample(): Promise<{
  dir: string;
  file: string;
  good: Buffer;
  starts: readonly number[];
  record: (seq: number) => Buffer;
}> {
  const dir = await tempFolder();
  const starts = await writtenJournal(dir, COUNT);
  const file = path.join(dir, 'journal.pdj');
  const good = await readFile(file);
  expect(starts.at(-1)).toBe(good.length);
  return { dir, file, good, starts, record: seq => good.subarray(starts[seq - 1], starts[seq]) };
}

/** The record a byte belongs to; 0 for the head of the file. */
const seqAt = (starts: readonly number[], at: number): number => starts.filter(start => start <= at).length;

async function salvaged(dir: string): Promise<readonly string[]> {
  const reader = expectOk(await openJournalReadOnly(dir, KEYS));
  try {
    return await textsOf(reader);
  } finally {
    await reader.close();
  }
}

const firstTexts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => payloadOf(i + 1).toString());

describe('damage to a journal', () => {
  it('of any single bit is noticed at its record, nothing is cut, and what stands before can be read', async () => {
    const { dir, file, good, starts } = await sample();
    await forgetHead(dir);
    for (let at = 0; at < good.length; at += 2) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ (1 << (at % 8));
      await writeFile(file, bad);
      const seq = seqAt(starts, at);
      expect(await openJournal(dir, KEYS)).toEqual({
        ok: false,
        error: { code: 'journal/damaged', seq, offset: seq === 0 ? 0 : starts[seq - 1] },
      });
      expect(await readFile(file)).toEqual(bad);
      if (seq > 0 && at % 7 === 0) expect(await salvaged(dir)).toEqual(firstTexts(seq - 1));
    }
    expect(await readdir(dir)).toEqual(['journal.pdj']);
  });

  it('shows without the key, in every record but the last', async () => {
    const { file, good, starts } = await sample();
    for (let at = 0; at < starts[COUNT - 1]!; at += 2) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ 0x80;
      await writeFile(file, bad);
      expect(await verifyJournalFile(file)).toMatchObject({ error: { code: 'journal/damaged' } });
    }
  });

  it('by removing, moving, repeating or replacing whole records is noticed', async () => {
    const { dir, file, good, record } = await sample();
    const { good: foreign, record: foreignRecord } = await sample();
    const head = good.subarray(0, 64);
    const histories: Record<string, { bytes: readonly Buffer[]; seq: number }> = {
      'first removed': { bytes: [head, record(2), record(3)], seq: 1 },
      'one removed': { bytes: [head, record(1), record(3)], seq: 2 },
      'two exchanged': { bytes: [head, record(1), record(3), record(2)], seq: 2 },
      'one repeated': { bytes: [head, record(1), record(1), record(2), record(3)], seq: 2 },
      'one from elsewhere': { bytes: [head, record(1), foreignRecord(2), record(3)], seq: 2 },
      'one more from elsewhere': { bytes: [good, foreignRecord(3)], seq: 4 },
      'another head': { bytes: [foreign.subarray(0, 64), good.subarray(64)], seq: 1 },
    };
    for (const keepHead of [true, false]) {
      if (!keepHead) await forgetHead(dir);
      for (const [name, { bytes, seq }] of Object.entries(histories)) {
        await writeFile(file, Buffer.concat(bytes));
        const opened = await openJournal(dir, KEYS);
        const found = opened.ok ? await opened.value.verify() : opened;
        if (opened.ok) await opened.value.close();
        expect(found, name).toMatchObject({ error: { code: 'journal/damaged', seq } });
        const alone = await verifyJournalFile(file);
        expect(alone, name).toMatchObject({ error: { code: 'journal/damaged', seq } });
      }
    }
  });

  it('by cutting the end is noticed as long as the head note is there', async () => {
    const { dir, file, good, starts } = await sample();
    await forgetRecent(dir);
    for (let length = 0; length < good.length; length += 3) {
      await writeFile(file, good.subarray(0, length));
      expect(await openJournal(dir, KEYS)).toMatchObject({
        error: { code: 'journal/damaged', seq: seqAt(starts, length) },
      });
      expect((await readFile(file)).length).toBe(length);
    }
  });

  it('by an older copy or another history under the same head is noticed', async () => {
    const { dir, file } = await sample();
    const fork = await tempFolder();
    for (const name of ['journal.pdj', 'journal.head'])
      await copyFile(path.join(dir, name), path.join(fork, name));
    await reopened(dir, async journal => {
      expectOk(await journal.append(payloadOf(4)));
    });
    await reopened(fork, async journal => {
      expectOk(await journal.append(payloadOf(50)));
      expectOk(await journal.append(payloadOf(60)));
    });
    await copyFile(path.join(fork, 'journal.pdj'), file);
    expect(await openJournal(dir, KEYS)).toMatchObject({ error: { code: 'journal/damaged', seq: 4 } });
  });

  it('in the middle stops a quickly opened journal as soon as somebody reads there', async () => {
    const { dir, file, good, starts } = await sample();
    const bad = Buffer.from(good);
    bad[starts[1]! + 70] = bad[starts[1]! + 70]! ^ 1;
    await writeFile(file, bad);
    const damage = { code: 'journal/damaged', seq: 2, offset: starts[1] };
    const journal = expectOk(await openJournal(dir, KEYS));
    expect((await recordsOf(journal, 3)).map(({ seq }) => seq)).toEqual([3]);
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { seq } of journal.read(1)) seen.push(seq);
    })();
    await expect(reading).rejects.toThrow(JournalFault);
    await reading.catch((fault: unknown) => {
      expect(fault).toMatchObject({ error: damage });
    });
    expect(seen).toEqual([1]);
    expect(await journal.append(payloadOf(5))).toEqual({ ok: false, error: damage });
    await journal.close();
    expect(await readFile(file)).toEqual(bad);
  });
});

describe('a torn tail', () => {
  it('of any length is set aside and cut, and the journal goes on', async () => {
    const { dir, file, good, starts } = await sample();
    const lastStart = starts[COUNT - 1]!;
    for (let length = lastStart + 1; length < good.length; length += 2) {
      await writeFile(file, good.subarray(0, length));
      await forgetHead(dir);
      const journal = expectOk(await openJournal(dir, KEYS));
      const torn = journal.tornTail!;
      expect(torn.bytes).toBe(length - lastStart);
      expect(await readFile(path.join(dir, torn.file))).toEqual(good.subarray(lastStart, length));
      expect(await textsOf(journal)).toEqual(firstTexts(COUNT - 1));
      expectOk(await journal.append(payloadOf(COUNT)));
      await journal.close();
      await reopened(dir, async again => {
        expect(again.tornTail).toBeUndefined();
        expect(await textsOf(again)).toEqual(firstTexts(COUNT));
      });
    }
    expect(new Set(await readdir(dir)).has('journal.torn-2')).toBe(true);
  });

  it('is known too when the file has its new length and was not written yet', async () => {
    const { dir, file, good, starts } = await sample();
    const lastStart = starts[COUNT - 1]!;
    for (const written of [0, 10, 64, 70, 82]) {
      await writeFile(file, good.subarray(0, lastStart + written));
      await truncate(file, good.length);
      await forgetHead(dir);
      await reopened(dir, async journal => {
        expect(journal.tornTail?.bytes).toBe(good.length - lastStart);
        expect(await textsOf(journal)).toEqual(firstTexts(COUNT - 1));
      });
    }
  });

  it('is none when a record that was saved lies behind it', async () => {
    const { dir, file, good, starts } = await sample();
    const bad = Buffer.from(good).fill(0, starts[1], starts[1]! + 40);
    await writeFile(file, bad);
    await forgetHead(dir);
    expect(await openJournal(dir, KEYS)).toMatchObject({ error: { code: 'journal/damaged', seq: 2 } });
    expect(await readFile(file)).toEqual(bad);
  });

  it('is not cut, nor anything else changed, by a reader', async () => {
    const { dir, file, good, starts } = await sample();
    const cut = good.subarray(0, starts[2]! + 50);
    await writeFile(file, cut);
    await forgetHead(dir);
    expect(await salvaged(dir)).toEqual(firstTexts(2));
    expect(await readFile(file)).toEqual(cut);
    expect(await readdir(dir)).toEqual(['journal.pdj']);
  });
});
