// What one arriving article costs beside its own text: key points, its row in the index with its story, and the nearest articles of the
// library. `node benchmarks/new-article.bench.mjs 1000 100000`; the libraries are those of the window's benchmark.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

import { loadParts } from './support/load-parts.mjs'
import { proseOf } from './support/prose.mjs'
import { seededLibrary } from './support/seed-library.mjs'

const ROUNDS = 101
const START = Date.UTC(2024, 0, 1)
const MINUTES_APART = 11

const sizes = process.argv.slice(2).map(Number)
const folder = await mkdtemp(join(tmpdir(), 'offprint-new-article-'))
try {
  // In dist/, where the index finds SQLite's WebAssembly.
  const parts = await loadParts(
    { SearchIndex: 'electron/search/search-index', keyPoints: 'electron/articles/key-points' },
    join(process.cwd(), 'dist', 'new-article.bench.cjs'),
  )
  for (const size of sizes.length > 0 ? sizes : [1000, 100_000]) await run(size, parts)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function run(size, { SearchIndex, keyPoints }) {
  const library = join(folder, String(size))
  await seededLibrary(size, library, join(process.cwd(), 'dist'))
  const [name] = (await readdir(join(library, 'index'))).filter((file) => file.endsWith('.db'))
  const index = await SearchIndex.open(join(library, 'index', name))
  const points = meter()
  const put = meter()
  const near = meter()
  for (let round = 0; round < ROUNDS; round++) {
    const article = articleOf(size + round)
    points.time(() => keyPoints(article.text, { title: article.title, language: 'en' }))
    put.time(() => {
      index.put([article])
      index.place(1)
    })
    near.time(() => index.nearest(article, 5))
  }
  index.close()
  console.log(
    `${size} articles: key points ${points.median()}; index and story ${put.median()}; nearest ${near.median()}`,
  )
}

/** Medians of the clock, which counts waiting for the disk, and of the processor, which a busy machine leaves alone. In milliseconds. */
function meter() {
  const clock = []
  const processor = []
  const middle = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)].toFixed(1)
  return {
    time(work) {
      const begin = performance.now()
      const used = process.cpuUsage()
      work()
      const spent = process.cpuUsage(used)
      clock.push(performance.now() - begin)
      processor.push((spent.user + spent.system) / 1000)
    },
    median: () => `${middle(clock)} ms, processor ${middle(processor)} ms`,
  }
}

function articleOf(number) {
  const { title, paragraphs, writer } = proseOf(number)
  const at = new Date(START + number * MINUTES_APART * 60_000).toISOString()
  return {
    articleId: number.toString(16).padStart(32, 'f'),
    feedId: `feed${String(number % 1000).padStart(12, '0')}`,
    feedTitle: `Feed ${number % 1000}`,
    title,
    byline: writer,
    text: paragraphs.join('\n\n'),
    published: at,
    arrived: at,
    stamp: '1',
  }
}
