import { readFile, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LibraryFiles } from '../../../electron/library/json-file'
import { MIGRATIONS, migrate } from '../../../electron/library/migrate'
import type { Migration } from '../../../electron/library/migrate'
import { NOON, hastyDisk, removeFolder, temporaryFolder } from './sample-library'

let folder: string
let files: LibraryFiles

beforeEach(async () => {
  folder = await temporaryFolder()
  files = {
    disk: hastyDisk,
    folder,
    readOnly: false,
    fence: { closed: false },
    now: () => NOON,
    notice: () => undefined,
  }
  await migrate(files)
  await hastyDisk.makeFolder(path.join(folder, 'articles'))
  await writeFile(path.join(folder, 'articles', 'a.json'), 'old')
})

afterEach(() => removeFolder(folder))

/** Changes the file `articles/a.json`; fails after its work as often as it is told. */
function invented(failures: { left: number }): readonly Migration[] {
  const second: Migration = {
    to: 2,
    touches: ['articles', 'feeds.json'],
    run: async ({ disk }) => {
      const file = path.join(folder, 'articles', 'a.json')
      await disk.write(`${file}.tmp`, Buffer.from('new'), false)
      await disk.rename(`${file}.tmp`, file)
      if (failures.left-- > 0) throw new Error('killed here')
    },
  }
  return [...MIGRATIONS, second]
}

describe('migrate', () => {
  it('numbers its migrations 1, 2, 3 without a gap', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, at) => at + 1))
  })

  it('backs up what a migration touches, and takes up an interrupted one with the first backup kept', async () => {
    const failures = { left: 2 }
    await expect(migrate(files, invented(failures))).rejects.toThrow('killed here')
    await expect(migrate(files, invented(failures))).rejects.toThrow('killed here')
    expect((await migrate(files, invented(failures))).data.format).toBe(2)
    expect(await readFile(path.join(folder, 'articles/a.json'), 'utf8')).toBe('new')
    expect(await readFile(path.join(folder, 'backups/before-2/articles/a.json'), 'utf8')).toBe('old')
    expect((await migrate(files, invented({ left: 9 }))).data.format).toBe(2)
  })

  it('refuses a library of a later format and touches nothing', async () => {
    await migrate(files, invented({ left: 0 }))
    const before = await readFile(path.join(folder, 'library.json'), 'utf8')
    await expect(migrate(files)).rejects.toMatchObject({ code: 'library_too_new' })
    expect(await readFile(path.join(folder, 'library.json'), 'utf8')).toBe(before)
  })
})
