/** Moving the library: whatever breaks, the pointer names a whole library. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isLibraryThere, readPointer, removeLeftOver } from '../../../electron/engine/library-pointer'
import { copyLibrary } from '../../../electron/library/copy-library'
import { moveLibrary, targetFolder, type MoveTools } from '../../../electron/shell/move-library'
import { portableFolder } from '../../../electron/shell/portable-folder'

let home: string
let restarts: (string | null)[]

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'offprint-move-'))
  restarts = []
  await mkdir(join(home, 'old'))
  await writeFile(join(home, 'old', 'library.json'), 'a library')
})

afterEach(() => rm(home, { recursive: true, force: true }))

function tools(change: Partial<MoveTools> = {}): MoveTools {
  return {
    from: join(home, 'old'),
    dataFolder: home,
    copy: (to) => copyLibrary(join(home, 'old'), to, () => undefined),
    close: () => Promise.resolve(),
    restart: (problem) => restarts.push(problem),
    ...change,
  }
}

it('names the new place, starts again, and the old one goes only when the new one was opened', async () => {
  const to = join(home, 'new')
  await moveLibrary(to, false, tools())
  expect(restarts).toEqual([null])
  const pointer = readPointer(home)
  expect(pointer).toEqual({ folder: to, leftOver: join(home, 'old') })
  expect(await readdir(join(home, 'old'))).toEqual(['library.json'])
  if (pointer) await removeLeftOver(home, pointer)
  expect(readPointer(home)).toEqual({ folder: to, leftOver: null })
  expect((await readdir(home)).sort()).toEqual(['library-location.json', 'library-location.json.bak', 'new'])
})

it('keeps the old place when the reader wants that', async () => {
  await moveLibrary(join(home, 'new'), true, tools())
  expect(readPointer(home)?.leftOver).toBeNull()
})

it('takes along what was written between the copy and the closing', async () => {
  const close = () => writeFile(join(home, 'old', 'late.json'), 'late')
  await moveLibrary(join(home, 'new'), true, tools({ close }))
  expect(await readdir(join(home, 'new'))).toContain('late.json')
})

it('changes nothing when the copy fails while the library is open', async () => {
  const copy = () => Promise.reject(new Error('the disk is full'))
  await expect(moveLibrary(join(home, 'new'), false, tools({ copy }))).rejects.toThrow('the disk is full')
  expect(readPointer(home)).toBeNull()
  expect(restarts).toEqual([])
})

it('starts again on the old library, saying why, when the rest cannot be copied', async () => {
  const close = () =>
    writeFile(join(home, 'new', 'library.json', 'x'), 'x').catch(() =>
      rm(join(home, 'old'), { recursive: true }),
    )
  await moveLibrary(join(home, 'new'), false, tools({ close, dataFolder: join(home, 'nowhere') }))
  expect(restarts[0]).toContain('stays where it was')
})

it('refuses to move a library that was named for this start only', async () => {
  await expect(moveLibrary(join(home, 'new'), false, tools({ dataFolder: null }))).rejects.toMatchObject({
    code: 'not_movable',
  })
})

it('a moved library that is not connected is known to be missing', async () => {
  expect(isLibraryThere({ folder: join(home, 'old'), leftOver: null })).toBe(true)
  expect(isLibraryThere({ folder: join(home, 'usb'), leftOver: null })).toBe(false)
  await writeFile(join(home, 'library-location.json'), '{"folder":"relative"}')
  expect(readPointer(home)).toBeNull()
})

it('puts a library into a folder of its own where there is something already', () => {
  expect(targetFolder('/docs', true)).toBe('/docs')
  expect(targetFolder('/docs', false)).toBe(join('/docs', 'Offprint library'))
})

it.each([
  ['/media/usb/offprint', 'linux', undefined, '/media/usb'],
  ['/tmp/.mount_x/offprint', 'linux', '/media/usb/Offprint.AppImage', '/media/usb'],
  ['/Volumes/usb/Offprint.app/Contents/MacOS/Offprint', 'darwin', undefined, '/Volumes/usb'],
] as const)('is portable with a file beside %s on %s', (executable, platform, appImage, beside) => {
  const place = { executable, platform, appImage }
  expect(portableFolder(place, (file) => file === join(beside, 'portable'))).toBe(
    join(beside, 'offprint-data'),
  )
  expect(portableFolder(place, () => false)).toBeNull()
})
