// An ordinary user made for one test run, and programs run as that user with and without a network.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { runCommand } from '../../scripts/steps/run-command.mjs'

const NAME = 'offprint-tester'
const HOME = `/home/${NAME}`

/**
 * @typedef {object} RunOptions
 * @property {boolean} [network] false runs it in a network namespace that holds nothing, not even loopback
 * @property {boolean} [display] whether it gets a virtual display
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs]
 */

/** Creates the user anew; one left by a killed run goes first. */
export async function createTestUser() {
  await removeTestUser()
  await runCommand('useradd', ['--create-home', '--home-dir', HOME, '--shell', '/bin/sh', NAME])
  const uid = Number((await runCommand('id', ['-u', NAME])).stdout)

  /**
   * @param {string} command
   * @param {readonly string[]} args
   * @param {RunOptions} [options]
   */
  function run(command, args, { network = true, display = false, env = {}, timeoutMs = 120_000 } = {}) {
    // `env -i`: nothing of the tester's session may help the program along.
    const variables = {
      HOME,
      USER: NAME,
      LOGNAME: NAME,
      LANG: 'C.UTF-8',
      PATH: '/usr/local/bin:/usr/bin:/bin',
      ...env,
    }
    const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`)
    const shown = display ? ['xvfb-run', '-a', '-s', '-screen 0 1280x900x24', command] : [command]
    const asUser = ['runuser', '-u', NAME, '--', 'env', '-i', '-C', HOME, ...assignments, ...shown, ...args]
    const [first, ...rest] = network ? asUser : ['unshare', '-n', ...asUser]
    return runCommand(/** @type {string} */ (first), rest, { allowFailure: true, timeoutMs })
  }

  /** @returns {Promise<string>} a folder of the user's own for results */
  async function resultsFolder() {
    const dir = await mkdtemp(join(HOME, 'results-'))
    await runCommand('chown', [`${NAME}:`, dir])
    return dir
  }

  return { uid, home: HOME, run, resultsFolder }
}

/** @typedef {Awaited<ReturnType<typeof createTestUser>>} TestUser */

export async function testUserExists() {
  return (await testUserId()) !== undefined
}

export async function removeTestUser() {
  const uid = await testUserId()
  if (uid !== undefined) {
    await endProcessesOf(uid)
    await runCommand('userdel', ['--remove', NAME], { allowFailure: true })
  }
  await rm(HOME, { recursive: true, force: true })
}

async function testUserId() {
  const { code, stdout } = await runCommand('id', ['-u', NAME], { allowFailure: true })
  return code === 0 ? Number(stdout) : undefined
}

/**
 * What the test user left running, such as a display of a run that was killed; pkill is not on every system.
 *
 * @param {number} uid
 */
async function endProcessesOf(uid) {
  for (const name of await readdir('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    const owner = await stat(`/proc/${pid}`).catch(() => undefined)
    if (owner?.uid !== uid) continue
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
}
