/** A whole news site on the loopback interface: four feeds, their pages and pictures, a log of who asked for what; it can be stopped. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pngPicture } from './png-picture'
import type { SiteArticle } from './site-article'
import { GAZETTE, HARBOUR } from './site-articles'
import { FIELD, RELATED_ONLY, SKY } from './site-articles-inland'
import { SITE_FEEDS } from './site-feeds'
import { articlePage, articlePath, picturePath } from './site-page'

export const FEED_ARTICLES: readonly SiteArticle[] = [...GAZETTE, ...HARBOUR, ...SKY, ...FIELD]
export const ALL_ARTICLES: readonly SiteArticle[] = [...FEED_ARTICLES, ...RELATED_ONLY]

export interface SiteRequest {
  readonly path: string
  readonly userAgent: string
}

export interface ExtraFile {
  readonly contentType: string
  readonly body: string | Buffer
}

export interface NewsSite {
  /** Without a slash at the end. */
  readonly base: string
  /** Addresses of the four feeds. */
  readonly feeds: readonly string[]
  readonly requests: readonly SiteRequest[]
  /** Connections ever accepted, those without a request included. */
  readonly connections: () => number
  /** Ends every connection; nothing answers at this address any more. */
  stop(): Promise<void>
}

export interface NewsSiteOptions {
  /** 0 for any free one. */
  readonly port?: number
  /** More files by path; they go before the site's own. */
  readonly extra?: Readonly<Record<string, ExtraFile>>
  /** Milliseconds before each answer: a slow site gives tests a sync they can interrupt. */
  readonly delayMs?: number
}

export async function startNewsSite(options: NewsSiteOptions = {}): Promise<NewsSite> {
  const requests: SiteRequest[] = []
  let connections = 0
  let base = ''
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    requests.push({ path, userAgent: request.headers['user-agent'] ?? '' })
    const file = options.extra?.[path] ?? siteFile(path, base)
    setTimeout(() => {
      send(request, response, file)
    }, options.delayMs ?? 0)
  })
  server.on('connection', () => connections++)
  await listen(server, options.port ?? 0)
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return {
    base,
    feeds: SITE_FEEDS.map((feed) => base + feed.path),
    requests,
    connections: () => connections,
    stop: () => close(server),
  }
}

function siteFile(path: string, base: string): ExtraFile | null {
  const feed = SITE_FEEDS.find((one) => one.path === path)
  if (feed) return { contentType: feed.contentType, body: feed.write(base, feed) }
  const article = ALL_ARTICLES.find((one) => articlePath(one.slug) === path)
  if (article)
    return { contentType: 'text/html; charset=utf-8', body: articlePage(article, relatedOf(article)) }
  const picture = PICTURES.indexOf(path)
  return picture < 0 ? null : { contentType: 'image/png', body: pictureBytes(picture) }
}

const painted = new Map<number, Buffer>()

/** Painting takes longer than sending: each picture is painted once. */
function pictureBytes(number: number): Buffer {
  const bytes = painted.get(number) ?? pngPicture(number, { width: 640, height: 400 })
  painted.set(number, bytes)
  return bytes
}

const PICTURES = ALL_ARTICLES.flatMap((article) =>
  article.pictures.map((picture) => picturePath(picture.name)),
)

export function relatedOf(article: SiteArticle): readonly SiteArticle[] {
  return article.related.flatMap((slug) => ALL_ARTICLES.filter((one) => one.slug === slug))
}

function send(request: IncomingMessage, response: ServerResponse, file: ExtraFile | null): void {
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.')
    return
  }
  const etag = `"${createHash('sha256').update(file.body).digest('hex').slice(0, 16)}"`
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  response.writeHead(200, { 'content-type': file.contentType, etag }).end(file.body)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
