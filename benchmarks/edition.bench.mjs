// What making an edition costs the main thread in a large library, and how long the thread answers nothing meanwhile.
// `node benchmarks/edition.bench.mjs 1000 100000`; the libraries are those of the window's benchmark.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

import { loadParts } from './support/load-parts.mjs'
import { seededLibrary } from './support/seed-library.mjs'

const ROUNDS = 9

const sizes = process.argv.slice(2).map(Number)
const folder = await mkdtemp(join(tmpdir(), 'offprint-edition-'))
try {
  const parts = await loadParts(
    { LibraryStore: 'electron/library/library-store', EditionDesk: 'electron/engine/edition-desk' },
    join(folder, 'parts.cjs'),
  )
  for (const size of sizes.length > 0 ? sizes : [1000, 100_000]) await run(size, parts)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function run(size, { LibraryStore, EditionDesk }) {
  const place = join(folder, String(size))
  await seededLibrary(size, place, join(process.cwd(), 'dist'))
  const now = () => new Date()
  const library = await LibraryStore.open(place, { now })
  await library.changeSettings({ edition: '20-articles' })
  const desk = new EditionDesk(library, now, { numberOf: () => null }, { changed: () => {} })
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(() => desk.make()))
  await library.close()
  const middle = (name) => {
    const sorted = rounds.map((one) => one[name]).sort((a, b) => a - b)
    return `${sorted[Math.floor(ROUNDS / 2)].toFixed(1)} ms (longest ${sorted.at(-1).toFixed(1)})`
  }
  console.log(
    `${size} articles: wall ${middle('wall')}; processor ${middle('processor')}; without a turn of the loop ${middle('blocked')}`,
  )
}

/** `blocked` is the longest time between two turns of the event loop. */
async function measure(work) {
  let last = performance.now()
  let blocked = 0
  let running = true
  const turn = () => {
    const at = performance.now()
    blocked = Math.max(blocked, at - last)
    last = at
    if (running) setImmediate(turn)
  }
  setImmediate(turn)
  const used = process.cpuUsage()
  const begin = performance.now()
  await work()
  const wall = performance.now() - begin
  running = false
  const { user, system } = process.cpuUsage(used)
  return { wall, processor: (user + system) / 1000, blocked }
}
