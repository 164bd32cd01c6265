/** What the keyboard and the menus may ask of the parts that are on screen: each part offers its own functions while it is shown. */

export interface ArticlePart {
  /** Scrolls by about a page; false when there is nothing more in that direction. */
  readonly page: (direction: 1 | -1) => boolean
  /** Starts a highlight on the selected text; false when nothing is selected. */
  readonly highlight: () => boolean
  readonly focus: () => void
  readonly print: () => void
  /** Opens the field for finding words in the article. */
  readonly find: () => void
  /** Moves to this place in the article's text and flashes it. */
  readonly showPassage: (start: number, end: number) => void
}

interface Offered {
  readonly article: ArticlePart | null
  readonly focusList: () => void
  readonly focusSidebar: () => void
  readonly focusSearch: () => void
}

export interface WindowParts {
  /** Returns the withdrawal of what was offered. */
  readonly offer: (part: Partial<Offered>) => () => void
  readonly article: () => ArticlePart | null
  readonly focusList: () => void
  readonly focusSidebar: () => void
  readonly focusSearch: () => void
}

const nothing = () => undefined
const NOTHING: Offered = { article: null, focusList: nothing, focusSidebar: nothing, focusSearch: nothing }

export function createWindowParts(): WindowParts {
  const offered: Partial<Offered>[] = []
  const latest = (): Offered => Object.assign({ ...NOTHING }, ...offered) as Offered
  return {
    offer: (part) => {
      offered.push(part)
      return () => {
        offered.splice(offered.indexOf(part), 1)
      }
    },
    article: () => latest().article,
    focusList: () => {
      latest().focusList()
    },
    focusSidebar: () => {
      latest().focusSidebar()
    },
    focusSearch: () => {
      latest().focusSearch()
    },
  }
}
