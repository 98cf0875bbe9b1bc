import { hkdfSync } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { NO_OPTIONS } from '#electron/launch-options.ts';
import { encrypted, JPEG, madePdf } from '#electron/printing/outside/made-files.fixture.ts';
import type { OpenWorker } from '#electron/files/run-apart.ts';
import { readApart } from '#electron/printing/outside/read-apart.ts';
import { vaultAt } from '#electron/vault/vault.ts';
import type { Ledger } from '../office/ledger.ts';
import { makeDesk } from './desk.ts';
import { keepOutside } from './outside.handlers.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

const script =
  (code: string): OpenWorker =>
  options =>
    new Worker(code, { ...options, eval: true });

const worker = pathToFileURL(path.resolve(import.meta.dirname, '../printing/outside/outside.worker.ts')).href;
/** The worker itself, which is TypeScript until it is built. */
const fromSource = script(
  `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(worker)}); })`,
);

async function openDesk() {
  const folder = await tempFolder();
  const parts = { resources: '', version: '1', station: 'PC-1', runtimeMajor: 1, options: NO_OPTIONS };
  const desk = makeDesk({ ...parts, profile: folder, notify: () => undefined });
  const vault = vaultAt(path.join(folder, 'vault'), {
    subkey: label => Buffer.from(hkdfSync('sha256', 'test', '', label, 32)),
  });
  desk.ledger = { vault } as Ledger;
  return { desk, vault };
}

describe('taking in a file from outside', () => {
  it('puts the very bytes into the vault, read in a thread apart, and says how many pages they are', async () => {
    const { desk, vault } = await openDesk();
    const pdf = await madePdf(2);
    const kept = expectOk(await keepOutside(desk, readApart(fromSource), pdf));
    expect(kept).toMatchObject({ bytes: pdf.length, pages: 2 });
    expect(kept.mark).toBe(kept.sha256.slice(0, 8).toUpperCase());
    expect(expectOk(await vault.getBytes(kept.sha256)).equals(Buffer.from(pdf))).toBe(true);
    expect(expectOk(await keepOutside(desk, readApart(fromSource), JPEG)).pages).toBe(1);
  });

  it('leaves the vault as it was where the file is refused, and says why', async () => {
    const { desk, vault } = await openDesk();
    const reply = await keepOutside(desk, readApart(fromSource), await encrypted(1));
    expect(reply).toEqual({ ok: false, error: { code: 'papers/outside-encrypted' } });
    expect(expectOk(await vault.stats()).files).toBe(0);
  });

  it.each([
    ['does not end', 'for (;;);'],
    ['takes all memory', 'const all = []; for (;;) all.push(new Array(1e6).fill({}))'],
    ['breaks', 'throw new Error("broken")'],
    ['ends without a word', ''],
  ])('is given up, and the program goes on, when reading %s', async (_how, code) => {
    const { desk } = await openDesk();
    const reply = await keepOutside(desk, readApart(script(code), 3000), await madePdf(1));
    expect(reply).toEqual({ ok: false, error: { code: 'papers/outside-not-read' } });
  });
});
