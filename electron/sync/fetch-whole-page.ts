/**
 * The page of an article with the pages that follow it, joined, and its plain version where the page itself shows no text. Every
 * address is content's: the same limits and private-address rules as for any page.
 */
import type { ArticleBody } from '../articles/article-body'
import { hasContent } from './completion'
import type { PageOutcome } from './fetch-page'
import { fetchPage } from './fetch-page'
import { hostOf } from './fetch-outcome'
import type { SyncPorts } from './sync-ports'

export type WholePage =
  | {
      readonly ok: true
      readonly body: ArticleBody
      /** What of the text did not come; null when all of it is here. */
      readonly lacking: { readonly what: string; readonly why: string; readonly retry: boolean } | null
    }
  | Extract<PageOutcome, { ok: false }>

export async function fetchWholePage(
  ports: SyncPorts,
  url: string,
  signal?: AbortSignal,
): Promise<WholePage> {
  const first = await firstPage(ports, url, signal)
  if (!first.ok || first.ways.nextPage === null) return first.ok ? { ...first, lacking: null } : first
  const { pages, lacking } = await laterPages(ports, first, signal)
  if (pages.length === 1) return { ok: true, body: first.body, lacking }
  return { ok: true, ...(await join(ports, first, { pages, lacking }, signal)) }
}

type GoodPage = Extract<PageOutcome, { ok: true }>

/** The page, or its plain version where it has one and shows no text itself. */
async function firstPage(
  ports: SyncPorts,
  url: string,
  signal: AbortSignal | undefined,
): Promise<PageOutcome> {
  const page = await fetchPage(ports, url, signal)
  if ((page.ok && hasContent(page.body)) || !page.ways?.ampUrl) return page
  const plain = await fetchPage(ports, page.ways.ampUrl, signal)
  return plain.ok && hasContent(plain.body) ? plain : page
}

interface Pages {
  readonly pages: readonly [ArticleBody, ...ArticleBody[]]
  readonly lacking: Extract<WholePage, { ok: true }>['lacking']
}

async function laterPages(
  ports: SyncPorts,
  first: GoodPage,
  signal: AbortSignal | undefined,
): Promise<Pages> {
  const most = ports.limits.maxPagesPerArticle
  const pages: [ArticleBody, ...ArticleBody[]] = [first.body]
  const seen = new Set([first.finalUrl])
  const host = hostOf(first.finalUrl)
  let next = first.ways.nextPage
  // A page of another host is another site's word; one seen before is a ring.
  while (next !== null && hostOf(next) === host && !seen.has(next)) {
    const what = `page ${String(pages.length + 1)} of the text`
    if (pages.length >= most) {
      const why = `The article has more pages than the ${String(most)} that are fetched.`
      return { pages, lacking: { what, why, retry: false } }
    }
    seen.add(next)
    const page: PageOutcome = await fetchPage(ports, next, signal)
    if (!page.ok) return { pages, lacking: { what, why: page.why, retry: page.retry } }
    pages.push(page.body)
    next = page.ways.nextPage
  }
  return { pages, lacking: null }
}

async function join(
  ports: SyncPorts,
  { finalUrl, body }: GoodPage,
  { pages, lacking }: Pages,
  signal: AbortSignal | undefined,
): Promise<Pick<Extract<WholePage, { ok: true }>, 'body' | 'lacking'>> {
  const options = { mostPages: ports.limits.maxPagesPerArticle, baseUrl: finalUrl }
  const limits = { timeoutMs: ports.limits.taskMs, ...(signal ? { signal } : {}) }
  try {
    return { body: await ports.tasks.run('join-pages', { pages, options }, limits), lacking }
  } catch (error) {
    // The first page alone is better than nothing.
    const why = error instanceof Error ? error.message : String(error)
    return {
      body,
      lacking: { what: 'the second page of the text', why: `It could not be joined: ${why}.`, retry: false },
    }
  }
}
