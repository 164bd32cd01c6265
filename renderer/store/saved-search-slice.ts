/** Searches the reader keeps by name: saved, renamed, removed with undo, run. They live in the settings. */
import type { SavedSearch } from '../../contract/settings'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface SavedSearchSlice {
  /** Saves what is searched for; an empty or taken name answers with why not, null when it is saved. */
  readonly saveSearch: (name: string) => Promise<string | null>
  readonly renameSearch: (from: string, to: string) => Promise<string | null>
  readonly removeSearch: (name: string) => Promise<void>
  readonly runSearch: (name: string) => void
}

export function createSavedSearchSlice({ get }: SliceTools): SavedSearchSlice {
  const store = (savedSearches: readonly SavedSearch[]) => get().changeSettings({ savedSearches })
  const all = () => get().settings.savedSearches
  const refuse = (name: string, but: string | null): string | null => {
    if (name === '') return wording.savedSearches.noName
    const taken = all().some((one) => one.name === name && one.name !== but)
    return taken ? wording.savedSearches.taken(name) : null
  }
  return {
    saveSearch: async (wanted) => {
      const name = wanted.trim()
      const why = refuse(name, null)
      if (why !== null) return why
      await store([...all(), { name, text: get().searchText.trim() }])
      get().say(wording.savedSearches.saved(name))
      return null
    },
    renameSearch: async (from, wanted) => {
      const name = wanted.trim()
      const why = refuse(name, from)
      if (why !== null) return why
      await store(all().map((one) => (one.name === from ? { ...one, name } : one)))
      return null
    },
    removeSearch: async (name) => {
      const before = all()
      const gone = before.find((one) => one.name === name)
      if (!gone) return
      await store(before.filter((one) => one !== gone))
      const back = () => {
        const at = before.indexOf(gone)
        void store([...all().slice(0, at), gone, ...all().slice(at)])
      }
      get().say(wording.savedSearches.removed(name), { label: wording.actions.undo, run: back })
    },
    runSearch: (name) => {
      const found = all().find((one) => one.name === name)
      if (!found) return
      get().showPane('list')
      get().search(found.text)
    },
  }
}
