/** A whole main process in memory behind the real contract: for the store's tests, and for looking at the window in a plain browser. */
import type { ArticleDetail } from '../../../contract/article'
import type { ArticleId } from '../../../contract/article-id'
import { SNIPPET_END, SNIPPET_START } from '../../../contract/article-query'
import type { ArticleQuery } from '../../../contract/article-query'
import type { Bridge, Counts, EventName, Events, RequestName, Requests } from '../../../contract/bridge'
import type { FeedPreview, FeedRow, LoginFacts, OfferedFeed } from '../../../contract/feed'
import type { Highlight } from '../../../contract/highlight'
import type { ContactedHost } from '../../../contract/contact'
import type { UpdateState } from '../../../contract/updates'
import type { KeptView } from '../../../contract/kept-view'
import type { ReadinessCheck } from '../../../contract/readiness'
import type { Rule } from '../../../contract/rule'
import { DEFAULT_SETTINGS } from '../../../contract/settings'
import type { PrepareOutcome } from '../../../contract/prepare'
import type { Settings } from '../../../contract/settings'
import { IDLE_PROGRESS, type SyncProgress } from '../../../contract/sync'
import { FEEDS, NOW, makeArticles, rowOf } from './fake-articles'

const USAGE = {
  articles: 9_000_000,
  bodies: 120_000_000,
  media: 310_000_000,
  index: 41_000_000,
  aside: 0,
  total: 480_000_000,
}

export const PREVIEW: FeedPreview = {
  format: 'rss',
  description: null,
  headlines: [{ title: 'The ferry is late', published: new Date(NOW).toISOString() }],
  newest: new Date(NOW).toISOString(),
  perMonth: 60,
  text: 'whole',
}

export interface FakeOptions {
  readonly articles?: readonly ArticleDetail[]
  readonly feeds?: readonly FeedRow[]
  readonly settings?: Partial<Settings>
  readonly online?: boolean
}

export class FakeBridge implements Bridge {
  articles: ArticleDetail[]
  feeds: FeedRow[]
  settings: Settings
  rules: readonly Rule[] = []
  sync: SyncProgress = IDLE_PROGRESS
  view: KeptView | null = null
  edition: Counts['edition'] = null
  updates: UpdateState = { kind: 'none', why: 'system' }
  hosts: readonly ContactedHost[] = [
    { host: 'news.example', contacts: [{ purpose: 'feed', count: 4, lastAt: new Date(NOW).toISOString() }] },
  ]
  /** What any address offers. */
  offered: readonly OfferedFeed[] = [
    { url: 'https://site.example/feed.xml', title: 'All articles', type: null, known: null, preview: null },
    { url: 'https://site.example/comments.xml', title: 'Comments', type: null, known: null, preview: null },
  ]
  /** Every request, in order. */
  readonly asked: { readonly name: RequestName; readonly args: readonly unknown[] }[] = []
  /** What the next preparation answers. */
  prepared: PrepareOutcome = { articles: 3, ready: 3, incomplete: [], cancelled: false, titles: {} }
  /** Requests that fail, with the sentence they fail with. */
  readonly failing = new Map<RequestName, string>()
  readonly removed = new Set<ArticleId>()
  private readonly left = new Map<string, { feeds: FeedRow[]; articles: ArticleDetail[] }>()
  private readonly logins = new Map<string, string>()
  /** Held back until it resolves: the answer, made at once, of the next request of this name. */
  late: Promise<void> | null = null
  lateName: RequestName = 'articles.get'
  private readonly listeners = new Map<EventName, Set<(fact: never) => void>>()
  private readonly online: boolean
  private highlightNumber = 1

  constructor({ articles = makeArticles(), feeds = FEEDS, settings = {}, online = true }: FakeOptions = {}) {
    this.articles = [...articles]
    this.feeds = [...feeds]
    this.settings = { ...DEFAULT_SETTINGS, firstRunDone: true, ...settings }
    this.online = online
  }

