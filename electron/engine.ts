/** Wires library, sync and search together; plain Node; used by main, cli and tests alike. The parts are in `engine/`. */
import { join } from 'node:path'
import type { ArticleDetail } from '../contract/article'
import type { ArticleId } from '../contract/article-id'
import type { ArticlePage, ArticleQuery, ArticleSnippet, SearchResult } from '../contract/article-query'
import type { AppInfo, Counts, EventName, Events } from '../contract/bridge'
import type { AddedFeed, FeedChange, FeedRow, ImportReport } from '../contract/feed'
import type { Highlight, HighlightColor, HighlightRow, NewHighlight } from '../contract/highlight'
import type { Rule, RulePreview } from '../contract/rule'
import type { Settings } from '../contract/settings'
import type { SyncDecision, SyncProgress, SyncSummary } from '../contract/sync'
import { AppFailure } from './app-failure'
import { Arrivals, type ArrivedArticle } from './engine/arrivals'
import { ChangeTeller } from './engine/change-teller'
import { ContactBook } from './engine/contact-book'
import { decisionKeeper, dueByOwnInterval } from './engine/feed-schedule'
import { EditionDesk } from './engine/edition-desk'
import { FeedCredentials, type SecretKeeper } from './engine/feed-credentials'
import { FeedDesk } from './engine/feed-desk'
import { FollowedLibrary } from './engine/followed-library'
import { HighlightExchange } from './engine/highlight-exchange'
import { HighlightKeeper } from './engine/highlight-keeper'
import { LaunchKeeper } from './engine/launch-keeper'
import { LibraryIndex, type SearchWish } from './engine/library-index'
import { LibraryView } from './engine/library-view'
import { LongWorks } from './engine/long-works'
import { OfflineDesk } from './engine/offline-desk'
import { StoryDesk } from './engine/story-desk'
import { Storage } from './engine/storage'
import { Subscriptions } from './engine/subscriptions'
import { SyncRunner, type SyncRequest } from './engine/sync-runner'
import { hyphenFinder, type FindHyphens } from './engine/hyphen-desk'
import { versionComparer, type CompareVersion } from './engine/version-desk'
import { LibraryStore, type StoredChange } from './library/library-store'
import type { FindProxy } from './sync/proxy'

export interface EngineOptions {
  readonly libraryFolder: string
  readonly network: 'on' | 'off'
  readonly version: string
  /** Folder of `worker.cjs`, `search-worker.cjs` and `assets/`. */
  readonly bundle: string
  /** Reads beside a process that has the library open, and changes nothing. */
  readonly readOnly?: boolean
  /** Keeps names and passwords of feeds; without it they last for this run. */
  readonly secrets?: SecretKeeper
  /** Which proxy the system wants for an address; without it every connection is direct. */
  readonly findProxy?: FindProxy
  readonly onEvent?: <N extends EventName>(name: N, fact: Events[N]) => void
  /** Hears of each pass that has ended, with the articles that a rule wants told. */
  readonly onSynced?: (summary: SyncSummary, told: readonly ArrivedArticle[]) => void
}

export class Engine {
  private readonly tell = <N extends EventName>(name: N, fact: Events[N]): void => {
    this.options.onEvent?.(name, fact)
  }
  /** What takes long and is no sync. */
  readonly works = new LongWorks({ now: () => performance.now(), tell: this.tell })
  readonly stories: StoryDesk
  readonly offline: OfflineDesk
  readonly editions: EditionDesk
  readonly feedDesk: FeedDesk
  /** What addresses offer. */
  readonly discovery: Pick<Subscriptions, 'discover' | 'preview'>
  readonly compareVersion: CompareVersion
  readonly hyphens: FindHyphens
  /** Highlights out of the library and back. */
  readonly exchange: HighlightExchange
  /** The library as a whole: its size, limits, backups, checks. */
  readonly storage: Storage
  /** Whom the network was used for. */
  readonly contacts: ContactBook
  /** What the next start shows before its library is open. */
  readonly launch: LaunchKeeper
  private readonly view: LibraryView
  private readonly keeper: HighlightKeeper
  private readonly subscriptions: Subscriptions
  private readonly runner: SyncRunner
  private readonly index: LibraryIndex
  private readonly changes = new ChangeTeller((feedIds) => {
    this.tell('library.changed', { feedIds })
    this.launch.changed()
  })
  private readonly arrivals: Arrivals

