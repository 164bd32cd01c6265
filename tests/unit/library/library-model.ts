/** What a reader and a sync may do to a library, as plain operations, and a plain model that says what must be there afterwards. */
import { existsSync } from 'node:fs'
import * as path from 'node:path'
import type { ArticleId } from '../../../contract/article-id'
import type { StatusChange } from '../../../contract/article'
import type { LibraryStore } from '../../../electron/library/library-store'
import { NOON, sampleArticle, sampleBody, sampleFeed, sampleHighlight } from './sample-library'

export const MODEL_FEEDS = ['a', 'b', 'Ç d', 'con']
const ARTICLES_PER_FEED = 12

export type Operation =
  | { readonly do: 'add-feed' | 'remove-feed'; readonly feed: string }
  | {
      readonly do: 'save'
      readonly feed: string
      readonly from: number
      readonly count: number
      readonly title: string
    }
  | { readonly do: 'mark'; readonly articles: readonly [string, number][]; readonly change: StatusChange }
  | {
      readonly do: 'highlight' | 'unhighlight'
      readonly feed: string
      readonly article: number
      readonly name: string
    }
  | { readonly do: 'purge'; readonly feed: string; readonly below: number }
  | { readonly do: 'flush' | 'backup' | 'restore' | 'move' }

export interface LibraryState {
  readonly feeds: readonly string[]
  /** Article -> its title, bits of status, whether it is highlighted. */
  readonly articles: Readonly<Record<string, string>>
  readonly highlights: readonly string[]
}

interface ModelArticle {
  readonly feed: string
  readonly number: number
  title: string
  read: boolean
  starred: boolean
  saved: boolean
}

function idOf(feed: string, number: number): ArticleId {
  return sampleArticle(feed, number).articleId
}

function numbers({ from, count }: { readonly from: number; readonly count: number }): number[] {
  return Array.from({ length: count }, (_, at) => (from + at) % ARTICLES_PER_FEED)
}

/**
 * Articles of removed feeds that lose their last mark go at some later time; operations that would bring that about are
 * left out, here and in the model, so that the model stays plain.
 */
function isOfRemovedFeed(library: LibraryStore, highlightName: string): boolean {
  const highlight = library.highlights().find(({ highlightId }) => highlightId === highlightName)
  const feed = highlight && feedOf(highlight.articleId)
  return feed !== undefined && library.feed(feed) === null
}

function feedOf(articleId: string): string | undefined {
  return MODEL_FEEDS.find((feed) =>
    Array.from({ length: ARTICLES_PER_FEED }, (_, number) => idOf(feed, number) as string).includes(
      articleId,
    ),
  )
}

async function changeHighlight(
  library: LibraryStore,
  operation: Extract<Operation, { readonly name: string }>,
): Promise<void> {
  const { feed, article, name } = operation
  if (isOfRemovedFeed(library, name)) return
  if (operation.do === 'unhighlight') await library.removeHighlight(name)
  else await library.saveHighlight(sampleHighlight(name, idOf(feed, article)))
}

/** The one backup that operations write again and again, inside the library folder, where no part of the library looks. */
export function backupOf(folder: string): string {
  return path.join(folder, 'backup.zip')
}

async function purgeBelow(
  library: LibraryStore,
  { feed, below }: Extract<Operation, { readonly do: 'purge' }>,
): Promise<void> {
  const plan = Array.from({ length: below }, (_, number) => ({
    articleId: idOf(feed, number),
    feedId: feed,
    why: 'age' as const,
    bytes: 0,
  }))
  await library.upkeep.purge(library.feed(feed) ? plan : [])
}

/** Carries an operation out on a real library. */
export async function perform(library: LibraryStore, operation: Operation): Promise<void> {
  switch (operation.do) {
    case 'add-feed':
      return library.addFeed(sampleFeed(operation.feed))
    case 'remove-feed':
      return library.removeFeed(operation.feed)
    case 'save': {
      if (!library.feed(operation.feed)) return
      const { feed, title } = operation
      const wanted = numbers(operation).filter((number) => !library.isPurged(feed, idOf(feed, number)))
      for (const number of wanted) await library.saveBody(sampleBody(idOf(feed, number)))
      return library.saveArticles(
        feed,
        wanted.map((number) => sampleArticle(feed, number, { title })),
      )
    }
    case 'mark':
      await library.setStatus(
        operation.articles.filter(([feed]) => library.feed(feed)).map(([feed, number]) => idOf(feed, number)),
        operation.change,
      )
      return
    case 'highlight':
    case 'unhighlight':
      return changeHighlight(library, operation)
    case 'purge':
      return purgeBelow(library, operation)
    default:
      return performUpkeep(library, operation.do)
  }
}

