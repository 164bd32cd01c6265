/**
 * The only way to the network. Bounded in time, size, redirects and connections; keeps content away from private addresses;
 * sends no cookies, no referrer, and a password only to the host it was given for.
 */
import type { ContactPurpose } from '../../contract/contact'
import { PAUSE_WITHOUT_DATE_MS, retryAfterUntil } from './cache-policy'
import type { FetchFailure, FetchOutcome, FetchRequest, Redirect } from './fetch-outcome'
import { hostOf } from './fetch-outcome'
import { HostLimiter } from './host-limiter'
import { HostPauses } from './host-pauses'
import type { Hop, HopAnswer } from './http-request'
import { sendRequest } from './http-request'
import type { Agents } from './kept-connections'
import { makeAgents } from './kept-connections'
import type { ResolveHost } from './private-address'
import { guardedLookup, hostAndPort, literalRefusal, resolveWithSystem } from './private-address'
import type { FindProxy } from './proxy'
import { ProxyRoutes } from './proxy-routes'
import type { SyncLimits } from './sync-settings'
import { TransportError, transportFailure } from './transport-failure'

export interface HttpClientOptions {
  readonly version: string
  readonly limits: SyncLimits
  /** `off` refuses every fetch; the rest of the app then answers from disk. */
  readonly network: 'on' | 'off'
  readonly now: () => Date
  /** Hosts with port (`hostAndPort`) that may be private because the reader typed them. */
  readonly typedHosts: () => ReadonlySet<string>
  /** Value of an Authorization header for an origin (`https://example.org`), null when there is none. */
  readonly authorization?: (origin: string) => string | null
  /** Hears that `origin` wanted a name and password (Basic) when `address` was asked for. */
  readonly challenged?: (address: string, origin: string) => void
  /** Hears of every request that leaves, with its host (and port where that is not the usual one). */
  readonly contacted?: (host: string, purpose: ContactPurpose) => void
  readonly resolve?: ResolveHost
  /** Which proxy the system wants for an address; without it every connection is direct. */
  readonly findProxy?: FindProxy
}

interface Trip {
  readonly request: FetchRequest
  readonly redirects: Redirect[]
  /** Milliseconds left of the total; waiting for a turn does not count. */
  left: number
  authorization: { readonly origin: string; readonly value: string } | null
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

export class HttpClient {
  private readonly limiter: HostLimiter
  private readonly pauses = new HostPauses()
  // Kept connections apart: one that was opened for the reader's own address must not serve what content points to.
  private readonly agents: Record<'open' | 'guarded', Agents>
  private readonly proxies: ProxyRoutes
  private received = 0

  constructor(private readonly options: HttpClientOptions) {
    this.limiter = new HostLimiter(options.limits.connections, options.limits.connectionsPerHost)
    this.agents = { open: makeAgents(), guarded: makeAgents() }
    this.proxies = new ProxyRoutes(options)
  }

  /** Bytes that came over the network since the client was made. */
  get bytesReceived(): number {
    return this.received
  }

  readonly fetch = async (request: FetchRequest): Promise<FetchOutcome> => {
    const trip: Trip = { request, redirects: [], left: this.options.limits.totalMs, authorization: null }
    let address = request.url
    try {
      let url = this.startUrl(trip)
      for (;;) {
        address = url.href
        const answer = await this.hop(url, trip)
        if (!REDIRECTS.has(answer.status)) {
          const { status, headers, bytes, truncated } = answer
          const signedIn = this.authorizationFor(url, trip) !== null
          this.noteChallenge(url, answer, trip)
          const { redirects } = trip
          return { ok: true, status, headers, bytes, truncated, signedIn, finalUrl: address, redirects }
        }
        url = this.nextUrl(url, answer, trip)
      }
    } catch (error) {
      return this.failure(error, address, trip)
    }
  }

  /** Closes kept connections; the client must not be used afterwards. */
  close(): void {
    for (const { http, https } of Object.values(this.agents)) {
      http.destroy()
      https.destroy()
    }
    this.proxies.close()
  }

  private startUrl(trip: Trip): URL {
    const url = httpUrl(trip.request.url)
    if (!url) throw new TransportError('failed', `"${shownAddress(trip.request.url)}" is not a web address.`)
    if (url.username || url.password) {
      const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
      trip.authorization = { origin: url.origin, value: `Basic ${Buffer.from(pair).toString('base64')}` }
    }
    return withoutCredentials(url)
  }

  private async hop(url: URL, trip: Trip): Promise<HopAnswer> {
    const { limits } = this.options
    if (this.options.network === 'off')
      throw new TransportError(
        'network_off',
        'The network is switched off for this run; nothing was fetched.',
      )
    this.refusePaused(url)
    const host = hostAndPort(url.href) ?? ''
    const typed = trip.request.typed && host === hostAndPort(trip.request.url)
    const open = typed || this.options.typedHosts().has(host)
    const refusal = open ? null : literalRefusal(url)
    if (refusal) throw refusal
    const { lane = 'later', signal } = trip.request
    const answer = await this.limiter.run(url.host, lane, signal, async () => {
      this.refusePaused(url)
      const deadline = startDeadline(trip, url.host)
      try {
        const route = await this.routeFor(url, open)
        this.options.contacted?.(url.host, trip.request.purpose)
        return await sendRequest({
          url,
          ...route,
          headers: { ...this.headersFor(url, trip), ...route.headers },
          limits,
          maxBytes: trip.request.maxBytes,
          signal: deadline.signal,
        })
      } finally {
        deadline.stop()
      }
    })
    this.received += answer.received
    this.notePause(url.host, answer)
    return answer
  }

