/** Adds what was chosen on the first screen, then opens the window on it. What fails is told and does not hold up the rest. */
import { useState } from 'react'
import { useWindow } from '../app/window-context'
import { FIRST_QUERY } from '../../contract/article-query'

export interface FirstFeeds {
  readonly busy: boolean
  readonly problems: readonly string[]
  /** Ends the first screen when at least one was added, or nothing was chosen. */
  readonly addAll: (starter: boolean, addresses: readonly string[]) => Promise<void>
  readonly importFile: () => Promise<void>
}

export function useFirstFeeds(): FirstFeeds {
  const { store } = useWindow()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly string[]>([])
  const begin = async () => {
    const { endFirstRun, showList } = store.getState()
    await endFirstRun()
    await showList(FIRST_QUERY)
    await store.getState().startSync()
  }
  const addAll = async (starter: boolean, addresses: readonly string[]) => {
    setBusy(true)
    const { addStarter, addFeed } = store.getState()
    const answers = await Promise.all([
      ...(starter ? [addStarter()] : []),
      ...addresses.map((address) => addFeed(address, [])),
    ])
    setBusy(false)
    const failed = answers.flatMap((answer) => (answer.ok ? [] : answer.error.message))
    setProblems(failed)
    if (failed.length < answers.length || answers.length === 0) {
      await begin()
      for (const message of failed) store.getState().complain(message)
    }
  }
  return {
    busy,
    problems,
    addAll,
    importFile: async () => {
      if (await store.getState().importOpml()) await begin()
    },
  }
}