async function performUpkeep(
  library: LibraryStore,
  what: 'flush' | 'backup' | 'restore' | 'move',
): Promise<void> {
  const backup = backupOf(library.folder)
  if (what === 'backup') await library.upkeep.backup(backup)
  else if (what === 'restore' && existsSync(backup)) await library.upkeep.restore(backup)
  // Whoever closes and opens the library moves it; to the model it is the same library.
  else await library.flush()
}

export class LibraryModel {
  private feeds = new Set<string>()
  private articles = new Map<string, ModelArticle>()
  private highlights = new Map<string, string>()
  private purged = new Set<string>()
  /** What the one backup holds. */
  private backup: LibraryModel | null = null

  apply(operation: Operation): void {
    if (operation.do === 'add-feed') this.feeds.add(operation.feed)
    else if (operation.do === 'remove-feed') this.removeFeed(operation.feed)
    else if (operation.do === 'save') this.saveAll(operation)
    else if (operation.do === 'purge') this.purgeAll(operation)
    else if (operation.do === 'highlight' || operation.do === 'unhighlight') this.changeHighlight(operation)
    else if (operation.do === 'mark') this.mark(operation)
    else if (operation.do === 'backup') this.backup = this.copied()
    else if (operation.do === 'restore' && this.backup)
      Object.assign(this, this.backup.copied(), { backup: this.backup })
  }

  private copied(): LibraryModel {
    const copy = new LibraryModel()
    copy.feeds = new Set(this.feeds)
    copy.articles = new Map([...this.articles].map(([id, article]) => [id, { ...article }]))
    copy.highlights = new Map(this.highlights)
    copy.purged = new Set(this.purged)
    return copy
  }

  private mark({ articles, change }: Extract<Operation, { readonly do: 'mark' }>): void {
    for (const [feed, number] of articles) {
      const article = this.articles.get(idOf(feed, number))
      if (article && this.feeds.has(feed)) Object.assign(article, change)
    }
  }

  private changeHighlight(operation: Extract<Operation, { readonly name: string }>): void {
    const { feed, article, name } = operation
    if (this.isOfRemovedFeed(name)) return
    if (operation.do === 'unhighlight') this.highlights.delete(name)
    else this.highlights.set(name, idOf(feed, article))
  }

  private isOfRemovedFeed(highlightName: string): boolean {
    const feed = feedOf(this.highlights.get(highlightName) ?? '')
    return feed !== undefined && !this.feeds.has(feed)
  }

  private removeFeed(feed: string): void {
    if (!this.feeds.delete(feed)) return
    for (const [id, article] of this.articles)
      if (article.feed === feed && !this.isMarked(id, article)) this.articles.delete(id)
    if (![...this.articles.values()].some((article) => article.feed === feed)) this.forgetPurged(feed)
  }

  private saveAll(operation: { feed: string; from: number; count: number; title: string }): void {
    if (!this.feeds.has(operation.feed)) return
    for (const number of numbers(operation)) this.save(operation.feed, number, operation.title)
  }

  private purgeAll({ feed, below }: { feed: string; below: number }): void {
    if (!this.feeds.has(feed)) return
    for (let number = 0; number < below; number++) this.purge(idOf(feed, number))
  }

  state(): LibraryState {
    const articles = [...this.articles].map(([id, { title, read, starred, saved }]) => [
      id,
      `${title} ${bits(read, starred, saved)}${this.isHighlighted(id) ? ' h' : ''}`,
    ])
    return {
      feeds: [...this.feeds].sort(),
      articles: Object.fromEntries(articles.sort()) as Record<string, string>,
      highlights: [...this.highlights].map(([name, id]) => `${name} ${id}`).sort(),
    }
  }

  private save(feed: string, number: number, title: string): void {
    const id = idOf(feed, number)
    if (this.purged.has(id)) return
    const article = this.articles.get(id) ?? {
      feed,
      number,
      title,
      read: false,
      starred: false,
      saved: false,
    }
    article.title = title
    this.articles.set(id, article)
  }

  private purge(id: string): void {
    const article = this.articles.get(id)
    if (!article || this.isMarked(id, article)) return
    this.articles.delete(id)
    this.purged.add(id)
  }

