import path from 'node:path';
import { build } from 'vite';

export type Bundle = {
  readonly entry: string;
  readonly outFile: string;
  /** `iife` is for the page: one script without imports, its exports in the constant `standIn`. */
  readonly format: 'esm' | 'cjs' | 'iife';
  readonly define?: Readonly<Record<string, string>>;
};

/** One TypeScript entry and all that it imports in one file; Node's own modules and Electron stay outside. */
export async function bundle({ entry, outFile, format, define = {} }: Bundle): Promise<void> {
  const forPage = format === 'iife';
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    define,
    ...(forPage ? {} : { ssr: { noExternal: true } }),
    build: {
      ssr: !forPage,
      target: forPage ? 'chrome130' : 'node20',
      minify: false,
      emptyOutDir: false,
      outDir: path.dirname(outFile),
      lib: { entry, formats: [format === 'esm' ? 'es' : format], name: 'standIn' },
      rolldownOptions: {
        external: forPage ? [] : ['electron', 'bufferutil', 'utf-8-validate'],
        output: { entryFileNames: path.basename(outFile), codeSplitting: false },
      },
    },
  });
}
