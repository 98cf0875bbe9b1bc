import { hkdfSync } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { NO_OPTIONS } from '#electron/launch-options.ts';
import { vaultAt } from '#electron/vault/vault.ts';
import type { Ledger } from '../office/ledger.ts';
import { makeDesk } from './desk.ts';
import { keepSignature } from './signatures.handlers.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

describe('a signature', () => {
  it('lies in the vault as strokes, and nothing else is taken for one', async () => {
    const folder = await tempFolder();
    const parts = { resources: '', version: '1', station: 'PC-1', runtimeMajor: 1, options: NO_OPTIONS };
    const desk = makeDesk({ ...parts, profile: folder, notify: () => undefined });
    const vault = vaultAt(path.join(folder, 'vault'), {
      subkey: label => Buffer.from(hkdfSync('sha256', 'test', '', label, 32)),
    });
    desk.ledger = { vault } as Ledger;
    const strokes = [
      [
        [100, 300, 50],
        [900, 320, 50],
      ],
    ];
    const kept = expectOk(await keepSignature(desk, JSON.stringify({ v: 1, height: 700, strokes })));
    const bytes = expectOk(await vault.getBytes(kept.image));
    expect(bytes.byteLength).toBe(kept.bytes);
    expect(JSON.parse(Buffer.from(bytes).toString('utf8'))).toEqual({ v: 1, height: 700, strokes });
    const dot = JSON.stringify({ v: 1, height: 700, strokes: [[[100, 300, 50]]] });
    for (const other of ['<svg onload="x">', '{}', dot])
      expect(await keepSignature(desk, other)).toEqual({
        ok: false,
        error: { code: 'ipc/input', detail: { where: 'strokes' } },
      });
    expect(expectOk(await vault.stats()).files).toBe(1);
  });
});
