/** Completes articles one after the other, newest first, several at a time. One bad article never stops the others. */
import type { ArticleRecord } from '../library/records'
import type { CompletedArticle } from './complete-article'
import { completeArticle } from './complete-article'
import type { Completion } from './completion'
import { gapSentence } from './completion'
import { runBounded } from './run-bounded'
import { settleRelated } from './settle-related'

/** `onDone` hears of each article in the order they end. Everything is stored when it resolves. */
export async function completePending(
  completion: Completion,
  records: readonly ArticleRecord[],
  onDone: (completed: CompletedArticle) => void,
): Promise<void> {
  const waiting: CompletedArticle[] = []
  const newestFirst = [...records].sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1))
  await runBounded(newestFirst, completion.ports.limits.articlesAtOnce, async (record) => {
    if (completion.cancelled) return
    const completed = await completeOne(completion, record)
    if (completed?.gaps.some(({ awaits }) => awaits !== undefined)) waiting.push(completed)
    else if (completed) onDone(completed)
  })
  await completion.records.flush()
  for (const completed of waiting) onDone(await settleRelated(completion, completed))
  await completion.records.flush()
}

async function completeOne(completion: Completion, record: ArticleRecord): Promise<CompletedArticle | null> {
  try {
    return await completeArticle(completion, record)
  } catch (error) {
    // Mostly a full disk: the article stays pending, and its state says why.
    const why = error instanceof Error ? error.message : String(error)
    const gap = { what: 'the article', why, retry: true }
    return { record: { ...record, missing: [gapSentence(gap)] }, gaps: [gap] }
  }
}

function timeOf(record: ArticleRecord): string {
  return record.published ?? record.arrived
}
