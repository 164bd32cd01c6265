// `npm run test:installed`: installs an older .deb on this very system, upgrades it to the one of this state, lives a
// user's life with it, and removes it again.
// Wants root on a Debian-like system, such as a container or a CI machine. Leaves the system as it was, also on failure.
import { installedChecks } from '../tests/installed/installed-app.mjs'
import { createTestUser, removeTestUser, testUserExists } from '../tests/installed/test-user.mjs'
import { distIfChanged } from './dist.mjs'
import { aptGet, dpkgWasInterrupted } from './steps/apt-get.mjs'
import { makeDeb } from './steps/make-deb.mjs'
import { releaseFile } from './steps/package-app.mjs'
import { projectPath } from './steps/project-paths.mjs'
import { runCommand } from './steps/run-command.mjs'
import { emptyTally, formatTally } from './steps/tally.mjs'
import { printFailure, say, step, StepError } from './steps/terminal.mjs'
import { systemLibraries } from './system-libraries.mjs'

const PREVIOUS_VERSION = '0.0.1'

const tally = emptyTally()

try {
  await requireSpareSystem()
  await distIfChanged()
  await step('Make sure of the system libraries', () =>
    systemLibraries('app', 'display', 'tests', 'deb', 'desktop'),
  )
  const previous = await step('Make an older .deb to upgrade from', makePrevious)
  await runChecks(await releaseFile('.deb'), previous)
} catch (error) {
  printFailure(error)
  tally.failed += 1
}
process.stdout.write(`${formatTally(tally)}\n`)
process.exitCode = tally.failed > 0 ? 1 : 0

async function requireSpareSystem() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new StepError('Installing for a test needs root on a Debian-like Linux.', {
      remedy:
        'run it in a container: `docker run -it --rm -v "$PWD":/src -w /src node:20-bookworm npm run test:installed`.',
    })
  }
  const state = await packageState()
  if (state === 'not-installed') return
  if (await testUserExists()) {
    await step('Remove what a run that was cut off left installed', removeLeftPackage)
  } else if (state === 'installed') {
    throw new StepError('Offprint is installed on this system, and this test would remove it.', {
      remedy: 'run it elsewhere, or remove Offprint first with `apt-get remove offprint`.',
    })
  }
}

/** dpkg's word: `installed`, `config-files` for a package that was removed but not purged, ... */
async function packageState() {
  const { code, stdout } = await runCommand('dpkg-query', ['-W', '-f=${db:Status-Status}', 'offprint'], {
    allowFailure: true,
  })
  return code === 0 ? stdout : 'not-installed'
}

/** Whatever state it is in: half unpacked, apt itself refuses both to go on and to go back. */
async function removeLeftPackage() {
  if (await dpkgWasInterrupted()) await runCommand('dpkg', ['--configure', '-a'], { allowFailure: true })
  await runCommand('dpkg', ['--purge', '--force-remove-reinstreq', 'offprint'])
}

/** The same program under a lower version: what is tried is the package's way over an installed one. */
function makePrevious() {
  return makeDeb({ quick: true, version: PREVIOUS_VERSION, dest: projectPath('release', 'previous') })
}

/**
 * @param {string} deb
 * @param {string} previous
 */
async function runChecks(deb, previous) {
  try {
    const user = await createTestUser()
    for (const check of installedChecks({ deb, previous, user })) await runCheck(check)
  } finally {
    if ((await packageState()) !== 'not-installed') await aptGet(['purge', '-y', 'offprint'])
    await removeTestUser()
  }
}

/** @param {import('../tests/installed/installed-app.mjs').Check} check */
async function runCheck({ name, run }) {
  const started = Date.now()
  try {
    await run()
    tally.passed += 1
    say(`  ✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  } catch (error) {
    tally.failed += 1
    say(`  ✗ ${name}`)
    if (error instanceof StepError) printFailure(error)
    else say(`    ${error instanceof Error ? error.message : String(error)}`)
  }
}
