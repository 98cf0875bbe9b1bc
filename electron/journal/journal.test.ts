import * as disk from 'node:fs/promises';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import {
  forgetHead,
  KEYS,
  keysOf,
  payloadOf,
  recordsOf,
  reopened,
  writtenJournal,
} from './journal.fixture.ts';
import { createJournal, openJournal } from './journal.open.ts';
import { openJournalReadOnly } from './journal.salvage.ts';
import type { JournalHead } from './journal.types.ts';
import { verifyJournalFile } from './journal.verify.ts';

describe('a journal', () => {
  it('gives back what was appended, in order, after it was opened again', async () => {
    const dir = path.join(await tempFolder(), 'journal');
    const created = expectOk(await createJournal(dir, KEYS, { nowMs: () => 1_790_000_000_000 }));
    expect(created.head()).toMatchObject({ seq: 0 });
    expect(await recordsOf(created)).toEqual([]);
    const heads: JournalHead[] = [];
    for (const n of [1, 2, 3]) heads.push(expectOk(await created.append(payloadOf(n))));
    expect(created.head()).toEqual(heads[2]);
    await created.close();
    await reopened(dir, async journal => {
      expect(journal.id).toBe(created.id);
      expect(journal.createdMs).toBe(1_790_000_000_000);
      expect(journal.head()).toEqual(heads[2]);
      expect(journal.tornTail).toBeUndefined();
      expect(await recordsOf(journal)).toEqual(
        heads.map(({ seq, hash }) => ({ seq, hash, payload: payloadOf(seq) })),
      );
      expect(expectOk(await journal.append(payloadOf(4))).seq).toBe(4);
    });
  });

  it('holds after any batches of any size, whatever was opened and closed between', async () => {
    const batches = fc.array(
      fc.array(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(1_500_000))), {
        maxLength: 5,
      }),
      { minLength: 1, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(batches, fc.boolean(), async (sessions, keepHead) => {
        const dir = await tempFolder();
        await expectOk(await createJournal(dir, KEYS)).close();
        const wanted: { head: JournalHead; payload: Buffer }[] = [];
        for (const session of sessions) {
          await reopened(dir, async journal => {
            const heads = await Promise.all(session.map(payload => journal.append(payload)));
            heads.forEach((head, i) =>
              wanted.push({ head: expectOk(head), payload: Buffer.from(session[i] ?? []) }),
            );
            expect(expectOk(await journal.verify())).toEqual(journal.head());
          });
          if (!keepHead) await forgetHead(dir);
        }
        await reopened(dir, async journal => {
          const records = await recordsOf(journal);
          expect(records.length).toBe(wanted.length);
          for (const [i, { head, payload }] of wanted.entries()) {
            expect(records[i]).toMatchObject(head);
            expect(records[i]?.payload.equals(payload)).toBe(true);
            expect(head.seq).toBe(i + 1);
          }
          const file = expectOk(await verifyJournalFile(path.join(dir, 'journal.pdj')));
          expect(file).toEqual({ ...journal.head(), id: journal.id });
        });
      }),
      { numRuns: 10 },
    );
  });

  it('can be read from any record on, near the end and far from it', async () => {
    const dir = await tempFolder();
    const journal = expectOk(await createJournal(dir, KEYS));
    await Promise.all(Array.from({ length: 1500 }, (_, i) => journal.append(payloadOf(i + 1))));
    for (const from of [1, 2, 400, 1499, 1500]) {
      const records = await recordsOf(journal, from);
      expect(records.length).toBe(1501 - from);
      expect(records[0]).toMatchObject({ seq: from, payload: payloadOf(from) });
    }
    expect(await recordsOf(journal, 1501)).toEqual([]);
    await journal.close();
  });

  it('lets a reader stop early, and append while it reads', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 5);
    await reopened(dir, async journal => {
      const seen: number[] = [];
      for await (const { seq } of journal.read(1)) {
        seen.push(seq);
        if (seq === 2) expectOk(await journal.append(payloadOf(6)));
        if (seq === 4) break;
      }
      expect(seen).toEqual([1, 2, 3, 4]);
      expect((await recordsOf(journal)).length).toBe(6);
    });
  });

  it('refuses a batch that was decided on an older state', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 2);
    await reopened(dir, async journal => {
      const [first, second] = await Promise.all([
        journal.append(payloadOf(3), { after: 2 }),
        journal.append(payloadOf(4), { after: 2 }),
      ]);
      expectOk(first);
      expect(second).toEqual({ ok: false, error: { code: 'journal/behind', head: journal.head() } });
      expect(journal.head().seq).toBe(3);
    });
  });

  it('can be copied while it is in use, and the copy is whole', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 3);
    await reopened(dir, async journal => {
      const appending = Array.from({ length: 20 }, (_, i) => journal.append(payloadOf(i + 4)));
      await appending[7];
      const { seq } = journal.head();
      const file = await readFile(path.join(dir, 'journal.pdj'));
      const copy = path.join(dir, 'copy');
      await writeFile(copy, file.subarray(0, journal.bytes()));
      expect(expectOk(await verifyJournalFile(copy)).seq).toBeGreaterThanOrEqual(seq);
      (await Promise.all(appending)).forEach(expectOk);
    });
  });

  it('reports progress while it is verified, and can be stopped', async () => {
    const dir = await tempFolder();
    const journal = expectOk(await createJournal(dir, KEYS));
    for (let n = 0; n < 5; n++) expectOk(await journal.append(new Uint8Array(900_000)));
    const seen: number[] = [];
    expectOk(await journal.verify({ onProgress: ({ seq }) => seen.push(seq) }));
    expect(seen.at(-1)).toBe(5);
    expect(seen.length).toBeGreaterThan(1);
    const stop = new AbortController();
    const stopped = await journal.verify({
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    expect(stopped).toEqual({ ok: false, error: { code: 'journal/cancelled' } });
    await journal.close();
  });

  it('shows nothing of its content in its folder', async () => {
    const dir = await tempFolder();
    const journal = expectOk(await createJournal(dir, KEYS));
    expectOk(await journal.append(Buffer.from('canary 金丝雀')));
    await journal.close();
    for (const name of await readdir(dir)) {
      const bytes = await readFile(path.join(dir, name));
      expect(bytes.includes('canary')).toBe(false);
      expect(bytes.includes('金丝雀')).toBe(false);
    }
  });

  it('throws when it is used after closing', async () => {
    const journal = expectOk(await createJournal(await tempFolder(), KEYS));
    const last = journal.append(payloadOf(1));
    await journal.close();
    expectOk(await last);
    expect(() => journal.append(payloadOf(2))).toThrow('after closing');
    await expect(recordsOf(journal)).rejects.toThrow('after closing');
  });
});

