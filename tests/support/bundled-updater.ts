/** The updater as it ships, bundled from today's sources, with nothing where Electron is: what it uses of Electron must come from us. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type * as updatesLibrary from '../../electron/shell/updates-library'

/** Only its shape: the code is what gets bundled. */
type UpdatesLibrary = Pick<typeof updatesLibrary, 'createUpdater'>

/** Bundles once; takes a second. */
export async function bundleUpdater(): Promise<UpdatesLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-updater-'))
  const noElectron = join(folder, 'no-electron.js')
  writeFileSync(noElectron, 'module.exports = {}')
  const outfile = join(folder, 'updates-library.cjs')
  await build({
    absWorkingDir: join(import.meta.dirname, '..', '..'),
    entryPoints: ['electron/shell/updates-library.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    alias: { electron: noElectron },
    logLevel: 'error',
  })
  return createRequire(import.meta.url)(outfile) as UpdatesLibrary
}
