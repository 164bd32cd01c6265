// The one door to apt-get. It never asks, waits for another apt to end, and first completes what a killed dpkg left half
// done, which apt refuses to work over: a machine may have been stopped in the middle of an earlier run.
import { readdir } from 'node:fs/promises'

import { runCommand } from './run-command.mjs'

const ENV = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
const DPKG_UPDATES = '/var/lib/dpkg/updates'
const LOCK_SECONDS = 120

/**
 * @param {readonly string[]} args
 * @param {import('./run-command.mjs').CommandOptions} [options]
 */
export async function aptGet(args, options) {
  if (await dpkgWasInterrupted()) await runCommand('dpkg', ['--configure', '-a'], { env: ENV })
  return runCommand('apt-get', ['-q', '-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, ...args], {
    env: ENV,
    failure: `\`apt-get ${args.join(' ')}\` failed.`,
    remedy: 'check that the Debian archive can be reached and that no other apt is running, then try again.',
    ...options,
  })
}

/**
 * By apt's own sign (`debSystem::CheckUpdates` in apt-pkg/deb/debsystem.cc): a file named in digits alone, which dpkg writes
 * there while it works and takes away at its end.
 *
 * @param {string} [updates] dpkg's folder of unfinished changes
 */
export async function dpkgWasInterrupted(updates = DPKG_UPDATES) {
  const names = await readdir(updates).catch(() => [])
  return names.some((name) => /^\d+$/.test(name))
}
