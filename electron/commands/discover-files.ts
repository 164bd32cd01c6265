/** `offprint discover FILE... --url U`: the feeds that a web page names. */
import { decodeBytes } from '../feeds/decode-bytes'
import { discoverFeeds } from '../feeds/discover-feeds'
import type { FileCommand } from './file-command'

export const discoverFiles: FileCommand = ({ file, bytes, url, contentType }) => [
  { file, feeds: discoverFeeds(decodeBytes(bytes, { contentType }).text, url) },
]
