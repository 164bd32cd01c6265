/** Everything the reader can ask for by a key, a menu or the palette, by name. The buttons call the same store actions. */
import type { MenuCommand } from '../../contract/bridge'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleView } from '../../contract/article-query'
import type { AppState } from '../store/app-state'
import { meantArticles } from '../store/selection-slice'
import { muteDraft } from '../rules/mute-draft'
import type { WindowTools } from './window-context'
import { shownKey } from './key-map'
import { wording } from '../text/wording'

export type CommandName =
  | MenuCommand
  | 'look-next'
  | 'look-previous'
  | 'open-selected'
  | 'page-down'
  | 'page-up'
  | 'focus-feeds'
  | 'escape'
  | `saved-search-${'1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'}`

type Run = (tools: WindowTools) => unknown

export function runCommand(name: CommandName, tools: WindowTools): void {
  COMMANDS[name](tools)
}

const state = ({ store }: WindowTools): AppState => store.getState()

const goTo =
  (view: ArticleView): Run =>
  (tools) => {
    const { endSearch, showList, showPane, query } = state(tools)
    endSearch()
    showPane('list')
    void showList({ view, feedId: null, folder: null, order: query.order })
    tools.parts.focusList()
  }

const withOpen =
  (run: (state: AppState, articleId: NonNullable<AppState['openId']>) => unknown): Run =>
  (tools) => {
    const now = state(tools)
    const articleId = now.openId ?? now.selectedId
    if (articleId) run(now, articleId)
  }

/** With every chosen article, or the open one. */
const withMeant =
  (run: (state: AppState, articleIds: readonly ArticleId[]) => unknown): Run =>
  (tools) => {
    const now = state(tools)
    const meant = meantArticles(now)
    if (meant.length > 0) run(now, meant)
  }

const withLink = (run: (state: AppState, url: string) => unknown): Run =>
  withOpen((now, id) => {
    const url = now.rows.get(id)?.url
    if (url) run(now, url)
  })

const savedSearch =
  (number: number): Run =>
  (tools) => {
    const now = state(tools)
    const found = now.settings.savedSearches[number - 1]
    if (found) now.runSearch(found.name)
    else now.say(wording.savedSearches.none)
    tools.parts.focusList()
  }

/** Moves the selection; `open` also marks the article as read when the reader wants that. */
const move =
  (step: 1 | -1, open: boolean): Run =>
  (tools) => {
    const now = state(tools)
    const next = now.neighbour(step)
    if (!next) return
    now.select(next)
    void (open ? now.open(next) : now.preview(next))
  }

const page =
  (direction: 1 | -1): Run =>
  (tools) => {
    const article = tools.parts.article()
    const now = state(tools)
    const opened = now.openId !== null && now.openId === now.selectedId
    if (article && (opened || now.openId !== null) && article.page(direction)) {
      if (now.openId && !now.rows.get(now.openId)?.status.read && now.settings.markReadOnOpen && opened)
        void now.open(now.openId)
      return
    }
    if (direction === 1) move(1, true)(tools)
  }

