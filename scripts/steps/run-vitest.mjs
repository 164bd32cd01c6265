// Runs one vitest configuration, on the screen as usual, and counts its tests.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { projectDir, projectPath } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { emptyTally, tallyOfVitest } from './tally.mjs'
import { withDisplay } from './with-display.mjs'

/**
 * @param {string} config
 * @param {{ env?: NodeJS.ProcessEnv, display?: boolean, filters?: readonly string[] }} [options]
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runVitest(config, { env = {}, display = false, filters = [] } = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'offprint-vitest-'))
  const report = join(dir, 'report.json')
  const vitest = projectPath('node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [vitest, 'run', '--config', config, ...reporters, ...filters]
  const [command, all] = display ? withDisplay(process.execPath, args) : [process.execPath, args]
  try {
    const { code } = await runCommand(command, all, {
      cwd: projectDir,
      env,
      output: 'show',
      allowFailure: true,
    })
    const text = await readFile(report, 'utf8').catch(() => undefined)
    const tally = text === undefined ? emptyTally() : tallyOfVitest(JSON.parse(text))
    // vitest also fails for what is no test: an unhandled rejection, no files found, a crash.
    if (code !== 0 && tally.failed === 0) tally.failed = 1
    return tally
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
