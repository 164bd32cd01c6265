/** The dialogs that lie over the window: what is behind the one on top can neither be reached nor heard. */
import type { SliceTools } from './app-state'

export interface ModalSlice {
  /** Names of the open dialogs, the one on top last. */
  readonly modals: readonly string[]
  /** Returns the end of it. */
  readonly openModal: (name: string) => () => void
}

export function createModalSlice({ set, get }: SliceTools): ModalSlice {
  return {
    modals: [],
    openModal: (name) => {
      set({ modals: [...get().modals, name] })
      return () => {
        set({ modals: get().modals.filter((one) => one !== name) })
      }
    },
  }
}
