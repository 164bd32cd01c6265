/** An article as the full-text index takes it, from the library's record and text. */
import type { ArticleId } from '../../contract/article-id'
import type { LibraryStore } from '../library/library-store'
import type { ArticleRecord } from '../library/records'
import type { IndexedArticle } from '../search/article-rows'

type Texts = Pick<LibraryStore, 'article' | 'body' | 'feedTitle'>

export function indexedArticle(
  library: Pick<Texts, 'feedTitle'>,
  record: ArticleRecord,
  text: string,
): IndexedArticle {
  return {
    articleId: record.articleId,
    feedId: record.feedId,
    feedTitle: library.feedTitle(record.feedId) ?? '',
    title: record.title,
    byline: record.author,
    text,
    published: record.published,
    arrived: record.arrived,
    stamp: stampOf(record),
  }
}

/** With its excerpt where the text is not here; null for an article that is gone. */
export async function readIndexed(library: Texts, articleId: ArticleId): Promise<IndexedArticle | null> {
  const record = library.article(articleId)
  const body = record ? await library.body(articleId) : null
  return record ? indexedArticle(library, record, body?.body.text ?? record.excerpt) : null
}

/** Changes with everything that the index knows of an article. */
export function stampOf({ itemHash, words, readiness, title }: ArticleRecord): string {
  return `${itemHash.slice(0, 16)} ${readiness.text} ${String(words)} ${String(title.length)}`
}
