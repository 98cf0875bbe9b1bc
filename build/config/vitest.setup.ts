import fc from 'fast-check';
import { z } from 'zod';

// One fixed seed, printed with every failure, so that a red run can be run again as it was.
fc.configureGlobal({ seed: 20261122, numRuns: 200 });

// As in the program itself: the CSP forbids the code zod would otherwise generate.
z.config({ jitless: true });

// Within a second, which is the measure of Testing Library itself, a busy machine does not always come to it.
if ('document' in globalThis) {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 20_000 });
}
