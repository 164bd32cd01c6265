/** Which of several copies of one story stands for it: the most complete one. Pure. */
import { isReady } from '../library/is-ready'
import type { ArticleRecord } from '../library/records'

/** Words beyond this do not make a report better. */
const ENOUGH_WORDS = 800

/** Higher is better: all of it here, then the whole page rather than the feed's summary, then length and a picture. */
export function copyQuality(record: ArticleRecord): number {
  const { text } = record.readiness
  const length = Math.min(record.words, ENOUGH_WORDS) / ENOUGH_WORDS
  return (
    (isReady(record) ? 4 : 0) +
    (text === 'page' ? 1 : text === 'feed' ? 0.5 : 0) +
    length * 2 +
    (record.thumbnail === null ? 0 : 0.5)
  )
}
