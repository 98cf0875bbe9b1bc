import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = path.resolve(import.meta.dirname, '../..');
const at = (...parts: string[]): string => path.join(root, ...parts);

export default defineConfig({
  main: {
    root,
    build: {
      outDir: at('dist/electron'),
      emptyOutDir: false,
      minify: true,
      sourcemap: true,
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          'outside-worker': at('electron/printing/outside/outside.worker.ts'),
          'import-worker': at('electron/import/table.worker.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: at('dist/electron'),
      emptyOutDir: false,
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: '/',
    plugins: [react()],
    build: {
      outDir: at('dist/renderer'),
      emptyOutDir: true,
      minify: true,
      sourcemap: true,
      // The policy of the window allows no data: style sheets or fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
