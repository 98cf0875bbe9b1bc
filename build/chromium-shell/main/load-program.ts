import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { electron } from './electron.ts';

type Package = {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
};
export type Program = { readonly file: string; readonly folder: string; readonly manifest: Package };

const electronNames = new Set(['electron', 'electron/main', 'electron/common']);
/** The ES modules made for `import 'electron'` find the one object here. */
const onGlobal = 'phoenix.chromium-shell';

/** Where the program begins: a folder with a package.json, or a file in one. */
export function findProgram(target: string): Program {
  const start = path.resolve(target);
  if (!fs.statSync(start).isDirectory())
    return { file: start, folder: path.dirname(start), manifest: packageAbove(start) };
  const manifest = JSON.parse(fs.readFileSync(path.join(start, 'package.json'), 'utf8')) as Package;
  return { file: path.join(start, manifest.main ?? 'index.js'), folder: start, manifest };
}

function packageAbove(file: string): Package {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) return JSON.parse(fs.readFileSync(manifest, 'utf8')) as Package;
    if (folder === path.dirname(folder)) return {};
  }
}

/** Gives the stand-in to whoever asks for Electron, by `import` or by `require`. */
export function answerForElectron(): void {
  Object.defineProperty(globalThis, Symbol.for(onGlobal), { value: electron });
  const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = loader._load.bind(loader);
  loader._load = (request, ...rest) => (electronNames.has(request) ? electron : load(request, ...rest));
  const given = `globalThis[Symbol.for(${JSON.stringify(onGlobal)})]`;
  const exported = Object.keys(electron).map(name => `export const ${name} = electron.${name};`);
  const source = [`const electron = ${given};`, 'export default electron;', ...exported].join('\n');
  const hook = pathToFileURL(path.join(import.meta.dirname, 'resolve-hook.mjs'));
  Module.register(hook, { data: { names: [...electronNames], source } });
}
