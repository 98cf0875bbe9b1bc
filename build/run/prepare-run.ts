import { ensureBuilt } from '#build/checks/fresh-build.ts';
import { findRuntime } from './runtime.ts';

/** Builds what is stale, finds a runtime and tells the drivers of the program, which learn it from the environment. */
export async function prepareRun(): Promise<string> {
  await ensureBuilt();
  const runtime = await findRuntime();
  Object.assign(process.env, runtime.env, {
    PHOENIX_EXECUTABLE: runtime.executablePath,
    PHOENIX_RUNTIME_KIND: runtime.kind,
  });
  return runtime.describe;
}
