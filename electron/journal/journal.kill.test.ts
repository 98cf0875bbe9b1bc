import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { KEYS, recordsOf, reopened } from './journal.fixture.ts';
import { createJournal, openJournal } from './journal.open.ts';

/** At least 20; a long run sets more. */
const KILLS = Number(process.env['KILLS'] ?? 25);
const SEED = 20261122;

/** mulberry32: the same waits in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The appending program in one plain JavaScript file, which starts many times faster than its source. */
async function bundledProgram(): Promise<string> {
  const outDir = await tempFolder();
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(import.meta.dirname, 'append-until-killed.fixture.ts'),
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return path.join(outDir, 'program.mjs');
}

/** Starts the program, kills it some time after it got going, and returns what it acknowledged. */
async function appendAndKill(
  program: string,
  dir: string,
  run: number,
  waitMs: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, dir, `run${run}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const started = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      resolve();
    });
    child.on('exit', () => {
      reject(new Error('the appending program ended by itself'));
    });
  });
  const closed = new Promise(resolve => child.on('close', resolve));
  await started;
  if (run === 0) {
    expect(await openJournal(dir, KEYS)).toMatchObject({
      error: { code: 'journal/locked', pid: child.pid },
    });
  }
  await sleep(waitMs);
  child.kill('SIGKILL');
  await closed;
  return [...text.matchAll(/^ack (\S+ \d+)$/gm)].map(match => match[1] ?? '');
}

it(
  `keeps every acknowledged record exactly once through ${KILLS} kills at random times (seed ${SEED})`,
  async () => {
    const dir = await tempFolder();
    const program = await bundledProgram();
    await expectOk(await createJournal(dir, KEYS)).close();
    const random = seededRandom(SEED);
    const acknowledged: string[] = [];
    for (let run = 0; run < KILLS; run++) {
      acknowledged.push(...(await appendAndKill(program, dir, run, random() * 60)));
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    await reopened(dir, async journal => {
      expectOk(await journal.verify());
      const there = (await recordsOf(journal)).map(
        ({ seq, payload }) => `${payload.toString().split(' ')[0] ?? ''} ${seq}`,
      );
      expect(new Set(there).size).toBe(there.length);
      const lost = acknowledged.filter(record => !there.includes(record));
      expect(lost).toEqual([]);
      // A kill may come between the sync and the answer: at most one record more for each.
      expect(there.length - acknowledged.length).toBeLessThanOrEqual(KILLS);
    });
  },
  60_000 + KILLS * 6_000,
);
