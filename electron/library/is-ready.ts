/** The one rule of what counts as readable offline. */
import type { ArticleRecord } from './records'

/** True when text, every picture and every related link of the article are on this disk and nothing is still to be fetched. */
export function isReady(record: Pick<ArticleRecord, 'pending' | 'readiness'>): boolean {
  const { text, images, related } = record.readiness
  return !record.pending && text !== 'none' && images[0] >= images[1] && related[0] >= related[1]
}
