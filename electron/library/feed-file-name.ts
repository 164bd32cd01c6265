/** The one gate from a feed's identifier to a file's name. */
import { createHash } from 'node:crypto'

// Lower case only: on file systems that ignore case, two feeds must not share a file. Windows refuses a few names.
const PLAIN = /^[a-z0-9][a-z0-9-]{0,63}$/
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** A name without extension that is safe on every file system and different for every feed. */
export function feedFileName(feedId: string): string {
  if (PLAIN.test(feedId) && !RESERVED.test(feedId) && !feedId.startsWith('x-')) return feedId
  return `x-${createHash('sha256').update(feedId).digest('hex').slice(0, 40)}`
}
