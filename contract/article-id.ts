/** The name of an article in the library: 32 hexadecimal digits, made in `electron/feeds/article-identity.ts`. */

declare const brand: unique symbol
export type ArticleId = string & { readonly [brand]: 'ArticleId' }

const PATTERN = /^[0-9a-f]{32}$/

/** Checks text from outside (command line, window, a file's name); null when it is not an article's name. */
export function parseArticleId(text: string): ArticleId | null {
  return PATTERN.test(text) ? (text as ArticleId) : null
}
