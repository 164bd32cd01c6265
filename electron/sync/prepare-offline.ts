/** "Prepare for offline": completes the given articles, also what an earlier sync gave up, and says what stayed incomplete and why. */
import type { ArticleId } from '../../contract/article-id'
import type { PrepareReport } from '../../contract/sync'
import type { ArticleRecord } from '../library/records'
import { completePending } from './complete-pending'
import type { CompletionOptions, Gap } from './completion'
import { Completion } from './completion'
import type { SyncPorts } from './sync-ports'

export interface PrepareOptions extends CompletionOptions {
  readonly onProgress?: (done: number, total: number) => void
}

/** Names that are no articles of the library are reported as incomplete. */
export async function prepareOffline(
  ports: SyncPorts,
  articleIds: readonly ArticleId[],
  options: PrepareOptions,
): Promise<PrepareReport> {
  const incomplete: { articleId: string; missing: string; why: string }[] = []
  const records: ArticleRecord[] = []
  for (const articleId of new Set(articleIds)) {
    const record = ports.library.article(articleId)
    if (record) records.push(record)
    else
      incomplete.push({ articleId, missing: 'the article', why: 'There is no such article in the library.' })
  }
  const gapsOf = new Map<string, readonly Gap[]>()
  await completePending(new Completion(ports, options), records, ({ record, gaps }) => {
    gapsOf.set(record.articleId, gaps)
    options.onProgress?.(gapsOf.size, records.length)
  })
  let ready = 0
  for (const { articleId } of records) {
    const gaps = gapsOf.get(articleId) ?? [untouched(options.signal)]
    if (gaps.length === 0) ready++
    for (const { what, why } of gaps) incomplete.push({ articleId, missing: what, why })
  }
  return { ready, incomplete }
}

function untouched(signal: AbortSignal | undefined): Pick<Gap, 'what' | 'why'> {
  return signal?.aborted
    ? { what: 'the article', why: 'Preparing it was cancelled.' }
    : { what: 'the text', why: 'The feed gives no text and no address for this article.' }
}
