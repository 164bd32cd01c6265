/** What the store does with what is dropped on the window. */
import type { AppStore } from '../store/app-store'
import { wording } from '../text/wording'
import type { DropTakers } from './follow-drops'

export function dropTakers(store: AppStore): DropTakers {
  return {
    offer: (address) => {
      store.getState().offerAddress(address, true)
    },
    importLists: (files) => void store.getState().importDropped(files),
    refuse: (name) => {
      const text = wording.subscribe
      store.getState().complain(name === null ? text.dropNoAddress : text.dropNoList(name))
    },
    hover: (over) => {
      store.getState().holdDrop(over)
    },
  }
}
