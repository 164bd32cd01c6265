/** Which windows were open, and where: what a start opens again. Written when something changes, so that a kill loses nothing of it. */
import type { Settings } from '../../contract/settings'
import type { Log } from './log-file'
import {
  FIRST_PLACE,
  MOST_WINDOWS,
  readWindowState,
  writeWindowState,
  type WindowPlace,
  type WindowState,
} from './window-state'

export class RememberedWindows {
  private state: WindowState

  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {
    this.state = readWindowState(file)
  }

  get theme(): Settings['theme'] {
    return this.state.theme
  }

  /** The one used last comes first. */
  get places(): readonly WindowPlace[] {
    return this.state.windows
  }

  /** Of the window that opens where none is. */
  get last(): WindowPlace {
    return this.places[0] ?? FIRST_PLACE
  }

  /** A number that no window has, neither an open one nor one that is yet to be opened again. */
  freeSlot(open: ReadonlySet<number>): number {
    const taken = new Set([...open, ...this.places.map((one) => one.slot)])
    let slot = 1
    while (taken.has(slot)) slot++
    return slot
  }

  /** A new window, and the one in use, comes to the front. */
  remember(place: WindowPlace, inUse: boolean): void {
    const at = this.places.findIndex(({ slot }) => slot === place.slot)
    const others = this.places.filter(({ slot }) => slot !== place.slot)
    const index = inUse || at < 0 ? 0 : at
    const windows = [...others.slice(0, index), place, ...others.slice(index)]
    this.change({ windows: windows.slice(0, MOST_WINDOWS) })
  }

  forget(gone: number): void {
    this.change({ windows: this.places.filter(({ slot }) => slot !== gone) })
  }

  setTheme(theme: Settings['theme']): void {
    this.change({ theme })
  }

  private change(change: Partial<WindowState>): void {
    const before = JSON.stringify(this.state)
    this.state = { ...this.state, ...change }
    if (JSON.stringify(this.state) === before) return
    try {
      writeWindowState(this.file, this.state)
    } catch (error) {
      // A full disk: the next start opens the windows where they were before.
      this.log.warn('window places not kept', { detail: String(error) })
    }
  }
}
