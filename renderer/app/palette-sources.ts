/** What the palette offers: the commands, the lists, the feeds, and the articles of the list that is shown. */
import { wording } from '../text/wording'
import { visibleIds } from '../store/visible-list'
import { COMMAND_GROUPS, COMMAND_LABELS } from './command-groups'
import { runCommand } from './commands'
import type { CommandName } from './commands'
import type { PaletteEntry } from './palette-entries'
import type { WindowTools } from './window-context'

const LISTS: ReadonlySet<CommandName> = new Set(
  COMMAND_GROUPS.find(({ title }) => title === wording.shortcuts.groups.lists)?.commands,
)
/** Of no use from a list: they move inside one, close what is open, or are there by their searches' names. */
const LEFT_OUT = /^(look-|open-selected|page-|escape|palette|saved-search-)/
/** More could not be told apart by a few letters, and each costs time at every key. */
const MOST_ARTICLES = 500

export function paletteEntries(tools: WindowTools): readonly PaletteEntry[] {
  const state = tools.store.getState()
  const commands = COMMAND_GROUPS.flatMap((group) => group.commands)
    .filter((name) => !LEFT_OUT.test(name))
    .map((name) => ({
      key: name,
      label: COMMAND_LABELS[name],
      kind: LISTS.has(name) ? wording.palette.list : wording.palette.command,
      run: () => {
        runCommand(name, tools)
      },
    }))
  const searches = state.settings.savedSearches.map(({ name }) => ({
    key: `search-${name}`,
    label: name,
    kind: wording.palette.search,
    run: () => {
      state.runSearch(name)
    },
  }))
  const feeds = state.feeds.map(({ feedId, title }) => ({
    key: `feed-${feedId}`,
    label: title,
    kind: wording.palette.feed,
    run: () => void state.showList({ view: 'all', feedId, folder: null, order: state.query.order }),
  }))
  const articles = visibleIds(state)
    .slice(0, MOST_ARTICLES)
    .map((articleId) => ({
      key: `article-${articleId}`,
      label: state.rows.get(articleId)?.title ?? '',
      kind: wording.palette.article,
      run: () => void state.open(articleId),
    }))
  return [...commands, ...searches, ...feeds, ...articles]
}
