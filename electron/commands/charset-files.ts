/** `offprint charset FILE...`: the encoding of each file and what told it. */
import { decodeBytes } from '../feeds/decode-bytes'
import type { FileCommand } from './file-command'

export const charsetFiles: FileCommand = ({ file, bytes, contentType }) => {
  const { charset, from } = decodeBytes(bytes, { contentType })
  return [{ file, charset, from }]
}
