/** The reader's choices: applied at once, then stored; put back when they cannot be stored. */
import { DEFAULT_SETTINGS } from '../../contract/settings'
import type { Settings } from '../../contract/settings'
import type { SliceTools } from './app-state'

export interface SettingsSlice {
  readonly settings: Settings
  readonly loadSettings: () => Promise<void>
  readonly changeSettings: (change: Partial<Settings>) => Promise<void>
  /** Steps of two pixels; 0 goes back to the first size. */
  readonly changeTextSize: (step: -1 | 0 | 1) => Promise<void>
  /** Folds the left pane away in wide windows, or takes it out again. */
  readonly toggleSidebar: () => Promise<void>
  readonly showLibraryFolder: () => Promise<void>
}

const SMALLEST = 12
const LARGEST = 32

export function createSettingsSlice({ set, get, ask }: SliceTools): SettingsSlice {
  return {
    settings: DEFAULT_SETTINGS,
    loadSettings: async () => {
      const answer = await ask('settings.get')
      if (answer.ok) set({ settings: answer.value })
      else get().complain(answer.error.message)
    },
    changeSettings: async (change) => {
      const before = get().settings
      set({ settings: { ...before, ...change } })
      const answer = await ask('settings.change', change)
      if (answer.ok) return
      set({ settings: before })
      get().complain(answer.error.message)
    },
    changeTextSize: async (step) => {
      const { settings, changeSettings } = get()
      const wanted = step === 0 ? DEFAULT_SETTINGS.textSize : settings.textSize + step * 2
      await changeSettings({ textSize: Math.min(LARGEST, Math.max(SMALLEST, wanted)) })
    },
    toggleSidebar: () => get().changeSettings({ sidebarHidden: !get().settings.sidebarHidden }),
    showLibraryFolder: async () => {
      const answer = await ask('app.showLibraryFolder')
      if (!answer.ok) get().complain(answer.error.message)
    },
  }
}
