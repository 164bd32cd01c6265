// Makes sure of what Electron, Xvfb and the Debian packaging need from the system. As root on a Debian-like system it
// installs what is missing through apt; everywhere else it says exactly what to install. macOS and Windows need nothing.
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { aptGet } from './steps/apt-get.mjs'
import { runCommand } from './steps/run-command.mjs'
import { runScript, say, StepError } from './steps/terminal.mjs'

/**
 * @typedef {'app' | 'display' | 'tests' | 'deb' | 'desktop'} Purpose running the app, running it without a display, testing
 *   it without a network, making and checking a .deb, opening files as a desktop does
 * @typedef {object} Requirement
 * @property {string} [library] a shared library's name, as the loader knows it
 * @property {string} [program]
 * @property {readonly string[]} debian package names, oldest first (Debian 13 and Ubuntu 24.04 renamed some)
 * @property {string} fedora
 */

/** @type {Readonly<Record<Purpose, readonly Requirement[]>>} */
export const requirements = {
  app: [
    { library: 'libgtk-3.so.0', debian: ['libgtk-3-0', 'libgtk-3-0t64'], fedora: 'gtk3' },
    { library: 'libgbm.so.1', debian: ['libgbm1'], fedora: 'mesa-libgbm' },
    { library: 'libasound.so.2', debian: ['libasound2', 'libasound2t64'], fedora: 'alsa-lib' },
    { library: 'libnss3.so', debian: ['libnss3'], fedora: 'nss' },
  ],
  display: [
    { program: 'xvfb-run', debian: ['xvfb'], fedora: 'xorg-x11-server-Xvfb' },
    { program: 'xauth', debian: ['xauth'], fedora: 'xorg-x11-xauth' },
  ],
  tests: [
    { program: 'ip', debian: ['iproute2'], fedora: 'iproute' },
    { program: 'unshare', debian: ['util-linux'], fedora: 'util-linux' },
    { program: 'chromium', debian: ['chromium'], fedora: 'chromium' },
  ],
  desktop: [
    { program: 'xdotool', debian: ['xdotool'], fedora: 'xdotool' },
    { program: 'xdg-open', debian: ['xdg-utils'], fedora: 'xdg-utils' },
    { program: 'gio', debian: ['libglib2.0-bin'], fedora: 'glib2' },
  ],
  deb: [
    { program: 'dpkg-deb', debian: ['dpkg'], fedora: 'dpkg' },
    { program: 'fakeroot', debian: ['fakeroot'], fedora: 'fakeroot' },
    { program: 'desktop-file-validate', debian: ['desktop-file-utils'], fedora: 'desktop-file-utils' },
  ],
}

/**
 * @param {...Purpose} purposes
 * @returns {Promise<boolean>} false when nothing was missing
 */
export async function systemLibraries(...purposes) {
  if (process.platform !== 'linux') return false
  const missing = await missingRequirements(purposes)
  if (missing.length === 0) return false
  if (!findProgram('apt-get') || process.getuid?.() !== 0) throw howToInstall(missing)
  await installWithApt(missing)
  const still = await missingRequirements(purposes)
  if (still.length > 0) throw howToInstall(still)
  return true
}

/** Whether a window can be shown here; macOS and Windows always have a display. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** @param {readonly Purpose[]} purposes */
async function missingRequirements(purposes) {
  const wanted = purposes.flatMap((purpose) => requirements[purpose])
  const libraries = wanted.some((one) => one.library) ? await knownLibraries() : ''
  return wanted.filter(({ library, program }) => {
    if (program) return !findProgram(program)
    return !libraries.includes(`\t${library} `)
  })
}

async function knownLibraries() {
  const ldconfig = findProgram('ldconfig') ?? '/sbin/ldconfig'
  return (await runCommand(ldconfig, ['-p'])).stdout
}

/** @param {string} name */
function findProgram(name) {
  // An ordinary user's PATH has no sbin on Debian.
  for (const dir of [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']) {
    try {
      accessSync(join(dir, name), constants.X_OK)
      return join(dir, name)
    } catch {
      // Not in this folder.
    }
  }
  return undefined
}

/** @param {readonly Requirement[]} missing */
async function installWithApt(missing) {
  if (!(await namesKnownToApt(missing))) await aptGet(['update'])
  const names = await namesKnownToApt(missing)
  if (!names) throw howToInstall(missing)
  say(`  installing ${names.join(' ')} with apt`)
  const install = ['install', '-y', '--no-install-recommends', ...names]
  const result = await aptGet(install, { allowFailure: true })
  if (result.code === 0) return
  // The lists may be older than the archive, which then no longer holds the versions they name.
  await aptGet(['update'])
  await aptGet(install)
}

/**
 * @param {readonly Requirement[]} missing
 * @returns {Promise<string[] | undefined>} undefined when apt does not know one of them
 */
async function namesKnownToApt(missing) {
  const names = []
  for (const { debian } of missing) {
    const policies = await Promise.all(debian.map((name) => candidate(name)))
    const at = policies.findIndex(Boolean)
    if (at < 0) return undefined
    names.push(/** @type {string} */ (debian[at]))
  }
  return names
}

/** @param {string} name */
async function candidate(name) {
  const { stdout } = await runCommand('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } })
  return /Candidate: (?!\(none\))/.test(stdout)
}

/** @param {readonly Requirement[]} missing */
export function howToInstall(missing) {
  const debian = missing.map((one) => one.debian[0]).join(' ')
  const fedora = missing.map((one) => one.fedora).join(' ')
  const names = missing.map((one) => one.library ?? one.program).join(', ')
  const how = existsSync('/etc/fedora-release')
    ? `\`sudo dnf install ${fedora}\``
    : `on Debian or Ubuntu \`sudo apt-get install ${debian}\`; on Fedora \`sudo dnf install ${fedora}\``
  return new StepError(`This system lacks what Offprint needs: ${names}.`, { remedy: how })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    const did = await systemLibraries('app', 'display', 'tests', 'deb')
    say(did ? 'The system libraries are now in place.' : 'The system libraries are in place.')
  })
}
