import { importBundle } from './hq.import.ts';

// Started by the test that kills it: imports the bundles it is given, over and over.
const [dataDir = '', ...files] = process.argv.slice(2);
process.stdout.write('started\n');
for (;;) for (const file of files) await importBundle(file, dataDir, { now: () => 0 });
