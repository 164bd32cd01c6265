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

export interface ImportReport {
  readonly added: number
  readonly known: number
  readonly failed: readonly { readonly url: string; readonly message: string }[]
}
