import { performance } from 'node:perf_hooks';
import { failure, NOTHING, sum, type Outcome } from './outcome.ts';
import type { Check, CheckResult } from './quick-checks.ts';

/** Two at a time, so that a machine with two cores is busy and no more. Each counts as one test. */
export async function runChecks(checks: readonly Check[], say: (text: string) => void): Promise<Outcome> {
  const waiting = [...checks];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      outcomes.push(await runOne(check, say));
    }
  };
  await Promise.all([work(), work()]);
  return sum(outcomes);
}

async function runOne(check: Check, say: (text: string) => void): Promise<Outcome> {
  const start = performance.now();
  const { ok, detail } = await check.run().catch((cause: unknown): CheckResult => ({
    ok: false,
    detail: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${ok ? '✓' : '✗'} ${check.name} (${seconds} s)`);
  if (detail.trim() !== '') say(detail.trimEnd().replace(/^/gm, '    '));
  return ok ? { ...NOTHING, passed: 1 } : failure(check.name, detail);
}
