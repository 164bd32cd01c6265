/** What the palette offers: the commands, the lists, the feeds, and the articles of the list that is shown. */
import { en } from '../text/en'
import { visibleIds } from '../store/visible-list'
import { runCommand } from './commands'
import type { CommandName } from './commands'
import type { PaletteEntry } from './palette-entries'
import type { WindowTools } from './window-context'

const COMMAND_LABELS: readonly (readonly [CommandName, string])[] = [
  ['sync', en.sync.now],
  ['add-feed', en.feeds.add],
  ['search', en.search.label],
  ['mark-all-read', en.list.markAllRead],
  ['toggle-star', en.shortcuts.star],
  ['toggle-read', en.shortcuts.read],
  ['toggle-saved', en.shortcuts.save],
  ['highlight', en.shortcuts.highlight],
  ['prepare-offline', en.reader.prepare],
  ['open-in-browser', en.reader.openInBrowser],
  ['find', en.find.label],
  ['print', en.reader.print],
  ['show-activity', en.activity.title],
  ['show-settings', en.settings.title],
  ['import-opml', en.feeds.importOpml],
  ['export-opml', en.feeds.exportOpml],
  ['text-larger', en.shortcuts.larger],
  ['text-smaller', en.shortcuts.smaller],
  ['show-shortcuts', en.shortcuts.help],
]
const LIST_LABELS: readonly (readonly [CommandName, string])[] = [
  ['go-today', en.views.today],
  ['go-all', en.views.all],
  ['go-unread', en.views.unread],
  ['go-starred', en.views.starred],
  ['go-saved', en.views.saved],
  ['show-highlights', en.views.highlighted],
  ['go-ready', en.views.ready],
]
/** More could not be told apart by a few letters, and each costs time at every key. */
const MOST_ARTICLES = 500

export function paletteEntries(tools: WindowTools): readonly PaletteEntry[] {
  const state = tools.store.getState()
  const named =
    (kind: string) =>
    ([name, label]: readonly [CommandName, string]): PaletteEntry => ({
      key: name,
      label,
      kind,
      run: () => {
        runCommand(name, tools)
      },
    })
  const feeds = state.feeds.map(({ feedId, title }) => ({
    key: `feed-${feedId}`,
    label: title,
    kind: en.palette.feed,
    run: () => void state.showList({ view: 'all', feedId, folder: null, order: state.query.order }),
  }))
  const articles = visibleIds(state)
    .slice(0, MOST_ARTICLES)
    .map((articleId) => ({
      key: `article-${articleId}`,
      label: state.rows.get(articleId)?.title ?? '',
      kind: en.palette.article,
      run: () => void state.open(articleId),
    }))
  return [
    ...COMMAND_LABELS.map(named(en.palette.command)),
    ...LIST_LABELS.map(named(en.palette.list)),
    ...feeds,
    ...articles,
  ]
}
