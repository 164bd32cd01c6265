/** `offprint parse FILE...`: a feed's own facts and its articles, before anything is fetched or sanitised. */
import { decodeBytes } from '../feeds/decode-bytes'
import { parseFeed } from '../feeds/parse-feed'
import type { FileCommand } from './file-command'

export const parseFiles: FileCommand = async ({ file, bytes, url, contentType }) => {
  const { text } = decodeBytes(bytes, { contentType })
  const parsed = await parseFeed(text, { url, contentType })
  if (!parsed.ok) return [{ file, ok: false, error: parsed.error }]
  const { format, feed, items, warnings } = parsed
  return [{ file, ok: true, format, feed, articles: items, warnings }]
}