  private constructor(
    private readonly options: EngineOptions,
    private readonly library: LibraryStore,
    /** Names and passwords of feeds. */
    readonly credentials: FeedCredentials,
  ) {
    const { bundle, network, version, findProxy = null } = options
    const now = (): Date => new Date()
    const changed = this.changes.changed.bind(this.changes, [])
    this.stories = new StoryDesk(library, now, { view: () => this.view, changed })
    this.index = new LibraryIndex(library, bundle, this.stories.book, this.works)
    this.view = new LibraryView(library, now, {
      nearest: (articleId) => this.index.nearest(articleId),
      storyParts: this.stories.parts,
    })
    this.launch = new LaunchKeeper({ library, lists: this.stories, version, failed: this.complain })
    this.keeper = new HighlightKeeper(library, now)
    this.arrivals = new Arrivals(library)
    this.contacts = new ContactBook(library, now, this.complain)
    const followed = new FollowedLibrary(library, {
      stored: (stored) => {
        this.index.put(stored)
        this.stories.book.weighAgain(stored.map(({ record }) => record.articleId))
      },
      arrived: this.arrivals.arrived,
      textChanged: (articleId, text) => this.keeper.reanchor(articleId, text),
      feedsChanged: this.changes.changed,
    })
    this.runner = new SyncRunner({
      library: followed,
      network,
      version,
      bundle,
      prefetchRelated: () => library.settings().prefetchRelated,
      onProgress: this.tell.bind(null, 'sync.progress'),
      credentials,
      findProxy,
      contacted: this.contacts.note,
      keepDecisions: decisionKeeper(library, this.complain),
    })
    this.offline = new OfflineDesk({ library, now, search: this.found, complete: this.runner.prepare })
    this.editions = new EditionDesk(library, now, this.stories.book, this.changes)
    const { tasks } = this.runner.ports
    this.compareVersion = versionComparer(library, tasks)
    this.hyphens = hyphenFinder(library, tasks, join(bundle, 'assets'))
    this.exchange = new HighlightExchange({ library, view: this.view, tasks, now, changed })
    this.subscriptions = new Subscriptions(library, this.runner.ports, now, credentials)
    this.discovery = this.subscriptions
    this.feedDesk = new FeedDesk(library, now, { changes: this.changes, index: this.index })
    this.storage = new Storage(library, {
      now,
      apart: (work) => this.runner.apart(work),
      forget: (articleIds) => this.index.forget(articleIds),
      tell: this.tell,
      works: this.works,
      replaced: () => this.beginAnew(),
    })
  }

  /** Another library stands in the place of the one that was read. */
  private beginAnew(): Promise<void> {
    this.stories.book.reload()
    this.changes.changed([])
    return this.warmUp()
  }

  /** Rejects with an error whose code tells why: `library_in_use`, `library_too_new`, `disk` ... */
  static async open(options: EngineOptions): Promise<Engine> {
    const library = await LibraryStore.open(options.libraryFolder, {
      now: () => new Date(),
      readOnly: options.readOnly ?? false,
      onNotice: ({ message }) => {
        options.onEvent?.('library.notice', { message })
      },
    })
    const credentials = new FeedCredentials(options.secrets ?? null)
    await credentials.load()
    return new Engine(options, library, credentials)
  }

  info(): AppInfo {
    return {
      version: this.options.version,
      platform: process.platform,
      libraryFolder: this.library.folder,
      online: this.options.network === 'on',
      notices: this.library.notices().map(({ message }) => message),
    }
  }

  /** What needs no hurry after the first list is shown: brings the index up to what the library holds. */
  async warmUp(): Promise<void> {
    await this.index.catchUp()
  }

  counts(): Counts {
    return this.library.counts(new Date())
  }

  settings(): Settings {
    return this.library.settings()
  }

  changeSettings(change: Partial<Settings>): Promise<Settings> {
    return this.library.changeSettings(change)
  }

  rules(): readonly Rule[] {
    return this.library.rules()
  }

  /** Puts these in the place of all rules; they hold for what arrives from now on. */
  async saveRules(rules: readonly Rule[]): Promise<readonly Rule[]> {
    await this.library.saveRules(rules)
    return this.library.rules()
  }

  previewRule(rule: Rule): RulePreview {
    return this.arrivals.preview(rule)
  }

  /** @param feedIds only these */
  feeds(feedIds?: readonly string[]): readonly FeedRow[] {
    return this.view.feeds(feedIds)
  }

  async addFeed(address: string, folder: readonly string[]): Promise<AddedFeed> {
    return this.changing(this.subscriptions.add(address, folder))
  }

  async addStarter(): Promise<AddedFeed> {
    return this.changing(this.subscriptions.addStarter())
  }

  changeFeed(feedId: string, change: FeedChange): Promise<void> {
    return this.changing(
      this.subscriptions.change(feedId, change).then(() => {
        if (change.title !== undefined) this.index.renameFeed(feedId, this.view.feedTitle(feedId))
      }),
    )
  }

