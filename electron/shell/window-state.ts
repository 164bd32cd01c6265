/** Size and place of each window, remembered in a small file beside the library; a lost or damaged one costs nothing but the places. */
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import type { Settings } from '../../contract/settings'
import { writeSmallFile } from './write-small-file'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowPlace {
  /** The window's number from 1 on; its view is kept under it. */
  readonly slot: number
  /** Null lets the desktop choose. */
  readonly place: { readonly x: number; readonly y: number } | null
  readonly width: number
  readonly height: number
  readonly maximised: boolean
}

export interface WindowState {
  /** The reader's choice, a copy: known before the library is open, so that the first frame has the right colour. */
  readonly theme: Settings['theme']
  /** The one used last comes first. */
  readonly windows: readonly WindowPlace[]
}

export const FIRST_PLACE: WindowPlace = { slot: 1, place: null, width: 1280, height: 820, maximised: false }
export const FIRST_STATE: WindowState = { theme: 'system', windows: [] }
export const MIN_WIDTH = 480
export const MIN_HEIGHT = 360

/** So many come back; a start is not to open windows without end because a file says so. */
export const MOST_WINDOWS = 12

// A title bar this far inside a screen can still be taken hold of.
const REACHABLE = 64

const coordinate = z.int().check(z.gte(-1_000_000), z.lte(1_000_000))
const side = z.int().check(z.gte(1), z.lte(20_000))
const windowPlace = z.object({
  slot: z.int().check(z.gte(1), z.lte(1_000)),
  place: z.nullable(z.object({ x: coordinate, y: coordinate })),
  width: side,
  height: side,
  maximised: z.boolean(),
})
const stored = z.object({
  theme: z.enum(['system', 'light', 'dark', 'sepia']),
  windows: z.array(windowPlace).check(
    z.maxLength(MOST_WINDOWS),
    z.refine((windows) => new Set(windows.map(({ slot }) => slot)).size === windows.length),
  ),
})

export function readWindowState(file: string): WindowState {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // First start, an older form or a damaged file: the place of a window is not worth a question.
    return FIRST_STATE
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  writeSmallFile(file, JSON.stringify(state))
}

/** Fits a remembered place to the screens of today: a screen may be gone or smaller. */
export function fitToScreens(wanted: WindowPlace, workAreas: readonly Rectangle[]): WindowPlace {
  const home = workAreas.find((area) => wanted.place && isReachable(wanted.place, wanted.width, area))
  const area = home ?? workAreas[0]
  if (!area) return { ...wanted, place: null }
  return {
    ...wanted,
    place: home ? wanted.place : null,
    width: Math.max(MIN_WIDTH, Math.min(wanted.width, area.width)),
    height: Math.max(MIN_HEIGHT, Math.min(wanted.height, area.height)),
  }
}

/** Where an open window goes when its screen is gone; null when it can still be taken hold of. */
export function backInSight(bounds: Rectangle, workAreas: readonly Rectangle[]): Rectangle | null {
  const [first] = workAreas
  const { x, y, ...size } = bounds
  const { place, width, height } = fitToScreens({ ...FIRST_PLACE, ...size, place: { x, y } }, workAreas)
  if (!first || place) return null
  const middle = (start: number, room: number, own: number): number =>
    start + Math.max(0, Math.round((room - own) / 2))
  return {
    x: middle(first.x, first.width, width),
    y: middle(first.y, first.height, height),
    width,
    height,
  }
}

function isReachable(place: { x: number; y: number }, width: number, area: Rectangle): boolean {
  const left = Math.max(place.x, area.x)
  const right = Math.min(place.x + width, area.x + area.width)
  return right - left >= REACHABLE && place.y >= area.y && place.y <= area.y + area.height - REACHABLE
}
