import fs from 'node:fs';
import path from 'node:path';
import type { PageConfig } from '../ipc-messages.ts';

/**
 * The script that runs before every document: the page's half of the stand-in, then the preload itself.
 *
 * It runs in the page's own world, because DevTools cannot lend functions from one world to another.
 */
export function composePreload(config: PageConfig, preloadFile: string | undefined): string {
  const standIn = fs.readFileSync(path.join(import.meta.dirname, 'page.js'), 'utf8');
  const preload = preloadFile === undefined ? 'null' : asFunction(fs.readFileSync(preloadFile, 'utf8'));
  return `(() => {\n${standIn}\nstandIn.install(${JSON.stringify(config)}, ${preload});\n})();`;
}

function asFunction(source: string): string {
  return `function (require, module, exports, process, global) {\n${source}\n}`;
}
