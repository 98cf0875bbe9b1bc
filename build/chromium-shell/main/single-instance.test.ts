import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeInstanceLock } from './single-instance.ts';
import type { InstanceLock, SecondInstance } from './single-instance.ts';

describe('the lock of the one instance', () => {
  let folder: string;
  let lock: InstanceLock | undefined;
  const message = { argv: ['a', '样本'], cwd: '/', data: {} };
  const ignore = (): void => undefined;

  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'instance-'))));
  afterEach(() => {
    lock?.release();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** Another process; this one could not answer while it waits for itself. */
  const tryInAnother = (): number | null => {
    const module = path.join(import.meta.dirname, 'single-instance.ts');
    const script = `import { takeInstanceLock } from ${JSON.stringify(module)};
      const lock = takeInstanceLock(${JSON.stringify(folder)}, ${JSON.stringify(message)}, () => {});
      process.kill(process.pid, lock ? 'SIGKILL' : 'SIGTERM');`;
    const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    return child.signal === 'SIGKILL' ? 0 : 1;
  };

  it('goes to the first, and is free again when that one gives it back', () => {
    lock = takeInstanceLock(folder, message, ignore);
    expect(lock).toBeDefined();
    lock?.release();
    lock = takeInstanceLock(folder, message, ignore);
    expect(lock).toBeDefined();
  });

  it('is free again after the one that had it was killed', () => {
    expect(tryInAnother(), 'the other one has it and is killed').toBe(0);
    expect(fs.readdirSync(folder)).toHaveLength(1);
    lock = takeInstanceLock(folder, message, ignore);
    expect(lock).toBeDefined();
  });

  it('is refused while its owner answers', async () => {
    const owner = path.join(folder, 'owner.mjs');
    const module = path.join(import.meta.dirname, 'single-instance.ts');
    fs.writeFileSync(
      owner,
      `import { takeInstanceLock } from ${JSON.stringify(module)};
       takeInstanceLock(process.argv[2], {}, second => { console.log(JSON.stringify(second)); process.exit(0); });
       console.log('taken');
       setInterval(() => {}, 1000);`,
    );
    const child = spawn(process.execPath, ['--import', 'tsx', owner, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    const ended = new Promise(resolve => child.once('exit', resolve));
    createInterface({ input: child.stdout }).on('line', line => lines.push(line));
    await expect.poll(() => lines, { timeout: 20_000 }).toContain('taken');
    lock = takeInstanceLock(folder, message, ignore);
    expect(lock).toBeUndefined();
    await ended;
    expect(JSON.parse(lines[1] ?? '{}') as SecondInstance).toStrictEqual(message);
  });
});
