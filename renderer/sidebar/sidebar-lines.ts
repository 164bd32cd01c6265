/** The lines of the sidebar from top to bottom: the lists, then folders and feeds. Pure. */
import type { ArticleQuery, ArticleView } from '../../contract/article-query'
import type { Counts } from '../../contract/bridge'
import type { EditionProgress } from '../../contract/edition'
import type { FeedRow } from '../../contract/feed'
import type { SavedSearch, Settings } from '../../contract/settings'
import type { IconName } from '../controls/icon'
import type { AppState } from '../store/app-state'
import { wording } from '../text/wording'
import { buildFeedTree, folderKey, visibleNodes } from './feed-tree'

export interface SidebarLine {
  readonly key: string
  readonly label: string
  readonly icon: IconName
  readonly level: number
  /** Shown at the end of the line; 0 shows nothing. */
  readonly count: number
  /** What is counted, for those who hear it. */
  readonly unit: string
  /** null for the line that shows all highlights and for saved searches. */
  readonly target: Pick<ArticleQuery, 'view' | 'feedId' | 'folder'> | null
  readonly feed: FeedRow | null
  /** Name of the saved search this line runs. */
  readonly search: string | null
  /** Folders only. */
  readonly expanded: boolean | null
}

type ListEntry = readonly [view: Exclude<ArticleView, 'edition'>, icon: IconName]

const LISTS: readonly ListEntry[] = [
  ['today', 'today'],
  ['unread', 'unread'],
  ['all', 'all'],
  ['starred', 'star'],
  ['saved', 'save'],
  ['highlighted', 'highlight'],
  ['ready', 'ready'],
]

/** The edition comes first, where there is one, with what is left of it. */
export function listLines(counts: Counts): readonly SidebarLine[] {
  const { edition } = counts
  return edition === null ? LISTS.map(lineOf(counts)) : [editionLine(edition), ...LISTS.map(lineOf(counts))]
}

function editionLine({ read, total }: EditionProgress): SidebarLine {
  return {
    key: 'edition',
    label: wording.views.edition,
    icon: 'edition',
    level: 1,
    count: total - read,
    unit: wording.sidebar.unread,
    target: { view: 'edition', feedId: null, folder: null },
    feed: null,
    search: null,
    expanded: null,
  }
}

function lineOf(counts: Counts) {
  return ([view, icon]: ListEntry): SidebarLine => ({
    key: view,
    label: wording.views[view],
    icon,
    level: 1,
    count: counts[view],
    unit: view === 'unread' ? wording.sidebar.unread : wording.sidebar.articles,
    target: view === 'highlighted' ? null : { view, feedId: null, folder: null },
    feed: null,
    search: null,
    expanded: null,
  })
}

export function searchLines(searches: readonly SavedSearch[]): readonly SidebarLine[] {
  return searches.map(({ name }) => ({
    key: `search-${name}`,
    label: name,
    icon: 'search',
    level: 1,
    count: 0,
    unit: '',
    target: null,
    feed: null,
    search: name,
    expanded: null,
  }))
}

export function feedLines(
  feeds: readonly FeedRow[],
  closed: ReadonlySet<string>,
  order: Settings['feedOrder'] = 'name',
): readonly SidebarLine[] {
  return visibleNodes(buildFeedTree(feeds, order), closed).map((node) => {
    const shared = { key: node.key, level: node.level }
    if (node.kind === 'folder') {
      const { name: label, unread: count, path: folder } = node
      const target = { view: 'all', feedId: null, folder } as const
      return {
        ...shared,
        label,
        icon: 'folder',
        count,
        unit: wording.sidebar.unread,
        target,
        feed: null,
        search: null,
        expanded: !closed.has(node.key),
      }
    }
    const { feed } = node
    return {
      ...shared,
      label: feed.title,
      icon: 'feed',
      count: feed.unread,
      unit: wording.sidebar.unread,
      target: { view: 'all', feedId: feed.feedId, folder: null },
      feed,
      search: null,
      expanded: null,
    }
  })
}

/** Which line stands for what is shown: a search that is saved, all highlights, or a list. */
export function shownLine({ middle, query, searchText, settings }: Shown): string {
  const text = searchText.trim()
  const search = text === '' ? undefined : settings.savedSearches.find((one) => one.text === text)
  if (search) return `search-${search.name}`
  return middle === 'highlights' ? 'highlighted' : lineOfQuery(query)
}

type Shown = Pick<AppState, 'middle' | 'query' | 'searchText' | 'settings'>

/** Which line stands for this list. */
export function lineOfQuery(query: ArticleQuery): string {
  if (query.feedId !== null) return `feed-${query.feedId}`
  if (query.folder !== null) return folderKey(query.folder)
  return query.view
}
