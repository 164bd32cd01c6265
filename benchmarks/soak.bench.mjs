/**
 * Syncs in a loop, in one process, against a loopback server whose articles come and change each time:
 * `node benchmarks/soak.bench.mjs [syncs] [feeds]`. Real engine, workers, library and index. Prints one JSON line: the slope of memory by
 * linear regression over the samples after the warm-up, open files, and what the disk grew by.
 */
import { createServer } from 'node:http'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'

const [syncs = 1000, feeds = 5] = process.argv.slice(2).map(Number)
const ITEMS = 20
const SAMPLE_EVERY = 10
// Caches, compiled code and the allocator's pools settle first.
const WARM_UP = Math.min(200, Math.floor(syncs / 4))

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

const words = 'the harbour council met again on the long street while boats waited under grey weather'.split(
  ' ',
)
const prose = (seed) =>
  Array.from({ length: 300 }, (_, n) =>
    n % 9 === 0 ? `w${(seed * 31 + n * 7) % 4000}` : words[(seed + n) % words.length],
  ).join(' ')

let round = 0

/** Each round one article comes, one leaves, and the third newest is changed. */
function feedOf(feed) {
  const item = (n) => {
    const number = round + ITEMS - n
    const edition = n === 2 ? ` Edition ${round}.` : ''
    return (
      `<item><title>Article ${feed}-${number}</title><guid isPermaLink="false">s:${feed}:${number}</guid>` +
      `<pubDate>${new Date(Date.UTC(2026, 0, 1) + number * 600_000).toUTCString()}</pubDate>` +
      `<description><![CDATA[<p>${prose(feed * 7919 + number)}${edition}</p>]]></description></item>`
    )
  }
  const items = Array.from({ length: ITEMS }, (_, n) => item(n)).join('')
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title>${items}</channel></rss>`
}

const server = createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/rss+xml', ETag: `"${round}"` })
  response.end(feedOf(Number(request.url.slice(2))))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

const folder = await mkdtemp(join(tmpdir(), 'offprint-soak-'))
const common = { bundle: true, platform: 'node', target: 'node18', format: 'cjs', logLevel: 'error' }
const bundle = join(folder, 'bundle')
await build({
  ...common,
  entryPoints: ['electron/workers/worker.ts', 'electron/workers/search-worker.ts'],
  outdir: bundle,
  outExtension: { '.js': '.cjs' },
  external: ['node-sqlite3-wasm'],
})
await build({
  ...common,
  entryPoints: ['electron/engine.ts'],
  outfile: join(bundle, 'engine.cjs'),
  external: ['node-sqlite3-wasm'],
})
const { symlink } = await import('node:fs/promises')
await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
const { Engine } = createRequire(import.meta.url)(join(bundle, 'engine.cjs'))

const libraryFolder = join(folder, 'library')
const engine = await Engine.open({ libraryFolder, network: 'on', version: 'soak', bundle })
await engine.changeSettings({ keepArticles: 100 })
for (let feed = 0; feed < feeds; feed++)
  await engine.addFeed(`http://127.0.0.1:${server.address().port}/f${feed}`, [])

const openFiles = async () => (await readdir('/proc/self/fd').catch(() => [])).length
const samples = []
const started = performance.now()
let disk = null
for (round = 1; round <= syncs; round++) {
  await engine.sync({ feedIds: [], force: true, depth: 'full' })
  const rows = engine.listArticles(
    { view: 'all', feedId: null, folder: null, order: 'newest' },
    null,
    20,
  ).rows
  await engine.article(rows[0].articleId)
  await engine.mark([rows[0].articleId], { read: true })
  // As on the days of a library at its limits: what is over them goes, so that its size stays.
  if (round % 20 === 0) await engine.storage.purge()
  if (round % SAMPLE_EVERY !== 0) continue
  collectGarbage()
  const { rss, heapUsed, external } = process.memoryUsage()
  samples.push({ round, rss, heapUsed, external, files: await openFiles() })
  if (round === WARM_UP - (WARM_UP % SAMPLE_EVERY)) disk = await engine.storage.usage()
}
const usage = await engine.storage.usage()
const minutes = (performance.now() - started) / 60_000
const { problems } = await engine.storage.doctor(false)
const counts = engine.counts()

/** Least squares; bytes a sync, and how sure: the standard error of the slope. */
function slope(points, of) {
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length
  const x = mean(points.map((point) => point.round))
  const y = mean(points.map(of))
  const spread = points.reduce((sum, point) => sum + (point.round - x) ** 2, 0)
  const along = points.reduce((sum, point) => sum + (point.round - x) * (of(point) - y), 0) / spread
  const rest = points.reduce((sum, point) => sum + (of(point) - y - along * (point.round - x)) ** 2, 0)
  return { perSync: Math.round(along), error: Math.round(Math.sqrt(rest / (points.length - 2) / spread)) }
}

const settled = samples.filter((sample) => sample.round > WARM_UP)
const megabytes = (bytes) => Math.round(bytes / 1e5) / 10
console.log(
  JSON.stringify({
    syncs,
    feeds,
    minutes: Math.round(minutes * 10) / 10,
    articles: counts.all,
    rss: slope(settled, (sample) => sample.rss),
    heap: slope(settled, (sample) => sample.heapUsed),
    external: slope(settled, (sample) => sample.external),
    rssMb: [settled[0], settled.at(-1)].map((sample) => megabytes(sample.rss)),
    heapMb: [settled[0], settled.at(-1)].map((sample) => megabytes(sample.heapUsed)),
    openFiles: [settled[0].files, settled.at(-1).files],
    diskMb: [megabytes(disk.total), megabytes(usage.total)],
    disk: { before: disk, after: usage },
    problems,
  }),
)
if (process.env.SOAK_SAMPLES)
  console.error(samples.map((s) => `${s.round} ${s.rss} ${s.heapUsed} ${s.external} ${s.files}`).join('\n'))
await engine.close()
server.closeAllConnections()
server.close()
await rm(folder, { recursive: true })
