// `npm run dist`: the packages for this platform in release/, and a word on each one that could not be made and why.
import { accessSync, constants } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { fingerprint, isStamped, stamp } from './steps/fingerprint.mjs'
import { requireShippable, sizeByPart } from './steps/inspect-package.mjs'
import { makeDeb } from './steps/make-deb.mjs'
import { makeRpm } from './steps/make-rpm.mjs'
import { packageForShipping } from './steps/package-app.mjs'
import { prepareBuild } from './steps/prepare.mjs'
import { projectPath } from './steps/project-paths.mjs'
import { registryRuntime } from './steps/registry-runtime.mjs'
import { runScript, say, step, StepError } from './steps/terminal.mjs'
import { systemLibraries } from './system-libraries.mjs'

const PROBE_TIMEOUT_MS = 8_000

const stampFile = projectPath('release', '.dist-stamp')

/** @type {[string, string][]} what was left out, and why */
const leftOut = []

/** Makes the packages anew. */
export async function dist() {
  const runtime = await prepareBuild()
  await makePackages(runtime)
}

/** Makes the packages unless release/ holds those of this very state. */
export async function distIfChanged() {
  const runtime = await prepareBuild()
  const print = await distFingerprint(runtime)
  if (await isStamped(stampFile, print)) say('  release/ is up to date')
  else await makePackages(runtime)
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime */
function distFingerprint(runtime) {
  const paths = [
    'dist',
    'package.json',
    'electron-builder.yml',
    'assets/icons',
    'scripts/linux',
    'scripts/steps',
  ]
  return fingerprint(
    paths.map((path) => projectPath(path)),
    [runtime.version, runtime.dir],
  )
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime */
async function makePackages(runtime) {
  await rm(stampFile, { force: true })
  const print = await distFingerprint(runtime)
  const targets = process.platform === 'darwin' ? ['dmg', 'zip'] : ['nsis']
  if (process.platform === 'linux') await distLinux(runtime)
  else await step('Package', () => packageForShipping(runtime, targets))
  await stamp(stampFile, print)

  if (process.platform !== 'win32') leftOut.push(['nsis', 'the Windows installer is made on Windows'])
  if (process.platform !== 'darwin') leftOut.push(['dmg', 'the macOS packages are made and signed on macOS'])
  for (const [name, why] of leftOut) say(`  left out: ${name}: ${why}`)
  if (isOnlyForTests(runtime)) {
    say(`  These packages hold Electron ${runtime.version}, the old one for tests: do not publish them.`)
  }
  await printPackages()
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime */
function isOnlyForTests(runtime) {
  return runtime.version === registryRuntime.version
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime */
async function distLinux(runtime) {
  const quick = isOnlyForTests(runtime)
  await step('Package linux-unpacked and zip', () => packageForShipping(runtime, ['dir', 'zip'], { quick }))
  await step('See what is in the package', reportPackage)
  if (onPath('dpkg-deb') || onPath('apt-get')) {
    await step('Make sure of the packaging tools', () => systemLibraries('deb'))
    const deb = await step('Make the .deb', () => makeDeb({ quick }))
    if (onPath('rpmbuild')) await step('Make the .rpm', () => makeRpm({ deb, quick }))
    else leftOut.push(['rpm', 'rpmbuild is not installed'])
  } else {
    leftOut.push(['deb, rpm', 'dpkg is not installed'])
  }
  await distAppImage(runtime)
}

async function reportPackage() {
  const folder = projectPath('release', 'linux-unpacked')
  await requireShippable(folder)
  for (const [part, bytes] of await sizeByPart(folder)) {
    say(`  ${part.padEnd(38)} ${(bytes / 1024 / 1024).toFixed(1).padStart(6)} MB`)
  }
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime */
async function distAppImage(runtime) {
  const reachable = await fetch('https://github.com/electron-userland/electron-builder-binaries/releases', {
    method: 'HEAD',
    signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
  }).then(
    (response) => response.ok,
    () => false,
  )
  if (reachable) await tryTarget(runtime, 'AppImage')
  else leftOut.push(['AppImage', 'its tools come from github.com, which cannot be reached'])
}

/**
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string} target
 */
async function tryTarget(runtime, target) {
  try {
    await step(`Make the ${target}`, () => packageForShipping(runtime, [target]))
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    const reason = error.detail?.trim().split('\n').at(-1)
    leftOut.push([target, `electron-builder could not make it${reason ? ` (${reason.trim()})` : ''}`])
  }
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((dir) => {
    try {
      accessSync(join(dir, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

async function printPackages() {
  for (const name of (await readdir(projectPath('release'))).sort()) {
    const info = await stat(projectPath('release', name))
    const isPackage = info.isFile() && /\.(deb|rpm|zip|AppImage|exe|dmg)$/.test(name)
    if (isPackage) process.stdout.write(`release/${name}  ${(info.size / 1024 / 1024).toFixed(1)} MB\n`)
  }
  if (process.platform === 'linux') process.stdout.write('release/linux-unpacked\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(dist)
