/** One profile for each library, the same for the same library. */
import { expect, it } from 'vitest'
import { appPlaces } from '../../../electron/shell/app-places'

const OPTIONS = {
  bundle: '/app',
  userData: '/home/ann/.config/Offprint',
  libraryFolder: null,
  userDataGiven: false,
  moved: null,
}

it("keeps everything in the app's own folder by default", () => {
  expect(appPlaces(OPTIONS)).toEqual({
    bundle: '/app',
    libraryFolder: '/home/ann/.config/Offprint/library',
    userData: '/home/ann/.config/Offprint',
    pointerFolder: '/home/ann/.config/Offprint',
    moved: null,
  })
})

it('goes where the reader moved the library, in the same profile', () => {
  const moved = { folder: '/disk/news', leftOver: null }
  expect(appPlaces({ ...OPTIONS, moved })).toEqual({
    bundle: '/app',
    libraryFolder: '/disk/news',
    userData: '/home/ann/.config/Offprint',
    pointerFolder: '/home/ann/.config/Offprint',
    moved,
  })
})

it('forgets where the library was moved for a start that names another', () => {
  const moved = { folder: '/disk/news', leftOver: '/old' }
  expect(appPlaces({ ...OPTIONS, moved, libraryFolder: '/other' })).toMatchObject({
    libraryFolder: '/other',
    pointerFolder: null,
    moved: null,
  })
})

it('locks the same library the same way, however it was named', () => {
  const named = (libraryFolder: string): string => appPlaces({ ...OPTIONS, libraryFolder }).userData
  expect(named('/home/ann/.config/Offprint/library/')).toBe('/home/ann/.config/Offprint')
  expect(named('/data/news')).toBe(named('/data/x/../news/'))
  expect(named('/data/news')).not.toBe(named('/data/other'))
  expect(named('/data/news')).toMatch(/^\/home\/ann\/\.config\/Offprint\/libraries\/[0-9a-f]{16}$/)
})

it('leaves a profile alone that was given on the command line', () => {
  expect(appPlaces({ ...OPTIONS, libraryFolder: '/data/news', userDataGiven: true }).userData).toBe(
    OPTIONS.userData,
  )
})
