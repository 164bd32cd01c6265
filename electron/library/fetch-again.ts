/** Articles whose text or pictures turned out to be gone: their records stop saying that they are here, and sync fetches them again. */
import type { ArticleId } from '../../contract/article-id'
import type { LibraryParts } from './library-parts'
import type { ArticleRecord } from './records'

/** Durable when it resolves. `why` is a sentence for the article's list of what is missing. */
export async function fetchAgain(
  parts: LibraryParts,
  articleIds: readonly ArticleId[],
  what: 'text' | 'pictures',
  why: string,
): Promise<void> {
  const { catalogue, articles, syncStates } = parts
  const byFeed = new Map<string, ArticleRecord[]>()
  for (const articleId of articleIds) {
    const row = catalogue.find(articleId)
    const record = row < 0 ? null : articles.read(row)
    if (record === null) continue
    const { readiness } = record
    // An unequal hash makes sync take the item's own text anew; pending makes it fetch page and pictures.
    const damaged: ArticleRecord = {
      ...record,
      pending: true,
      itemHash: '',
      missing: [...new Set([...record.missing, why])],
      readiness:
        what === 'text'
          ? { ...readiness, text: 'none', images: [0, readiness.images[1]] }
          : { ...readiness, images: [0, readiness.images[1]] },
    }
    byFeed.set(record.feedId, [...(byFeed.get(record.feedId) ?? []), damaged])
  }
  for (const [feedId, records] of byFeed) {
    await articles.save(feedId, records)
    // Else the feed's server would answer "not modified", and its items would not be looked at.
    syncStates.forgetValidators(feedId)
  }
}
