/** Wires library, sync and search together; plain Node; used by main, cli and tests alike. */
import type { ArticleDetail, StatusChange } from '../contract/article'
import type { ArticleId } from '../contract/article-id'
import type { ArticlePage, ArticleQuery, SearchResult } from '../contract/article-query'
import type { AppInfo, Counts, EventName, Events } from '../contract/bridge'
import type { AddedFeed, FeedRow, FoundFeed, ImportReport } from '../contract/feed'
import type { Highlight, HighlightColor, HighlightRow, NewHighlight } from '../contract/highlight'
import type { Settings } from '../contract/settings'
import type { PrepareReport, SyncProgress, SyncSummary } from '../contract/sync'
import { AppFailure } from './app-failure'
import type { HighlightFormat } from './highlights/export-highlights'

export interface EngineOptions {
  readonly libraryFolder: string
  readonly network: 'on' | 'off'
  readonly version: string
  /** Folder of `worker.cjs`, `search-worker.cjs` and `assets/`. */
  readonly bundle: string
  readonly onEvent?: <N extends EventName>(name: N, fact: Events[N]) => void
}

export interface SyncRequest {
  readonly feedIds: readonly string[]
  readonly force: boolean
  readonly depth: 'headlines' | 'full'
  readonly signal?: AbortSignal
}

export interface DoctorReport {
  readonly ok: boolean
  readonly problems: readonly {
    readonly file: string
    readonly problem: string
    readonly repaired: boolean
  }[]
  readonly bytes: {
    readonly articles: number
    readonly bodies: number
    readonly media: number
    readonly index: number
  }
  readonly budget: number | null
}

const soon = (): never => {
  throw new AppFailure('not_supported', 'This is being built.')
}

export class Engine {
  static open(_options: EngineOptions): Promise<Engine> {
    return Promise.resolve(new Engine())
  }
  info = (): AppInfo => soon()
  counts = (): Counts => soon()
  settings = (): Settings => soon()
  changeSettings = (_change: Partial<Settings>): Promise<Settings> => soon()
  feeds = (): readonly FeedRow[] => soon()
  addFeed = (_address: string, _folder: readonly string[]): Promise<AddedFeed> => soon()
  addStarter = (): Promise<AddedFeed> => soon()
  discoverFeeds = (_address: string): Promise<readonly FoundFeed[]> => soon()
  changeFeed = (_feedId: string, _change: { title?: string; folder?: readonly string[] }): Promise<void> =>
    soon()
  removeFeed = (_feedId: string): Promise<void> => soon()
  importOpml = (_bytes: Uint8Array): Promise<ImportReport> => soon()
  exportOpml = (): { readonly text: string; readonly feeds: number } => soon()
  listArticles = (_query: ArticleQuery, _cursor: string | null, _limit: number): ArticlePage => soon()
  article = (_articleId: ArticleId): Promise<ArticleDetail> => soon()
  mark = (_articleIds: readonly ArticleId[], _change: StatusChange): Promise<readonly ArticleId[]> => soon()
  markAllRead = (_query: ArticleQuery): Promise<readonly ArticleId[]> => soon()
  prepare = (_articleIds: readonly ArticleId[], _signal?: AbortSignal): Promise<PrepareReport> => soon()
  search = (_text: string, _limit: number): Promise<SearchResult> => soon()
  highlights = (): readonly HighlightRow[] => soon()
  addHighlight = (_highlight: NewHighlight): Promise<Highlight> => soon()
  changeHighlight = (
    _highlightId: string,
    _change: { color?: HighlightColor; note?: string | null },
  ): Promise<Highlight> => soon()
  removeHighlight = (_highlightId: string): Promise<void> => soon()
  restoreHighlight = (_highlight: Highlight): Promise<void> => soon()
  exportHighlights = (_format: HighlightFormat): string => soon()
  /** One pass; a second call while one runs joins it. */
  sync = (_request: SyncRequest): Promise<SyncSummary> => soon()
  cancelSync = (): void => soon()
  progress = (): SyncProgress => soon()
  /** Absolute path of a stored picture, null when the name is not one or the file is not here. */
  mediaFile = (_name: string): string | null => soon()
  backup = (_file: string): Promise<{ readonly bytes: number }> => soon()
  restore = (_file: string): Promise<{ readonly articles: number; readonly feeds: number }> => soon()
  doctor = (_repair: boolean): Promise<DoctorReport> => soon()
  close = (): Promise<void> => Promise.resolve()
}
