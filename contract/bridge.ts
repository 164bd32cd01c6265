/** The one typed contract between the window and the main process: requests by name, and events. Derived from nothing, imported by both. */
import type { ArticleId } from './article-id'
import type { ArticleDetail, ArticleRow, StatusChange } from './article'
import type { ArticlePage, ArticleQuery, ArticleSnippet, SearchResult } from './article-query'
import type {
  AddedFeed,
  FeedChange,
  FeedLogin,
  FeedMove,
  FeedRow,
  ImportReport,
  LoginFacts,
  OfferedFeed,
} from './feed'
import type { KeepLimits, LibraryUsage, PurgePreview, PurgeReport } from './library'
import type { ContactedHost } from './contact'
import type { EditionProgress } from './edition'
import type { Highlight, HighlightColor, HighlightImport, HighlightRow, NewHighlight } from './highlight'
import type { Hyphens, HyphenWish } from './hyphens'
import type { KeptView } from './kept-view'
import type { PrepareEstimate, PrepareOutcome, PrepareScope } from './prepare'
import type { ReadinessCheck } from './readiness'
import type { Result } from './result'
import type { Rule, RulePreview } from './rule'
import type { Settings } from './settings'
import type { PrepareReport, SyncDecision, SyncProgress } from './sync'
import type { UpdateState } from './updates'
import type { VersionChange } from './version'
import type { Work, WorkOutcome } from './work'

export interface AppInfo {
  readonly version: string
  readonly platform: string
  readonly libraryFolder: string
  readonly online: boolean
  /** What was restored or noticed when the library was opened, a sentence each. */
  readonly notices: readonly string[]
}

export interface Counts {
  readonly all: number
  readonly today: number
  readonly unread: number
  readonly starred: number
  readonly saved: number
  readonly highlighted: number
  readonly ready: number
  /** The edition that is being read; null where none was made. */
  readonly edition: EditionProgress | null
}

/** What articles can be written as: Markdown, a page with its pictures inside, a book. */
export type ArticleFormat = 'md' | 'html' | 'epub'

