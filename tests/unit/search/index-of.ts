/** A search index in a folder of its own, and articles to put in it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArticleId } from '../../../contract/article-id'
import type { IndexedArticle } from '../../../electron/search/article-rows'

export function makeFolder(): { readonly folder: string; readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-search-'))
  return {
    folder,
    file: join(folder, 'search.db'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export function idOf(name: string): ArticleId {
  return createHash('sha256').update(name).digest('hex').slice(0, 32) as ArticleId
}

export function articleOf(name: string, article: Partial<IndexedArticle> = {}): IndexedArticle {
  return {
    articleId: idOf(name),
    feedId: 'daily',
    feedTitle: 'The Daily Lantern',
    title: name,
    byline: null,
    text: '',
    published: '2024-02-29T08:00:00.000Z',
    arrived: '2024-02-29T09:00:00.000Z',
    stamp: '1',
    ...article,
  }
}
