/** `offprint sanitise FILE...`: one object a file, `{file, html, removed}`. */
import { sanitiseHtml } from '../articles/sanitise-html'
import { decodeBytes } from '../feeds/decode-bytes'
import type { FileCommand } from './file-command'

export const sanitiseFiles: FileCommand = ({ file, bytes, url, contentType }) => {
  const { text } = decodeBytes(bytes, { contentType })
  return [{ file, ...sanitiseHtml(text, { baseUrl: url }) }]
}
