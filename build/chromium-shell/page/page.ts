import type { FromPage, PageConfig } from '../ipc-messages.ts';
import { contextBridge } from './context-bridge.ts';
import { createIpcRenderer } from './ipc-renderer.ts';
import { openPageSocket } from './page-socket.ts';
import { guardWaysOut } from './way-out.ts';

type Module = { exports: unknown };
type Preload = (
  require: (name: string) => unknown,
  module: Module,
  exports: unknown,
  process: object,
  global: typeof globalThis,
) => void;

/** Where a frame inside the page leaves what it wants to tell the main process. */
const toMain = Symbol.for('stand-in.to-main');

/** Runs before every document, in the page's own world. */
export function install(config: PageConfig, preload: Preload | null): void {
  if (window !== window.top || location.origin !== config.origin) {
    guardWaysOut(config, postOfTheTopFrame);
    return;
  }
  const socket = openPageSocket(config);
  Object.defineProperty(window, toMain, { value: socket.post });
  guardWaysOut(config, socket.post);
  if (!preload) return;
  const electron = refuseOthers('electron', {
    ipcRenderer: refuseOthers('ipcRenderer', createIpcRenderer(socket)),
    contextBridge: refuseOthers('contextBridge', contextBridge),
  });
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`The Chromium stand-in has no module '${name}' for a preload script.`);
  };
  const module: Module = { exports: {} };
  const { platform, arch, versions } = config;
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform,
    arch,
    versions,
    env: {},
    argv: [],
  };
  try {
    preload(require, module, module.exports, process, globalThis);
  } catch (error) {
    console.error('Unable to load preload script', error);
    socket.post({ kind: 'preload-failed', error });
  }
}

function postOfTheTopFrame(message: FromPage): void {
  try {
    const post = (
      window.top as unknown as Record<symbol, ((message: FromPage) => void) | undefined> | null
    )?.[toMain];
    post?.(message);
  } catch {
    // A frame of another origin cannot reach the top one; what it asked for is refused without being told.
  }
}

function refuseOthers<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key) as unknown;
      if (key === 'then' || key === '__esModule' || key === 'default') return undefined;
      throw new Error(`The Chromium stand-in has no ${name}.${key}; only the real Electron has.`);
    },
  });
}
