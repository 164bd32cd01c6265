/**
 * First sync and unchanged sync of many feeds on loopback: `node benchmarks/sync.bench.mjs [feeds] [articles] [latency ms]`.
 * Own server, own text; the whole engine with its workers, library and index, as the app starts them. Prints one JSON line a pass: `ms` until
 * every text is stored, `foundMs` until a search finds every article, `groupedMs` until stories are made as well. On ext4 files that were deleted within the last minutes make new
 * ones slower (`recently_deleted` in the kernel): a run right after another, or after tests, costs seconds more of `systemMs`.
 */
import { fork } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const [feeds = 200, articles = 50, latency = 50] = process.argv.slice(2).map(Number)

/** The engine, bundled as the app is. */
async function loadEngine(folder) {
  const bundle = join(folder, 'bundle')
  await build({
    entryPoints: ['electron/engine.ts', 'electron/workers/worker.ts', 'electron/workers/search-worker.ts'],
    entryNames: '[name]',
    outdir: bundle,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'error',
    external: ['node-sqlite3-wasm'],
  })
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  return { bundle, Engine: createRequire(import.meta.url)(join(bundle, 'engine.cjs')).Engine }
}

const folder = await mkdtemp(join(tmpdir(), 'offprint-sync-bench-'))
const { bundle, Engine } = await loadEngine(folder)
const server = fork('benchmarks/support/feed-server.mjs', [feeds, articles, latency].map(String))
const ports = await new Promise((resolve) => server.once('message', resolve))

let headlinesMs = 0
let started = 0
const since = () => Math.round(performance.now() - started)
const engine = await Engine.open({
  libraryFolder: join(folder, 'library'),
  network: 'on',
  version: 'bench',
  bundle,
  onEvent: (name, fact) => {
    if (name === 'sync.progress' && !headlinesMs && fact.feedsDone === feeds) headlinesMs = since()
  },
})
const outlines = ports.map((port) => `<outline type="rss" xmlUrl="http://127.0.0.1:${port}/feed"/>`).join('')
await engine.importOpml(Buffer.from(`<opml version="2.0"><body>${outlines}</body></opml>`))
await engine.warmUp()

for (const name of ['first', 'unchanged']) {
  headlinesMs = 0
  let peak = 0
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100)
  const before = process.cpuUsage()
  started = performance.now()
  const pass = engine.sync({ feedIds: [], force: false, depth: 'full' })
  const whole = foundAll(pass)
  const { ms, ok, notModified, failed, newArticles, bytes } = await pass
  const groupedMs = since()
  const foundMs = await whole
  clearInterval(timer)
  const { user, system } = process.cpuUsage(before)
  const [userMs, systemMs, peakMb] = [user / 1e3, system / 1e3, peak / 1e6].map(Math.round)
  const load = Number(loadavg()[0].toFixed(1))
  console.log(
    JSON.stringify({
      ...{ pass: name, feeds, headlinesMs, ms, foundMs, groupedMs, userMs, systemMs, peakMb, load },
      ...{ ok, notModified, failed, newArticles, bytes },
    }),
  )
}

/** Asked a few times a second, once every text is stored: before, it would take from what is measured. */
async function foundAll(pass) {
  let ended = false
  void pass.finally(() => (ended = true))
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (!ended && engine.progress().phase !== 'idle') continue
    const { hits } = await engine.search('harbour', feeds * articles, { snippets: 0 })
    if (hits.length === feeds * articles) return since()
    if (ended) throw new Error(`A search found ${hits.length} of ${feeds * articles} articles.`)
  }
}

await engine.close()
server.disconnect()
await rm(folder, { recursive: true })
