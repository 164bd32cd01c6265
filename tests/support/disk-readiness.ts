/**
 * An independent look at a library's folder: what of every article lies there. Knows docs/storage.md and nothing of the library's own code,
 * so that it can contradict it. The library must be closed, or at rest.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

export interface FoundOnDisk {
  readonly title: string
  readonly kind: 'feed' | 'related'
  readonly text: 'feed' | 'page' | 'none'
  /** [here, all] */
  readonly images: readonly [number, number]
  /** [here, all]; here is only what has a text of its own. */
  readonly related: readonly [number, number]
  readonly comments: number
  readonly ready: boolean
}

interface StoredBody {
  readonly source: 'feed' | 'page'
  readonly body: { readonly html: string; readonly text: string }
  readonly media: readonly {
    readonly url: string
    readonly media: string | null
    readonly why: string | null
  }[]
  readonly related: readonly { readonly articleId: string | null }[]
  readonly comments: readonly unknown[]
}

interface StoredArticle {
  readonly title: string
  readonly kind: 'feed' | 'related'
  readonly pending?: boolean
  readonly missing?: readonly string[]
  readonly commentsFeedUrl?: string | null
  readonly commentCount?: number | null
}

/** Related links of an article that count. */
const MOST_RELATED = 6
const PIXEL = /tracking picture/
const LINE_END = 10

/** By the article's name. Throws where a file is not what the description of the storage says. */
export function readinessOnDisk(library: string): ReadonlyMap<string, FoundOnDisk> {
  const articles = readdirSync(join(library, 'articles'))
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => articlesOf(join(library, 'articles', name)))
  const bodies = new Map(articles.map(({ articleId }) => [articleId, bodyOf(library, articleId)]))
  const wishes = commentWishes(library)
  return new Map(
    articles.map(({ articleId, feedId, record }): [string, FoundOnDisk] => {
      const body = bodies.get(articleId) ?? null
      const isWished = wishes.get(feedId) === true
      const links = record.kind === 'related' ? [] : (body?.related ?? []).slice(0, MOST_RELATED)
      const related = links.filter(({ articleId: to }) => to !== null && hasText(bodies.get(to) ?? null))
      const parts = {
        text: body && hasText(body) ? body.source : ('none' as const),
        images: imagesOf(library, body),
        related: [related.length, links.length] as const,
        comments: body?.comments.length ?? 0,
      }
      const ready =
        isWhole(parts) && nothingAwaited(record) && !lacksComments(record, parts.comments, isWished)
      return [articleId, { title: record.title, kind: record.kind, ...parts, ready }]
    }),
  )
}

function isWhole({ text, images, related }: Pick<FoundOnDisk, 'text' | 'images' | 'related'>): boolean {
  return text !== 'none' && images[0] === images[1] && related[0] === related[1]
}

/** What the article's own line says is still to come, or was given up: a page behind a paywall leaves no other trace. */
function nothingAwaited({ pending = false, missing = [] }: StoredArticle): boolean {
  return !pending && missing.length === 0
}

function lacksComments(record: StoredArticle, here: number, isWished: boolean): boolean {
  return isWished && (record.commentsFeedUrl ?? null) !== null && here === 0 && record.commentCount !== 0
}

function hasText(body: StoredBody | null): boolean {
  return body !== null && (body.body.text.trim() !== '' || body.body.html.includes('<img'))
}

/** Pictures that the text shows, and the files that are there with the very content their names stand for. */
function imagesOf(library: string, body: StoredBody | null): readonly [number, number] {
  if (!body) return [0, 0]
  const shown = new Set(
    [...body.body.html.matchAll(/<img[^>]*?\ssrc="([^"]*)"/g)].map(([, url = '']) => plain(url)),
  )
  const stored = new Map(body.media.map((image) => [image.url, image]))
  for (const url of stored.keys()) shown.add(url)
  const wanted = [...shown].filter((url) => !PIXEL.test(stored.get(url)?.why ?? ''))
  return [
    wanted.filter((url) => isWholePicture(library, stored.get(url)?.media ?? null)).length,
    wanted.length,
  ]
}

const plain = (url: string): string => url.replace(/&amp;/g, '&')

function isWholePicture(library: string, name: string | null): boolean {
  if (name === null) return false
  const file = join(library, 'media', name.slice(0, 2), name)
  if (!existsSync(file)) return false
  return createHash('sha256').update(readFileSync(file)).digest('hex') === name.split('.', 1)[0]
}

/** Null where no body lies there. */
function bodyOf(library: string, articleId: string): StoredBody | null {
  const file = join(library, 'bodies', articleId.slice(0, 2), `${articleId}.body`)
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  return JSON.parse(
    brotliDecompressSync(bytes.subarray(bytes.indexOf(LINE_END) + 1)).toString(),
  ) as StoredBody
}

/** `["crc","id",time,marks,{record}]` */
type ArticleLine = readonly [string, string, number, number, StoredArticle]

function articlesOf(
  file: string,
): readonly { readonly articleId: string; readonly feedId: string; readonly record: StoredArticle }[] {
  const { feedId, articles } = dataOf<{ feedId: string; articles: readonly ArticleLine[] }>(file)
  return articles.map(([, articleId, , , record]) => ({ articleId, feedId, record }))
}

/** Of each feed whether its comments are wished for. */
function commentWishes(library: string): ReadonlyMap<string, boolean> {
  const { feeds } = dataOf<{ feeds: readonly { feedId: string; fetchComments?: boolean }[] }>(
    join(library, 'feeds.json'),
  )
  return new Map(feeds.map(({ feedId, fetchComments = false }) => [feedId, fetchComments]))
}

function dataOf<T>(file: string): T {
  return (JSON.parse(readFileSync(file, 'utf8')) as { data: T }).data
}
