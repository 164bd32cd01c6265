import { defineConfig } from 'vitest/config'

/** End-to-end tests: the packaged app (OFFPRINT_APP) in real Electron, one file at a time on a small machine. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    pool: 'forks',
  },
})
