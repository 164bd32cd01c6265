/** Fourth step of completing an article: readers' comments, from the comment feed that its feed names (wfw:commentRss, Atom replies). */
import type { ParsedItem } from '../feeds/parsed-feed'
import type { ArticleRecord, BodyRecord } from '../library/records'
import type { Completion, Gap } from './completion'
import { hostOf } from './fetch-outcome'
import { mayPass, statusFailure } from './judge-status'
import type { SyncPorts } from './sync-ports'
import { threadComments } from './thread-comments'

export interface CommentStep {
  readonly comments: BodyRecord['comments']
  readonly readiness: ArticleRecord['readiness']['comments']
  readonly gaps: readonly Gap[]
}

/** Comments kept of one article; a comment feed rarely gives more than its newest fifty. */
const MOST_COMMENTS = 300

/** What was stored before stays where they are not wanted or do not come. */
export async function completeComments(
  completion: Completion,
  record: ArticleRecord,
  stored: BodyRecord,
): Promise<CommentStep> {
  const { ports, options } = completion
  const known = { comments: stored.comments, readiness: knownReadiness(record, stored), gaps: [] }
  const wanted = options.comments === true || ports.library.feed(record.feedId)?.fetchComments === true
  if (!wanted || record.commentsFeedUrl === null || record.kind === 'related') return known
  const answer = await fetchItems(ports, record.commentsFeedUrl, options.signal)
  if (!answer.ok) {
    const readiness = stored.comments.length > 0 ? 'some' : 'missing'
    return {
      ...known,
      readiness,
      gaps: [{ what: 'the comment thread', why: answer.why, retry: answer.retry }],
    }
  }
  const items = answer.items.slice(0, MOST_COMMENTS)
  const comments = threadComments(items, await textsOf(ports, record, items, options.signal))
  const all = comments.length >= (record.commentCount ?? 0) && items.length === answer.items.length
  // A comment feed forgets its oldest: what was kept before is more than what it has now.
  if (comments.length < stored.comments.length) return { ...known, readiness: 'some' }
  return { comments, readiness: all ? 'all' : 'some', gaps: [] }
}

/** What nobody wishes for any more is not missing. */
function knownReadiness({ readiness }: ArticleRecord, { comments }: BodyRecord): CommentStep['readiness'] {
  if (readiness.comments !== 'missing') return readiness.comments
  return comments.length > 0 ? 'some' : 'none'
}

type Items =
  | { readonly ok: true; readonly items: readonly ParsedItem[] }
  | { readonly ok: false; readonly why: string; readonly retry: boolean }

async function fetchItems(ports: SyncPorts, url: string, signal: AbortSignal | undefined): Promise<Items> {
  const outcome = await ports.fetch({
    url,
    purpose: 'comments',
    headers: { Accept: 'application/atom+xml, application/rss+xml, */*;q=0.5' },
    maxBytes: ports.limits.maxBytes,
    typed: false,
    ...(signal ? { signal } : {}),
  })
  if (!outcome.ok) return { ok: false, why: outcome.message, retry: mayPass(outcome.code) }
  const { status, headers, bytes, finalUrl } = outcome
  const failure = statusFailure(status, hostOf(finalUrl))
  if (failure) return { ok: false, why: failure.message, retry: failure.retry }
  const input = { bytes, contentType: headers['content-type'] ?? null, url: finalUrl }
  try {
    const parsed = await ports.tasks.run('parse-feed', input, limitsOf(ports, signal))
    return parsed.ok
      ? { ok: true, items: parsed.items }
      : { ok: false, why: parsed.error.message, retry: false }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return { ok: false, why: `The comments from ${hostOf(url)} could not be read: ${words}.`, retry: false }
  }
}

/** Plain text of each comment, in order; empty where a worker gave up. */
async function textsOf(
  ports: SyncPorts,
  record: ArticleRecord,
  items: readonly ParsedItem[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const inputs = items.map((item) => ({
    html: item.contentHtml ?? item.summaryHtml ?? '',
    baseUrl: item.url ?? record.url ?? record.commentsFeedUrl ?? '',
    title: null,
  }))
  try {
    const bodies = await ports.tasks.run('prepare-feed-html', inputs, limitsOf(ports, signal))
    return bodies.map(({ text }) => text)
  } catch {
    // Comments that no worker survives are none.
    return []
  }
}

function limitsOf(ports: SyncPorts, signal: AbortSignal | undefined) {
  return { timeoutMs: ports.limits.taskMs, ...(signal ? { signal } : {}) }
}
