/** `offprint opml FILE...`: the feeds of a list with their folders. */
import { decodeBytes } from '../feeds/decode-bytes'
import { parseOpml } from '../feeds/opml'
import type { FileCommand } from './file-command'

export const opmlFiles: FileCommand = ({ file, bytes, contentType }) => [
  { file, ...parseOpml(decodeBytes(bytes, { contentType }).text) },
]
