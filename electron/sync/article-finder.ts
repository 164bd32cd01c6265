/** Finds the article of an address among those of the library, and names the articles that are fetched for a related link. */
import { createHash } from 'node:crypto'
import type { ArticleId } from '../../contract/article-id'
import { parseArticleId } from '../../contract/article-id'
import { absoluteUrl } from '../../contract/absolute-url'
import type { ArticleRecord } from '../library/records'
import type { SyncLibrary } from './sync-library'

export class ArticleFinder {
  private byUrl: Map<string, ArticleId> | null = null

  constructor(private readonly library: Pick<SyncLibrary, 'feeds' | 'articlesOf' | 'article'>) {}

  /** Null when no article of the library has this address. */
  find(url: string): ArticleRecord | null {
    this.byUrl ??= this.readAll()
    const articleId = this.byUrl.get(plainAddress(url))
    return articleId ? this.library.article(articleId) : null
  }

  add(record: Pick<ArticleRecord, 'articleId' | 'url'>): void {
    if (record.url) this.byUrl?.set(plainAddress(record.url), record.articleId)
  }

  /** Made at the first question, for most syncs have none. */
  private readAll(): Map<string, ArticleId> {
    const all = new Map<string, ArticleId>()
    for (const feed of this.library.feeds()) {
      for (const { url, articleId } of this.library.articlesOf(feed.feedId)) {
        if (url) all.set(plainAddress(url), articleId)
      }
    }
    return all
  }
}

/** One name for an address, whichever article links to it. Never change this: related articles would be fetched again under new names. */
export function relatedArticleId(url: string): ArticleId {
  const address = absoluteUrl(url) ?? url
  const hash = createHash('sha256')
    .update(`related:${plainAddress(address)}`)
    .digest('hex')
  const articleId = parseArticleId(hash.slice(0, 32))
  if (!articleId) throw new Error('a SHA-256 in hexadecimal must begin with an article name')
  return articleId
}

/** Without the place in the page: `#comments` is the same article. */
function plainAddress(url: string): string {
  const hash = url.indexOf('#')
  return hash < 0 ? url : url.slice(0, hash)
}