describe('opening a journal', () => {
  it('tells a missing one from one that was there', async () => {
    const dir = await tempFolder();
    const nowhere = path.join(dir, 'none');
    expect(await openJournal(nowhere, KEYS)).toMatchObject({ error: { code: 'journal/missing' } });
    expect(await openJournal(dir, KEYS)).toMatchObject({ error: { code: 'journal/missing' } });
    await writtenJournal(dir, 1);
    expect(await createJournal(dir, KEYS)).toMatchObject({ error: { code: 'journal/exists' } });
    await rm(path.join(dir, 'journal.pdj'));
    expect(await openJournal(dir, KEYS)).toMatchObject({ error: { code: 'journal/damaged', seq: 0 } });
    expect(await createJournal(dir, KEYS)).toMatchObject({ error: { code: 'journal/exists' } });
  });

  it('refuses another key and a newer version, and changes nothing', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 2);
    const file = path.join(dir, 'journal.pdj');
    const before = await readFile(file);
    expect(await openJournal(dir, keysOf('another'))).toMatchObject({
      error: { code: 'journal/wrong-key' },
    });
    const newer = Buffer.from(before);
    newer.writeUInt32LE(2, 8);
    newer.writeUInt32LE(crc32(newer.subarray(0, 60)), 60);
    await writeFile(file, newer);
    for (const open of [openJournal, openJournalReadOnly]) {
      expect(await open(dir, KEYS)).toMatchObject({ error: { code: 'journal/newer-version', version: 2 } });
    }
    expect(await verifyJournalFile(file)).toMatchObject({ error: { code: 'journal/newer-version' } });
    expect(await readFile(file)).toEqual(newer);
    expect((await readdir(dir)).sort()).toEqual(['journal.head', 'journal.pdj', 'journal.recent']);
  });

  it('finds the end without the head note, with an old one, and with one of another journal', async () => {
    const dir = await tempFolder();
    const head = path.join(dir, 'journal.head');
    await writtenJournal(dir, 2);
    const old = await readFile(head);
    await reopened(dir, async journal => {
      expectOk(await journal.append(payloadOf(3)));
      expectOk(await journal.append(payloadOf(4)));
    });
    const other = await tempFolder();
    await writtenJournal(other, 9);
    const foreign = await readFile(path.join(other, 'journal.head'));
    for (const note of [old, foreign, Buffer.alloc(0), Buffer.alloc(120), old.subarray(0, 60)]) {
      await writeFile(head, note);
      await reopened(dir, async journal => {
        expect(journal.head().seq).toBe(4);
        expect((await recordsOf(journal)).length).toBe(4);
      });
    }
  });

  it('does not read the whole file when the head note is good', async () => {
    const dir = await tempFolder();
    const journal = expectOk(await createJournal(dir, KEYS));
    for (let n = 0; n < 20; n++) expectOk(await journal.append(new Uint8Array(500_000)));
    await journal.close();
    let bytes = 0;
    const open: typeof disk.open = async (...args) => {
      const handle = await disk.open(...args);
      return new Proxy(handle, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name, target);
          if (name === 'read') {
            return async (into: Uint8Array, offset: number, length: number, position: number) => {
              const result = await target.read(into, offset, length, position);
              bytes += result.bytesRead;
              return result;
            };
          }
          return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
        },
      });
    };
    await expectOk(await openJournal(dir, KEYS, { files: { ...disk, open } })).close();
    expect(bytes).toBeGreaterThan(500_000);
    expect(bytes).toBeLessThan(1_100_000);
  });
});