/** Request name -> function of its arguments; the window gets `Promise<Result<value>>`. */
export interface Requests {
  'app.info': () => AppInfo
  'app.counts': () => Counts
  'app.openExternal': (url: string) => void
  'app.showLibraryFolder': () => void
  /** The window itself may not reach the clipboard. */
  'app.copyText': (text: string) => void
  'settings.get': () => Settings
  'settings.change': (change: Partial<Settings>) => Settings
  /** How the window was left; null before the first time. */
  'view.kept': () => KeptView | null
  'view.keep': (view: KeptView) => void
  'rules.list': () => readonly Rule[]
  /** Puts these in the place of all rules. */
  'rules.save': (rules: readonly Rule[]) => readonly Rule[]
  /** What a rule would find among the newest articles; nothing is done with them. */
  'rules.preview': (rule: Rule) => RulePreview
  'feeds.list': () => readonly FeedRow[]
  /** These feeds; those that are not there are passed over. */
  'feeds.some': (feedIds: readonly string[]) => readonly FeedRow[]
  /** Subscribes; a site's address is searched for its feed. */
  'feeds.add': (address: string, folder: readonly string[]) => AddedFeed
  /** What feeds an address offers, without subscribing; a single one comes with its preview. */
  'feeds.discover': (address: string) => readonly OfferedFeed[]
  /** The same feed with its preview; `url` is one of those that `address` offers. */
  'feeds.preview': (address: string, url: string) => OfferedFeed
  'feeds.addStarter': () => AddedFeed
  'feeds.change': (feedId: string, change: FeedChange) => void
  /** Who is known at the site of this address, and where the login would go. */
  'feeds.login': (address: string) => LoginFacts
  /** Keeps a login for the site of this address, or with null forgets it. */
  'feeds.setLogin': (address: string, login: FeedLogin | null) => LoginFacts
  /** Unsubscribes; for ten minutes, while the app runs, `feeds.restore` undoes it exactly. */
  'feeds.remove': (feedId: string) => void
  'feeds.restore': (feedId: string) => void
  /** Puts the feeds in this order and these of them into folders, all of it or nothing; an empty order stays as it is. */
  'feeds.arrange': (feedIds: readonly string[], moves: readonly FeedMove[]) => void
  /** Asks for a file; null when the reader closed the dialog. */
  'feeds.importOpml': () => ImportReport | null
  /** Imports a list of feeds that was dropped on the window. */
  'feeds.importDropped': (bytes: Uint8Array) => ImportReport
  'feeds.exportOpml': () => { readonly feeds: number; readonly file: string } | null
  'articles.list': (query: ArticleQuery, cursor: string | null, limit: number) => ArticlePage
  'articles.get': (articleId: ArticleId) => ArticleDetail
  /** Where its words may be parted if the reader wishes so; null where they stay whole, or the browser does it by itself. */
  'articles.hyphens': (articleId: ArticleId, wish: HyphenWish) => Hyphens | null
  /** What its publisher changed then: `at` is a version's own. The earlier text is on this disk. */
  'articles.compare': (articleId: ArticleId, at: string) => VersionChange
  /** How much of it is on this disk, by a look at the disk. */
  'articles.check': (articleId: ArticleId) => ReadinessCheck
  'articles.mark': (
    articleIds: readonly ArticleId[],
    change: StatusChange,
  ) => { readonly changed: readonly ArticleId[] }
  /** Takes articles out of every list and the search, or puts them back (undo); a day later they leave the disk and do not return. */
  'articles.remove': (
    articleIds: readonly ArticleId[],
    removed: boolean,
  ) => { readonly changed: readonly ArticleId[] }
  /** Marks everything the query lists as read; `changed` lets the window undo it. */
  'articles.markAllRead': (query: ArticleQuery) => { readonly changed: readonly ArticleId[] }
  /** Marks what the query lists after this article as read. Nothing when the article is not among them. */
  'articles.markBelowRead': (
    query: ArticleQuery,
    articleId: ArticleId,
  ) => { readonly changed: readonly ArticleId[] }
  /** Writes articles into a file; asks for it, null when the reader closed the dialog. */
  'articles.save': (
    articleIds: readonly ArticleId[],
    format: ArticleFormat,
  ) => { readonly articles: number; readonly file: string } | null
  /** Writes the article that this window has laid out for paper as a PDF; asks for the file, null when the reader closed the dialog. */
  'articles.savePdf': (title: string) => { readonly file: string } | null
  'articles.prepare': (articleIds: readonly ArticleId[]) => PrepareReport
  'prepare.estimate': (scope: PrepareScope) => PrepareEstimate
  /** Progress comes as `sync.progress`, `sync.cancel` ends it; what was fetched by then stays. */
  'prepare.run': (scope: PrepareScope) => PrepareOutcome
  /** Makes a new edition of what is unread and ready, and puts it in the place of the last; null when there is nothing to make one of. */
  'edition.make': () => EditionProgress | null
  /** Rows of the other articles of its story, best copy first. */
  'stories.others': (articleId: ArticleId) => readonly ArticleRow[]
  /** Takes articles out of their stories for good ("not the same story"), or puts them back. */
  'stories.part': (articleIds: readonly ArticleId[], apart: boolean) => void
  /** With snippets of the first `snippets` hits only: each costs the reading of a body. */
  'search.query': (text: string, limit: number, snippets: number) => SearchResult
  /** Snippets of some of what a search found. */
  'search.snippets': (text: string, articleIds: readonly ArticleId[]) => readonly ArticleSnippet[]
  'highlights.list': () => readonly HighlightRow[]
  'highlights.add': (highlight: NewHighlight) => Highlight
  'highlights.change': (
    highlightId: string,
    change: { readonly color?: HighlightColor; readonly note?: string | null },
  ) => Highlight
  'highlights.remove': (highlightId: string) => void
  /** Puts a removed highlight back exactly as it was (undo). */
  'highlights.restore': (highlight: Highlight) => void
  'highlights.export': (
    format: 'md' | 'html' | 'json',
  ) => { readonly highlights: number; readonly file: string } | null
  /** Asks for a folder and writes Markdown, a file an article, into a new folder in it; null when the reader closed the dialog. */
  'highlights.exportEach': () => {
    readonly highlights: number
    readonly files: number
    readonly folder: string
  } | null
  /** Asks for files that were exported as Markdown or JSON; null when the reader closed the dialog. */
  'highlights.import': () => HighlightImport | null
  'library.usage': () => LibraryUsage
  /** What would go if these were the limits. */
  'library.previewPurge': (limits: KeepLimits) => PurgePreview
  /** Lets go of what is over the limits of the settings. */
  'library.purge': () => PurgeReport
  /** Asks for a file; null when the reader closed the dialog. */
  'library.backup': () => { readonly bytes: number; readonly file: string } | null
  /** Asks for a backup and whether to put it in the place of everything; null when the reader thought better of it. */
  'library.restore': () => { readonly articles: number; readonly feeds: number } | null
  /** Asks for a folder, copies the library there and starts the app again on it; null when the reader closed the dialog. */
  'library.move': (keepOld: boolean) => { readonly folder: string } | null
  /** Starts a sync (all feeds when empty); answers at once, progress comes as events. */
  'sync.start': (feedIds: readonly string[]) => void
  'sync.cancel': () => void
  'sync.progress': () => SyncProgress
  /** The last decisions about a feed, newest first, also those of earlier runs. */
  'sync.decisions': (feedId: string) => readonly SyncDecision[]
  /** Long work under way, for a window that opens in the middle of it; how it goes on is told as `work.changed`. */
  'work.list': () => readonly Work[]
  /** Ends a work; what it says in the end comes as the answer of the request that began it. */
  'work.cancel': (workId: number) => void
  /** Every host that was asked for anything, the one asked last first. */
  'privacy.hosts': () => readonly ContactedHost[]
  /** Forgets which hosts were contacted. */
  'privacy.forget': () => void
  'updates.state': () => UpdateState
  /** Looks for a newer version; refused while a sync runs. */
  'updates.check': () => UpdateState
  /** Fetches the offered version; how it goes is told as `updates.state`. */
  'updates.fetch': () => UpdateState
  'updates.cancel': () => UpdateState
  /** Ends the app and starts the fetched version; refused while a sync runs. */
  'updates.install': () => void
}

