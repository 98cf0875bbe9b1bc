import { findRuntime } from '#build/run/runtime.ts';
import { ensureBuilt } from './fresh-build.ts';

/**
 * Runs once before the end-to-end tests, which may not know build/ and learn from the environment:
 *
 * - `PHOENIX_EXECUTABLE`: the program to start, Electron or what stands in for it
 * - `PHOENIX_RUNTIME_KIND`: `electron` or `chromium`
 * - and whatever that runtime itself wants to be told.
 */
// eslint-disable-next-line import-x/no-default-export -- the way Playwright takes its set-up
export default async function setUp(): Promise<void> {
  await ensureBuilt();
  const runtime = await findRuntime();
  Object.assign(process.env, runtime.env, {
    PHOENIX_EXECUTABLE: runtime.executablePath,
    PHOENIX_RUNTIME_KIND: runtime.kind,
  });
  console.log(`End-to-end tests run on ${runtime.describe}`);
}
