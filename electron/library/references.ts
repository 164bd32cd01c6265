/** What is needed by what: the pass over all articles that decides which pictures and related articles nothing needs any more. */
import type { ArticleId } from '../../contract/article-id'
import type { LibraryParts } from './library-parts'

export interface References {
  /** Picture -> number of articles and feeds that show it. */
  readonly media: ReadonlyMap<string, number>
  /** Article -> the pictures it shows, each once. */
  readonly mediaOf: ReadonlyMap<ArticleId, readonly string[]>
  /** Related article -> articles that link to it. */
  readonly linkedFrom: ReadonlyMap<ArticleId, readonly ArticleId[]>
}

// Files read between two breaths of the program.
const AT_ONCE = 200

export async function findReferences(parts: LibraryParts): Promise<References> {
  const { feeds, articles, bodies } = parts
  const media = new Map<string, number>()
  const mediaOf = new Map<ArticleId, readonly string[]>()
  const linkedFrom = new Map<ArticleId, ArticleId[]>()
  const add = (name: string): void => {
    media.set(name, (media.get(name) ?? 0) + 1)
  }
  let read = 0
  for (const { feedId } of [...feeds.all(), ...feeds.removed()])
    for (const { articleId, thumbnail } of articles.readAll(feedId)) {
      const body = bodies.references(articleId)
      const shown = new Set(thumbnail === null ? body.media : [...body.media, thumbnail])
      if (shown.size > 0) mediaOf.set(articleId, [...shown])
      shown.forEach(add)
      for (const related of body.related)
        linkedFrom.set(related, [...(linkedFrom.get(related) ?? []), articleId])
      if (++read % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
    }
  for (const { icon } of feeds.all()) if (icon !== null) add(icon)
  return { media, mediaOf, linkedFrom }
}