const COMMANDS: Record<CommandName, Run> = {
  'add-feed': (tools) => {
    state(tools).openDialog('add-feed')
  },
  'import-opml': (tools) => state(tools).importOpml(),
  'export-opml': (tools) => state(tools).exportOpml(),
  'export-highlights-md': (tools) => state(tools).exportHighlights('md'),
  'export-highlights-each': (tools) => state(tools).exportEachArticle(),
  'export-highlights-html': (tools) => state(tools).exportHighlights('html'),
  'export-highlights-json': (tools) => state(tools).exportHighlights('json'),
  'import-highlights': (tools) => state(tools).importHighlights(),
  'back-up': (tools) => state(tools).backUp(),
  'restore-backup': (tools) => state(tools).restoreBackup(),
  sync: (tools) => state(tools).startSync(),
  'cancel-sync': (tools) => state(tools).cancelSync(),
  search: (tools) => {
    state(tools).showPane('list')
    tools.parts.focusSearch()
  },
  'next-article': move(1, true),
  'previous-article': move(-1, true),
  'look-next': move(1, false),
  'look-previous': move(-1, false),
  'open-selected': (tools) => {
    const now = state(tools)
    if (!now.selectedId) return
    void now.open(now.selectedId).then(() => tools.parts.article()?.focus())
  },
  'page-down': page(1),
  'page-up': page(-1),
  'toggle-read': withMeant((now, ids) => now.toggleAll(ids, 'read')),
  'toggle-star': withMeant((now, ids) => now.toggleAll(ids, 'starred')),
  'toggle-saved': withMeant((now, ids) => now.toggleAll(ids, 'saved')),
  'mark-all-read': (tools) => state(tools).markAllRead(),
  highlight: (tools) => {
    if (tools.parts.article()?.highlight() !== true) {
      const now = state(tools)
      now.say(wording.reader.selectFirst(shownKey('highlight', now.settings.keys)))
    }
  },
  'mark-above-read': withOpen((now, id) => now.markAboveRead(id)),
  'mark-below-read': withOpen((now, id) => now.markBelowRead(id)),
  'remove-article': (tools) => {
    const meant = meantArticles(state(tools))
    if (meant.length > 0) void state(tools).removeArticles(meant).then(tools.parts.focusList)
  },
  'mute-like': withOpen((now, id) => {
    const row = now.rows.get(id)
    if (row) now.draftRule(muteDraft(row, crypto.randomUUID()))
  }),
  'open-in-browser': withLink((now, url) => now.openExternal(url)),
  'copy-link': withLink((now, url) => now.copyLink(url)),
  'save-as-html': withMeant((now, ids) => now.saveArticles(ids, 'html')),
  'save-as-pdf': withMeant((now, ids) => now.savePdf(ids)),
  'save-as-epub': withMeant((now, ids) => now.saveArticles(ids, 'epub')),
  'save-as-md': withMeant((now, ids) => now.saveArticles(ids, 'md')),
  'prepare-offline': withMeant((now, ids) => now.prepareOffline(...ids)),
  'show-highlights': (tools) => {
    const now = state(tools)
    now.endSearch()
    now.setMiddle('highlights')
    void now.loadHighlights()
  },
  'show-settings': (tools) => {
    state(tools).openDialog('settings')
  },
  'show-shortcuts': (tools) => {
    state(tools).openDialog('shortcuts')
  },
  'show-guide': (tools) => {
    state(tools).openDialog('guide')
  },
  'show-activity': (tools) => {
    state(tools).openDialog('activity')
  },
  palette: (tools) => {
    state(tools).openDialog('palette')
  },
  'show-type': (tools) => {
    const { article, typeOpen, showType, openDialog } = state(tools)
    // Without an article there is nothing to lay the card over.
    if (article.state === 'ready') showType(!typeOpen)
    else openDialog('settings')
  },
  'text-larger': (tools) => state(tools).changeTextSize(1),
  'text-smaller': (tools) => state(tools).changeTextSize(-1),
  'text-normal': (tools) => state(tools).changeTextSize(0),
  find: (tools) => {
    const article = tools.parts.article()
    if (article) article.find()
    else COMMANDS.search(tools)
  },
  'show-changes': (tools) => state(tools).showChanges(),
  'show-readiness': (tools) => state(tools).showReadiness(),
  print: ({ parts }) => parts.article()?.print(),
  'toggle-sidebar': (tools) => state(tools).toggleSidebar(),
  'focus-feeds': (tools) => {
    if (state(tools).settings.sidebarHidden) void state(tools).toggleSidebar()
    state(tools).showPane('sidebar')
    // The pane must be seen before it can take the focus.
    requestAnimationFrame(() => {
      tools.parts.focusSidebar()
    })
  },
  'save-search': (tools) => {
    const now = state(tools)
    if (now.searchText.trim() === '') now.say(wording.savedSearches.searchFirst)
    else now.openDialog('save-search')
  },
  'saved-search-1': savedSearch(1),
  'saved-search-2': savedSearch(2),
  'saved-search-3': savedSearch(3),
  'saved-search-4': savedSearch(4),
  'saved-search-5': savedSearch(5),
  'saved-search-6': savedSearch(6),
  'saved-search-7': savedSearch(7),
  'saved-search-8': savedSearch(8),
  'saved-search-9': savedSearch(9),
  escape: (tools) => {
    const now = state(tools)
    if (now.chosen.size > 0) now.endChoosing()
    else if (now.searchText !== '') now.endSearch()
    else if (now.trail.length > 0) void now.goBack()
    else now.showPane('list')
    tools.parts.focusList()
  },
  'go-all': goTo('all'),
  'go-unread': goTo('unread'),
  'go-starred': goTo('starred'),
  'go-saved': goTo('saved'),
  'go-today': goTo('today'),
  'go-ready': goTo('ready'),
  'go-edition': goTo('edition'),
  'new-edition': (tools) => {
    const { endSearch, showPane, makeEdition } = state(tools)
    endSearch()
    showPane('list')
    void makeEdition()
    tools.parts.focusList()
  },
}
