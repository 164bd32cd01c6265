/** What a reader of any format finds in an item or a feed, before it is cleaned: the shape between the readers and `finish-feed.ts`. */
import type { FeedPace } from './feed-pace'
import type { TextKind } from './html-text'
import type { ParsedEnclosure } from './parsed-feed'

/** Text or HTML with the address that its relative links resolve against; null when that is the article's own. */
export interface RawText {
  readonly value: string
  readonly kind: TextKind
  readonly base: string | null
}

/** Addresses are resolved already; the first of several candidates that makes sense is taken. */
export interface RawItem {
  readonly guid: string | null
  readonly links: readonly string[]
  readonly title: RawText | null
  readonly summary: RawText | null
  readonly content: RawText | null
  readonly authors: readonly string[]
  readonly published: readonly string[]
  readonly updated: readonly string[]
  readonly categories: readonly string[]
  readonly enclosures: readonly ParsedEnclosure[]
  readonly image: string | null
  readonly commentsUrl: string | null
  readonly commentsFeedUrl: string | null
  readonly commentCount: string | null
  readonly inReplyTo?: string | undefined
}

export interface RawFeed {
  readonly title: RawText | null
  readonly description: RawText | null
  readonly rights: RawText | null
  readonly link: string | null
  readonly selfUrl: string | null
  readonly language: string | null
  readonly authors: readonly string[]
  readonly published: readonly string[]
  readonly updated: readonly string[]
  readonly image: string | null
  readonly generator: string | null
  readonly categories: readonly string[]
  readonly pace: FeedPace | null
  readonly items: readonly RawItem[]
}
