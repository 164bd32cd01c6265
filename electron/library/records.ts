/** The shapes the library keeps on disk. Small and often written (statuses) apart from large and rarely written (bodies). */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleStatus, Enclosure, Readiness } from '../../contract/article'
import type { FeedChoices, SyncCode } from '../../contract/feed'
import type { ArticleBody } from '../articles/article-body'
import type { FeedPace } from '../feeds/feed-pace'

export interface FeedRecord extends FeedChoices {
  readonly feedId: string
  /** Address that is fetched now; follows permanent redirects. `offprint:starter` for the feed that ships with the app. */
  readonly url: string
  /** Address the reader typed; its host and port may be private. */
  readonly typedUrl: string
  readonly siteUrl: string | null
  /** Title as the feed gives it. */
  readonly title: string
  /** The reader's own title for it, null when unchanged. */
  readonly ownTitle: string | null
  readonly folder: readonly string[]
  readonly added: string
  readonly icon: string | null
  readonly language: string | null
}

/** What sync remembers of a feed between passes; written once a pass. */
export interface SyncState {
  readonly feedId: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** When the validators were got; they are dropped after eight days because some servers answer 304 for ever. */
  readonly validatorsFrom: string | null
  /** SHA-256 of the last body. */
  readonly bodyHash: string | null
  readonly lastSync: string | null
  readonly lastSuccess: string | null
  readonly lastCode: SyncCode | null
  readonly lastStatus: number | null
  readonly lastMessage: string | null
  readonly nextDue: string | null
  readonly failures: number
  /** Target of a permanent redirect seen once; a second agreeing answer moves the feed. */
  readonly movedTo: string | null
  /** Set by a 410: the feed is not fetched again until the reader asks. */
  readonly stopped: boolean
  /** How often the feed itself wants to be visited, by its last body; absent in states of before it was read. */
  readonly pace?: FeedPace | null
}

export interface ArticleRecord {
  readonly articleId: ArticleId
  readonly feedId: string
  /** related: fetched because another article links to it; not listed with the feed. */
  readonly kind: 'feed' | 'related'
  readonly guid: string | null
  readonly url: string | null
  readonly title: string
  readonly author: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly arrived: string
  readonly excerpt: string
  readonly categories: readonly string[]
  readonly enclosures: readonly Enclosure[]
  readonly thumbnail: string | null
  readonly commentsUrl: string | null
  readonly commentsFeedUrl: string | null
  readonly commentCount: number | null
  readonly language: string | null
  readonly words: number
  readonly readiness: Readiness
  /** Hash of the item as the feed gave it; equal hash: nothing to do. */
  readonly itemHash: string
  /** True while page, pictures or related links are still to be fetched. */
  readonly pending: boolean
  /** What could not be fetched and why, a sentence each; empty when all is here. */
  readonly missing: readonly string[]
}

export interface StoredImage {
  readonly url: string
  /** Name of the stored file, `<sha256>.<extension>`; null when it is not here. */
  readonly media: string | null
  readonly why: string | null
}

export interface StoredRelated {
  readonly title: string
  readonly teaser: string | null
  readonly url: string
  readonly articleId: ArticleId | null
  readonly why: string | null
}

export interface StoredVersion {
  readonly at: string
  readonly changes: string
  readonly title: string | null
  readonly text: string
}

/** One file per article. */
export interface BodyRecord {
  readonly articleId: ArticleId
  readonly source: 'feed' | 'page'
  readonly body: ArticleBody
  readonly media: readonly StoredImage[]
  readonly related: readonly StoredRelated[]
  readonly comments: readonly {
    readonly author: string | null
    readonly published: string | null
    readonly text: string
    readonly parent: number | null
  }[]
  readonly versions: readonly StoredVersion[]
}

export interface StatusRecord extends ArticleStatus {
  readonly changed: string
}

/** A sentence for the reader on what the library noticed or mended when it was opened. */
export interface LibraryNotice {
  readonly file: string
  readonly message: string
}
