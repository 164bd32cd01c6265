// `npm run test:e2e`: the end-to-end tests against the packaged app in real Electron. Arguments filter the test files.
import { fileURLToPath } from 'node:url'

import { prepareApp, prepareBuild } from './steps/prepare.mjs'
import { runVitest } from './steps/run-vitest.mjs'
import { formatTally } from './steps/tally.mjs'
import { runScript } from './steps/terminal.mjs'

/**
 * @param {string} app the packaged app's executable
 * @param {readonly string[]} [filters]
 */
export function runEndToEndTests(app, filters = []) {
  return runVitest('vitest.e2e.config.ts', { env: { OFFPRINT_APP: app }, display: true, filters })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    const app = await prepareApp(await prepareBuild('tests'))
    const tally = await runEndToEndTests(app, process.argv.slice(2))
    process.stdout.write(`${formatTally(tally)}\n`)
    if (tally.failed > 0) process.exitCode = 1
  })
}
