/**
 * The library alone, in plain Node: open, list, mark, save at 1,000, 10,000 and 100,000 articles. `node benchmarks/library.bench.mjs
 * [articles ...]`; prints a table in Markdown. The folder is on the disk of the system's temporary files.
 */
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const ROUNDS = 3

const PROSE =
  'In the morning the harbour lay under a thin fog and the boats came back one after another while the women of the market waited with their baskets. '

function articleOf(feedId, id, number) {
  return {
    articleId: id,
    feedId,
    kind: 'feed',
    guid: `https://${feedId}.example/story/${number}`,
    url: `https://${feedId}.example/story/${number}`,
    title: `A story of the harbour, number ${number}, told in about eighty characters of title`,
    author: 'A. Writer',
    published: new Date(Date.UTC(2026, 0, 1) + number * 61_000).toISOString(),
    updated: null,
    arrived: '2026-06-01T12:00:00.000Z',
    excerpt: PROSE.repeat(2).slice(0, 240),
    categories: ['news', 'harbour'],
    enclosures: [],
    thumbnail: null,
    commentsUrl: null,
    commentsFeedUrl: null,
    commentCount: null,
    language: 'en',
    words: 650,
    readiness: { text: 'feed', images: [0, 0], related: [0, 0], comments: 'none' },
    itemHash: id + id,
    pending: false,
    missing: [],
  }
}

const feedOf = (feedId) => ({
  feedId,
  url: `https://${feedId}.example/feed.xml`,
  typedUrl: `https://${feedId}.example/`,
  siteUrl: null,
  title: feedId,
  ownTitle: null,
  folder: [],
  added: '2026-03-01T12:00:00.000Z',
  icon: null,
  language: null,
  textSource: 'better',
  keepDays: null,
  keepArticles: null,
})

const idOf = (number) => createHash('sha256').update(String(number)).digest('hex').slice(0, 32)
const now = () => new Date('2026-03-01T12:00:00.000Z')

async function fill(LibraryStore, folder, articles) {
  const feeds = Math.max(1, Math.min(1000, articles / 100))
  const library = await LibraryStore.open(folder, { now })
  await Promise.all(Array.from({ length: feeds }, (_, feed) => library.addFeed(feedOf(`feed${feed}`))))
  for (let feed = 0; feed < feeds; feed++) {
    const records = []
    for (let number = feed; number < articles; number += feeds)
      records.push(articleOf(`feed${feed}`, idOf(number + 1), number))
    await library.saveArticles(`feed${feed}`, records)
  }
  const read = []
  for (let number = 0; number < articles; number += 3) read.push(idOf(number + 1))
  await library.setStatus(read, { read: true })
  await library.flush()
  await library.close()
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

async function timed(rounds, work) {
  const times = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await work(round)
    times.push(performance.now() - start)
  }
  return median(times)
}

async function measure(LibraryStore, folder, articles) {
  const before = process.memoryUsage().rss
  const cpu = process.cpuUsage()
  let start = performance.now()
  const library = await LibraryStore.open(folder, { now })
  const open = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  const openCpu = (user + system) / 1000
  const all = { view: 'all', feedId: null, folder: null, order: 'newest' }
  start = performance.now()
  const first = library.list(all, null, 60, now())
  const firstList = performance.now() - start
  let cursor = first.next
  const nextPage = await timed(20, () => {
    cursor = library.list(all, cursor, 60, now()).next
  })
  const feedList = await timed(20, (round) => {
    library.list({ ...all, feedId: `feed${round % library.feeds().length}` }, null, 60, now())
  })
  const starred = await timed(20, () => library.list({ ...all, view: 'starred' }, null, 60, now()))
  const counts = await timed(20, () => library.counts(now()))
  const feedCounts = await timed(5, async (round) => {
    await library.setStatus([idOf(2)], { saved: round % 2 === 0 })
    for (const { feedId } of library.feeds()) library.feedCounts(feedId)
  })
  const mark = await timed(20, () => {
    const { starred } = library.status(idOf(3))
    return library.setStatus([idOf(3)], { starred: !starred, read: true })
  })
  const many = Array.from({ length: Math.min(10_000, articles) }, (_, number) => idOf(number + 1))
  const markMany = await timed(3, (round) => library.setStatus(many, { saved: round % 2 === 0 }))
  const record = articleOf('feed0', idOf(1), 0)
  const save = await timed(10, (round) => library.saveArticles('feed0', [{ ...record, title: `${round}` }]))
  globalThis.gc?.()
  const memory = (process.memoryUsage().rss - before) / 2 ** 20
  const { total } = await library.upkeep.usage()
  await library.close()
  return {
    open,
    openCpu,
    firstList,
    nextPage,
    feedList,
    starred,
    counts,
    feedCounts,
    mark,
    markMany,
    save,
    memory,
    disk: total / articles,
  }
}

async function main() {
  const work = await mkdtemp(path.join(os.tmpdir(), 'offprint-bench-'))
  const bundle = path.join(work, 'library.mjs')
  const entryPoints = [path.join(import.meta.dirname, '../electron/library/library-store.ts')]
  await build({
    entryPoints,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'esm',
    outfile: bundle,
  })
  const { LibraryStore } = await import(pathToFileURL(bundle).href)
  const sizes = process.argv.slice(2).map(Number)
  const rows = []
  try {
    for (const articles of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) {
      const folder = path.join(work, String(articles))
      await fill(LibraryStore, folder, articles)
      const results = []
      // A fresh process each: what the last one warmed up must not count.
      for (let round = 0; round < ROUNDS; round++) {
        const child = spawnSync(
          process.execPath,
          ['--expose-gc', import.meta.filename, '--measure', bundle, folder, String(articles)],
          { encoding: 'utf8' },
        )
        if (child.status !== 0) throw new Error(child.stderr)
        results.push(JSON.parse(child.stdout))
      }
      const names = Object.keys(results[0])
      rows.push([
        articles,
        Object.fromEntries(names.map((name) => [name, median(results.map((result) => result[name]))])),
      ])
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  const names = Object.keys(rows[0][1])
  const cpu = os.cpus()[0]?.model ?? 'unknown'
  console.log(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${os.cpus().length} x ${cpu}; milliseconds, memory in MB, disk in bytes an article; medians of ${ROUNDS}\n`,
  )
  console.log(`| articles | ${names.join(' | ')} |\n|${'---|'.repeat(names.length + 1)}`)
  for (const [articles, result] of rows)
    console.log(`| ${articles} | ${names.map((name) => result[name].toFixed(2)).join(' | ')} |`)
}

if (process.argv[2] === '--measure') {
  const [, , , bundle, folder, articles] = process.argv
  const { LibraryStore } = await import(pathToFileURL(bundle).href)
  process.stdout.write(JSON.stringify(await measure(LibraryStore, folder, Number(articles))))
} else await main()
