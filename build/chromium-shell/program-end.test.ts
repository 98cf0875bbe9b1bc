import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findInstalledChromium } from './find-chromium.mjs';
import { chromiumsOf } from './fixture/chromium-processes.ts';
import { buildFixture, launchFixture, makeFolder } from './fixture/launch-fixture.ts';
import type { Fixture } from './fixture/launch-fixture.ts';

const possible = findInstalledChromium() !== undefined && process.platform === 'linux';
const SLOW_MACHINE = { timeout: 20_000 };

describe.skipIf(!possible)('the end of a program on the stand-in', () => {
  let fixture: Fixture;
  let userData: string;

  beforeAll(async () => {
    fixture = await buildFixture();
    userData = makeFolder('killed');
  }, 60_000);

  /** What Chromium was writing while it ended may come after the folder was read. */
  const remove = (folder: string): void =>
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

  afterAll(() => {
    for (const folder of [fixture.folder, userData]) remove(folder);
  });

  const env = { ...process.env, PHOENIX_HEADLESS: '1' };
  const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
  const start = async (): Promise<ChildProcess & { readonly pid: number }> => {
    const args = [fixture.folder, `--user-data-dir=${userData}`];
    const child = spawn(fixture.executablePath, args, { detached: true, stdio: 'ignore', env });
    onTestFinished(() => {
      if (child.pid !== undefined && !isOver(child)) process.kill(-child.pid, 'SIGKILL');
    });
    await expect.poll(() => chromiumsOf(userData).length, SLOW_MACHINE).toBeGreaterThan(2);
    return child as ChildProcess & { readonly pid: number };
  };
  const nothingLeft = (folder: string): Promise<void> =>
    expect.poll(() => chromiumsOf(folder), SLOW_MACHINE).toStrictEqual([]);

  it('is that of Chromium too when its process group is killed', async () => {
    const child = await start();
    process.kill(-child.pid, 'SIGKILL');
    await nothingLeft(userData);
  });

  it('is that of Chromium too when only the main process is killed', async () => {
    const child = await start();
    process.kill(child.pid, 'SIGKILL');
    await nothingLeft(userData);
  });

  it('does not keep it from starting again on the same folder', async () => {
    const { app, page } = await launchFixture(fixture, userData);
    expect(await page.title()).toBe('Fixture 样本');
    await app.close();
  });

  it('is an error when Chromium is killed', async () => {
    const child = await start();
    const ended = once(child, 'exit');
    const [browser] = chromiumsOf(userData);
    process.kill(browser ?? 0, 'SIGKILL');
    expect(await ended).toStrictEqual([1, null]);
    await nothingLeft(userData);
  });

  const run = async (source: string): Promise<{ status: number | null; stderr: string }> => {
    const folder = makeFolder('program');
    const file = path.join(folder, 'main.mjs');
    fs.writeFileSync(file, `import { app } from 'electron';\n${source}`);
    const args = [file, `--user-data-dir=${folder}`];
    const { status, stderr } = spawnSync(fixture.executablePath, args, { encoding: 'utf8', env });
    await nothingLeft(folder);
    remove(folder);
    return { status, stderr };
  };

  it('is an error when the program throws, before it is ready or after', async () => {
    const early = await run("throw new Error('出错');");
    expect(early).toMatchObject({ status: 1, stderr: expect.stringContaining('出错') });
    const late = await run("app.on('ready', () => { throw new Error('晚了'); });");
    expect(late).toMatchObject({ status: 1, stderr: expect.stringContaining('晚了') });
  });

  it('has the code that the program gives', async () => {
    expect((await run('app.exit(3); throw new Error();')).status).toBe(3);
    expect((await run("app.on('ready', () => app.exit(4));")).status).toBe(4);
  });

  it('comes with a reason when the program waits at its top level for being ready', async () => {
    const waiting = await run('await app.whenReady(); app.exit(0);');
    expect(waiting).toMatchObject({ status: 1, stderr: expect.stringContaining('app.whenReady()') });
  });

  it('is in order when it asks for the version of Chromium before it is ready', async () => {
    expect((await run('app.exit(/^\\d+\\./.test(process.versions.chrome) ? 0 : 1);')).status).toBe(0);
  });

  it('is in order when it finds loaded at its first line what a debugger could spoil while it loads', async () => {
    const ready =
      "['perf_hooks', 'internal/deps/undici/undici'].every(name => loaded.has(`NativeModule ${name}`))";
    const ask = `const loaded = new Set(process.moduleLoadList); app.exit(${ready} ? 0 : 1);`;
    expect((await run(ask)).status).toBe(0);
  });
});
