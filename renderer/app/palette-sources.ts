/** What the palette offers: the commands, the lists, the feeds, and the articles of the list that is shown. */
import { wording } from '../text/wording'
import { visibleIds } from '../store/visible-list'
import { runCommand } from './commands'
import type { CommandName } from './commands'
import type { PaletteEntry } from './palette-entries'
import type { WindowTools } from './window-context'

const COMMAND_LABELS: readonly (readonly [CommandName, string])[] = [
  ['sync', wording.sync.now],
  ['add-feed', wording.feeds.add],
  ['search', wording.search.label],
  ['mark-all-read', wording.list.markAllRead],
  ['toggle-star', wording.shortcuts.star],
  ['toggle-read', wording.shortcuts.read],
  ['toggle-saved', wording.shortcuts.save],
  ['highlight', wording.shortcuts.highlight],
  ['prepare-offline', wording.reader.prepare],
  ['open-in-browser', wording.reader.openInBrowser],
  ['find', wording.find.label],
  ['print', wording.reader.print],
  ['show-activity', wording.activity.title],
  ['show-settings', wording.settings.title],
  ['import-opml', wording.feeds.importOpml],
  ['export-opml', wording.feeds.exportOpml],
  ['text-larger', wording.shortcuts.larger],
  ['text-smaller', wording.shortcuts.smaller],
  ['show-shortcuts', wording.shortcuts.help],
]
const LIST_LABELS: readonly (readonly [CommandName, string])[] = [
  ['go-today', wording.views.today],
  ['go-all', wording.views.all],
  ['go-unread', wording.views.unread],
  ['go-starred', wording.views.starred],
  ['go-saved', wording.views.saved],
  ['show-highlights', wording.views.highlighted],
  ['go-ready', wording.views.ready],
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
  return [
    ...COMMAND_LABELS.map(named(wording.palette.command)),
    ...LIST_LABELS.map(named(wording.palette.list)),
    ...feeds,
    ...articles,
  ]
}
