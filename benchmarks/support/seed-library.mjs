// Fills a library with articles of 4 KB of prose, index and all, by the app's own store and index. Kept in the system's temporary folder, because
// a hundred thousand articles take minutes; a copy shares every file that the app only ever replaces.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'

import { loadParts } from './load-parts.mjs'
import { proseOf } from './prose.mjs'

const AT_ONCE = 400
const START = Date.UTC(2024, 0, 1)
const MINUTES_APART = 11
/** Changed whenever libraries seeded before are of no use. */
const SEED = 1

/** All feeds of the first folder are unread: 10,000 articles in the largest library. */
export const LARGE_FOLDER = 'Folder 0'

/**
 * A fresh copy of the library of this size.
 *
 * @param {number} articles
 * @param {string} to folder to be made
 * @param {string} dist the built app
 */
export async function seededLibrary(articles, to, dist) {
  const print = await fingerprint()
  const root = join(tmpdir(), 'offprint-bench-seeds')
  const seed = join(root, `${articles}-${print}`)
  if (!existsSync(seed)) {
    await mkdir(root, { recursive: true })
    const work = `${seed}.${process.pid}`
    await rm(work, { recursive: true, force: true })
    await fill(articles, work, dist)
    await rename(work, seed)
  }
  await mkdir(to, { recursive: true })
  // Files are replaced, never changed in place, but for the index and the journal.
  execFileSync('cp', ['-al', `${seed}/.`, to])
  for (const part of ['index', 'journal']) {
    await rm(join(to, part), { recursive: true, force: true })
    await cp(join(seed, part), join(to, part), { recursive: true })
  }
}

async function fingerprint() {
  const files = [
    'electron/search/index-schema.ts',
    'electron/search/tokenise.ts',
    'benchmarks/support/prose.mjs',
  ]
  const hash = createHash('sha256').update(String(SEED))
  for (const file of files) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 12)
}

async function fill(articles, folder, dist) {
  const { LibraryStore, LibraryIndex, LongWorks } = await loadParts(
    {
      LibraryStore: 'electron/library/library-store',
      LibraryIndex: 'electron/engine/library-index',
      LongWorks: 'electron/engine/long-works',
    },
    `${folder}-store.cjs`,
  )
  const now = () => new Date(START + articles * MINUTES_APART * 60_000)
  const library = await LibraryStore.open(folder, { now })
  await library.changeSettings({ syncOnLaunch: false, syncIntervalMinutes: 0, firstRunDone: true })
  const stories = { learn: () => {}, forget: () => {}, clear: () => {} }
  const works = new LongWorks({ now: () => performance.now(), tell: () => {} })
  const index = new LibraryIndex(library, dist, stories, works)
  const feeds = Math.min(1000, Math.ceil(articles / 100))
  for (let feed = 0; feed < feeds; feed++) await library.addFeed(feedOf(feed, feeds, now))
  const records = Array.from({ length: feeds }, () => [])
  for (let from = 0; from < articles; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, articles - from) }, (_, at) => from + at)
    const stored = numbers.map((number) => storedOf(number, feeds))
    await Promise.all(stored.map(({ body }) => library.saveBody(body)))
    for (const { record, feed } of stored) records[feed].push(record)
    index.put(stored.map(({ record, text }) => ({ record, text })))
    await index.flush()
    if (from % 10_000 === 0) process.stderr.write(`  seeding ${articles}: ${from}\n`)
  }
  for (const [feed, list] of records.entries()) await library.saveArticles(feedIdOf(feed), list)
  await index.catchUp()
  await markSome(library, records, feeds)
  await index.close()
  await library.flush()
  await library.close()
}

async function markSome(library, records, feeds) {
  const outside = records.flatMap((list, feed) => (isLarge(feed, feeds) ? [] : list))
  await library.setStatus(idsOf(outside.filter((_, at) => at % 3 === 0)), { read: true })
  await library.setStatus(idsOf(outside.filter((_, at) => at % 500 === 1)), { starred: true })
}

const idsOf = (records) => records.map(({ articleId }) => articleId)
const feedIdOf = (feed) => `feed${String(feed).padStart(12, '0')}`
const isLarge = (feed, feeds) => feeds <= 100 || feed % (feeds / 100) === 0

function feedOf(feed, feeds, now) {
  const url = `https://feed${feed}.example/feed.xml`
  return {
    feedId: feedIdOf(feed),
    url,
    typedUrl: url,
    siteUrl: `https://feed${feed}.example/`,
    title: `Feed ${feed}`,
    ownTitle: null,
    folder: [isLarge(feed, feeds) ? LARGE_FOLDER : `Folder ${1 + (feed % 9)}`],
    added: now().toISOString(),
    icon: null,
    language: 'en',
    textSource: 'better',
    keepDays: null,
    keepArticles: null,
    intervalMinutes: null,
    fetchComments: false,
    prefetchRelated: null,
  }
}

function storedOf(number, feeds) {
  const feed = number % feeds
  const { title, paragraphs, writer } = proseOf(number)
  const articleId = createHash('sha256').update(`bench ${number}`).digest('hex').slice(0, 32)
  const text = paragraphs.join('\n\n')
  const at = new Date(START + number * MINUTES_APART * 60_000).toISOString()
  const url = `https://feed${feed}.example/story/${number}`
  const record = {
    articleId,
    feedId: feedIdOf(feed),
    kind: 'feed',
    guid: url,
    url,
    title,
    author: writer,
    published: at,
    updated: null,
    arrived: at,
    excerpt: text.slice(0, 240),
    categories: ['news'],
    enclosures: [],
    thumbnail: null,
    commentsUrl: null,
    commentsFeedUrl: null,
    commentCount: null,
    language: 'en',
    words: 640,
    readiness: { text: 'feed', images: [0, 0], related: [0, 0], comments: 'none' },
    itemHash: articleId + articleId,
    pending: false,
    missing: [],
  }
  return { feed, record, text, body: bodyOf(articleId, title, paragraphs, text) }
}

function bodyOf(articleId, title, paragraphs, text) {
  const point = (from) => {
    const end = text.indexOf('.', from) + 1
    return { text: text.slice(from, end), from: 'extracted', start: from, end }
  }
  const body = {
    title,
    byline: null,
    siteName: null,
    published: null,
    updated: null,
    section: [],
    lead: null,
    html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''),
    text,
    keyPoints: [point(0), point(paragraphs[0].length + 2)],
    images: [],
    leadImage: null,
    related: [],
    links: [],
    commentsUrl: null,
    language: 'en',
    direction: 'ltr',
    words: 640,
  }
  return { articleId, source: 'feed', body, media: [], related: [], comments: [], versions: [] }
}
