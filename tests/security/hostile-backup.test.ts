/** A backup from a stranger may hold anything: nothing of it is written outside the library, and no link in it is followed. */
import { existsSync } from 'node:fs'
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LibraryStore } from '../../electron/library/library-store'
import { zippedFiles, unzip, type ReadAt } from '../../electron/library/zip-read'
import { ZipWriter } from '../../electron/library/zip-write'
import { NOON, openLibrary, removeFolder, sampleFeed, temporaryFolder } from '../unit/library/sample-library'

let folder: string
let library: LibraryStore

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await openLibrary(join(folder, 'library'))
  await library.addFeed(sampleFeed('a'))
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

/** A good backup with these files added to it. */
async function spoiledBackup(added: readonly (readonly [string, string])[]): Promise<string> {
  const file = join(folder, 'backup.zip')
  await library.upkeep.backup(file)
  const bytes = await readFile(file)
  const readAt: ReadAt = (offset, length) => bytes.subarray(offset, offset + length)
  const zip = new ZipWriter(NOON)
  const parts: Buffer[] = []
  for (const one of zippedFiles(readAt, bytes.length))
    parts.push(zip.file(one.name, unzip(readAt, one), true))
  for (const [name, text] of added) parts.push(zip.file(name, Buffer.from(text), true))
  await writeFile(file, Buffer.concat([...parts, zip.end()]))
  return file
}

async function everythingBelow(place: string): Promise<string[]> {
  return (await readdir(place, { recursive: true })).map(String)
}

describe('a hostile backup', () => {
  it('writes nothing outside the library and nothing that a library does not hold', async () => {
    const marks = [
      '../evil.txt',
      '../../evil.txt',
      'articles/../../evil.txt',
      'articles/..\\..\\evil.txt',
      join(folder, 'evil.txt'),
      'C:\\evil.txt',
      'evil.txt',
      'media/aa/evil.sh',
      'bodies/ab/../../../evil.body',
      'articles/evil\u0000.json',
      'lock',
      'damaged/evil.json',
      'journal/evil.log',
      'library.json/evil.txt',
    ]
    const file = await spoiledBackup(marks.map((name) => [name, 'evil words'] as const))
    expect(await library.upkeep.restore(file)).toMatchObject({ feeds: 1 })
    expect((await everythingBelow(folder)).filter((name) => name.includes('evil'))).toEqual([])
    expect(existsSync(join(folder, '..', 'evil.txt'))).toBe(false)
  })

  it('claims a size that its bytes do not have, and is refused', async () => {
    const file = join(folder, 'bomb.zip')
    const zip = new ZipWriter(NOON)
    const packed = zip.file('feeds.json', Buffer.alloc(20_000_000), true)
    const end = zip.end()
    // The directory says a thousand bytes; what is packed would be twenty million.
    end.writeUInt32LE(1_000, 24)
    await writeFile(file, Buffer.concat([packed, end]))
    await expect(library.upkeep.restore(file)).rejects.toMatchObject({ code: 'bad_backup' })
    expect(library.feeds()).toHaveLength(1)
  })
})

describe('a symbolic link in the library', () => {
  it('is never written through', async () => {
    await library.flush()
    const outside = join(folder, 'outside.txt')
    await writeFile(outside, 'not yours')
    const place = join(folder, 'library')
    const settings = join(place, 'settings.json')
    await library.close()
    for (const name of [settings, `${settings}.bak`]) if (!existsSync(name)) await symlink(outside, name)
    library = await openLibrary(place)
    await library.changeSettings({ theme: 'dark' })
    expect(await readFile(outside, 'utf8')).toBe('not yours')
    expect((await lstat(settings)).isSymbolicLink()).toBe(false)
  })

  it('as a picture leads to no file outside', async () => {
    const name = await library.saveMedia(Buffer.from('picture'), 'png')
    const stored = library.mediaFile(name) ?? ''
    const other = 'f'.repeat(64) + '.png'
    await mkdir(join(folder, 'library', 'media', 'ff'), { recursive: true })
    const secret = join(folder, 'secret.txt')
    await writeFile(secret, 'secret')
    await symlink(secret, join(folder, 'library', 'media', 'ff', other))
    const { readRegularFile } = await import('../../electron/shell/read-regular-file')
    expect(await readRegularFile(stored)).not.toBeNull()
    expect(await readRegularFile(join(folder, 'library', 'media', 'ff', other))).toBeNull()
  })
})
