// Runs `npm ci` when node_modules is missing or older than the lock file.
// Imports nothing from node_modules: on a bare clone there is none yet.
import { stat } from 'node:fs/promises'

import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { projectDir, projectPath } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { say, StepError } from './terminal.mjs'

/** @returns {Promise<boolean>} false when there was nothing to do */
export async function installDependencies() {
  checkNodeVersion()
  const lockFile = projectPath('package-lock.json')
  const stampFile = projectPath('node_modules', '.offprint-lock')
  const print = await fingerprint([lockFile])
  if ((await isStamped(stampFile, print)) || (await isNewerThan(npmsRecord(), lockFile))) {
    await stamp(stampFile, print)
    return false
  }
  say('  running `npm ci`; the first time this takes about a minute')
  await npm(['ci', '--no-audit', '--no-fund'])
  await stamp(stampFile, print)
  return true
}

/** npm writes this file last, so an interrupted install leaves none. */
function npmsRecord() {
  return projectPath('node_modules', '.package-lock.json')
}

/**
 * @param {string} file
 * @param {string} other
 */
async function isNewerThan(file, other) {
  const [one, two] = await Promise.all([file, other].map((path) => stat(path).catch(() => undefined)))
  return one !== undefined && two !== undefined && one.mtimeMs >= two.mtimeMs
}

/** @param {readonly string[]} args */
async function npm(args) {
  const windows = process.platform === 'win32'
  // npm is a .cmd file on Windows, which only a shell can start.
  await runCommand(windows ? 'cmd.exe' : 'npm', windows ? ['/d', '/c', 'npm', ...args] : args, {
    cwd: projectDir,
    failure: `\`npm ${args[0]}\` could not install the dependencies.`,
    remedy: 'check that the npm registry can be reached (`npm ping`), delete node_modules and try again.',
  })
}

function checkNodeVersion() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 20) return
  throw new StepError(`Offprint is built with Node 20 or later; this is Node ${process.versions.node}.`, {
    remedy: 'install a current Node from https://nodejs.org/ or your distribution.',
  })
}
