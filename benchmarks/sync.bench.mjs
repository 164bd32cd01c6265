/**
 * First sync and unchanged sync of many feeds on loopback: `node benchmarks/sync.bench.mjs [feeds] [articles] [latency ms]`.
 * Own server, own text; the real client, workers and library. Prints one JSON line a pass.
 */
import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const [feeds = 200, articles = 50, latency = 50] = process.argv.slice(2).map(Number)
const words = 'the harbour council met again on the long street while boats waited under grey weather'.split(
  ' ',
)
const prose = (seed) =>
  Array.from({ length: 650 }, (_, n) =>
    n % 9 === 0 ? `w${(seed * 31 + n * 7) % 4000}` : words[(seed + n) % words.length],
  ).join(' ')

function feedOf(feed) {
  const item = (n) =>
    `<item><title>Article ${feed}-${n}</title><guid isPermaLink="false">b:${feed}:${n}</guid>` +
    `<pubDate>${new Date(Date.UTC(2026, 0, 1) - (n * feeds + feed) * 60_000).toUTCString()}</pubDate>` +
    `<description><![CDATA[<p>${prose(feed * articles + n)}</p>]]></description></item>`
  const items = Array.from({ length: articles }, (_, n) => item(n)).join('')
  return gzipSync(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title>${items}</channel></rss>`,
  )
}

/** One port a feed, so that each is a host of its own. */
async function startSite() {
  const servers = await Promise.all(
    Array.from({ length: feeds }, async (_, feed) => {
      const body = feedOf(feed)
      const server = createServer((request, response) => {
        setTimeout(() => {
          const known = request.headers['if-none-match'] === '"1"'
          response.writeHead(known ? 304 : 200, { ETag: '"1"', 'Content-Encoding': 'gzip' })
          response.end(known ? undefined : body)
        }, latency)
      })
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  return {
    urls: servers.map((server) => `http://127.0.0.1:${server.address().port}/feed`),
    stop: () => servers.forEach((server) => (server.closeAllConnections(), server.close())),
  }
}

/** Everything of the app that a sync needs, bundled as the app is. */
async function loadApp(folder) {
  const common = { bundle: true, platform: 'node', target: 'node18', format: 'cjs', logLevel: 'error' }
  await build({ ...common, entryPoints: ['electron/workers/worker.ts'], outfile: join(folder, 'worker.cjs') })
  const doors = [
    "export { LibraryStore } from './electron/library/library-store'",
    "export { WorkerPool } from './electron/workers/pool'",
    "export { HttpClient } from './electron/sync/http-client'",
    "export { Ledger } from './electron/sync/ledger'",
    "export { typedHosts } from './electron/sync/private-address'",
    "export { syncAll } from './electron/sync/sync-all'",
    "export { DEFAULT_LIMITS } from './electron/sync/sync-settings'",
  ]
  const stdin = { contents: doors.join('\n'), resolveDir: process.cwd(), loader: 'ts' }
  await build({ ...common, stdin, outfile: join(folder, 'app.cjs') })
  const { createRequire } = await import('node:module')
  return createRequire(import.meta.url)(join(folder, 'app.cjs'))
}

const folder = await mkdtemp(join(tmpdir(), 'offprint-sync-bench-'))
const app = await loadApp(folder)
const site = await startSite()
const now = () => new Date()
const library = await app.LibraryStore.open(join(folder, 'library'), { now })
const tasks = new app.WorkerPool({ file: join(folder, 'worker.cjs'), size: 2 })
const limits = app.DEFAULT_LIMITS
for (const [place, url] of site.urls.entries()) {
  const feedId = `bench${String(place).padStart(11, '0')}`
  const rest = {
    siteUrl: null,
    title: feedId,
    ownTitle: null,
    folder: [],
    added: now().toISOString(),
    icon: null,
  }
  await library.addFeed({
    feedId,
    url,
    typedUrl: url,
    language: null,
    textSource: 'better',
    keepDays: null,
    keepArticles: null,
    ...rest,
  })
}
const hosts = app.typedHosts(library.feeds())
const client = new app.HttpClient({ version: 'bench', limits, network: 'on', now, typedHosts: () => hosts })
const ports = {
  library,
  tasks,
  fetch: client.fetch,
  bytesReceived: () => client.bytesReceived,
  limits,
  now,
  random: Math.random,
  ledger: new app.Ledger(),
}

for (const pass of ['first', 'unchanged']) {
  const started = performance.now()
  let headlines = 0
  let peak = 0
  const onProgress = (progress) => {
    if (!headlines && progress.feedsDone === feeds) headlines = Math.round(performance.now() - started)
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  const summary = await app.syncAll(ports, {
    feedIds: [],
    force: false,
    depth: 'full',
    prefetchRelated: true,
    onProgress,
  })
  const { ms, ok, notModified, failed, newArticles, bytes } = summary
  const peakMb = Math.round(peak / 1e6)
  console.log(
    JSON.stringify({
      pass,
      feeds,
      headlinesMs: headlines,
      ms,
      ok,
      notModified,
      failed,
      newArticles,
      bytes,
      peakMb,
    }),
  )
}

client.close()
await library.close()
await tasks.close()
site.stop()
await rm(folder, { recursive: true })
