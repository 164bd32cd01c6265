/** The windows come back where they were, or at least where they can be reached. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  backInSight,
  FIRST_STATE,
  fitToScreens,
  MOST_WINDOWS,
  readWindowState,
  writeWindowState,
} from '../../../electron/shell/window-state'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }
const PLACE = { slot: 1, place: { x: 100, y: 50 }, width: 1000, height: 700, maximised: true } as const
const STATE = { theme: 'dark', windows: [PLACE, { ...PLACE, slot: 2, place: null }] } as const

describe('the file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'offprint-state-')), 'new', 'window-state.json')

  it('gives back what was written', () => {
    writeWindowState(file, STATE)
    expect(readWindowState(file)).toEqual(STATE)
  })

  it('starts afresh when it is missing, damaged or absurd', () => {
    expect(readWindowState(`${file}.none`)).toEqual(FIRST_STATE)
    const many = Array.from({ length: MOST_WINDOWS + 1 }, (_, at) => ({ ...PLACE, slot: at + 1 }))
    const absurd = [
      { theme: 'dark', windows: [{ ...PLACE, width: -1 }] },
      { theme: 'dark', windows: [{ ...PLACE, place: { x: 1e300, y: 0 } }] },
      { theme: 'dark', windows: [{ ...PLACE, slot: '../../view' }] },
      { theme: 'dark', windows: [PLACE, PLACE] },
      { theme: 'dark', windows: many },
      { theme: 'plaid', windows: [] },
      // As an older version wrote it.
      { ...PLACE, theme: 'dark' },
    ]
    for (const text of ['', '{"place":', '[]', ...absurd.map((one) => JSON.stringify(one))]) {
      writeFileSync(file, text)
      expect(readWindowState(file), text).toEqual(FIRST_STATE)
    }
  })
})

describe('fitToScreens', () => {
  it('keeps a place that can be reached', () => {
    expect(fitToScreens(PLACE, [SCREEN])).toEqual(PLACE)
  })

  it('forgets a place on a screen that is gone', () => {
    expect(fitToScreens({ ...PLACE, place: { x: 2500, y: 50 } }, [SCREEN]).place).toBeNull()
    expect(fitToScreens({ ...PLACE, place: { x: 100, y: -900 } }, [SCREEN]).place).toBeNull()
    expect(fitToScreens(PLACE, []).place).toBeNull()
  })

  it('is never larger than its screen nor too small to use', () => {
    expect(fitToScreens({ ...PLACE, width: 4000, height: 3000 }, [SCREEN])).toMatchObject({
      width: 1920,
      height: 1080,
    })
    expect(fitToScreens({ ...PLACE, width: 10, height: 10 }, [SCREEN])).toMatchObject({
      width: 480,
      height: 360,
    })
  })
})

describe('backInSight', () => {
  const away = { x: 2000, y: 40, width: 2200, height: 700 }

  it('leaves a window alone that can be taken hold of', () => {
    expect(backInSight({ ...away, x: 1800 }, [SCREEN])).toBeNull()
    expect(backInSight(away, [SCREEN, { ...SCREEN, x: 1920 }])).toBeNull()
    expect(backInSight(away, [])).toBeNull()
  })

  it('brings one whose screen is gone into the middle of the first, no larger than it', () => {
    expect(backInSight(away, [SCREEN])).toEqual({ x: 0, y: 190, width: 1920, height: 700 })
  })
})
