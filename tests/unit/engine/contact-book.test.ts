/** Hosts are counted by purpose, kept over a restart, and forgotten when the reader says so, with the copy. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ContactBook } from '../../../electron/engine/contact-book'
import type { LibraryStore } from '../../../electron/library/library-store'
import { openLibrary, removeFolder, temporaryFolder } from '../library/sample-library'

let folder: string
let library: LibraryStore
let time: number
const failures: string[] = []
const open = () =>
  new ContactBook(
    library,
    () => new Date(time),
    (message) => failures.push(message),
  )

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await openLibrary(folder)
  time = Date.parse('2026-11-25T10:00:00Z')
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

async function reopen(): Promise<void> {
  await library.close()
  library = await openLibrary(folder)
}

it('adds up over restarts, the host asked last first, with what is not stored yet', async () => {
  const first = open()
  first.note('news.example', 'feed')
  first.note('news.example', 'feed')
  first.note('pictures.example', 'picture')
  await first.keep()
  await reopen()
  time += 60_000
  const second = open()
  second.note('news.example', 'page')
  second.note('news.example', 'feed')
  const hosts = await second.hosts()
  expect(hosts.map(({ host }) => host)).toEqual(['news.example', 'pictures.example'])
  expect(hosts[0]?.contacts).toEqual([
    { purpose: 'feed', count: 3, lastAt: '2026-11-25T10:01:00.000Z' },
    { purpose: 'page', count: 1, lastAt: '2026-11-25T10:01:00.000Z' },
  ])
})

it('forgets everything, in every file of the library', async () => {
  const book = open()
  book.note('secret.example', 'feed')
  await book.keep()
  book.note('secret.example', 'page')
  await book.forget()
  expect(await book.hosts()).toEqual([])
  await reopen()
  expect(await open().hosts()).toEqual([])
  const names = (await readdir(folder)).filter((name) => name.startsWith('contacts'))
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(await readFile(join(folder, name), 'utf8')).not.toContain('secret.example')
})

it('takes a host named like a part of every object for a host', async () => {
  const book = open()
  book.note('__proto__', 'feed')
  await book.keep()
  await reopen()
  expect((await open().hosts()).map(({ host }) => host)).toEqual(['__proto__'])
  expect(failures).toEqual([])
})
