import { spawn } from 'node:child_process';
import path from 'node:path';
import { prepareRun } from './prepare-run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

if (hasDisplay) {
  console.log(`Opens on ${await prepareRun()}`);
  const program = spawn(process.env['PHOENIX_EXECUTABLE'] ?? '', [root, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  program.on('exit', code => process.exit(code ?? 1));
} else {
  console.log('There is no display here, so the demonstration runs without a window.');
  process.argv.splice(2, process.argv.length, path.join(root, 'resources/samples/demo.scenario.yaml'));
  await import('./scenario.ts');
}
