import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { runScenario } from './scenario/run-scenario.ts';

const file = path.resolve(import.meta.dirname, '../../resources/samples/two-offices.scenario.yaml');

test('a scenario sends one case that is taken on and one that comes back', async () => {
  test.setTimeout(400_000);
  const dir = await mkdtemp(path.join(os.tmpdir(), 'phoenix-two-offices-'));
  const lines: string[] = [];
  const held = await runScenario({
    ...{ text: await readFile(file, 'utf8'), dir, profile: path.join(dir, 'profile') },
    say: line => lines.push(line),
  });
  expect(held, lines.join('\n')).toBe(true);
  // Both packages and both signed answers went over the stick, and none of their names tells anything.
  const names = await readdir(path.join(dir, 'usb'));
  for (const shape of [
    /^PHX-0371_YB-0002_[0-9A-Z]{26}\.transfer\.zip\.age$/,
    /^[0-9A-Z]{26}\.transfer-answer\.json$/,
    /^[0-9A-Z]{26}\.transfer-answer\.json\.minisig$/,
  ])
    expect(names.filter(name => shape.test(name))).toHaveLength(2);
  for (const name of names.filter(each => each.endsWith('.json')))
    expect(await readFile(path.join(dir, 'usb', name), 'utf8')).not.toMatch(/李小样|郑演习|13700137000/);
  await rm(dir, { recursive: true, force: true });
});
