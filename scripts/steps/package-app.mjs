// Packages dist/ with electron-builder into an unpacked app, either for this machine (Playwright's door left open) or
// as it ships (all fuses set).
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { projectDir, projectPath } from './project-paths.mjs'
import { releasePlace } from './release-place.mjs'
import { runNode } from './run-command.mjs'
import { StepError } from './terminal.mjs'

/**
 * @typedef {object} PackagedApp
 * @property {string} executable the program itself, which Playwright can launch
 * @property {boolean} fresh whether it was packaged just now
 */

// Packing tightly on a small, busy machine.
const PACKAGE_TIMEOUT_MS = 15 * 60_000

/**
 * The app for `npm start` and the end-to-end tests, in release/local. Not for shipping: it accepts an inspector.
 *
 * @param {import('../electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<PackagedApp>}
 */
export async function packageLocalApp(runtime) {
  const place = projectPath('release', 'local')
  const stampFile = join(place, '.stamp')
  const inputs = [
    'dist',
    'package.json',
    'electron-builder.yml',
    'scripts/linux',
    'scripts/steps/package-app.mjs',
  ]
  const paths = inputs.map((path) => projectPath(path))
  const print = await fingerprint(paths, [runtime.version, runtime.dir])
  if ((await isStamped(stampFile, print)) && existsSync(executableIn(place))) {
    return { executable: executableIn(place), fresh: false }
  }

  // Made aside and swapped in, so that an interrupted run leaves no half of an app.
  const work = projectPath('release', `.packing-${process.pid}`)
  try {
    const keepInspector = '-c.electronFuses.enableNodeCliInspectArguments=true'
    await electronBuilder(runtime, [
      'dir',
      '--publish',
      'never',
      keepInspector,
      `-c.directories.output=${work}`,
    ])
    await stamp(join(work, '.stamp'), print)
    await rm(place, { recursive: true, force: true })
    await rename(work, place)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return { executable: executableIn(place), fresh: true }
}

/**
 * The app as it ships, in release/.
 *
 * @param {import('../electron-runtime.mjs').ElectronRuntime} runtime
 * @param {readonly string[]} targets electron-builder's target names for this platform
 * @param {{ quick?: boolean }} [options] quick packs less tightly, for a package that will never be published
 */
export async function packageForShipping(runtime, targets, { quick = false } = {}) {
  const env = quick ? { ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' } : {}
  // With an address electron-builder describes what it made (latest*.yml), and lays app-update.yml beside the program.
  const place = releasePlace()
  const publish = place ? ['-c.publish.provider=generic', `-c.publish.url=${place.address}`] : []
  await electronBuilder(runtime, [...targets, '--publish', 'never', ...publish], env)
}

/**
 * @param {import('../electron-runtime.mjs').ElectronRuntime} runtime
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function electronBuilder(runtime, args, env = {}) {
  const platform = { darwin: '--mac', win32: '--win' }[String(process.platform)] ?? '--linux'
  const cli = projectPath('node_modules', 'electron-builder', 'cli.js')
  await mkdir(projectPath('release'), { recursive: true })
  const electron = [`-c.electronVersion=${runtime.version}`, `-c.electronDist=${runtime.dir}`]
  // A fuse that the program does not have cannot be set; this one came with Electron 29.
  if (Number.parseInt(runtime.version, 10) >= 29) {
    electron.push('-c.electronFuses.grantFileProtocolExtraPrivileges=false')
  }
  await runNode(cli, [platform, ...args, ...electron], {
    cwd: projectDir,
    env: { ...env, ELECTRON_BUILDER_7ZIP_PATH: await sevenZip() },
    timeoutMs: PACKAGE_TIMEOUT_MS,
    failure: 'electron-builder could not package the app.',
    remedy: 'read its last lines above; `npm run build` and electron-builder.yml are what it works from.',
  })
}

/** The packer that came with the dependencies, so that electron-builder need not download its own. */
async function sevenZip() {
  const { default: sevenZipBin } = await import('7zip-bin')
  // npm unpacks it without its executable bit.
  if (process.platform !== 'win32') await chmod(sevenZipBin.path7za, 0o755)
  return sevenZipBin.path7za
}

/**
 * @param {string} place electron-builder's output folder
 * @returns {string}
 */
export function executableIn(place) {
  if (process.platform === 'win32') return join(place, 'win-unpacked', 'offprint.exe')
  if (process.platform !== 'darwin') return join(place, 'linux-unpacked', 'offprint')
  const folder = process.arch === 'arm64' ? 'mac-arm64' : 'mac'
  return join(place, folder, 'Offprint.app', 'Contents', 'MacOS', 'Offprint')
}

/** @returns {Promise<string>} the version in package.json */
export async function appVersion() {
  return JSON.parse(await readFile(projectPath('package.json'), 'utf8')).version
}

/**
 * The one file in release/ whose name ends so.
 *
 * @param {string} ending
 */
export async function releaseFile(ending) {
  const names = await readdir(projectPath('release')).catch(() => [])
  const version = await appVersion()
  const name = names.find((one) => one.endsWith(ending) && one.includes(version))
  if (name) return projectPath('release', name)
  throw new StepError(`There is no ${ending} of version ${version} in release/.`, {
    remedy: 'run `npm run dist`.',
  })
}