  private forgetPurged(feed: string): void {
    for (let number = 0; number < ARTICLES_PER_FEED; number++) this.purged.delete(idOf(feed, number))
  }

  private isMarked(id: string, { starred, saved }: ModelArticle): boolean {
    return starred || saved || this.isHighlighted(id)
  }

  private isHighlighted(id: string): boolean {
    return [...this.highlights.values()].includes(id)
  }
}

function bits(read: boolean, starred: boolean, saved: boolean): string {
  return `${read ? 'r' : '-'}${starred ? 's' : '-'}${saved ? 'v' : '-'}`
}

/** The same view of a real library; marked articles of removed feeds are part of it. */
export function stateOf(library: LibraryStore): LibraryState {
  const ids = MODEL_FEEDS.flatMap((feed) =>
    Array.from({ length: ARTICLES_PER_FEED }, (_, number) => idOf(feed, number)),
  )
  const highlighted = new Set(library.highlights().map(({ articleId }) => articleId))
  const articles = ids.flatMap((id) => {
    const record = library.article(id)
    const { read, starred, saved } = library.status(id)
    return record
      ? [[id, `${record.title} ${bits(read, starred, saved)}${highlighted.has(id) ? ' h' : ''}`]]
      : []
  })
  return {
    feeds: library
      .feeds()
      .map(({ feedId }) => feedId)
      .sort(),
    articles: Object.fromEntries(articles.sort()) as Record<string, string>,
    highlights: library
      .highlights()
      .map(({ highlightId, articleId }) => `${highlightId} ${articleId}`)
      .sort(),
  }
}

/** What must hold between lists and counts of any library. */
export function disagreements(library: LibraryStore): string[] {
  const wrong: string[] = []
  const counts = library.counts(NOON)
  for (const view of ['all', 'unread', 'starred', 'saved', 'highlighted', 'ready', 'today'] as const)
    for (const order of ['newest', 'oldest'] as const) {
      const query = { view, order, feedId: null, folder: null }
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page = library.list(query, cursor, 5, NOON)
        if (page.total !== counts[view])
          wrong.push(`${view}: total ${String(page.total)}, count ${String(counts[view])}`)
        seen.push(...page.records.map(({ articleId }) => articleId))
        cursor = page.next
      } while (cursor !== null)
      if (new Set(seen).size !== counts[view] || seen.length !== counts[view])
        wrong.push(`${view}: ${String(seen.length)} listed, ${String(counts[view])} counted`)
    }
  const feeds = library.feeds().map(({ feedId }) => library.feedCounts(feedId))
  if (feeds.reduce((sum, { total }) => sum + total, 0) !== counts.all)
    wrong.push('feeds do not sum up to all')
  if (feeds.reduce((sum, { unread }) => sum + unread, 0) !== counts.unread) wrong.push('feeds: unread')
  return wrong
}

/** Pseudo-random operations, the same for the same seed (mulberry32). */
export function operationAt(seed: number, at: number): Operation {
  let state = (seed * 1_000_003 + at * 7919) >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) % limit
  }
  const feed = MODEL_FEEDS[below(MODEL_FEEDS.length)] ?? 'a'
  const kind = at < MODEL_FEEDS.length ? 0 : below(27)
  const feedToAdd = MODEL_FEEDS[at] ?? feed
  const name = `h${String(below(6))}`
  if (kind <= 2) return { do: 'add-feed', feed: feedToAdd }
  if (kind === 3) return { do: 'remove-feed', feed }
  if (kind <= 10) return { do: 'save', feed, from: below(12), count: 1 + below(8), title: `t${String(at)}` }
  if (kind <= 17) return markAt(feed, below)
  if (kind <= 20) return { do: 'highlight', feed, article: below(12), name }
  if (kind === 21) return { do: 'unhighlight', feed, article: 0, name }
  if (kind === 22) return { do: 'purge', feed, below: below(6) }
  return { do: (['flush', 'backup', 'restore', 'move'] as const)[kind - 23] ?? 'flush' }
}

function markAt(feed: string, below: (limit: number) => number): Operation {
  const articles = Array.from({ length: 1 + below(6) }, (): [string, number] => [feed, below(12)])
  const key = (['read', 'read', 'starred', 'saved'] as const)[below(4)] ?? 'read'
  return { do: 'mark', articles, change: { [key]: below(3) > 0 } }
}
