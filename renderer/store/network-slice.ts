/** Whom Offprint talks to: the hosts it has contacted, and its own newer versions. */
import type { ContactedHost } from '../../contract/contact'
import type { UpdateState } from '../../contract/updates'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface NetworkSlice {
  /** Null until they have been asked for. */
  readonly hosts: readonly ContactedHost[] | null
  /** Null until it has been asked for. */
  readonly updates: UpdateState | null
  readonly loadHosts: () => Promise<void>
  readonly forgetHosts: () => Promise<void>
  readonly loadUpdates: () => Promise<void>
  /** One step on: looking, fetching, stopping. */
  readonly stepUpdates: (step: 'check' | 'fetch' | 'cancel') => Promise<void>
  /** Ends the app when it may. */
  readonly installUpdate: () => Promise<void>
}

export function createNetworkSlice({ set, get, ask }: SliceTools): NetworkSlice {
  return {
    hosts: null,
    updates: null,
    loadHosts: async () => {
      const answer = await ask('privacy.hosts')
      if (answer.ok) set({ hosts: answer.value })
      else get().complain(answer.error.message)
    },
    forgetHosts: async () => {
      const answer = await ask('privacy.forget')
      if (!answer.ok) return get().complain(answer.error.message)
      set({ hosts: [] })
      get().say(wording.privacy.forgotten)
    },
    loadUpdates: async () => {
      const answer = await ask('updates.state')
      if (answer.ok) set({ updates: answer.value })
      else get().complain(answer.error.message)
    },
    stepUpdates: async (step) => {
      const answer = await ask(`updates.${step}`)
      if (answer.ok) set({ updates: answer.value })
      else get().complain(answer.error.message)
    },
    installUpdate: async () => {
      const answer = await ask('updates.install')
      if (!answer.ok) get().complain(answer.error.message)
    },
  }
}
