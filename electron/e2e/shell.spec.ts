import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { nameParts } from '#shared/ipc/desk-api.ts';
import { CHANNELS } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { dropProfile } from './office.ts';
import { startProgram, type Program } from './program.ts';

/** The window as garbage sees it: any function with any argument. */
type Loose = Record<string, Record<string, (input?: unknown) => Promise<unknown>>>;

const root = path.resolve(import.meta.dirname, '../..');
const folders: string[] = [];

async function newProfile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'phoenix-desk-shell-'));
  folders.push(folder);
  return folder;
}

async function stop(program: Program | undefined): Promise<void> {
  await program?.app.close();
}

/** Starts the program as a person does, without a driver, and waits for its end. */
async function runToEnd(...argv: readonly string[]): Promise<number | null> {
  const child = spawn(process.env['PHOENIX_EXECUTABLE'] ?? '', [root, '--desk-quick-keys', ...argv], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

test.afterAll(async () => {
  for (const folder of folders) await dropProfile(folder);
});

test.describe('the window of a running program', () => {
  let program: Program;
  let page: Page;
  let profile: string;

  test.beforeAll(async () => {
    profile = await newProfile();
    program = await startProgram({ profile });
    page = program.page;
    await stands();
  });

  test.afterAll(() => stop(program));

  /** The first page of a fresh profile is there, and its program answers. */
  async function stands(): Promise<void> {
    await expect(page.getByLabel('单位全称')).toBeVisible();
    expect(
      await page.evaluate(() => (globalThis as unknown as { desk: Loose }).desk['app']?.['boot']?.()),
    ).toMatchObject({ ok: true });
  }

  test('has every preference that keeps a page in its place', async () => {
    const preferences = await program.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(window =>
        (window.webContents as unknown as { getLastWebPreferences: () => object }).getLastWebPreferences(),
      ),
    );
    expect(preferences.length).toBeGreaterThan(0);
    for (const each of preferences)
      expect(each).toMatchObject({
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        sandbox: true,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
      });
  });

  test('knows nothing of Node or Electron', async () => {
    const known = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'].filter(
        name => name in globalThis,
      ),
    );
    expect(known).toEqual([]);
  });

  test('shares no world with its preload script, and runs in a sandbox', async () => {
    test.skip(
      process.env['PHOENIX_RUNTIME_KIND'] !== 'electron',
      'the stand-in has neither context isolation nor a sandbox to prove',
    );
    const changed = await page.evaluate(() => {
      const { desk } = globalThis as unknown as { desk: Loose };
      const changes = [
        Reflect.set(desk, 'more', {}),
        Reflect.set(desk['app'] ?? {}, 'boot', () => Promise.resolve()),
      ];
      return changes.some(Boolean);
    });
    expect(changed).toBe(false);
    const sandboxed = await program.app.evaluate(({ app, BrowserWindow }) => {
      const processes = BrowserWindow.getAllWindows().map(window => window.webContents.getOSProcessId());
      return app
        .getAppMetrics()
        .filter(({ pid }) => processes.includes(pid))
        .map(each => each.sandboxed);
    });
    // Known on Windows and macOS only.
    for (const each of sandboxed) expect(each).not.toBe(false);
  });

  test('is offered these functions and no others', async () => {
    const offered = await page.evaluate(() => {
      const { desk } = globalThis as unknown as { desk: Record<string, object> };
      return Object.fromEntries(
        Object.keys(desk).map(name => [
          name,
          typeof desk[name] === 'function' ? 'function' : Object.keys(desk[name] ?? {}),
        ]),
      );
    });
    expect(offered).toEqual({
      app: ['boot', 'preferences', 'report'],
      setup: ['begin', 'printKey', 'finish'],
      session: ['unlock', 'recover', 'lock'],
      sample: ['make', 'cancel', 'open', 'leave', 'remove'],
      people: ['setPassphrase', 'ownPassphrase', 'shutOut'],
      journal: ['append', 'read', 'verify'],
      store: ['mark', 'setMark'],
      drafts: ['save', 'list', 'remove'],
      packs: ['list'],
      manual: ['read'],
      notices: ['claim', 'show'],
      papers: [
        'make',
        'set',
        'read',
        'print',
        'progress',
        'cancel',
        'left',
        'settle',
        'save',
        'saveWord',
        'takeIn',
      ],
      imports: ['read'],
      sheets: ['save'],
      attachments: ['begin', 'add', 'finish', 'drop', 'unfinished', 'read', 'save'],
      scans: ['keep'],
      signatures: ['keep', 'copy'],
      printers: ['list', 'calibrate', 'correct'],
      reports: ['make', 'figures', 'statistics', 'period'],
      month: ['summary'],
      bundles: ['export', 'seal', 'cancel', 'verify', 'importReceipts', 'removable', 'remove'],
      orders: ['import'],
      transfers: ['send', 'write', 'import', 'read', 'answer'],
      drives: ['list', 'pickUp'],
      cards: ['exportOffice', 'importHeadquarters', 'importColleague'],
      outbox: ['state', 'act', 'network', 'setNetwork'],
      on: 'function',
    });
  });

  test('cannot listen to a notice that there is not', async () => {
    const heard = await page.evaluate(() => {
      const { on } = (
        globalThis as unknown as { desk: { on: (name: string, listener: () => void) => unknown } }
      ).desk;
      return ['journal:append', 'app:boot', 'ELECTRON_BROWSER_REQUIRE', '', 'toString', '__proto__'].filter(
        name => {
          try {
            on(name, () => undefined);
            return true;
          } catch {
            return false;
          }
        },
      );
    });
    expect(heard).toEqual([]);
  });

  test('is refused everything of the ledger while it is locked', async () => {
    for (const channel of CHANNELS.filter(name => contract[name].needs === 'unlocked'))
      for (const garbage of [undefined, 'x', { unknown: true }])
        expect
          .soft(await ask(channel, garbage), channel)
          .toEqual({ ok: false, error: { code: 'ipc/locked' } });
  });

  test('is answered garbage with the one code for it', async () => {
    const garbage = [null, 0, -1, 'x', '样本'.repeat(10_000), [], [[[]]], { unknown: { deep: [1, null] } }];
    for (const channel of CHANNELS.filter(name => contract[name].needs === 'nothing'))
      for (const each of garbage)
        expect
          .soft(await ask(channel, each), channel)
          .toMatchObject({ ok: false, error: { code: 'ipc/input' } });
    await stands();
  });

  async function ask(channel: (typeof CHANNELS)[number], input: unknown): Promise<unknown> {
    const [area, verb] = nameParts(channel);
    return page.evaluate(
      ([of, called, given]) => (globalThis as unknown as { desk: Loose }).desk[of]?.[called]?.(given),
      [area, verb, input] as const,
    );
  }

  for (const [what, blocked] of [
    ['a script in the page', 'require-trusted-types-for'],
    ['a script of another origin', 'script-src-elem'],
    ['an attribute with a script', 'require-trusted-types-for'],
    ['eval', 'require-trusted-types-for'],
    ['text as markup', 'require-trusted-types-for'],
    ['a maker of scripts of its own', 'trusted-types'],
    ['a request to another origin', 'connect-src'],
    ['a worker from a blob', 'require-trusted-types-for'],
    ['a style in the page', 'style-src-elem'],
    ['a picture of another origin', 'img-src'],
    ['a frame', 'frame-src'],
    ['an object', 'require-trusted-types-for'],
    ['a form', 'form-action'],
    ['another base', 'base-uri'],
  ] as const)
    test(`is kept by its policy from ${what}`, async () => {
      expect(await violate(what)).toEqual({ blocked, ran: false });
    });

  /** Tries it, and says which part of the policy was in the way. */
  async function violate(what: string): Promise<{ readonly blocked: string; readonly ran: boolean }> {
    return page.evaluate(async named => {
      const marks = globalThis as unknown as { ran?: true };
      const added: Element[] = [];
      const add = (tag: string, properties: object): Element => {
        const element = Object.assign(document.createElement(tag), properties);
        added.push(element);
        document.body.append(element);
        return element;
      };
      const elsewhere = 'https://example.org/';
      const tries: Record<string, () => unknown> = {
        'a script in the page': () => add('script', { textContent: 'globalThis.ran = true' }),
        'a script of another origin': async () => {
          await import(`${elsewhere}a.js`);
          marks.ran = true;
        },
        'an attribute with a script': () => {
          const element = add('p', {});
          element.setAttribute('onclick', 'globalThis.ran = true');
          element.dispatchEvent(new Event('click'));
        },
        eval: () => {
          globalThis.eval('globalThis.ran = true');
        },
        'text as markup': () => {
          const element = add('p', {});
          element.innerHTML = '<b>bold</b>';
          if (element.childElementCount > 0) marks.ran = true;
        },
        'a maker of scripts of its own': () => {
          const { trustedTypes } = globalThis as unknown as {
            trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
          };
          trustedTypes.createPolicy('other', {});
          marks.ran = true;
        },
        'a request to another origin': async () => {
          await fetch(elsewhere);
          marks.ran = true;
        },
        'a worker from a blob': () => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          worker.addEventListener('message', () => (marks.ran = true));
        },
        'a style in the page': () => {
          add('style', { textContent: 'html { --ran: 1 }' });
          if (getComputedStyle(document.documentElement).getPropertyValue('--ran') !== '') marks.ran = true;
        },
        'a picture of another origin': () => add('img', { src: `${elsewhere}a.png` }),
        'a frame': () => add('iframe', { src: '/index.html' }),
        'an object': () => add('object', { data: '/index.html' }),
        'a form': () => {
          (add('form', { action: '/index.html', method: 'get' }) as HTMLFormElement).submit();
        },
        'another base': () => {
          add('base', { href: elsewhere });
          if (document.baseURI.startsWith(elsewhere)) marks.ran = true;
        },
      };
      const seen = new Promise<string>(resolve => {
        document.addEventListener(
          'securitypolicyviolation',
          event => {
            resolve(event.effectiveDirective);
          },
          { once: true },
        );
        setTimeout(() => {
          resolve('nothing');
        }, 8000);
      });
      // Out of the reach of the test driver, which may evaluate what a page may not.
      await new Promise<void>(resolve => {
        setTimeout(() => {
          void Promise.resolve()
            .then(() => tries[named]?.())
            .catch(() => undefined)
            .then(() => {
              resolve();
            });
        });
      });
      const blocked = await seen;
      for (const element of added) element.remove();
      const ran = marks.ran === true;
      delete marks.ran;
      return { blocked, ran };
    }, what);
  }

  for (const target of [
    'app://desk.evil/index.html',
    'app://desk@evil/index.html',
    'app://evil/',
    'file:///etc/passwd',
    'data:text/html,<h1>elsewhere</h1>',
    'https://example.org/',
    'http://127.0.0.1:9/',
    'mailto:a@example.org',
    'javascript:document.body.replaceChildren()',
  ])
    test(`stays where it is when a page goes to ${target}`, async () => {
      for (const way of ['location', 'open', 'link', 'blank link', 'middle click', 'refresh'])
        await test.step(`by ${way}`, async () => {
          await go(way, target);
          await stands();
          expect(program.app.windows()).toHaveLength(1);
          expect(await page.evaluate(() => (globalThis as unknown as { same?: true }).same)).toBe(true);
        });
    });

  test('stays where it is when a page goes to a blob of its own', async () => {
    const blob = await page.evaluate(() =>
      URL.createObjectURL(new Blob(['<h1>elsewhere</h1>'], { type: 'text/html' })),
    );
    for (const way of ['location', 'open', 'blank link'] as const) {
      await go(way, blob);
      await stands();
      expect(program.app.windows()).toHaveLength(1);
    }
  });

  /** Tries to leave, and waits as long as leaving would take. */
  async function go(way: string, target: string): Promise<void> {
    await page.evaluate(
      async ([by, to]) => {
        Object.assign(globalThis, { same: true });
        const click = (properties: object, event: MouseEventInit): void => {
          const link = Object.assign(document.createElement('a'), { href: to, ...properties });
          document.body.append(link);
          link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...event }));
          link.remove();
        };
        const ways: Record<string, () => unknown> = {
          location: () => {
            location.assign(to);
          },
          open: () => window.open(to),
          link: () => {
            click({}, {});
          },
          'blank link': () => {
            click({ target: '_blank' }, {});
          },
          'middle click': () => {
            click({}, { button: 1 });
          },
          refresh: () => {
            const meta = Object.assign(document.createElement('meta'), {
              httpEquiv: 'refresh',
              content: `0;url=${to}`,
            });
            document.head.append(meta);
          },
        };
        try {
          ways[by]?.();
        } catch {
          // A refusal by the browser itself is as good.
        }
        await new Promise(resolve => setTimeout(resolve, 300));
      },
      [way, target] as const,
    );
  }

  test('is granted no permission but to write to the clipboard and to hear', async () => {
    const names = [
      'geolocation',
      'notifications',
      'clipboard-read',
      'midi',
      'persistent-storage',
      'local-fonts',
    ];
    const states = await page.evaluate(
      asked =>
        Promise.all(
          asked.map(async name => [
            name,
            (await navigator.permissions.query({ name: name as PermissionName })).state,
          ]),
        ),
      names,
    );
    for (const [name, state] of states) expect.soft(state, name).toBe('denied');
    // Oral complaints are recorded, and what is laid on the counter is photographed.
    for (const name of ['microphone', 'camera'] as const)
      expect(
        await page.evaluate(async asked => (await navigator.permissions.query({ name: asked })).state, name),
      ).toBe('granted');
  });

  test('is denied the place, the messages and the clipboard of the PC', async () => {
    const denied = await page.evaluate(async () => ({
      place: await new Promise(resolve => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve('told');
          },
          error => {
            resolve(error.code);
          },
        );
      }),
      messages: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().then(
        () => 'read',
        (error: unknown) => (error as DOMException).name,
      ),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'seen',
        () => 'denied',
      ),
    }));
    expect(denied).toEqual({ place: 1, messages: 'denied', clipboard: 'NotAllowedError', camera: 'denied' });
  });

  test('finds its own files, typed and guarded against guessing', async () => {
    const found = await page.evaluate(async () => {
      const urls = [
        '/index.html',
        ...[...document.querySelectorAll('script[src]')].map(script => (script as HTMLScriptElement).src),
        '/papers/paper.css',
      ];
      return Promise.all(
        urls.map(async url => {
          const { status, headers } = await fetch(url);
          return [status, headers.get('content-type'), headers.get('x-content-type-options')];
        }),
      );
    });
    expect(found).toEqual([
      [200, 'text/html; charset=utf-8', 'nosniff'],
      [200, 'text/javascript; charset=utf-8', 'nosniff'],
      [200, 'text/css; charset=utf-8', 'nosniff'],
    ]);
  });

  for (const pathname of [
    '/../../package.json',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/..%2felectron%2fmain.js',
    '/fonts/..%2fprocedures/phoenix-community/procedure.yaml',
    '/C%3a%5cx.json',
    '/%00.html',
    '/%',
    '/index.html%00.js',
    '/assets/',
    `/${'a'.repeat(5000)}.html`,
    `/${'%61'.repeat(400)}.html`,
  ])
    test(`finds nothing at ${pathname.slice(0, 60)}`, async () => {
      const found = await page.evaluate(async asked => {
        const { status, headers } = await fetch(asked);
        return [status, headers.get('content-type'), headers.get('x-content-type-options')];
      }, pathname);
      expect(found).toEqual([404, 'text/plain', 'nosniff']);
    });

  test('survives a second start of the same profile, which ends by itself', async () => {
    const code = await runToEnd(
      `--desk-profile=${profile}`,
      '--no-such-switch',
      '样本',
      '\u0007',
      'app://desk.evil/',
    );
    expect(code).toBe(0);
    await stands();
    expect(program.app.windows()).toHaveLength(1);
  });

  test('comes to the front from wherever it was when it is started again, with what was typed', async () => {
    await page.getByLabel('单位全称').fill('样本社区居委会');
    await program.app.evaluate(({ BrowserWindow, Notification }) => {
      BrowserWindow.getAllWindows()[0]?.minimize();
      // A system without a place for notices would not be asked to show one.
      Notification.isSupported = () => true;
      Notification.prototype.show = function show() {
        (globalThis as { said?: string }).said = `${this.title}。${this.body}`;
      };
    });
    expect(await runToEnd(`--desk-profile=${profile}`)).toBe(0);
    const said = () => program.app.evaluate(() => (globalThis as { said?: string }).said);
    await expect.poll(said).toBe('凤凰台账已经开着。就是这一个窗口，没有另开，填的都在。');
    const shown = () =>
      program.app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return [window?.isMinimized(), window?.isVisible(), window?.isFocused()];
      });
    await expect.poll(shown).toEqual([false, true, true]);
    await expect(page.getByLabel('单位全称')).toHaveValue('样本社区居委会');
  });
});

test.describe('a start', () => {
  for (const argument of ['--disable-web-security', '-disable-web-security', '--ignore-certificate-errors'])
    test(`with ${argument} is refused before anything is written`, async () => {
      const profile = await newProfile();
      expect(await runToEnd(`--desk-profile=${profile}`, argument)).toBe(2);
      expect(await readdir(profile)).toEqual([]);
    });

  test('on a profile of a newer program says so, and leaves it alone', async () => {
    const profile = await newProfile();
    await mkdir(path.join(profile, 'desk'));
    await writeFile(
      path.join(profile, 'desk/office.json'),
      JSON.stringify({ format: 'phoenix-desk-office', version: 99, name: '样本社区' }),
    );
    const program = await startProgram({ profile });
    try {
      await expect(program.page.getByText('更新的程序').first()).toBeVisible();
      await expect(program.page.getByLabel('单位全称')).toBeHidden();
      expect(await readdir(path.join(profile, 'desk'))).toEqual(['office.json']);
    } finally {
      await stop(program);
    }
  });
});
