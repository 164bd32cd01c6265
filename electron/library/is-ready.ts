/** The one rule of what counts as readable offline. */
import type { ArticleRecord } from './records'

/**
 * True when text, every picture and every related link of the article are on this disk, nothing is still to be fetched or told as
 * missing, and comments that were wished for came (docs/decisions/0007 and 0008).
 */
export function isReady(record: Pick<ArticleRecord, 'pending' | 'missing' | 'readiness'>): boolean {
  const { text, images, related, comments } = record.readiness
  const parts = images[0] >= images[1] && related[0] >= related[1] && comments !== 'missing'
  return !record.pending && record.missing.length === 0 && text !== 'none' && parts
}
