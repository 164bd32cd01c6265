/** A whole sync in a test: loopback site, memory library, real parsing in place, a clock that the test moves. */
import type { SyncSummary } from '../../contract/sync'
import { HttpClient } from '../../electron/sync/http-client'
import type { HttpClientOptions } from '../../electron/sync/http-client'
import { Ledger } from '../../electron/sync/ledger'
import type { LocalFeedReader } from '../../electron/sync/local-feed'
import { fetchWithLocalFeed } from '../../electron/sync/local-feed'
import { typedHosts } from '../../electron/sync/private-address'
import type { SyncOptions } from '../../electron/sync/sync-all'
import { syncAll } from '../../electron/sync/sync-all'
import type { SyncPorts } from '../../electron/sync/sync-ports'
import { DEFAULT_LIMITS } from '../../electron/sync/sync-settings'
import type { SyncLimits } from '../../electron/sync/sync-settings'
import { TASKS } from '../../electron/workers/run-task'
import type { TaskRunner } from '../../electron/workers/tasks'
import { startLoopbackServer } from './loopback-server'
import type { LoopbackServer } from './loopback-server'
import { MemoryLibrary } from './memory-library'

/** Runs every task where it stands, a turn of the loop later. */
export const tasksInPlace: TaskRunner = {
  run: async (name, input) => {
    await new Promise((resolve) => setImmediate(resolve))
    return TASKS[name](input as never) as never
  },
}

const TEST_LIMITS: SyncLimits = {
  ...DEFAULT_LIMITS,
  maxBytes: 500_000,
  stragglerMs: 100,
}

export interface SyncBench {
  readonly server: LoopbackServer
  readonly library: MemoryLibrary
  readonly ledger: Ledger
  /** The clock, in milliseconds since 1970. */
  time: number
  ports(change?: Partial<SyncPorts>): SyncPorts
  sync(options?: Partial<SyncOptions>, change?: Partial<SyncPorts>): Promise<SyncSummary>
  /** As after a restart of the app: a fresh client that knows of no paused host. */
  restart(change?: Partial<HttpClientOptions>): void
  stop(): Promise<void>
}

export interface BenchOptions {
  readonly limits?: Partial<SyncLimits>
  readonly local?: LocalFeedReader
}

export async function startSyncBench(options: BenchOptions = {}): Promise<SyncBench> {
  const server = await startLoopbackServer()
  const library = new MemoryLibrary()
  const ledger = new Ledger()
  const limits = { ...TEST_LIMITS, ...options.limits }
  const makeClient = (change: Partial<HttpClientOptions> = {}) =>
    new HttpClient({
      version: '0.1.0',
      limits,
      network: 'on',
      now: () => new Date(bench.time),
      typedHosts: () => typedHosts(library.feeds()),
      ...change,
    })
  const clients: HttpClient[] = []
  const bench: SyncBench = {
    server,
    library,
    ledger,
    time: Date.parse('2026-03-01T08:00:00Z'),
    ports: (change = {}) => ({
      library,
      tasks: tasksInPlace,
      fetch: fetchWithLocalFeed(
        (request) => (clients.at(-1) ?? makeClient()).fetch(request),
        options.local ?? (() => Promise.resolve(null)),
      ),
      bytesReceived: () => clients.at(-1)?.bytesReceived ?? 0,
      limits,
      now: () => new Date(bench.time),
      random: () => 0.5,
      ledger,
      ...change,
    }),
    sync: (syncOptions = {}, change = {}) =>
      syncAll(bench.ports(change), {
        feedIds: [],
        force: false,
        depth: 'full',
        prefetchRelated: true,
        ...syncOptions,
      }),
    restart: (change = {}) => {
      clients.push(makeClient(change))
    },
    stop: async () => {
      for (const client of clients) client.close()
      await server.stop()
    },
  }
  bench.restart()
  return bench
}

export interface TestItem {
  readonly title: string
  readonly link?: string
  readonly guid?: string
  readonly date?: string
  readonly html?: string
  readonly summary?: string
}

/** An RSS document of our own. */
export function rss(title: string, items: readonly TestItem[]): string {
  const item = (one: TestItem) =>
    `<item><title>${one.title}</title><guid isPermaLink="false">${one.guid ?? one.title}</guid>` +
    (one.link ? `<link>${one.link}</link>` : '') +
    `<pubDate>${one.date ?? 'Sun, 01 Mar 2026 07:00:00 GMT'}</pubDate>` +
    (one.summary ? `<description><![CDATA[${one.summary}]]></description>` : '') +
    (one.html ? `<content:encoded><![CDATA[${one.html}]]></content:encoded>` : '') +
    '</item>'
  return (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">' +
    `<channel><title>${title}</title><link>http://site.invalid/</link><description>d</description>` +
    `${items.map(item).join('')}</channel></rss>`
  )
}

/** Sentences that differ by `seed`, so that no two texts are alike. */
export function prose(words: number, seed = 'harbour'): string {
  const stock =
    `the ${seed} council met again on ${seed} street while boats waited under grey weather and a clerk wrote`.split(
      ' ',
    )
  const out: string[] = []
  for (let n = 0; n < words; n++) {
    const word = n % 7 === 3 ? `${seed}${n}` : (stock[n % stock.length] ?? 'word')
    out.push(n % 12 === 11 ? `${word}.` : n % 12 === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word)
  }
  return out.join(' ')
}

/** A page of our own with the parts of a news article. */
export function page(
  title: string,
  parts: {
    readonly text?: string
    readonly image?: string
    readonly related?: readonly { title: string; url: string }[]
  } = {},
): string {
  const text = parts.text ?? prose(320, title.toLowerCase().replace(/\W/g, ''))
  const paragraphs = text.match(/(?:\S+\s*){1,60}/g) ?? []
  const figure = parts.image
    ? `<figure><img src="${parts.image}" alt="A pier" width="640" height="360"><figcaption>The pier at noon</figcaption></figure>`
    : ''
  const related = parts.related
    ? `<section class="related"><h2>Related Articles</h2><ul>${parts.related
        .map((one) => `<li><a href="${one.url}"><h3>${one.title}</h3></a><p>A teaser that ends…</p></li>`)
        .join('')}</ul></section>`
    : ''
  return (
    `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:type" content="article"></head><body>` +
    `<main><article><h1>${title}</h1>${figure}${paragraphs.map((one) => `<p>${one.trim()}</p>`).join('\n')}</article>${related}</main></body></html>`
  )
}

/** A PNG header of the given size; enough to be told as a picture. `seed` makes different files. */
export function png(width = 640, height = 360, seed = 0): Buffer {
  const bytes = Buffer.alloc(64, seed)
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