  request<N extends RequestName>(name: N, ...args: Parameters<Requests[N]>) {
    this.asked.push({ name, args })
    const failure = this.failing.get(name)
    if (failure !== undefined)
      return Promise.resolve({ ok: false as const, error: { code: 'fake', message: failure } })
    const handler = this.handlers[name] as (...given: Parameters<Requests[N]>) => ReturnType<Requests[N]>
    const answer = { ok: true as const, value: handler(...args) }
    if (this.late === null || name !== this.lateName) return Promise.resolve(answer)
    const { late } = this
    this.late = null
    return late.then(() => answer)
  }

  on<N extends EventName>(name: N, listener: (fact: Events[N]) => void): () => void {
    const all = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, all.add(listener))
    return () => all.delete(listener)
  }

  tell<N extends EventName>(name: N, fact: Events[N]): void {
    for (const listener of this.listeners.get(name) ?? []) (listener as (fact: Events[N]) => void)(fact)
  }

  private loginOf(address: string): LoginFacts {
    const { origin } = new URL(address)
    return { origin, user: this.logins.get(origin) ?? null, lasting: false }
  }

  private find(id: ArticleId): ArticleDetail {
    const found = this.articles.find((one) => one.articleId === id)
    if (!found) throw new Error(`The fake library has no article ${id}`)
    return found
  }

  private replace(id: ArticleId, change: Partial<ArticleDetail>): void {
    this.articles = this.articles.map((one) => (one.articleId === id ? { ...one, ...change } : one))
  }

  private listed(query: ArticleQuery): ArticleDetail[] {
    const inFolder = (feedId: string) => {
      const folder = this.feeds.find((one) => one.feedId === feedId)?.folder ?? []
      return query.folder === null || query.folder.every((name, at) => folder[at] === name)
    }
    const found = this.articles.filter(
      (one) =>
        !this.removed.has(one.articleId) &&
        inView(one, query.view) &&
        (query.feedId === null || one.feedId === query.feedId) &&
        inFolder(one.feedId),
    )
    return query.order === 'newest' ? found : found.reverse()
  }

  private setProgress(change: Partial<SyncProgress>): void {
    this.sync = { ...this.sync, ...change }
    this.tell('sync.progress', this.sync)
  }

  private readonly handlers: Requests = {
    'app.info': () => ({
      version: '0.1.0',
      platform: 'linux',
      libraryFolder: '/home/reader/.config/offprint/library',
      online: this.online,
      notices: [],
    }),
    'app.counts': () => {
      const count = (view: ArticleQuery['view']) => this.articles.filter((one) => inView(one, view)).length
      return {
        all: count('all'),
        today: count('today'),
        unread: count('unread'),
        starred: count('starred'),
        saved: count('saved'),
        highlighted: count('highlighted'),
        ready: count('ready'),
        edition: this.edition,
      }
    },
    'edition.make': () => {
      const total = this.articles.filter((one) => one.ready && !one.status.read).length
      return (this.edition = total === 0 ? null : { made: new Date(NOW).toISOString(), total, read: 0 })
    },
    'app.openExternal': () => undefined,
    'app.showLibraryFolder': () => undefined,
    'app.copyText': () => undefined,
    'settings.get': () => this.settings,
    'settings.change': (change) => (this.settings = { ...this.settings, ...change }),
    'view.kept': () => this.view,
    'view.keep': (view) => {
      this.view = view
    },
    'rules.list': () => this.rules,
    'rules.save': (rules) => (this.rules = rules),
    'rules.preview': () => ({ looked: 500, matching: 2, titles: ['A title', 'Another title'] }),
    'feeds.some': (ids) => this.handlers['feeds.list']().filter(({ feedId }) => ids.includes(feedId)),
    'feeds.list': () =>
      this.feeds.map((feed) => {
        const own = this.articles.filter((one) => one.feedId === feed.feedId)
        return { ...feed, total: own.length, unread: own.filter((one) => !one.status.read).length }
      }),
    'feeds.add': (address, folder) => {
      const feedId = `added-${String(this.feeds.length)}`
      this.feeds.push({ ...FEEDS[0]!, feedId, url: address, title: address, folder })
      return { url: address, feedId, feedUrl: address, title: address }
    },
    'feeds.discover': () => this.offered,
    'feeds.preview': (_address, url) => {
      const feed = this.offered.find((one) => one.url === url)
      if (!feed) throw new Error(`The fake site offers no feed ${url}`)
      return { ...feed, preview: PREVIEW }
    },
    'feeds.addStarter': () => ({
      url: 'offprint:starter',
      feedId: 'starter',
      feedUrl: 'offprint:starter',
      title: 'Starter edition',
    }),
    'feeds.change': (feedId, { title, folder, ...choices }) => {
      this.feeds = this.feeds.map((feed) =>
        feed.feedId === feedId
          ? {
              ...feed,
              title: title ?? feed.title,
              folder: folder ?? feed.folder,
              choices: { ...feed.choices, ...choices },
            }
          : feed,
      )
    },
    'feeds.login': (address) => this.loginOf(address),
    'feeds.setLogin': (address, login) => {
      const { origin } = new URL(address)
      if (login) this.logins.set(origin, login.user)
      else this.logins.delete(origin)
      return this.loginOf(address)
    },
    'feeds.remove': (feedId) => {
      const before = { feeds: this.feeds, articles: this.articles }
      this.left.set(feedId, before)
      this.feeds = this.feeds.filter((feed) => feed.feedId !== feedId)
      this.articles = this.articles.filter((one) => one.feedId !== feedId)
    },
    'feeds.restore': (feedId) => {
      const before = this.left.get(feedId)
      const place = before?.feeds.findIndex((feed) => feed.feedId === feedId) ?? -1
      const feed = before?.feeds[place]
      if (!before || !feed) return
      // That feed alone, at the place it had: whoever removed several has to ask for each.
      this.feeds = [...this.feeds.slice(0, place), feed, ...this.feeds.slice(place)]
      const here = new Map(this.articles.map((one) => [one.articleId, one]))
      this.articles = before.articles.flatMap((one) =>
        one.feedId === feedId ? one : (here.get(one.articleId) ?? []),
      )
    },
    'feeds.arrange': (feedIds, moves) => {
      const placeOf = (feedId: string) =>
        feedIds.includes(feedId) ? feedIds.indexOf(feedId) : feedIds.length
      const folders = new Map(moves.map(({ feedId, folder }) => [feedId, folder]))
      this.feeds = this.feeds
        .map((feed) => ({ ...feed, folder: folders.get(feed.feedId) ?? feed.folder }))
        .sort((a, b) => placeOf(a.feedId) - placeOf(b.feedId))
    },
    'work.list': () => [],
    'work.cancel': () => undefined,
    'feeds.importOpml': () => ({ added: 3, known: 1, failed: [] }),
    'feeds.importDropped': () => ({
      added: 2,
      known: 0,
      failed: [
        { url: 'ftp://old.example/feed', message: '"ftp://old.example/feed" is not the address of a feed.' },
      ],
    }),
    'feeds.exportOpml': () => ({ feeds: this.feeds.length, file: '/home/reader/feeds.opml' }),
    'articles.list': (query, cursor, limit) => {
      const all = this.listed(query)
      const from = cursor === null ? 0 : Number(cursor)
      const next = from + limit < all.length ? String(from + limit) : null
      return { rows: all.slice(from, from + limit).map(rowOf), next, total: all.length }
    },
    'articles.get': (id) => this.find(id),
    'articles.hyphens': () => null,
    'articles.check': (id) => checkOf(this.find(id)),
    'articles.compare': (id, at) => ({
      at,
      title: { change: 'none', runs: [{ kind: 'same', text: this.find(id).title }] },
      paragraphs: this.find(id)
        .text.split(/\n+/)
        .map((text, number) =>
          number === 1
            ? { change: 'added', runs: [{ kind: 'added', text }] }
            : { change: 'none', runs: [{ kind: 'same', text }] },
        ),
      earlier: this.find(id).text,
    }),
    'articles.mark': (ids, change) => {
      const changed = ids.filter((id) => {
        const now = this.find(id).status
        const next = { ...now, ...change }
        this.replace(id, { status: next })
        return JSON.stringify(now) !== JSON.stringify(next)
      })
      return { changed }
    },
    'articles.remove': (ids, removed) => {
      for (const id of ids) {
        if (removed) this.removed.add(id)
        else this.removed.delete(id)
      }
      return { changed: ids }
    },
    'articles.markAllRead': (query) => {
      const changed = this.listed(query)
        .filter((one) => !one.status.read)
        .map((one) => one.articleId)
      for (const id of changed) this.replace(id, { status: { ...this.find(id).status, read: true } })
      return { changed }
    },
    'articles.markBelowRead': (query, articleId) => {
      const all = this.listed({ ...query, view: query.view === 'unread' ? 'all' : query.view })
      const at = all.findIndex((one) => one.articleId === articleId)
      const changed = (at < 0 ? [] : all.slice(at + 1))
        .filter((one) => !one.status.read)
        .map((one) => one.articleId)
      for (const id of changed) this.replace(id, { status: { ...this.find(id).status, read: true } })
      return { changed }
    },
    'articles.prepare': (ids) => {
      for (const id of ids) this.replace(id, { ready: true, missing: [] })
      return { ready: ids.length, incomplete: [] }
    },
    'prepare.estimate': () => {
      const incomplete = this.articles.filter((one) => !one.ready).length
      return { articles: this.articles.length, incomplete, bytes: incomplete * 250_000 }
    },
    'prepare.run': () => this.prepared,
    'stories.others': (id) =>
      this.find(id).storyParts.map((part) => ({ ...rowOf(this.find(part.articleId)), story: null })),
    'stories.part': (ids, apart) => {
      for (const id of ids) if (apart) this.replace(id, { story: null, storyParts: [] })
    },
    'search.query': (text, limit, snippets) => {
      const wanted = text.trim().toLowerCase()
      const found = this.articles
        .filter((one) => `${one.title} ${one.text}`.toLowerCase().includes(wanted))
        .slice(0, limit)
      return {
        hits: found.map((one, place) => ({
          articleId: one.articleId,
          feedId: one.feedId,
          title: one.title,
          published: one.published,
          score: 1,
          snippet: place < snippets ? snippetOf(one.text, wanted) : null,
        })),
        rows: found.map(rowOf),
        rebuilding: false,
      }
    },
    'search.snippets': (text, ids) =>
      ids.map((id) => ({
        articleId: id,
        snippet: snippetOf(this.find(id).text, text.trim().toLowerCase()),
      })),
    'highlights.list': () =>
      this.articles.flatMap((one) =>
        one.highlights.map((highlight) => ({
          ...highlight,
          articleTitle: one.title,
          feedTitle: one.feedTitle,
        })),
      ),
    'highlights.add': (wanted) => {
      const article = this.find(wanted.articleId)
      const start = article.text.indexOf(wanted.quote)
      const time = new Date(NOW).toISOString()
      const made: Highlight = {
        ...wanted,
        highlightId: `h${String(this.highlightNumber++)}`,
        start,
        end: start + wanted.quote.length,
        created: time,
        updated: time,
        anchor: start < 0 ? 'orphan' : 'exact',
      }
      this.replace(wanted.articleId, { highlights: [...article.highlights, made] })
      return made
    },
    'highlights.change': (highlightId, change) => {
      const article = this.articles.find((one) =>
        one.highlights.some((highlight) => highlight.highlightId === highlightId),
      )!
      const changed = { ...article.highlights.find((one) => one.highlightId === highlightId)!, ...change }
      this.replace(article.articleId, {
        highlights: article.highlights.map((one) => (one.highlightId === highlightId ? changed : one)),
      })
      return changed
    },
    'highlights.remove': (highlightId) => {
      this.articles = this.articles.map((one) => ({
        ...one,
        highlights: one.highlights.filter((highlight) => highlight.highlightId !== highlightId),
      }))
    },
    'highlights.restore': (highlight) => {
      this.replace(highlight.articleId, {
        highlights: [...this.find(highlight.articleId).highlights, highlight],
      })
    },
    'articles.savePdf': (title) => ({ file: `/home/reader/${title}.pdf` }),
    'articles.save': (ids, format) => ({ articles: ids.length, file: `/home/reader/article.${format}` }),
    'highlights.export': () => ({ highlights: 2, file: '/home/reader/highlights.md' }),
    'highlights.exportEach': () => ({ highlights: 2, files: 1, folder: '/home/reader/highlights' }),
    'highlights.import': () => ({
      added: 1,
      changed: 0,
      known: 2,
      refused: [],
      missing: [{ title: 'An article of elsewhere', url: 'https://elsewhere.example/1', highlights: 3 }],
    }),
    'library.usage': () => USAGE,
    'library.previewPurge': ({ keepDays }) =>
      keepDays === 0
        ? { articles: 0, bytes: 0, feeds: 0, why: { age: 0, count: 0, size: 0 } }
        : { articles: 412, bytes: 63_000_000, feeds: 31, why: { age: 412, count: 0, size: 0 } },
    'library.purge': () => ({ articles: 412, bytes: 61_000_000, usage: USAGE }),
    'library.backup': () => ({ bytes: 200_000_000, file: '/home/reader/offprint-backup.zip' }),
    'library.restore': () => ({ articles: 40, feeds: 3 }),
    'library.move': () => null,
    'sync.start': () => {
      this.setProgress({ phase: 'feeds', feedsDone: 0, feedsTotal: this.feeds.length })
    },
    'sync.cancel': () => {
      this.setProgress({ ...IDLE_PROGRESS })
    },
    'sync.progress': () => this.sync,
    'privacy.hosts': () => this.hosts,
    'privacy.forget': () => {
      this.hosts = []
    },
    'updates.state': () => this.updates,
    'updates.check': () => this.updates,
    'updates.fetch': () => this.updates,
    'updates.cancel': () => this.updates,
    'updates.install': () => undefined,
    'sync.decisions': (feedId) => {
      const feed = this.feeds.find((one) => one.feedId === feedId)
      if (!feed?.lastSync) return []
      const { lastSync: at, lastResult, problem, nextDue } = feed
      return [
        { at, code: lastResult ?? 'ok', status: null, reason: problem ?? '2 new, 0 changed.', nextDue },
        {
          at: new Date(Date.parse(at) - 3_600_000).toISOString(),
          code: 'not_modified',
          status: 304,
          reason: 'Nothing changed since last time (304).',
          nextDue: null,
        },
      ]
    },
  }
}

