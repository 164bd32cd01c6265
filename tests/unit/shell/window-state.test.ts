/** The window comes back where it was, or at least where it can be reached. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  FIRST_STATE,
  fitToScreens,
  readWindowState,
  writeWindowState,
} from '../../../electron/shell/window-state'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }
const STATE = { place: { x: 100, y: 50 }, width: 1000, height: 700, maximised: true, theme: 'dark' } as const

describe('the file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'offprint-state-')), 'new', 'window-state.json')

  it('gives back what was written', () => {
    writeWindowState(file, STATE)
    expect(readWindowState(file)).toEqual(STATE)
  })

  it('starts afresh when it is missing, damaged or absurd', () => {
    expect(readWindowState(`${file}.none`)).toEqual(FIRST_STATE)
    for (const text of ['', '{"place":', '{"place":null,"width":-1,"height":1,"maximised":false}', '[]']) {
      writeFileSync(file, text)
      expect(readWindowState(file), text).toEqual(FIRST_STATE)
    }
  })
})

describe('fitToScreens', () => {
  it('keeps a place that can be reached', () => {
    expect(fitToScreens(STATE, [SCREEN])).toEqual(STATE)
  })

  it('forgets a place on a screen that is gone', () => {
    expect(fitToScreens({ ...STATE, place: { x: 2500, y: 50 } }, [SCREEN]).place).toBeNull()
    expect(fitToScreens({ ...STATE, place: { x: 100, y: -900 } }, [SCREEN]).place).toBeNull()
    expect(fitToScreens(STATE, []).place).toBeNull()
  })

  it('is never larger than its screen nor too small to use', () => {
    expect(fitToScreens({ ...STATE, width: 4000, height: 3000 }, [SCREEN])).toMatchObject({
      width: 1920,
      height: 1080,
    })
    expect(fitToScreens({ ...STATE, width: 10, height: 10 }, [SCREEN])).toMatchObject({
      width: 480,
      height: 360,
    })
  })
})
