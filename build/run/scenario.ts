import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readScenario, runScenario } from '#electron/e2e/scenario/run-scenario.ts';
import { emptyForRun } from './empty-folder.ts';
import { prepareRun } from './prepare-run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    'keep-profile': { type: 'string' },
    screens: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (file === undefined) {
  console.error('npm run scenario -- FILE.yaml [--out DIR] [--keep-profile DIR] [--screens]');
  process.exit(2);
}

const name = path.basename(file).replace(/\.(scenario\.)?ya?ml$/, '');
const dir = path.resolve(values.out ?? path.join('out', 'scenario', name));
const profile = values['keep-profile'] ?? (await mkdtemp(path.join(os.tmpdir(), 'phoenix-scenario-')));
let held = false;
let began = false;
try {
  const text = await readFile(file, 'utf8');
  readScenario(text);
  await emptyForRun(dir);
  began = true;
  console.log(`Runs on ${await prepareRun()}`);
  held = await runScenario({ text, dir, profile, say: line => console.log(line), screens: values.screens });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  if (values['keep-profile'] === undefined) await rm(profile, { recursive: true, force: true });
}
if (held) console.log(`Papers, bundle and screenshots: ${dir}`);
else if (began) console.log(`Failed; see ${dir}`);
process.exit(held ? 0 : 1);
