/** What the window and the command line are told of a feed. */

export interface FeedRow {
  readonly feedId: string
  readonly url: string
  readonly siteUrl: string | null
  readonly title: string
  /** Path of folder names, outermost first; empty at the top level. */
  readonly folder: readonly string[]
  readonly unread: number
  readonly total: number
  /** Name of the stored icon, or null. */
  readonly icon: string | null
  readonly lastSync: string | null
  /** Result code of the last sync of this feed, null before the first. */
  readonly lastResult: SyncCode | null
  /** The same as one sentence for the reader; null when nothing is wrong. */
  readonly problem: string | null
  readonly nextDue: string | null
  readonly failures: number
  /** Time of its newest article; null when it has none here. */
  readonly newest: string | null
  readonly choices: FeedChoices
}

/** What the reader chooses for one feed alone. */
export interface FeedChoices {
  /** Which text to keep: the longer clean one, or always this. */
  readonly textSource: 'better' | 'feed' | 'page'
  /** Least minutes between two visits that nobody asked for; null for as often as the settings say. */
  readonly intervalMinutes: number | null
  /** Whether readers' comments are fetched with the articles. */
  readonly fetchComments: boolean
  /** Whether the publisher's related articles are fetched; null for as the settings say. */
  readonly prefetchRelated: boolean | null
  /** Days its articles are kept, 0 for ever; null as the settings say. */
  readonly keepDays: number | null
  /** Articles kept of it, the newest, 0 for all; null as the settings say. */
  readonly keepArticles: number | null
  /** Not visited until the reader asks for this very feed, or lets it go on. */
  readonly paused: boolean
  /** Its new articles are told after a sync, unless the reader wants nothing told. */
  readonly notify: boolean
  /** Which way its articles are read; `auto` as they say themselves, or as their text begins. */
  readonly direction: 'auto' | 'ltr' | 'rtl'
}

/** A change of a feed: what is absent stays as it is. An empty title takes the feed's own again. */
export interface FeedChange extends Partial<FeedChoices> {
  readonly title?: string
  readonly folder?: readonly string[]
}

/** A feed and the folder it goes into. */
export interface FeedMove {
  readonly feedId: string
  /** Path of folder names, outermost first; empty for the top level. */
  readonly folder: readonly string[]
}

/** Name and password for a feed that wants them (HTTP Basic). */
export interface FeedLogin {
  readonly user: string
  readonly password: string
}

/** What the window may know of a login; never the password. */
export interface LoginFacts {
  /** The one site it is sent to: `https://example.org`. */
  readonly origin: string
  /** Null when none is kept. */
  readonly user: string | null
  /** Whether it outlives this run: only where the system can encrypt it. */
  readonly lasting: boolean
}

export type SyncCode =
  | 'ok'
  | 'not_modified'
  | 'unchanged'
  | 'skipped'
  | 'network_off'
  | 'dns'
  | 'refused'
  | 'tls'
  | 'timeout'
  | 'too_large'
  | 'too_many_redirects'
  | 'bad_redirect'
  | 'private_address'
  | 'http_error'
  | 'gone'
  | 'busy'
  | 'unauthorized'
  | 'captive_portal'
  | 'not_a_feed'
  | 'bad_feed'
  | 'cancelled'
  | 'disk'
  | 'failed'

export interface AddedFeed {
  /** The address as the reader gave it. */
  readonly url: string
  readonly feedId: string
  readonly feedUrl: string
  readonly title: string
}

/** A feed that a page offers. */
export interface FoundFeed {
  readonly url: string
  readonly title: string | null
  readonly type: string | null
}

/** One that was found at an address, for the reader to choose. */
export interface OfferedFeed extends FoundFeed {
  /** The reader's own feed of this address; null when they have none. */
  readonly known: { readonly feedId: string; readonly title: string } | null
  /** Null until it has been fetched. */
  readonly preview: FeedPreview | null
}

/** What a feed says of itself and holds just now. All of it is text, cut to what a dialog shows. */
export interface FeedPreview {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json'
  readonly description: string | null
  /** The newest first. */
  readonly headlines: readonly Headline[]
  /** Time of its newest article; null when it dates none. */
  readonly newest: string | null
  /** Articles it publishes in thirty days, by the dates of the newest; null where they do not tell. */
  readonly perMonth: number | null
  /** How much of its articles it carries; null when it holds none. */
  readonly text: 'whole' | 'excerpts' | 'headlines' | null
}

export interface Headline {
  readonly title: string
  readonly published: string | null
}

export interface ImportReport {
  readonly added: number
  readonly known: number
  readonly failed: readonly { readonly url: string; readonly message: string }[]
  /** Feeds of the list that were not looked at, because the reader ended the import. */
  readonly left?: number
}
