/** Feeds, articles and bodies of our own for the library's tests, and temporary folders to keep them in. */
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import * as os from 'node:os'
import * as path from 'node:path'
import { createHash } from 'node:crypto'
import type { ArticleId } from '../../../contract/article-id'
import type { Highlight } from '../../../contract/highlight'
import type { SafeHtml } from '../../../contract/safe-html'
import { realDisk } from '../../../electron/library/disk'
import type { Disk } from '../../../electron/library/disk'
import { LibraryStore } from '../../../electron/library/library-store'
import type { OpenOptions } from '../../../electron/library/open-library'
import type { ArticleRecord, BodyRecord, FeedRecord, SyncState } from '../../../electron/library/records'

export const NOON = new Date('2026-03-01T12:00:00.000Z')

export function articleIdOf(text: string): ArticleId {
  return createHash('sha256').update(text).digest('hex').slice(0, 32) as ArticleId
}

export function sampleFeed(feedId: string, change: Partial<FeedRecord> = {}): FeedRecord {
  return {
    feedId,
    url: `https://${feedId}.example/feed.xml`,
    typedUrl: `https://${feedId}.example/`,
    siteUrl: null,
    title: `Feed ${feedId}`,
    ownTitle: null,
    folder: [],
    added: NOON.toISOString(),
    icon: null,
    language: null,
    textSource: 'better',
    keepDays: null,
    keepArticles: null,
    paused: false,
    notify: false,
    direction: 'auto',
    intervalMinutes: null,
    fetchComments: false,
    prefetchRelated: null,
    ...change,
  }
}

/** Article `number` of a feed; higher numbers are newer, an hour each. */
export function sampleArticle(
  feedId: string,
  number: number,
  change: Partial<ArticleRecord> = {},
): ArticleRecord {
  const articleId = articleIdOf(`${feedId}/${String(number)}`)
  return {
    articleId,
    feedId,
    kind: 'feed',
    guid: `urn:${feedId}:${String(number)}`,
    url: `https://${feedId}.example/${String(number)}`,
    title: `Article ${String(number)} of ${feedId} – “naïve” 漢字`,
    author: null,
    published: new Date(NOON.getTime() - 1000 * 3_600_000 + number * 3_600_000).toISOString(),
    updated: null,
    arrived: NOON.toISOString(),
    excerpt: 'A few words of it.',
    categories: [],
    enclosures: [],
    thumbnail: null,
    commentsUrl: null,
    commentsFeedUrl: null,
    commentCount: null,
    language: 'en',
    words: 300,
    readiness: { text: 'feed', images: [0, 0], related: [0, 0], comments: 'none' },
    itemHash: `hash-${String(number)}`,
    pending: false,
    missing: [],
    ...change,
  }
}

export function sampleArticles(feedId: string, count: number): ArticleRecord[] {
  return Array.from({ length: count }, (_, number) => sampleArticle(feedId, number))
}

export function sampleBody(articleId: ArticleId, change: Partial<BodyRecord> = {}): BodyRecord {
  const text = `The text of ${articleId}. `.repeat(20)
  return {
    articleId,
    source: 'page',
    body: {
      title: null,
      byline: null,
      siteName: null,
      published: null,
      updated: null,
      section: [],
      lead: null,
      html: `<p>${text}</p>` as SafeHtml,
      text,
      keyPoints: [],
      images: [],
      leadImage: null,
      related: [],
      links: [],
      commentsUrl: null,
      language: null,
      direction: 'auto',
      words: 100,
    },
    media: [],
    related: [],
    comments: [],
    versions: [],
    ...change,
  }
}

export function sampleHighlight(
  highlightId: string,
  articleId: ArticleId,
  change: Partial<Highlight> = {},
): Highlight {
  return {
    highlightId,
    articleId,
    quote: 'text',
    prefix: 'The ',
    suffix: ' of',
    start: 4,
    end: 8,
    color: 'yellow',
    note: null,
    created: NOON.toISOString(),
    updated: NOON.toISOString(),
    anchor: 'exact',
    ...change,
  }
}

export function sampleSyncState(feedId: string, change: Partial<SyncState> = {}): SyncState {
  return {
    feedId,
    etag: '"1"',
    lastModified: null,
    validatorsFrom: null,
    bodyHash: 'abc',
    lastSync: NOON.toISOString(),
    lastSuccess: NOON.toISOString(),
    lastCode: 'ok',
    lastStatus: 200,
    lastMessage: null,
    nextDue: null,
    failures: 0,
    movedTo: null,
    stopped: false,
    ...change,
  }
}

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), 'offprint-library-'))
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

export function openLibrary(folder: string, options: Partial<OpenOptions> = {}): Promise<LibraryStore> {
  return LibraryStore.open(folder, { now: () => NOON, ...options })
}

/** The real disk without waiting for it: for tests that cut no power. */
export const hastyDisk: Disk = {
  ...realDisk,
  write: (file, bytes) => realDisk.write(file, bytes, false),
  create: (file, bytes) => writeFile(file, bytes, { flag: 'wx' }),
  syncFolder: () => Promise.resolve(),
  openAppend: async (file) => {
    const handle = await open(file, 'a')
    return {
      append: async (bytes) => {
        await handle.writeFile(bytes)
      },
      close: () => handle.close(),
    }
  },
}
