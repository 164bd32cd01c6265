/** The normal form every feed format is read into. HTML values are as published; text values are decoded and trimmed; times are ISO 8601 UTC. */
import type { FeedPace } from './feed-pace'

export interface ParsedEnclosure {
  readonly url: string
  readonly type: string | null
  readonly length: number | null
}

export interface ParsedItem {
  readonly guid: string | null
  readonly url: string | null
  readonly title: string | null
  readonly author: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly summaryHtml: string | null
  readonly contentHtml: string | null
  readonly categories: readonly string[]
  readonly enclosures: readonly ParsedEnclosure[]
  readonly image: string | null
  readonly commentsUrl: string | null
  readonly commentsFeedUrl: string | null
  readonly commentCount: number | null
  /** Of a comment, the guid of the one it answers (thr:in-reply-to, RFC 4685); absent for anything else. */
  readonly inReplyTo?: string
}

export interface ParsedFeed {
  readonly title: string | null
  readonly description: string | null
  readonly link: string | null
  readonly language: string | null
  readonly author: string | null
  readonly updated: string | null
  readonly published: string | null
  readonly image: string | null
  readonly generator: string | null
  readonly rights: string | null
  readonly categories: readonly string[]
  readonly selfUrl: string | null
  /** How often it wants to be visited; null when it does not say. */
  readonly pace: FeedPace | null
}

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json'

export type ParsedFeedResult =
  | {
      readonly ok: true
      readonly format: FeedFormat
      readonly feed: ParsedFeed
      readonly items: readonly ParsedItem[]
      readonly warnings: readonly string[]
    }
  | {
      readonly ok: false
      readonly error: { readonly code: 'not_a_feed' | 'bad_feed'; readonly message: string }
    }
