/** Article names as the index stores them: 16 bytes instead of 32 digits, which halves the largest lookup table. */
import { parseArticleId, type ArticleId } from '../../contract/article-id'
import type { Value } from './full-text-database'

export function bytesOf(articleId: ArticleId): Uint8Array {
  return Uint8Array.from(Buffer.from(articleId, 'hex'))
}

/** Null for a value that is no article's name: the file is damaged. */
export function articleIdOf(value: Value | undefined): ArticleId | null {
  return value instanceof Uint8Array ? parseArticleId(Buffer.from(value).toString('hex')) : null
}
