/**
 * Libraries of every format that ever was, stored as files, opened by this version. A change that cannot read them needs a migration; a new
 * format needs the old one stored here first: `OFFPRINT_STORE_FORMAT=1 npx vitest run tests/unit/library/stored-formats.test.ts`.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import * as path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Disk } from '../../../electron/library/disk'
import { realDisk } from '../../../electron/library/disk'
import { MIGRATIONS } from '../../../electron/library/migrate'
import { eachFile } from '../../../electron/library/usage'
import { WITH_SECOND, WORD } from './invented-migration'
import { NOON, hastyDisk, openLibrary, removeFolder, temporaryFolder } from './sample-library'
import { contentOf, fillStoredLibrary } from './stored-library'

const NEWEST = MIGRATIONS.length
const LIBRARIES = path.join(import.meta.dirname, '../../fixtures/libraries')
const stored = (format: number): string => path.join(LIBRARIES, `format-${String(format)}`)

let folder: string

beforeEach(async () => {
  folder = await temporaryFolder()
})

afterEach(() => removeFolder(folder))

/** Every file with its bytes. */
async function bytesOf(place: string): Promise<Record<string, string>> {
  const files: string[] = []
  await eachFile(realDisk, place, (file) => files.push(file))
  const bytes = await Promise.all(files.map((file) => readFile(file, 'base64')))
  return Object.fromEntries(files.map((file, at) => [path.relative(place, file), bytes[at] ?? '']).sort())
}

it.runIf(process.env['OFFPRINT_STORE_FORMAT'])('stores a library of the format of now', async () => {
  const library = await openLibrary(folder, { disk: hastyDisk })
  await fillStoredLibrary(library)
  await rm(stored(NEWEST), { recursive: true, force: true })
  await mkdir(LIBRARIES, { recursive: true })
  await cp(folder, stored(NEWEST), { recursive: true })
  await rm(path.join(stored(NEWEST), 'lock'))
  await library.close()
})

describe.each(MIGRATIONS.map(({ to }) => to))('a stored library of format %i', (format) => {
  it('is here', () => {
    expect(existsSync(path.join(stored(format), 'library.json'))).toBe(true)
  })

  it('opens with everything in it, says nothing, and is whole', async () => {
    await cp(stored(format), folder, { recursive: true })
    const fresh = await openLibrary(path.join(folder, 'fresh'), { disk: hastyDisk })
    await fillStoredLibrary(fresh)
    const wanted = await contentOf(fresh)
    await fresh.close()
    for (let round = 0; round < 2; round++) {
      const library = await openLibrary(folder, { disk: hastyDisk })
      expect(library.notices()).toEqual([])
      expect(await contentOf(library)).toEqual(wanted)
      expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
      await library.close()
    }
  })
})

describe('migrating a stored library', () => {
  it('is taken up where it was cut off, at whatever change of the disk that was', async () => {
    for (let steps = 1, done = false; !done; steps++) {
      await removeFolder(folder)
      await cp(stored(NEWEST), folder, { recursive: true })
      const before = await bytesOf(path.join(folder, 'articles'))
      let left = steps
      const guard =
        <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
        (...args: A): Promise<R> =>
          --left < 0 ? Promise.reject(Object.assign(new Error('EIO: dead'), { code: 'EIO' })) : work(...args)
      const { write, rename, link, removeFolder: clear } = hastyDisk
      const dying: Disk = {
        ...hastyDisk,
        write: guard(write),
        rename: guard(rename),
        link: guard(link),
        removeFolder: guard(clear),
      }
      await openLibrary(folder, { disk: dying, migrations: WITH_SECOND }).then(
        (library) => library.close(),
        () => undefined,
      )
      done = left > 0
      const library = await openLibrary(folder, { disk: hastyDisk, migrations: WITH_SECOND })
      expect(library.notices()).toEqual([])
      for (const record of [...library.articlesOf('harbour'), ...library.articlesOf('market')])
        expect(record.categories).toEqual([WORD])
      expect(library.counts(NOON).all).toBe(6)
      expect(await bytesOf(path.join(folder, 'backups/before-2/articles'))).toEqual(before)
      await library.close()
    }
  })

  it('by a version that does not know its format is refused, and not a byte is changed', async () => {
    await cp(stored(NEWEST), folder, { recursive: true })
    await (await openLibrary(folder, { disk: hastyDisk, migrations: WITH_SECOND })).close()
    // Not even a copy that is missing is made.
    await rm(path.join(folder, 'library.json.bak'))
    const before = await bytesOf(folder)
    for (const readOnly of [false, true])
      await expect(openLibrary(folder, { disk: hastyDisk, readOnly })).rejects.toMatchObject({
        code: 'library_too_new',
      })
    expect(await bytesOf(folder)).toEqual(before)
  })

  it('is refused as well when it is a single file that is of a later format', async () => {
    await cp(stored(NEWEST), folder, { recursive: true })
    const file = path.join(folder, 'library.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"formatVersion":1', '"formatVersion":9'))
    const before = await bytesOf(folder)
    await expect(openLibrary(folder, { disk: hastyDisk })).rejects.toMatchObject({ code: 'library_too_new' })
    expect(await bytesOf(folder)).toEqual(before)
  })
})
