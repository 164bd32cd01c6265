/** Stores new and changed articles of a feed, each where it already is, and lets statuses and highlights that waited for them settle. */
import type { LibraryParts } from './library-parts'
import type { ArticleRecord } from './records'

/** One durable write a feed; nothing is stored for a feed that was removed meanwhile. Rejects with `LibraryError`. */
export async function saveArticles(
  parts: LibraryParts,
  feedId: string,
  records: readonly ArticleRecord[],
): Promise<void> {
  const { catalogue, articles, statuses, highlights, feeds } = parts
  const owners = new Map<string, ArticleRecord[]>()
  for (const record of records) {
    const row = catalogue.find(record.articleId)
    const owner = row < 0 ? feedId : catalogue.feedIdOf(row)
    const owned = owners.get(owner)
    if (owned) owned.push(record)
    else owners.set(owner, [record])
  }
  for (const [owner, owned] of owners) {
    if (feeds.get(owner) === null) continue
    await articles.save(owner, owned)
    statuses.settle(owner)
    highlights.mark(owned.map(({ articleId }) => articleId))
  }
}
