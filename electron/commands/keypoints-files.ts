/** `offprint keypoints FILE...`: plain text in, `{file, keyPoints:[{text, start, end}]}` out. */
import { keyPoints } from '../articles/key-points'
import { decodeBytes } from '../feeds/decode-bytes'
import type { FileCommand } from './file-command'

export const keypointsFiles: FileCommand = ({ file, bytes, contentType }) => {
  const { text } = decodeBytes(bytes, { contentType })
  const points = keyPoints(text, { title: null, language: null })
  return [{ file, keyPoints: points.map(({ text: point, start, end }) => ({ text: point, start, end })) }]
}
