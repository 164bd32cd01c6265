/** Fetches the page of an article and extracts its text. */
import type { ArticleBody, PageWays } from '../articles/article-body'
import { hostOf, mediaType } from './fetch-outcome'
import { mayPass, statusFailure } from './judge-status'
import type { SyncPorts } from './sync-ports'

export type PageOutcome =
  | { readonly ok: true; readonly body: ArticleBody; readonly ways: PageWays; readonly finalUrl: string }
  /** `ways` is null when no page came at all. */
  | { readonly ok: false; readonly why: string; readonly retry: boolean; readonly ways: PageWays | null }

const ACCEPT = 'text/html, application/xhtml+xml, */*;q=0.5'
const READABLE = /^(text\/(html|plain|xml)|application\/(xhtml\+xml|xml|octet-stream))$/

export async function fetchPage(
  ports: SyncPorts,
  url: string,
  signal?: AbortSignal,
  purpose: 'page' | 'related' = 'page',
): Promise<PageOutcome> {
  const outcome = await ports.fetch({
    url,
    purpose,
    headers: { Accept: ACCEPT },
    maxBytes: ports.limits.maxBytes,
    typed: false,
    ...(signal ? { signal } : {}),
  })
  if (!outcome.ok) return failed(outcome.message, mayPass(outcome.code))
  const { status, headers, bytes, finalUrl, truncated } = outcome
  const host = hostOf(finalUrl)
  const failure = statusFailure(status, host)
  if (failure) return failed(failure.message, failure.retry)
  // Half a page makes half an article that would be shown as whole.
  if (truncated) return failed(`${host} broke the connection off halfway; it is tried again later.`, true)
  const type = mediaType(headers)
  if (type && !READABLE.test(type)) return failed(`${host} has no text there but ${type}.`, false)
  return extract(ports, { bytes, contentType: headers['content-type'] ?? null, url: finalUrl }, signal)
}

async function extract(
  ports: SyncPorts,
  input: { readonly bytes: Uint8Array; readonly contentType: string | null; readonly url: string },
  signal: AbortSignal | undefined,
): Promise<PageOutcome> {
  try {
    const options = { timeoutMs: ports.limits.taskMs, ...(signal ? { signal } : {}) }
    const result = await ports.tasks.run('extract-page', input, options)
    const { ways } = result
    if (!result.ok) return { ...failed(result.error.message, false), ways }
    return { ok: true, body: result.body, ways, finalUrl: input.url }
  } catch (error) {
    // A page that no worker survives must not end the sync.
    const words = error instanceof Error ? error.message : String(error)
    return failed(`The page from ${hostOf(input.url)} could not be read: ${words}.`, signal?.aborted === true)
  }
}

function failed(why: string, retry: boolean): Extract<PageOutcome, { ok: false }> {
  return { ok: false, why, retry, ways: null }
}
