/** What is really in the packaged app: the fuses of its program and the files of its archive, read from the bytes. */
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { appExecutable } from '../support/packaged-app'
import { importScript } from '../unit/scripts/import-script'

interface InspectModule {
  readFuses(executable: string): Promise<Record<string, boolean | null>>
  listArchive(archive: string): Promise<{ path: string; size: number; whole: boolean }[]>
  faultsOfFuses(fuses: Readonly<Record<string, boolean | null>>): string[]
  faultsOfArchive(files: readonly { path: string; whole: boolean }[]): string[]
}

const inspect = await importScript<InspectModule>('steps/inspect-package.mjs')
const archive = join(dirname(appExecutable()), 'resources', 'app.asar')

it('has every fuse set but the inspector’s, which these tests speak through', async () => {
  const fuses = await inspect.readFuses(appExecutable())
  expect(Object.keys(fuses).length).toBeGreaterThanOrEqual(7)
  expect(inspect.faultsOfFuses(fuses)).toEqual(['fuse enableNodeCliInspectArguments is true, not false'])
})

it('holds no source, source map, test or package, and every file with the hash that the archive names', async () => {
  const files = await inspect.listArchive(archive)
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['dist/main.cjs', 'package.json']))
  expect(inspect.faultsOfArchive(files)).toEqual([])
  for (const { path } of files.filter((one) => one.path.endsWith('js')))
    expect(readFileSync(archive).includes(`sourceMappingURL=${path.split('/').at(-1) ?? ''}`)).toBe(false)
})

it('would be refused with one byte changed, or a file more', async () => {
  const changed = join(mkdtempSync(join(tmpdir(), 'offprint-asar-')), 'app.asar')
  copyFileSync(archive, changed)
  const bytes = readFileSync(changed)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(changed, bytes)
  expect(inspect.faultsOfArchive(await inspect.listArchive(changed))).toHaveLength(1)
  expect(inspect.faultsOfArchive([{ path: 'dist/main.cjs.map', whole: true }])).toHaveLength(1)
  expect(inspect.faultsOfFuses({ runAsNode: true })).toEqual(['fuse runAsNode is true, not false'])
})
