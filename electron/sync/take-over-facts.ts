/** Takes over what a good answer says of its feed: title, site, language, and a new address once two answers agree on it. */
import type { ParsedFeed } from '../feeds/parsed-feed'
import type { FeedRecord } from '../library/records'
import { followMove } from './permanent-move'
import type { SyncPorts } from './sync-ports'

export interface Said {
  /** Where permanent redirects led this time. */
  readonly target: string | null
  /** Where they led last time. */
  readonly remembered: string | null
  /** Null when the answer had no body to read. */
  readonly says: ParsedFeed | null
}

/** Writes the feed only when something differs; returns the address to remember until the next answer. */
export async function takeOverFacts(ports: SyncPorts, feed: FeedRecord, said: Said): Promise<string | null> {
  const { url, movedTo } = followMove(said.target, said.remembered)
  const change = { ...factsOf(said.says, feed), ...(url && !isTaken(ports, feed, url) ? { url } : {}) }
  if (Object.keys(change).length > 0) await ports.library.changeFeed(feed.feedId, change)
  return movedTo
}

function factsOf(says: ParsedFeed | null, feed: FeedRecord): Partial<FeedRecord> {
  if (!says) return {}
  return {
    ...(says.title && says.title !== feed.title ? { title: says.title } : {}),
    ...(says.link && says.link !== feed.siteUrl ? { siteUrl: says.link } : {}),
    ...(says.language && says.language !== feed.language ? { language: says.language } : {}),
  }
}

/** Two feeds at one address would fetch it twice for ever. */
function isTaken(ports: SyncPorts, feed: FeedRecord, url: string): boolean {
  return ports.library.feeds().some((one) => one.url === url && one.feedId !== feed.feedId)
}