function inView(one: ArticleDetail, view: ArticleQuery['view']): boolean {
  switch (view) {
    case 'all':
      return true
    case 'today':
      return (one.published ?? '') >= new Date(NOW).toISOString().slice(0, 10)
    case 'unread':
      return !one.status.read
    case 'starred':
      return one.status.starred
    case 'saved':
      return one.status.saved
    case 'highlighted':
      return one.highlights.length > 0
    case 'ready':
    case 'edition':
      return one.ready
  }
}

function snippetOf(text: string, wanted: string): string {
  const at = text.toLowerCase().indexOf(wanted)
  if (at < 0) return text.slice(0, 140)
  const from = Math.max(0, at - 40)
  return `${text.slice(from, at)}${SNIPPET_START}${text.slice(at, at + wanted.length)}${SNIPPET_END}${text.slice(at + wanted.length, from + 160)}`
}

function checkOf({ articleId, ready, readiness, comments, missing, text }: ArticleDetail): ReadinessCheck {
  const [pictures, related] = [readiness.images, readiness.related].map(([here, all]) => ({
    here: ready ? all : here,
    all,
    bytes: 240_000 * here,
  })) as [ReadinessCheck['pictures'], ReadinessCheck['related']]
  return {
    articleId,
    ready,
    source: readiness.text,
    words: text.split(/\s+/).length,
    textBytes: text.length,
    pictures,
    related,
    comments: { state: comments.length > 0 ? 'all' : 'unnamed', here: comments.length },
    missing,
    checked: new Date(NOW).toISOString(),
  }
}
