import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { fillForm } from './pages/form.page.ts';

test.describe.configure({ mode: 'serial' });

/** What the main process asked of the system, kept on its own global object between two questions of the test. */
interface Watched {
  readonly asked: string[];
}

let profile: string;
let sticks: string;
let office: OpenOffice;
const seen: string[] = [];

test.beforeAll(async () => {
  profile = await newProfile();
  sticks = await mkdtemp(path.join(os.tmpdir(), 'phoenix-stick-'));
  office = await foundOffice(profile);
  office.page.on('request', request => seen.push(request.url()));
  await office.app.evaluate(({ session }) => {
    const watched: Watched = { asked: [] };
    Object.assign(globalThis, { watched });
    for (const each of [session.defaultSession, session.fromPartition('papers')])
      each.webRequest.onBeforeRequest((details, answer) => {
        watched.asked.push(details.url);
        answer({});
      });
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      watched.asked.push(input instanceof Request ? input.url : String(input));
      return fetch(input, init);
    };
    const dns = process.getBuiltinModule('node:dns');
    const { lookup } = dns;
    Object.assign(dns, {
      lookup: (...args: Parameters<typeof lookup>) => {
        if (args[0] !== 'localhost') watched.asked.push(`name:${args[0]}`);
        lookup(...args);
      },
    });
  });
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(sticks, { recursive: true, force: true });
});

test('no request of a day’s work leaves the program', async () => {
  const { page, desk } = office;
  // What the policy of the window stops becomes no request at all.
  await page.evaluate(() => {
    const stopped: string[] = [];
    Object.assign(globalThis, { stopped });
    document.addEventListener('securitypolicyviolation', event => stopped.push(event.blockedURI));
  });
  const number = await desk.register({ 姓名: '试填甲', 反映内容: '楼道灯不亮。' });
  await desk.openCase(number);
  await desk.case.note('已看过现场');
  await desk.go('接待登记');
  await fillForm(desk.form, { 姓名: '试填乙', 反映内容: '楼道灯不亮。' });
  await page.keyboard.press('F10');
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  await desk.go('月结与报送');
  await page.getByRole('button', { name: '规程', exact: true }).click();
  await desk.go('接待登记');

  const home = new URL(page.url()).origin;
  const elsewhere = seen.filter(url => !/^(data|blob):/.test(url) && new URL(url).origin !== home);
  expect(elsewhere).toEqual([]);
  const stopped = await page.evaluate(
    () => (globalThis as unknown as { readonly stopped: readonly string[] }).stopped,
  );
  expect(stopped).toEqual([]);
  const asked = await office.app.evaluate(
    () => (globalThis as unknown as { watched: Watched }).watched.asked,
  );
  expect(asked.some(url => url.startsWith('app://desk/'))).toBe(true);
  expect(asked.filter(url => !/^(app:\/\/desk\/|data:|blob:)/.test(url))).toEqual([]);
});

test('the window of papers is as confined as the other, and apart from it', async () => {
  const windows = await office.app.evaluate(({ BrowserWindow, session }) =>
    BrowserWindow.getAllWindows().map(window => {
      const contents = window.webContents as unknown as {
        getLastWebPreferences: () => { readonly preload?: string };
        session: unknown;
      };
      const { preload, ...preferences } = contents.getLastWebPreferences();
      const ofPapers = contents.session === session.fromPartition('papers');
      return { preferences, hasPreload: Boolean(preload), ofPapers };
    }),
  );
  expect(windows.map(({ ofPapers }) => ofPapers).sort()).toEqual([false, true]);
  for (const { preferences, hasPreload, ofPapers } of windows) {
    expect(hasPreload).toBe(!ofPapers);
    expect(preferences).toMatchObject({
      ...{ contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false },
      ...{ nodeIntegrationInSubFrames: false, sandbox: true, webSecurity: true },
      ...{ allowRunningInsecureContent: false, webviewTag: false, spellcheck: false },
      ...{ navigateOnDragDrop: false },
    });
  }
});

test('the session of papers serves the program alone, and is denied everything', async () => {
  const papers = await office.app.evaluate(async ({ BrowserWindow, session }) => {
    const ofPapers = session.fromPartition('papers');
    const window = BrowserWindow.getAllWindows().find(each => each.webContents.session === ofPapers);
    const asked = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
    ];
    return {
      kept: ofPapers.isPersistent(),
      served: ofPapers.protocol.isProtocolHandled('app'),
      states: (await window?.webContents.executeJavaScript(
        `Promise.all(${JSON.stringify(asked)}.map(name => navigator.permissions.query({ name }).then(({ state }) => name + ' ' + state)))`,
      )) as readonly string[],
    };
  });
  expect(papers).toMatchObject({ kept: false, served: true });
  expect(papers.states).toEqual([
    'geolocation denied',
    'notifications denied',
    'camera denied',
    'microphone denied',
    'midi denied',
    'clipboard-read denied',
    'clipboard-write granted',
  ]);
});

test('the page may ask for microphone and camera, and for nothing else', async () => {
  const states = await office.page.evaluate(async () => {
    const asked = ['microphone', 'camera', 'geolocation', 'notifications'] as const;
    const found = await Promise.all(asked.map(name => navigator.permissions.query({ name })));
    return found.map(({ state }) => state);
  });
  expect(states).toEqual(['granted', 'granted', 'denied', 'denied']);
});

test('a page that is dropped on the window does not open, and what is typed stays', async () => {
  const { page, desk } = office;
  const file = path.join(sticks, 'dropped.html');
  await writeFile(file, '<title>elsewhere</title><h1>elsewhere</h1>');
  await desk.go('接待登记');
  await desk.form.getByLabel('姓名', { exact: true }).fill('试填乙');
  const address = page.url();
  const windows = office.app.windows().length;
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(address);
  await expect(desk.form.getByLabel('姓名', { exact: true })).toHaveValue('试填乙');
  expect(office.app.windows()).toHaveLength(windows);
});

test('a foreign page inside the page does not come to be', async () => {
  const attached = await office.page.evaluate(async () => {
    const view: HTMLElement = document.createElement('webview');
    view.setAttribute('src', '/index.html');
    document.body.append(view);
    await new Promise(resolve => setTimeout(resolve, 300));
    const alive = 'getWebContentsId' in view || view.shadowRoot !== null;
    view.remove();
    return alive;
  });
  expect(attached).toBe(false);
});

test('no device is offered to the page', async () => {
  const devices = await office.page.evaluate(async () => {
    const { hid, serial, usb, bluetooth } = navigator as unknown as Record<
      string,
      Record<string, (asked?: object) => Promise<unknown>> | undefined
    >;
    const ask = async (way: string, area: typeof hid, name: string, asked: object): Promise<string> => {
      if (area === undefined) return `${way} absent`;
      return (area[name]?.(asked) ?? Promise.reject(new Error())).then(
        given => `${way} ${Array.isArray(given) && given.length === 0 ? 'none' : 'given'}`,
        () => `${way} none`,
      );
    };
    return Promise.all([
      ask('hid', hid, 'requestDevice', { filters: [] }),
      ask('serial', serial, 'requestPort', {}),
      ask('usb', usb, 'requestDevice', { filters: [] }),
      ask('bluetooth', bluetooth, 'requestDevice', { acceptAllDevices: true }),
    ]);
  });
  for (const each of devices) expect(each).toMatch(/ (absent|none)$/);
});