  /** The way to an address: through the system's proxy where it names one, else straight, with the name looked up by us. */
  private async routeFor(
    url: URL,
    open: boolean,
  ): Promise<Pick<Hop, 'agent' | 'lookup' | 'headers' | 'whole'>> {
    const lookup = guardedLookup(this.options.resolve ?? resolveWithSystem, open)
    const proxied = await this.proxies.routeFor(url, open ? null : lookup)
    if (proxied) return { lookup, ...proxied }
    const agents = this.agents[open ? 'open' : 'guarded']
    return {
      agent: url.protocol === 'https:' ? agents.https : agents.http,
      lookup,
      headers: {},
      whole: false,
    }
  }

  private authorizationFor(url: URL, trip: Trip): string | null {
    const own = trip.authorization?.origin === url.origin ? trip.authorization.value : null
    return own ?? this.options.authorization?.(url.origin) ?? null
  }

  private noteChallenge(url: URL, answer: HopAnswer, trip: Trip): void {
    if (answer.status === 401) this.options.challenged?.(trip.request.url, url.origin)
  }

  private headersFor(url: URL, trip: Trip): Record<string, string> {
    const authorization = this.authorizationFor(url, trip)
    return {
      'User-Agent': `Offprint/${this.options.version} (+https://offprint.invalid/)`,
      'Accept-Encoding': 'gzip, deflate, br',
      ...trip.request.headers,
      ...(authorization ? { Authorization: authorization } : {}),
    }
  }

  private nextUrl(from: URL, answer: HopAnswer, trip: Trip): URL {
    const { host } = from
    if (trip.redirects.length >= this.options.limits.maxRedirects)
      throw new TransportError(
        'too_many_redirects',
        `${host} sent us on more than ${this.options.limits.maxRedirects} times; the address leads nowhere.`,
      )
    const to = answer.headers.location ? httpUrl(answer.headers.location, from) : null
    if (!to)
      throw new TransportError('bad_redirect', `${host} sent us on to something that is not a web address.`)
    trip.redirects.push({ status: answer.status, from: from.href, to: withoutCredentials(to).href })
    return withoutCredentials(to)
  }

  private refusePaused(url: URL): void {
    const until = this.pauses.pausedUntil(url.host, this.options.now().getTime())
    if (until === null) return
    const time = new Date(until).toISOString()
    throw new TransportError(
      'busy',
      `${url.host} asked to be left alone until ${time}; it is not asked before.`,
    )
  }

  private notePause(host: string, answer: HopAnswer): void {
    if (answer.status !== 429 && answer.status !== 503) return
    const now = this.options.now().getTime()
    const until = retryAfterUntil(answer.headers, now)
    if (until !== null) this.pauses.pause(host, until)
    else if (answer.status === 429) this.pauses.pause(host, now + PAUSE_WITHOUT_DATE_MS)
  }

  private failure(error: unknown, address: string, trip: Trip): FetchFailure {
    const cancelled = trip.request.signal?.aborted === true
    const { code, message } = cancelled
      ? { code: 'cancelled' as const, message: 'The sync was cancelled.' }
      : transportFailure(error, hostOf(address))
    return { ok: false, code, message, finalUrl: address, redirects: trip.redirects }
  }
}

/** Aborts at the end of the trip's time or with the caller's signal; `stop` takes the used time off the trip. */
function startDeadline(
  trip: Trip,
  host: string,
): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController()
  const { signal } = trip.request
  const started = performance.now()
  const timer = setTimeout(
    () => {
      controller.abort(
        new TransportError('timeout', `${host} took too long; it is tried again at a later sync.`),
      )
    },
    Math.max(1, trip.left),
  )
  const cancel = () => controller.abort(new TransportError('cancelled', 'The sync was cancelled.'))
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      trip.left -= performance.now() - started
    },
  }
}

function httpUrl(text: string, base?: URL): URL | null {
  try {
    const url = new URL(text, base)
    url.hash = ''
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
  } catch {
    // Redirects to nowhere are answers too; the caller makes the sentence.
    return null
  }
}

/** What is no address may still hold a name and password, which no sentence may. */
function shownAddress(text: string): string {
  return text.replace(/^((?:[a-z][a-z0-9+.-]*:)?\/\/)?[^/?#]*@/i, '$1').slice(0, 200)
}

function withoutCredentials(url: URL): URL {
  const clean = new URL(url)
  clean.username = ''
  clean.password = ''
  return clean
}
