import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, JSHandle, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInstalledChromium } from './find-chromium.mjs';
import { chromiumsOf } from './fixture/chromium-processes.ts';
import { buildFixture, launchFixture, makeFolder } from './fixture/launch-fixture.ts';
import type { Fixture } from './fixture/launch-fixture.ts';

const chromium = findInstalledChromium();

describe.skipIf(chromium === undefined || process.platform === 'win32')('the Chromium stand-in', () => {
  let fixture: Fixture;
  let userData: string;
  let app: ElectronApplication;
  let page: Page;

  const events = (): Promise<unknown> => page.evaluate(() => window.fixture.call('events'));
  const restart = async (): Promise<void> => {
    await app.close();
    ({ app, page } = await launchFixture(fixture, userData));
  };

  beforeAll(async () => {
    fixture = await buildFixture();
    userData = makeFolder('data');
    ({ app, page } = await launchFixture(fixture, userData));
  }, 60_000);

  afterAll(async () => {
    await app.close();
    for (const folder of [fixture.folder, userData]) fs.rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('opens a window of the size asked for, from the scheme of the program', async () => {
    expect(await page.title()).toBe('Fixture 样本');
    expect(await page.evaluate(() => [innerWidth, innerHeight, isSecureContext])).toStrictEqual([
      1000,
      700,
      true,
    ]);
    expect(await page.evaluate(() => window.fixture.call('frame'))).toStrictEqual({
      url: 'app://desk/index.html',
      origin: 'app://desk',
      parent: null,
      isTop: true,
    });
  });

  it('tells the program who it is', async () => {
    const about = await app.evaluate(({ app: electron }) => ({
      name: electron.getName(),
      version: electron.getVersion(),
      userData: electron.getPath('userData'),
      packaged: electron.isPackaged,
      arguments: process.argv.slice(1),
    }));
    expect(about).toStrictEqual({
      name: 'Fixture',
      version: '1.2.3',
      userData,
      packaged: false,
      arguments: [fixture.folder, `--user-data-dir=${userData}`],
    });
  });

  it('finds the window of a page', async () => {
    const window = (await app.browserWindow(page)) as JSHandle<BrowserWindow>;
    expect(
      await window.evaluate(found => [found.id, found.isVisible(), found.getBounds().width]),
    ).toStrictEqual([1, true, 1000]);
    // Electron has it and does not declare it.
    type Asked = { readonly getLastWebPreferences: () => unknown };
    const asked = await window.evaluate(found =>
      (found.webContents as unknown as Asked).getLastWebPreferences(),
    );
    expect(asked).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });

  it('gives the page what the preload exposes, before its first script, frozen, and nothing of Node', async () => {
    const found = await page.evaluate(() => ({
      seen: window.seen,
      frozen: Object.isFrozen(window.fixture) && Object.isFrozen(window.fixture.nested.list),
      node: [typeof require, typeof process, 'ipcRenderer' in window],
    }));
    expect(found).toStrictEqual({
      seen: ['version', 'nested', 'call', 'tell', 'onNews'],
      frozen: true,
      node: ['undefined', 'undefined', false],
    });
  });

  it('carries bytes and structures to the main process and back', async () => {
    const echoed = await page.evaluate(async () => {
      const value = {
        bytes: new Uint8Array([1, 2, 255]),
        when: new Date(5),
        map: new Map([['键', 10n]]),
        none: undefined,
      };
      const back = (await window.fixture.call('echo', value)) as typeof value;
      return [
        [...back.bytes],
        back.when.getTime(),
        String(back.map.get('键')),
        'none' in back,
        back.bytes !== value.bytes,
      ];
    });
    expect(echoed).toStrictEqual([[1, 2, 255], 5, '10', true, true]);
    expect(await page.evaluate(() => window.fixture.call('kind', new Uint8Array(9)))).toBe(
      '[object Uint8Array]',
    );
  });

  it('carries three megabytes unchanged', async () => {
    const same = await page.evaluate(async () => {
      const bytes = new Uint8Array(3_000_000).map((_, at) => at % 251);
      const back = (await window.fixture.call('echo', bytes)) as Uint8Array;
      return back.length === bytes.length && back.every((byte, at) => byte === bytes[at]);
    });
    expect(same).toBe(true);
  });

  it('hands failures over in the words of Electron', async () => {
    const fail = (channel: string, ...args: unknown[]): Promise<unknown> =>
      page.evaluate(
        ([name, ...rest]) =>
          window.fixture.call(name as string, ...rest).catch((e: unknown) => (e as Error).message),
        [channel, ...args],
      );
    expect(await fail('fail')).toBe("Error invoking remote method 'fail': RangeError: 出错");
    expect(await fail('nobody')).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
    expect(
      await page.evaluate(() =>
        window.fixture.call('echo', () => 1).catch((e: unknown) => (e as Error).message),
      ),
    ).toContain('An object could not be cloned.');
  });

  it('sends news from the main process in order, until the listener is taken off', async () => {
    const news = await page.evaluate(async () => {
      const got: string[] = [];
      const stop = window.fixture.onNews((at, bytes) =>
        got.push(`${String(at)}:${(bytes as Uint8Array).join()}`),
      );
      window.fixture.tell('news-please', 3);
      while (got.length < 3) await window.fixture.call('echo', 0);
      stop();
      window.fixture.tell('news-please', 2);
      await window.fixture.call('echo', 0);
      return got;
    });
    expect(news).toStrictEqual(['0:0', '1:1', '2:2']);
  });

  it('keeps IndexedDB over a restart', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('cases', 1);
          opening.onupgradeneeded = () => void opening.result.createObjectStore('cases');
          opening.onsuccess = () => {
            const saving = opening.result.transaction('cases', 'readwrite', { durability: 'strict' });
            saving.objectStore('cases').put('样本', 1);
            saving.oncomplete = () => resolve();
            saving.onabort = () => reject(saving.error ?? new Error('aborted'));
          };
        }),
    );
    await restart();
    const kept = await page.evaluate(
      () =>
        new Promise(resolve => {
          const opening = indexedDB.open('cases', 1);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('cases').objectStore('cases').get(1);
            reading.onsuccess = () => resolve(reading.result);
          };
        }),
    );
    expect(kept).toBe('样本');
  });

  it('denies what the program denies, and asks it only about what it may grant', async () => {
    const state = (name: string): Promise<string> =>
      page.evaluate(
        async asked => (await navigator.permissions.query({ name: asked as 'push' })).state,
        name,
      );
    for (const name of [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'local-fonts',
    ]) {
      expect(await state(name), name).toBe('denied');
    }
    expect(await state('clipboard-write')).toBe('granted');
    const refusal = await page.evaluate(
      () =>
        new Promise(resolve =>
          navigator.geolocation.getCurrentPosition(resolve, error => resolve(error.code)),
        ),
    );
    expect(refusal, 'PERMISSION_DENIED').toBe(1);
    const asked = ((await events()) as string[]).filter(event => event.startsWith('permission'));
    expect([...new Set(asked)]).toStrictEqual(['permission clipboard-sanitized-write']);
  });

  it('stops a navigation that the program prevents', async () => {
    await page.evaluate(() => location.assign('https://example.org/assigned'));
    await page.click('#away');
    await page.click('#mail');
    await page.click('#redirected');
    await expect
      .poll(events)
      .toEqual(
        expect.arrayContaining([
          'navigate https://example.org/assigned',
          'navigate https://example.org/away',
          'navigate mailto:sample@example.org',
          'redirect app://desk/other.html',
        ]),
      );
    expect(page.url()).toBe('http://desk.app.localhost/index.html');
    expect(await page.evaluate(() => window.fixture.call('echo', 'still here'))).toBe('still here');
  });

  it('stops a frame that the program prevents', async () => {
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/other.html';
      document.body.append(frame);
    });
    await expect.poll(events).toContain('frame app://desk/other.html');
    expect(page.frames().map(frame => frame.url())).not.toContain('http://desk.app.localhost/other.html');
  });

  it('opens no second window for the page', async () => {
    expect(await page.evaluate(() => window.open('https://example.org/opened'))).toBeNull();
    await page.click('#new');
    await page.click('#new', { button: 'middle' });
    await expect
      .poll(events)
      .toEqual(expect.arrayContaining(['open https://example.org/opened', 'open https://example.org/new']));
    expect(app.windows()).toHaveLength(1);
  });

  it('follows a link written with the scheme of the program', async () => {
    await page.click('#inside');
    await page.waitForURL('http://desk.app.localhost/other.html');
    await page.goBack();
    await page.waitForURL('http://desk.app.localhost/index.html');
  });

  it('reaches nothing but the program', async () => {
    const failure = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const message = await window
        .loadURL('http://example.org/')
        .catch((error: unknown) => (error as Error).message);
      window.destroy();
      return message;
    });
    expect(failure).toContain('ERR_NAME_NOT_RESOLVED');
    await expect(page.evaluate(() => fetch('https://example.org/').then(() => 'reached'))).rejects.toThrow(
      'Failed to fetch',
    );
  });

  it('prints a hidden window as PDF, on the paper that its style asks for', async () => {
    const printed = await page.evaluate(async () => {
      const result = (await window.fixture.call('print')) as {
        pdf: Uint8Array;
        title: string;
        windows: number;
      };
      return { ...result, pdf: String.fromCharCode(...result.pdf) };
    });
    expect(printed).toMatchObject({ title: 'Fixture 样本', windows: 1 });
    expect(printed.pdf.slice(0, 5)).toBe('%PDF-');
    expect(printed.pdf).toMatch(/MediaBox \[0 0 59[45](\.\d+)? 4(19|20)(\.\d+)?\]/);
  });

  it('keeps partitions apart, and one in memory only while it runs', async () => {
    const store = (): Promise<unknown[]> =>
      app.evaluate(async ({ BrowserWindow, session }) => {
        const seen: unknown[] = [];
        for (const partition of ['memory', 'persist:disk']) {
          const page = new Response('<p>', { headers: { 'content-type': 'text/html' } });
          const { protocol } = session.fromPartition(partition);
          if (!protocol.isProtocolHandled('app')) protocol.handle('app', () => page.clone());
          const window = new BrowserWindow({ show: false, webPreferences: { partition } });
          await window.loadURL('app://desk/');
          const script = "[localStorage.getItem('mark'), localStorage.setItem('mark', location.host)][0]";
          seen.push(await window.webContents.executeJavaScript(script));
          window.destroy();
        }
        return seen;
      });
    await page.evaluate(() => localStorage.setItem('mark', 'default'));
    expect(await store()).toStrictEqual([null, null]);
    await restart();
    const [memory, disk] = await store();
    expect(memory).toBeNull();
    expect(disk).toMatch(/^desk\.app\.p-/);
    expect(await page.evaluate(() => localStorage.getItem('mark'))).toBe('default');
  });

  it('lets a test answer for the dialogs', async () => {
    const before = await app.evaluate(({ dialog }) => dialog.showSaveDialog({}));
    expect(before.canceled).toBe(true);
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/样本.zip' });
    });
    expect(await app.evaluate(({ dialog }) => dialog.showSaveDialog({}))).toStrictEqual({
      canceled: false,
      filePath: '/样本.zip',
    });
  });

  it('names what it lacks instead of doing nothing', async () => {
    const messages = await app.evaluate(({ app: electron, BrowserWindow, ...rest }) => {
      const attempts = [
        () => electron.setBadgeCount(1),
        () => BrowserWindow.getAllWindows()[0]?.setOpacity(1),
        () => BrowserWindow.getAllWindows()[0]?.webContents.startDrag({ file: '', icon: '' }),
        () => rest.dialog.showMessageBoxSync({ message: '' }),
        () => rest.session.defaultSession.downloadURL('app://desk/'),
        () => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
      ] as (() => unknown)[];
      return attempts.map(attempt => {
        try {
          attempt();
          return 'done';
        } catch (error) {
          return (error as Error).message;
        }
      });
    });
    const named = [
      'app.setBadgeCount',
      'BrowserWindow.setOpacity',
      'webContents.startDrag',
      'dialog.showMessageBoxSync',
      'session.downloadURL',
      'nodeIntegration: true',
    ];
    expect(messages).toHaveLength(named.length);
    named.forEach((name, at) => expect(messages[at]).toContain(name));
  });

  it('notices that a page has crashed and loads it again', async () => {
    const gone = await app.evaluate(
      ({ BrowserWindow }) =>
        new Promise(resolve => {
          const contents = BrowserWindow.getAllWindows()[0]!.webContents;
          contents.once('render-process-gone', (_event, details) => {
            contents.once('did-finish-load', () => resolve([details.reason, contents.isCrashed()]));
            contents.reload();
          });
          contents.forcefullyCrashRenderer();
        }),
    );
    expect(gone).toStrictEqual(['crashed', false]);
    await restart();
  });

  it('tells the first program of a second one, which ends at once', async () => {
    const second = spawnSync(
      fixture.executablePath,
      [fixture.folder, `--user-data-dir=${userData}`, '第二'],
      {
        encoding: 'utf8',
      },
    );
    expect([second.status, second.stderr]).toStrictEqual([0, '']);
    await expect.poll(events).toContain('second 第二 true');
  });

  it('asks before it quits and leaves nothing running', async () => {
    const file = path.join(userData, 'quit.txt');
    fs.rmSync(file, { force: true });
    const ended = once(app.process(), 'exit');
    await app.close();
    expect(await ended).toStrictEqual([0, null]);
    expect(fs.readFileSync(file, 'utf8')).toBe('before');
    await expect.poll(() => chromiumsOf(userData)).toStrictEqual([]);
    ({ app, page } = await launchFixture(fixture, userData));
  });
});
