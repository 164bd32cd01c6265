/** Making an edition by hand; the one that is being read is part of the counts. */
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface EditionSlice {
  /** Makes one and shows it; says so when there is nothing to make one of. */
  readonly makeEdition: () => Promise<void>
}

export function createEditionSlice({ get, ask }: SliceTools): EditionSlice {
  return {
    makeEdition: async () => {
      const answer = await ask('edition.make')
      const { complain, say, loadCounts, showList, query } = get()
      if (!answer.ok) complain(answer.error.message)
      else if (answer.value === null) say(wording.edition.nothing)
      else {
        await loadCounts()
        await showList({ view: 'edition', feedId: null, folder: null, order: query.order })
      }
    },
  }
}
