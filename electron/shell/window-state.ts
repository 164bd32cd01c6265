/** Size and place of the window, remembered in a small file beside the library; a lost or damaged one costs nothing but the place. */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Settings } from '../../contract/settings'
import { writeSmallFile } from './write-small-file'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowState {
  /** Null lets the desktop choose. */
  readonly place: { readonly x: number; readonly y: number } | null
  readonly width: number
  readonly height: number
  readonly maximised: boolean
  /** The reader's choice, a copy: known before the library is open, so that the first frame has the right colour. */
  readonly theme: Settings['theme']
}

export const FIRST_STATE: WindowState = {
  place: null,
  width: 1280,
  height: 820,
  maximised: false,
  theme: 'system',
}
export const MIN_WIDTH = 480
export const MIN_HEIGHT = 360

// A title bar this far inside a screen can still be taken hold of.
const REACHABLE = 64

const stored = z.object({
  place: z.object({ x: z.number().int(), y: z.number().int() }).nullable(),
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
  maximised: z.boolean(),
  theme: z.enum(['system', 'light', 'dark', 'sepia']),
})

export function readWindowState(file: string): WindowState {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // First start, or a damaged file: the place of a window is not worth a question.
    return FIRST_STATE
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  writeSmallFile(file, JSON.stringify(state))
}

/** Fits a remembered state to the screens of today: a screen may be gone or smaller. */
export function fitToScreens(state: WindowState, workAreas: readonly Rectangle[]): WindowState {
  const home = workAreas.find((area) => state.place && isReachable(state.place, state.width, area))
  const area = home ?? workAreas[0]
  if (!area) return { ...state, place: null }
  return {
    place: home ? state.place : null,
    width: Math.max(MIN_WIDTH, Math.min(state.width, area.width)),
    height: Math.max(MIN_HEIGHT, Math.min(state.height, area.height)),
    maximised: state.maximised,
    theme: state.theme,
  }
}

function isReachable(place: { x: number; y: number }, width: number, area: Rectangle): boolean {
  const left = Math.max(place.x, area.x)
  const right = Math.min(place.x + width, area.x + area.width)
  return right - left >= REACHABLE && place.y >= area.y && place.y <= area.y + area.height - REACHABLE
}
