import { performance } from 'node:perf_hooks';
import { expectOk } from '#shared/core/result.ts';
import { importBundle } from '../headquarters/hq.import.ts';
import { carryTo, sealMonth } from './month.export.ts';
import { largeMonthExport, LARGE_MONTH, openMonth } from './open-month.fixture.ts';

// Started by whoever measures memory: does one thing in a process of its own and tells what that took.
const [act = '', ...places] = process.argv.slice(2);

/** The most this process ever had, in bytes. */
const peak = (): number => process.resourceUsage().maxRSS * 1024;

async function measured(work: () => Promise<unknown>): Promise<void> {
  const before = peak();
  const start = performance.now();
  await work();
  process.stdout.write(JSON.stringify({ before, peak: peak(), ms: performance.now() - start }));
}

if (act === 'export') {
  const [profile = '', passphrase = '', usb = ''] = places;
  const open = await openMonth(profile, passphrase);
  const dieAt = process.env['PHOENIX_DIE_AT'];
  const context = largeMonthExport(open);
  const exporting = {
    ...context,
    onProgress: ({ phase }: { readonly phase: string }) => {
      if (phase === dieAt) process.kill(process.pid, 'SIGKILL');
    },
  };
  await measured(async () => {
    const bundle = expectOk(await sealMonth(LARGE_MONTH, exporting));
    expectOk(await carryTo(usb, bundle, exporting));
  });
  await open.ledger.close();
} else {
  const [file = '', dataDir = ''] = places;
  await measured(async () => expectOk(await importBundle(file, dataDir)));
}
