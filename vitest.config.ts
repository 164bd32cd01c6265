import { defineConfig } from 'vitest/config'

/** Unit, property and security tests that need no Electron. */
export default defineConfig({
  define: { __OFFPRINT_VERSION__: JSON.stringify('0.1.0-test') },
  test: {
    include: ['tests/{unit,property,security}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