export type RequestName = keyof Requests

/** Commands the native menu sends to the window; the same names the keyboard uses. */
export type MenuCommand =
  | 'add-feed'
  | 'import-opml'
  | 'export-opml'
  | `export-highlights-${'md' | 'each' | 'html' | 'json'}`
  | 'import-highlights'
  | 'back-up'
  | 'restore-backup'
  | 'sync'
  | 'cancel-sync'
  | 'search'
  | 'find'
  | 'next-article'
  | 'previous-article'
  | 'toggle-read'
  | 'toggle-star'
  | 'toggle-saved'
  | 'mark-all-read'
  | 'mark-above-read'
  | 'mark-below-read'
  | 'remove-article'
  | 'mute-like'
  | 'copy-link'
  | 'save-search'
  | 'palette'
  | 'show-activity'
  | 'toggle-sidebar'
  | 'new-edition'
  | `go-${'all' | 'unread' | 'starred' | 'saved' | 'today' | 'ready' | 'edition'}`
  | 'highlight'
  | 'open-in-browser'
  | 'prepare-offline'
  | 'show-highlights'
  | 'show-settings'
  | 'show-shortcuts'
  | 'show-guide'
  | 'show-type'
  | 'text-larger'
  | 'text-smaller'
  | 'text-normal'
  | 'show-changes'
  | 'show-readiness'
  | 'print'
  | `save-as-${ArticleFormat | 'pdf'}`

/** Facts the main process tells the window, small ones; the window asks for the page it shows. */
export interface Events {
  'sync.progress': SyncProgress
  /** Feeds whose articles or counts changed; empty means anything may have. */
  'library.changed': { readonly feedIds: readonly string[] }
  /** All long work that is under way. */
  'work.changed': { readonly works: readonly Work[] }
  'work.ended': { readonly work: Work; readonly outcome: WorkOutcome }
  /** `problem`: something went wrong, and a screen reader says so at once. */
  'library.notice': { readonly message: string; readonly problem?: true }
  'app.online': { readonly online: boolean }
  /** Another window, or the menu, changed them. */
  'settings.changed': { readonly settings: Settings }
  'updates.state': { readonly state: UpdateState }
  'menu.command': { readonly command: MenuCommand }
  /** A feed: address or dropped link that the reader wants to add. */
  'feeds.offer': { readonly address: string }
  /** A deep link to an article. */
  'articles.open': { readonly articleId: ArticleId }
}

export type EventName = keyof Events

/** What `window.offprint` is in the window; made by the preload. */
export interface Bridge {
  request<N extends RequestName>(
    name: N,
    ...args: Parameters<Requests[N]>
  ): Promise<Result<ReturnType<Requests[N]>>>
  on<N extends EventName>(name: N, listener: (fact: Events[N]) => void): () => void
}

/** The two channels everything travels on. */
export const REQUEST_CHANNEL = 'offprint:request'
export const EVENT_CHANNEL = 'offprint:event'
