// Search at a library's size: filling the index, its size, and each kind of question. `node benchmarks/search.bench.mjs [articles]`.
import { createHash } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const count = Number(process.argv[2] ?? 10_000)
const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'))
try {
  await run()
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function run() {
  const { SearchIndex, parseQuery } = await loadSearch()
  const file = join(folder, 'search.db')
  const index = await SearchIndex.open(file)
  const filling = fill(index)
  await time('open again', 1, async () => {
    index.close()
  })
  const again = await SearchIndex.open(file)
  const now = Date.UTC(2024, 2, 1)
  console.log(`articles ${count}`)
  console.log(`fill, an article        ${(filling / count).toFixed(2)} ms of processor`)
  console.log(`on disk, an article     ${((await stat(file)).size / count).toFixed(0)} bytes`)
  const ask = (text) => again.query(parseQuery(text), { before: null, size: 500, now })
  const questions = {
    'rare word': 'rareword77 ',
    'common word': 'common1 ',
    'two common words': 'common1 common2 ',
    phrase: '"common1 common2"',
    'prefix of three letters': 'com',
    'prefix of four letters': 'comm',
    'word in titles': 'title:common3 ',
    'one feed': 'feed:feed7 common1 ',
    'days long past': 'before:2022-06 common1 ',
    'word left out': 'common1 -common2 ',
    'Chinese, two characters': '北京 ',
    'Chinese, one character': '北',
  }
  for (const [name, text] of Object.entries(questions)) {
    const hits = ask(text).hits.length
    await time(`${name} (${hits})`, 5, () => ask(text))
  }
  const asked = articleOf(count - 1)
  await time(`nearest (${again.nearest(asked, 5).length})`, 5, () => again.nearest(asked, 5))
  console.log(`resident                ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
  again.close()
}

function fill(index) {
  let spent = 0
  for (let start = 0; start < count; start += 200) {
    const articles = Array.from({ length: Math.min(200, count - start) }, (_, place) =>
      articleOf(start + place),
    )
    const used = process.cpuUsage()
    index.put(articles)
    while (index.place(200).left);
    spent += process.cpuUsage(used).user / 1000
  }
  const used = process.cpuUsage()
  while (index.tidy());
  return spent + process.cpuUsage(used).user / 1000
}

/** Medians of the clock and, since a busy machine makes the clock lie, of the processor's time. */
async function time(name, rounds, work) {
  const clock = []
  const processor = []
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    const used = process.cpuUsage()
    await work()
    const spent = process.cpuUsage(used)
    clock.push(performance.now() - begin)
    processor.push((spent.user + spent.system) / 1000)
  }
  const median = (times) => {
    const middle = times.sort((a, b) => a - b)[Math.floor(rounds / 2)]
    return middle.toFixed(1).padStart(8)
  }
  console.log(`${name.padEnd(32)} ${median(clock)} ms, processor ${median(processor)} ms`)
}

/** Prose of about 4 KB whose words are as unevenly common as those of a language (Zipf), every tenth article partly Chinese. */
function articleOf(number) {
  const random = randomFrom(number + 1)
  const words = (many) => Array.from({ length: many }, () => wordOf(random)).join(' ')
  const chinese = number % 10 === 0 ? ` ${Array.from({ length: 200 }, () => hanzi(random)).join('')}` : ''
  const published = new Date(Date.UTC(2022, 0, 1) + (number * 790 * 24 * 3600_000) / count).toISOString()
  return {
    articleId: createHash('sha256').update(String(number)).digest('hex').slice(0, 32),
    feedId: `feed${number % 1000}`,
    feedTitle: `Feed${number % 1000}`,
    title: words(9),
    byline: `Writer${number % 500}`,
    text: `${words(620)}. ${number % 1000 === 77 ? 'rareword77' : ''}${chinese}`,
    published,
    arrived: published,
    stamp: '1',
  }
}

function wordOf(random) {
  const rank = Math.floor(Math.exp(random() * Math.log(150_000)))
  if (rank < 30) return `common${rank}`
  // Lengths and letters as in English prose: about 5.5 letters a word.
  let word = ''
  for (let rest = rank * 7919; rest > 0; rest = Math.floor(rest / 20))
    word += 'etaoinsrhldcumfpgwyb'[rest % 20]
  return word
}

function hanzi(random) {
  const rank = Math.floor(Math.exp(random() * Math.log(3000)))
  return rank < 3 ? ('北京大'[rank - 1] ?? '学') : String.fromCodePoint(0x4e00 + rank * 5)
}

function randomFrom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

async function loadSearch() {
  const outfile = join(folder, 'search.mjs')
  const contents = `export { SearchIndex } from './electron/search/search-index'; export { parseQuery } from './electron/search/parse-query'`
  const modules = pathToFileURL(
    join(process.cwd(), 'node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.js'),
  ).href
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    plugins: [
      {
        name: 'wasm',
        setup: (setup) =>
          setup.onResolve({ filter: /^node-sqlite3-wasm$/ }, () => ({ path: modules, external: true })),
      },
    ],
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}
