// `npm test`: the preparation of `npm start`, then types, lint and format, the unit tests and the end-to-end tests.
// The last line is always the sum: `N passed, N failed`.
import { prepareApp, prepareBuild } from './steps/prepare.mjs'
import { projectDir } from './steps/project-paths.mjs'
import { runCommand } from './steps/run-command.mjs'
import { runVitest } from './steps/run-vitest.mjs'
import { emptyTally, formatTally, sumTallies } from './steps/tally.mjs'
import { printFailure, step } from './steps/terminal.mjs'
import { runEndToEndTests } from './test-e2e.mjs'

/** @type {import('./steps/tally.mjs').Tally[]} */
const tallies = []

/**
 * A part that fails counts as one failed and does not hide the parts after it.
 *
 * @template T
 * @param {() => Promise<T>} part
 * @returns {Promise<T | undefined>}
 */
async function countFailure(part) {
  try {
    return await part()
  } catch (error) {
    printFailure(error)
    tallies.push({ ...emptyTally(), failed: 1 })
    return undefined
  }
}

async function check() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const remedy = '`npm run format` mends the format; the other lines above name a file each.'
  for (const part of ['types', 'lint', 'format']) {
    await countFailure(() =>
      step(`Check ${part}`, () =>
        runCommand(npm, ['run', '--silent', `check:${part}`], { cwd: projectDir, remedy }),
      ),
    )
  }
}

const app = await countFailure(async () => prepareApp(await prepareBuild('tests')))
await check()
await countFailure(async () => tallies.push(await step('Unit tests', () => runVitest('vitest.config.ts'))))
if (app)
  await countFailure(async () => tallies.push(await step('End-to-end tests', () => runEndToEndTests(app))))

const sum = sumTallies(tallies)
process.stdout.write(`${formatTally(sum)}\n`)
process.exitCode = sum.failed > 0 ? 1 : 0