  /** At once and for good. */
  async removeFeed(feedId: string): Promise<void> {
    await this.feedDesk.leave(feedId)
    await this.feedDesk.clear(true)
  }

  importOpml(bytes: Uint8Array): Promise<ImportReport> {
    const work = this.works.run('import-feeds', (steps) => this.subscriptions.importOpml(bytes, steps))
    return this.changing(work)
  }

  exportOpml(): { readonly text: string; readonly feeds: number } {
    return this.subscriptions.exportOpml()
  }

  listArticles(query: ArticleQuery, cursor: string | null, limit: number): ArticlePage {
    return this.view.page(query, cursor, limit)
  }

  article(articleId: ArticleId): Promise<ArticleDetail> {
    return this.view.article(articleId)
  }

  /** Durable when it resolves, with the articles whose status is another now. */
  async mark(articleIds: readonly ArticleId[], change: StoredChange): Promise<readonly ArticleId[]> {
    const changed = await this.library.setStatus(articleIds, change)
    this.changes.changed(changed.flatMap((articleId) => this.library.feedOf(articleId) ?? []))
    return changed
  }

  markAllRead(query: ArticleQuery): Promise<readonly ArticleId[]> {
    return this.mark(this.view.unread(query), { read: true })
  }

  /** What the list shows after this article. */
  markBelowRead(query: ArticleQuery, articleId: ArticleId): Promise<readonly ArticleId[]> {
    return this.mark(this.view.unreadBelow(query, articleId), { read: true })
  }

  async search(text: string, limit: number, wish: SearchWish = {}): Promise<SearchResult> {
    return this.view.found(await this.index.search(text, limit, wish))
  }

  snippets(text: string, articleIds: readonly ArticleId[]): Promise<readonly ArticleSnippet[]> {
    return this.index.snippets(text, articleIds)
  }

  private readonly found = async (text: string, limit: number): Promise<readonly ArticleId[]> =>
    (await this.index.search(text, limit, { whole: true, snippets: 0 })).articles.map(
      ({ record }) => record.articleId,
    )

  highlights(): readonly HighlightRow[] {
    return this.view.highlights()
  }

  async addHighlight(highlight: NewHighlight): Promise<Highlight> {
    const body = await this.library.body(highlight.articleId)
    if (!body)
      throw new AppFailure('no_text', 'The article’s text is not on this disk; prepare it for offline first.')
    return this.keeper.add(highlight, body.body.text)
  }

  changeHighlight(
    highlightId: string,
    change: { readonly color?: HighlightColor; readonly note?: string | null },
  ): Promise<Highlight> {
    return this.keeper.change(highlightId, change)
  }

  removeHighlight(highlightId: string): Promise<void> {
    return this.keeper.remove(highlightId)
  }

  restoreHighlight(highlight: Highlight): Promise<void> {
    return this.keeper.restore(highlight)
  }

  /** One pass over the feeds; asking again while one over all feeds runs joins it. */
  async sync(request: SyncRequest): Promise<SyncSummary> {
    // Asked for at once, so that nobody who looks finds it idle; the feeds that were left are none of its business.
    const [summary] = await Promise.all([this.runner.sync(request), this.feedDesk.clear(false)])
    await this.contacts.keep()
    await this.index.flush()
    this.changes.flush()
    this.storage.afterSync()
    this.options.onSynced?.(summary, this.arrivals.takeNotified())
    await this.editions.makeAfterSync()
    return summary
  }

  cancelSync(): void {
    this.runner.cancelCurrent()
  }

  progress(): SyncProgress {
    return this.runner.progress
  }

  /** Feeds with an interval of their own that are due by it. */
  dueByOwnInterval(): readonly string[] {
    return dueByOwnInterval(this.library, new Date())
  }

  /** The last decisions about a feed, newest first, also those of earlier runs. */
  decisions(feedId: string): Promise<readonly SyncDecision[]> {
    return this.library.syncLedger.of(feedId)
  }

  /** Absolute path of a stored picture; null when the name is not one or the file is not here. */
  mediaFile(name: string): string | null {
    return this.library.mediaFile(name)
  }

  async close(): Promise<void> {
    this.storage.stop()
    await Promise.all([this.runner.close(), this.works.stop()])
    await this.storage.settled()
    await this.contacts.keep()
    await this.launch.close()
    await this.index.close()
    await this.stories.book.close()
    await this.library.close()
  }

  /** Told also when it failed halfway. */
  private changing<T>(work: Promise<T>): Promise<T> {
    return work.finally(this.changes.changed.bind(this.changes, []))
  }

  private readonly complain = (message: string): void => {
    this.tell('library.notice', { message, problem: true })
  }
}
