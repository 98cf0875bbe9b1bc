import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    env: { TZ: 'Asia/Shanghai' },
    include: ['{shared,electron,renderer,build}/**/*.test.{ts,tsx}'],
    exclude: ['electron/e2e/**', 'node_modules/**', 'dist/**'],
    setupFiles: ['build/config/vitest.setup.ts'],
    testTimeout: 60_000,
    // Hooks start browsers, printers and whole offices.
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // Much of the time goes to browsers and printers of their own: one worker would leave a core idle.
    maxWorkers: 2,
  },
});
