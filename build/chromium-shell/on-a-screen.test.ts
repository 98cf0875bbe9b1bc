import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import type { Readable } from 'node:stream';
import type { ElectronApplication, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInstalledChromium } from './find-chromium.mjs';
import { buildFixture, launchFixture, makeFolder } from './fixture/launch-fixture.ts';
import type { Fixture } from './fixture/launch-fixture.ts';

const possible = findInstalledChromium() !== undefined && spawnSync('Xvfb', ['-help']).error === undefined;

describe.skipIf(!possible)('the Chromium stand-in on a screen (Xvfb)', () => {
  let fixture: Fixture;
  let userData: string;
  let xServer: ChildProcess;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    fixture = await buildFixture();
    userData = makeFolder('screen');
    const args = ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'];
    xServer = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [number] = (await once(xServer.stdio[3] as Readable, 'data')) as [Buffer];
    const env = { PHOENIX_HEADLESS: '0', DISPLAY: `:${number.toString().trim()}` };
    ({ app, page } = await launchFixture(fixture, userData, env));
  }, 60_000);

  afterAll(async () => {
    await app.close();
    xServer.kill();
    for (const folder of [fixture.folder, userData]) fs.rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const place = (): Promise<number[]> => page.evaluate(() => [screenX, screenY, innerWidth, innerHeight]);

  it('shows one window, without tabs or an address, of the size asked for', async () => {
    await expect.poll(place).toStrictEqual([0, 0, 1000, 700]);
    expect(app.windows()).toHaveLength(1);
    expect(await page.evaluate(() => outerHeight - innerHeight)).toBeLessThan(60);
  });

  it('prints a window that nobody sees', async () => {
    const title = await page.evaluate(async () => {
      return ((await window.fixture.call('print')) as { title: string }).title;
    });
    expect(title).toBe('Fixture 样本');
    // The window that printed is gone before Playwright is told so.
    await expect.poll(() => app.windows().length).toBe(1);
  });

  it('takes a hidden window off the screen and brings it back', async () => {
    const away = (hidden: boolean): Promise<void> =>
      app.evaluate(({ BrowserWindow }, hide) => {
        const [window] = BrowserWindow.getAllWindows();
        if (hide) window?.hide();
        else window?.show();
      }, hidden);
    await away(true);
    await expect.poll(async () => (await place())[0]).toBeLessThan(-1000);
    await away(false);
    await expect.poll(place).toStrictEqual([0, 0, 1000, 700]);
  });
});
