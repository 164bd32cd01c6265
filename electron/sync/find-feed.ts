/** From what the reader typed to a feed: the address itself, what its page offers, or where its kind of site keeps it. */
import type { FeedPreview, FoundFeed, SyncCode } from '../../contract/feed'
import { guessFeedAddresses, normaliseTypedAddress } from '../feeds/guess-feed-addresses'
import type { ParsedFeed } from '../feeds/parsed-feed'
import type { FeedLook } from '../workers/tasks'
import { looksLikeHtml } from './captive-portal'
import type { FetchAnswer, FetchFailure } from './fetch-outcome'
import { hostOf } from './fetch-outcome'
import { feedFailure } from './judge-status'
import { hostAndPort } from './private-address'
import type { SyncPorts } from './sync-ports'

export type FeedSearch =
  /** A feed was read; what it says of itself comes along. */
  | ReadFeed
  /** The page offers several: the reader chooses. */
  | { readonly kind: 'choice'; readonly typedUrl: string; readonly feeds: readonly FoundFeed[] }
  | { readonly kind: 'failed'; readonly code: SyncCode; readonly message: string }

export interface ReadFeed {
  readonly kind: 'feed'
  readonly url: string
  readonly typedUrl: string
  readonly feed: ParsedFeed
  readonly preview: FeedPreview
}

type Failed = Extract<FeedSearch, { kind: 'failed' }>

interface Search {
  readonly ports: SyncPorts
  readonly typedUrl: string
  readonly signal: AbortSignal | undefined
}

const MOST_GUESSES = 8

/** Fetches; never rejects for anything the network does. */
export async function findFeed(ports: SyncPorts, typed: string, signal?: AbortSignal): Promise<FeedSearch> {
  const typedUrl = normaliseTypedAddress(typed)
  if (!typedUrl)
    return failed('failed', `"${typed.slice(0, 100)}" is not an address; type one like example.org.`)
  const found = await findAt({ ports, typedUrl, signal })
  // A scheme that was not typed is taken for https; some small servers know only http.
  const guessed = !/^\s*[a-z]+:/i.test(typed) && typedUrl.startsWith('https:')
  if (found.kind !== 'failed' || !guessed || !NO_HTTPS.has(found.code)) return found
  const plain = await findAt({ ports, typedUrl: typedUrl.replace(/^https:/, 'http:'), signal })
  return plain.kind === 'failed' ? found : plain
}

const NO_HTTPS = new Set<SyncCode>(['tls', 'refused', 'timeout', 'failed'])

async function findAt(search: Search): Promise<FeedSearch> {
  const { typedUrl } = search
  const answer = await fetchTyped(search, typedUrl)
  if (!answer.ok)
    return answer.code === 'http_error' ? guess(search, answer) : failed(answer.code, answer.message)
  const read = await readFeed(search, answer)
  if (read.kind === 'feed') return read
  if (!looksLikeHtml(answer.bytes) && read.code === 'bad_feed') return read
  return (
    (await offered(search, answer)) ?? (await guess(search, { code: 'not_a_feed', message: noFeed(answer) }))
  )
}

/** Reads one of the feeds that the page at a typed address offers. Its host may be private only where that of the page is. */
export async function readOffered(
  ports: SyncPorts,
  offer: { readonly typed: string; readonly url: string },
  signal?: AbortSignal,
): Promise<ReadFeed | Failed> {
  const search = { ports, typedUrl: normaliseTypedAddress(offer.typed) ?? offer.typed, signal }
  const answer = await fetchTyped(search, offer.url)
  return answer.ok ? readFeed(search, answer) : failed(answer.code, answer.message)
}

type Fetched = FetchAnswer | Pick<FetchFailure, 'ok' | 'code' | 'message'>

async function fetchTyped({ ports, typedUrl, signal }: Search, url: string): Promise<Fetched> {
  const outcome = await ports.fetch({
    url,
    purpose: 'look',
    headers: {
      Accept: 'application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.8, */*;q=0.5',
    },
    maxBytes: ports.limits.maxBytes,
    typed: hostAndPort(url) === hostAndPort(typedUrl),
    lane: 'first',
    ...(signal ? { signal } : {}),
  })
  if (!outcome.ok) return outcome
  const failure = feedFailure(outcome)
  return failure ? { ok: false, code: failure.code, message: failure.message } : outcome
}

async function readFeed(
  { ports, typedUrl, signal }: Search,
  answer: FetchAnswer,
): Promise<ReadFeed | Failed> {
  const { bytes, headers, finalUrl } = answer
  const contentType = headers['content-type'] ?? null
  const input = { bytes, contentType, url: finalUrl, now: ports.now().toISOString() }
  const options = { timeoutMs: ports.limits.taskMs, ...(signal ? { signal } : {}) }
  let parsed: FeedLook
  try {
    parsed = await ports.tasks.run('preview-feed', input, options)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return failed('bad_feed', `The feed from ${hostOf(finalUrl)} could not be read: ${words}.`)
  }
  if (!parsed.ok) return failed(parsed.error.code, parsed.error.message)
  const { feed, preview } = parsed
  return { kind: 'feed', url: finalUrl, typedUrl, feed, preview }
}

/** The feeds that a page names; a single one is read at once. Null when it names none. */
async function offered(search: Search, page: FetchAnswer): Promise<FeedSearch | null> {
  const { ports, typedUrl, signal } = search
  const input = { bytes: page.bytes, contentType: page.headers['content-type'] ?? null, url: page.finalUrl }
  const options = { timeoutMs: ports.limits.taskMs, ...(signal ? { signal } : {}) }
  const feeds = await ports.tasks.run('discover-feeds', input, options).catch(() => {
    // A page that no worker survives offers nothing; the guesses are still tried.
    return []
  })
  const [only, second] = feeds
  if (!only) return null
  if (second) return { kind: 'choice', typedUrl, feeds }
  const answer = await fetchTyped(search, only.url)
  return answer.ok ? readFeed(search, answer) : failed(answer.code, answer.message)
}

/** Where this kind of site keeps its feed; the first that is one. `otherwise` is the failure when none is. */
async function guess(
  search: Search,
  otherwise: { readonly code: SyncCode; readonly message: string },
): Promise<FeedSearch> {
  for (const url of guessFeedAddresses(search.typedUrl).slice(0, MOST_GUESSES)) {
    if (search.signal?.aborted) return failed('cancelled', 'Looking for a feed was cancelled.')
    if (url === search.typedUrl) continue
    const answer = await fetchTyped(search, url)
    const read = answer.ok ? await readFeed(search, answer) : null
    if (read?.kind === 'feed') return read
  }
  return failed(otherwise.code, otherwise.message)
}

function noFeed(answer: FetchAnswer): string {
  return `No feed was found at ${answer.finalUrl}; look on the site for a link named RSS, Atom or feed and type its address.`
}

function failed(code: SyncCode, message: string): Failed {
  return { kind: 'failed', code, message }
}
