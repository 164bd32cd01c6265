/** Fetches one feed as a good citizen: only what changed, with its validators, and judged by its status. */
import type { SyncCode } from '../../contract/feed'
import type { FeedRecord, SyncState } from '../library/records'
import { conditionalHeaders } from './conditional-get'
import type { FetchHeaders } from './fetch-outcome'
import { feedFailure } from './judge-status'
import { permanentTarget } from './permanent-move'
import { hostAndPort } from './private-address'
import type { SyncPorts } from './sync-ports'

export type FeedFetch =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: FetchHeaders
      readonly bytes: Uint8Array
      readonly finalUrl: string
      readonly truncated: boolean
      readonly movedTo: string | null
    }
  | {
      readonly kind: 'not_modified'
      readonly status: number
      readonly headers: FetchHeaders
      readonly movedTo: string | null
    }
  | {
      readonly kind: 'failed'
      readonly code: SyncCode
      readonly message: string
      readonly status: number | null
      readonly headers: FetchHeaders
    }

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5'

/** `whole` asks for everything, whatever was remembered: for a feed of which the library holds nothing. */
export async function fetchFeed(
  ports: SyncPorts,
  feed: FeedRecord,
  state: SyncState,
  options: { readonly whole: boolean; readonly signal?: AbortSignal | undefined },
): Promise<FeedFetch> {
  const conditions = options.whole ? {} : conditionalHeaders(state, ports.now().getTime())
  const outcome = await ports.fetch({
    url: feed.url,
    purpose: 'feed',
    headers: { Accept: ACCEPT, ...conditions },
    maxBytes: ports.limits.maxBytes,
    typed: hostAndPort(feed.url) === hostAndPort(feed.typedUrl),
    lane: 'first',
    ...(options.signal ? { signal: options.signal } : {}),
  })
  if (!outcome.ok) {
    const { code, message } = outcome
    return { kind: 'failed', code, message, status: null, headers: {} }
  }
  const { status, headers, bytes, finalUrl, truncated } = outcome
  const failure = feedFailure(outcome)
  if (failure) return { kind: 'failed', code: failure.code, message: failure.message, status, headers }
  const movedTo = permanentTarget(outcome.redirects)
  if (status === 304) return { kind: 'not_modified', status, headers, movedTo }
  return { kind: 'answer', status, headers, bytes, finalUrl, truncated, movedTo }
}

/** True when a broken-off answer holds the end of its document after all: some servers announce a wrong length for ever. */
export function endsLikeAFeed(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-200)).toString('latin1').trimEnd().toLowerCase()
  return /<\/(rss|feed|rdf:rdf|[a-z0-9]+:feed)\s*>(\s|<!--[^>]*-->)*$/.test(end) || end.endsWith('}')
}
