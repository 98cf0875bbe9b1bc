import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from 'electron-vite';
import { findRuntime } from './runtime.ts';

/** Rebuilds on every change; the program is started again by hand (Ctrl+R is off, a draft is worth more). */
const root = path.resolve(import.meta.dirname, '../..');
await build({
  configFile: path.join(root, 'build/config/electron.vite.config.ts'),
  build: { watch: {} },
});
const runtime = await findRuntime();
console.log(`Opens on ${runtime.describe}`);
spawn(runtime.executablePath, [root], { stdio: 'inherit', env: { ...process.env, ...runtime.env } });
