import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

// The person at the counter lives in China, and so do all deadlines.
process.env['TZ'] = 'Asia/Shanghai';

export default defineConfig({
  testDir: path.join(root, 'electron/e2e'),
  outputDir: path.join(root, 'out/e2e'),
  globalSetup: path.join(root, 'build/checks/e2e-setup.ts'),
  // Each test starts a whole program with a browser in it, and waits for it half of the time. Files begin in the
  // order of their names: the longest is the first.
  workers: 2,
  fullyParallel: false,
  // A test that passes only when tried again has found something.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 180_000,
  // A machine of public CI with two programs on it may take its time.
  expect: { timeout: 30_000 },
  reporter: 'list',
});
