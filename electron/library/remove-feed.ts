/** Unsubscribing: the feed goes, what the reader marked stays. Every step can be cut off; the next start finishes it. */
import type { ArticleId } from '../../contract/article-id'
import { HIGHLIGHTED, SAVED, STARRED } from './catalogue'
import type { LibraryParts } from './library-parts'
import { keepRows } from './library-parts'
import type { FeedRecord } from './records'
import type { FeedRemovedEntry } from './statuses'

const MARKED = STARRED | SAVED | HIGHLIGHTED

/** Removes a feed with its articles, their texts and statuses; starred, saved and highlighted ones stay, with what they link to. */
export async function removeFeed(parts: LibraryParts, feedId: string): Promise<void> {
  const feed = parts.feeds.get(feedId)
  if (!feed) return
  await parts.feeds.remove(feed)
  parts.syncStates.remove(feedId)
  keepRows(parts, feedId)
  await clearRemoved(parts, feedId)
}

/** The feed is gone from all lists, and everything of it is still here: `clearLeft` or the next start finishes it. */
export async function leaveFeed(parts: LibraryParts, feedId: string): Promise<void> {
  const feed = parts.feeds.get(feedId)
  if (!feed) return
  await parts.feeds.remove(feed)
  keepRows(parts, feedId)
}

/** Puts a feed that was left, and not cleared yet, back as it was, in the place it had among the others. */
export async function returnFeed(parts: LibraryParts, feed: FeedRecord, place: number): Promise<void> {
  await parts.feeds.put(feed, place)
  parts.articles.readopt(feed.feedId)
}

/** Removes what is left of a feed that was left; nothing when it came back meanwhile. */
export async function clearLeft(parts: LibraryParts, feedId: string): Promise<void> {
  if (parts.feeds.get(feedId)) return
  parts.syncStates.remove(feedId)
  await clearRemoved(parts, feedId)
}

/** Finishes what a kill cut off, and lets go of articles that are no longer marked. */
export async function finishRemovals(parts: LibraryParts): Promise<void> {
  for (const { feedId } of parts.feeds.removed()) await clearRemoved(parts, feedId)
}

async function clearRemoved(parts: LibraryParts, feedId: string): Promise<void> {
  const { catalogue, articles, statuses, bodies, feeds, journal } = parts
  const rows = catalogue.rowsOf(feedId)
  const keep = await kept(parts, rows)
  const gone = rows.map((row) => catalogue.ids.idOf(row)).filter((articleId) => !keep.has(articleId))
  if (gone.length > 0 || keep.size === 0) {
    // In the journal too: it may still hold statuses of these articles, and the feed may come back with them.
    const entry: FeedRemovedEntry = { kind: 'feed-removed', feedId, kept: [...keep] }
    await journal.append(entry)
    if (gone.length > 0 && keep.size > 0) await articles.remove(feedId, gone)
    statuses.clear(entry)
    for (const articleId of gone) await bodies.remove(articleId)
  }
  if (keep.size > 0) return
  for (const articleId of gone) catalogue.remove(catalogue.find(articleId))
  await articles.removeFile(feedId)
  await statuses.removeFile(feedId)
  await parts.tombstones.removeFile(feedId)
  await feeds.forget(new Set([feedId]))
}

async function kept({ catalogue, bodies }: LibraryParts, rows: readonly number[]): Promise<Set<ArticleId>> {
  const keep = new Set<ArticleId>()
  for (const row of rows) {
    if ((catalogue.flagsOf(row) & MARKED) === 0) continue
    const articleId = catalogue.ids.idOf(row)
    keep.add(articleId)
    // Its related articles are part of what was shown as readable offline.
    const body = await bodies.read(articleId)
    for (const { articleId: related } of body?.related ?? []) if (related !== null) keep.add(related)
  }
  return keep
}
