/** Which windows a start opens again, and in which order. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { RememberedWindows } from '../../../electron/shell/remembered-windows'
import { FIRST_PLACE, MOST_WINDOWS } from '../../../electron/shell/window-state'
import { memoryLog } from './memory-log'

let file: string
let windows: RememberedWindows

const again = (): RememberedWindows => new RememberedWindows(file, memoryLog())
const slots = (): number[] => again().places.map(({ slot }) => slot)
const at = (slot: number, width = 1000) => ({ ...FIRST_PLACE, slot, width })

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'offprint-windows-')), 'window-state.json')
  windows = again()
})

describe('remembered windows', () => {
  it('begin with one where a first start puts it', () => {
    expect(windows.last).toEqual(FIRST_PLACE)
    expect(windows.theme).toBe('system')
  })

  it('put the one in use first, and leave the order alone when another is only moved', () => {
    windows.remember(at(1), true)
    windows.remember(at(2), true)
    windows.remember(at(3), false)
    expect(slots()).toEqual([3, 2, 1])
    windows.remember(at(1, 777), false)
    expect(again().places.map(({ slot, width }) => [slot, width])).toEqual([
      [3, 1000],
      [2, 1000],
      [1, 777],
    ])
    windows.remember(at(1), true)
    expect(slots()).toEqual([1, 3, 2])
  })

  it('forget one that was closed, and give its number to the next', () => {
    for (const slot of [1, 2, 3]) windows.remember(at(slot), true)
    windows.forget(2)
    expect(slots()).toEqual([3, 1])
    expect(windows.freeSlot(new Set([1, 3]))).toBe(2)
    // One that is open and not remembered any more keeps its number.
    expect(windows.freeSlot(new Set([1, 2, 3]))).toBe(4)
  })

  it('are never more than a start would open', () => {
    for (let slot = 1; slot <= MOST_WINDOWS + 3; slot++) windows.remember(at(slot), true)
    expect(slots()).toHaveLength(MOST_WINDOWS)
    expect(again().last.slot).toBe(MOST_WINDOWS + 3)
  })

  it('keep the theme beside them', () => {
    windows.remember(at(1), true)
    windows.setTheme('sepia')
    expect([again().theme, slots()]).toEqual(['sepia', [1]])
  })

  it('go on without the file when it cannot be written, and say so in the log', () => {
    const log = memoryLog()
    mkdirSync(`${file}.new`)
    const unlucky = new RememberedWindows(file, log)
    unlucky.remember(at(4), true)
    expect(unlucky.last.slot).toBe(4)
    expect(log.lines).toMatchObject([{ level: 'warn', message: 'window places not kept' }])
  })
})
