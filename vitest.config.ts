import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    env: { TZ: 'Asia/Shanghai' },
    include: ['{shared,electron,renderer,build}/**/*.test.{ts,tsx}'],
    exclude: ['electron/e2e/**', 'node_modules/**', 'dist/**'],
    setupFiles: ['build/checks/vitest.setup.ts'],
    testTimeout: 30_000,
  },
});
