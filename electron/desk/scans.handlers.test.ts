import { hkdfSync } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { NO_OPTIONS } from '#electron/launch-options.ts';
import { vaultAt } from '#electron/vault/vault.ts';
import type { Ledger } from '../office/ledger.ts';
import { makeDesk } from './desk.ts';
import { keepScan } from './scans.handlers.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

describe('the picture of a page', () => {
  it('lies encrypted in the vault, and nothing but a JPEG is taken for one', async () => {
    const folder = await tempFolder();
    const parts = { resources: '', version: '1', station: 'PC-1', runtimeMajor: 1, options: NO_OPTIONS };
    const desk = makeDesk({ ...parts, profile: folder, notify: () => undefined });
    const vault = vaultAt(path.join(folder, 'vault'), {
      subkey: label => Buffer.from(hkdfSync('sha256', 'test', '', label, 32)),
    });
    desk.ledger = { vault } as Ledger;
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('样本 picture')]);
    const kept = expectOk(await keepScan(desk, jpeg));
    expect(kept.bytes).toBe(jpeg.length);
    expect([...expectOk(await vault.getBytes(kept.sha256))]).toEqual([...jpeg]);
    for (const other of ['%PDF-1.7', '<svg onload="x">', ''])
      expect(await keepScan(desk, Buffer.from(other))).toEqual({
        ok: false,
        error: { code: 'ipc/input', detail: { where: 'jpeg' } },
      });
    expect(expectOk(await vault.stats()).files).toBe(1);
  });
});
