import { OFFICE } from '#electron/e2e/office.ts';
import { startProgram } from '#electron/e2e/program.ts';
import type * as benchPage from '../page/bench-page.ts';
import { pageScript } from './page-script.ts';

/** Opening may make the working store of a long journal. */
const PATIENCE_MS = 20 * 60_000;

interface BenchGlobal {
  readonly bench: typeof benchPage;
}

/** The verbs of `bench-page.ts` that take nothing or a number. */
type Verb = 'rebuild' | 'saves' | 'waitedForShell' | 'openPeers' | 'dexiePuts' | 'pouchPuts' | 'makeStrict';

export interface BenchWindow {
  readonly ask: <Name extends Verb>(
    verb: Name,
    count?: number,
  ) => Promise<Awaited<ReturnType<(typeof benchPage)[Name]>>>;
  readonly close: () => Promise<void>;
}

/** The program over this profile, at its lock screen, with the ledger open behind it. */
export async function openBenchWindow(profile: string, folder: string): Promise<BenchWindow> {
  const { app, page } = await startProgram({ profile });
  try {
    await page.getByRole('button', { name: '打开台账' }).waitFor({ timeout: 90_000 });
    await page.evaluate(await pageScript(folder));
    page.setDefaultTimeout(PATIENCE_MS);
    await page.evaluate(
      passphrase => (globalThis as unknown as BenchGlobal).bench.open(passphrase),
      OFFICE.passphrase,
    );
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    ask: (verb, count = 0) =>
      page.evaluate(order => (globalThis as unknown as BenchGlobal).bench[order.verb](order.count) as never, {
        verb: verb as 'saves',
        count,
      }),
    close: () => app.close(),
  };
}
