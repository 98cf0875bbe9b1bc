import type { WebPreferences } from 'electron';

/** What Electron would say of a window that asked for nothing. */
const defaults = {
  allowRunningInsecureContent: false,
  contextIsolation: true,
  devTools: true,
  experimentalFeatures: false,
  javascript: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  sandbox: true,
  spellcheck: true,
  webSecurity: true,
  webviewTag: false,
} satisfies WebPreferences;

const fixed = [
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'sandbox',
  'webSecurity',
  'webviewTag',
] as const;

/** Throws for a wish that a page in Chromium cannot be given, all of which would weaken the program. */
export function settlePreferences(asked: WebPreferences): WebPreferences {
  for (const name of fixed) {
    if (asked[name] !== undefined && asked[name] !== defaults[name]) {
      throw new Error(`The Chromium stand-in has no window with ${name}: ${asked[name]}.`);
    }
  }
  return { ...defaults, ...asked };
}
