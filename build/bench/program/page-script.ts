import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'vite';

const at = (file: string): string => path.resolve(import.meta.dirname, '../page', file);

const events: Plugin = {
  name: 'events-for-pouchdb',
  enforce: 'pre',
  resolveId: id => (id === 'events' ? '\0events' : undefined),
  load: id =>
    id === '\0events' ? `export { Emitter as default } from ${JSON.stringify(at('emitter.ts'))};` : undefined,
};

/** `bench-page.ts` with all it imports, as one script that sets the global `bench`; minified as the window is. */
export async function pageScript(folder: string): Promise<string> {
  const name = 'bench-page.js';
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    plugins: [events],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      target: 'chrome130',
      minify: true,
      emptyOutDir: false,
      outDir: folder,
      lib: { entry: at('bench-page.ts'), formats: ['iife'], name: 'bench' },
      rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
  return `${await readFile(path.join(folder, name), 'utf8')}\nglobalThis.bench = bench;`;
}
