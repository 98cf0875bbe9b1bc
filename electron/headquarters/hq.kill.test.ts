import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { NewBundle } from '#electron/bundles/bundle.input.ts';
import { expectOk } from '#shared/core/result.ts';
import { nextBundle, sampleHeadquarters } from './hq.fixture.ts';
import { importBundle } from './hq.import.ts';
import { rebuild } from './hq.rebuild.ts';
import { findReceipt } from './hq.receipts.ts';
import { readKeys, readLedger } from './hq.store.ts';

/** Kills of the importing process; `PHOENIX_KILLS=200` for a long run. */
const KILLS = Number(process.env['PHOENIX_KILLS'] ?? 4);
vi.setConfig({ testTimeout: 60_000 + KILLS * 20_000 });

const CHILD = path.join(import.meta.dirname, 'hq.import.child.ts');

async function killAfter(dataDir: string, files: readonly string[], ms: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, dataDir, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await sleep(ms);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('an import that is killed', () => {
  it('loses nothing, takes nothing twice, and goes on where it was', async () => {
    const hq = await sampleHeadquarters();
    const bundles: NewBundle[] = [];
    for (let sequence = 1; sequence <= KILLS + 2; sequence++) {
      bundles.push(await nextBundle(hq, bundles.at(-1), sequence));
    }
    const [delays = []] = fc.sample(fc.array(fc.nat(150), { minLength: KILLS, maxLength: KILLS }), 1);
    for (const [index, delay] of delays.entries()) {
      const acknowledged = (await readLedger(hq.dataDir)).offices[0]!.bundles.length;
      await killAfter(
        hq.dataDir,
        bundles.slice(0, index + 2).map(each => each.path),
        delay,
      );
      expect((await readLedger(hq.dataDir)).offices[0]!.bundles.length).toBeGreaterThanOrEqual(acknowledged);
    }
    for (const bundle of bundles) expectOk(await importBundle(bundle.path, hq.dataDir));
    const ledger = await readLedger(hq.dataDir);
    expect(ledger.offices[0]!.bundles.map(each => each.id)).toEqual(bundles.map(each => each.bundleId));
    const staged = await readdir(path.join(hq.dataDir, 'staged', hq.office.card.code));
    expect(staged.sort()).toEqual(bundles.map(each => each.bundleId as string).sort());
    const keys = await readKeys(hq.dataDir);
    for (const { bundleId, sha256 } of bundles) {
      const receipt = await findReceipt(hq.dataDir, keys, { id: bundleId, sha256 });
      expect(receipt?.verdict).toBe('accepted');
    }
    expect(expectOk(await rebuild(hq.dataDir)).bundles).toBe(bundles.length);
    expect(await readLedger(hq.dataDir)).toEqual(ledger);
  });
});
