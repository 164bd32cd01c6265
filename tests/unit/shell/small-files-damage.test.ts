/** The app's own small files beside the library, with everything that may happen to them: the app starts, and no library is mistaken for lost. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeptView } from '../../../contract/kept-view'
import { readPointer, writePointer } from '../../../electron/engine/library-pointer'
import { readKeptView, writeKeptView } from '../../../electron/shell/kept-view-file'
import { loginVault } from '../../../electron/shell/login-vault'
import {
  FIRST_PLACE,
  FIRST_STATE,
  readWindowState,
  writeWindowState,
} from '../../../electron/shell/window-state'
import { DAMAGES, DAMAGE_NAMES } from '../library/damages'

const VIEW: KeptView = {
  query: { view: 'starred', feedId: null, folder: null, order: 'newest' },
  middle: 'articles',
  pane: 'list',
  selectedId: null,
  openId: null,
  listPlace: null,
  closedFolders: ['Town'],
  positions: [],
}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-small-files-'))
})

afterEach(() => rm(folder, { recursive: true }))

describe.each(DAMAGE_NAMES)('%s', (name) => {
  const damage = (file: string): Promise<void> => DAMAGES[name](join(folder, file))

  it('view.json: the window begins with its first list, or as it was', async () => {
    const file = join(folder, 'view.json')
    writeKeptView(file, VIEW)
    await damage('view.json')
    // A bit in a folder's name makes another name, and nothing worse.
    if (name !== 'flipped') expect(readKeptView(file)).toBeNull()
    else expect(readKeptView(file)?.middle ?? 'articles').toBe('articles')
  })

  it('window-state.json: one window opens where a first start puts it, or where it was', async () => {
    const file = join(folder, 'window-state.json')
    writeWindowState(file, { theme: 'dark', windows: [FIRST_PLACE, { ...FIRST_PLACE, slot: 2, width: 900 }] })
    await damage('window-state.json')
    if (name !== 'flipped') expect(readWindowState(file)).toEqual(FIRST_STATE)
    else expect(readWindowState(file).windows.every(({ width }) => width > 0)).toBe(true)
  })

  it('logins.bin: the sites ask again', async () => {
    const warned: string[] = []
    const cipher = {
      safe: () => true,
      encrypt: (text: string) => Buffer.from(`sealed:${text}`),
      decrypt: (bytes: Uint8Array) => {
        const text = Buffer.from(bytes).toString()
        if (text !== 'sealed:the logins of a few feeds') throw new Error('not what was sealed')
        return text
      },
    }
    const log = { warn: (what: string) => warned.push(what) }
    const vault = loginVault({ file: join(folder, 'logins.bin'), cipher, log })
    await vault.write('the logins of a few feeds')
    await damage('logins.bin')
    expect(await vault.read()).toBeNull()
    expect(warned).toHaveLength(name === 'missing' ? 0 : 1)
  })

  it('library-location.json: the moved library is still found, by the copy, and can be moved again', async () => {
    const pointer = { folder: join(folder, 'moved'), leftOver: null }
    await mkdir(pointer.folder)
    await writePointer(folder, pointer)
    await damage('library-location.json')
    // A flipped bit that leaves a path is told at the start: the library is not there.
    if (name === 'flipped') expect(readPointer(folder)).not.toBeNull()
    else expect(readPointer(folder)).toEqual(pointer)
    const again = { folder: join(folder, 'elsewhere'), leftOver: pointer.folder }
    await writePointer(folder, again)
    expect(readPointer(folder)).toEqual(again)
  })

  it('the copy of library-location.json: nobody needs it', async () => {
    const pointer = { folder: join(folder, 'moved'), leftOver: null }
    await writePointer(folder, pointer)
    await damage('library-location.json.bak')
    expect(readPointer(folder)).toEqual(pointer)
    await writePointer(folder, pointer)
    await rm(join(folder, 'library-location.json'))
    expect(readPointer(folder)).toEqual(pointer)
  })
})
