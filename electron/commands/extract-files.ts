/** `offprint extract FILE...`: a page in, its article out, one object a file. */
import { extractArticle } from '../articles/extract-article'
import { decodeBytes } from '../feeds/decode-bytes'
import type { FileCommand } from './file-command'

export const extractFiles: FileCommand = ({ file, bytes, url, contentType }) => {
  const { text: html } = decodeBytes(bytes, { contentType })
  const result = extractArticle(html, { url })
  if (!result.ok) return [{ file, ok: false, error: result.error }]
  const {
    title,
    byline,
    siteName,
    published,
    section,
    lead,
    text,
    keyPoints,
    images,
    related,
    links,
    commentsUrl,
  } = result.body
  return [
    {
      file,
      ok: true,
      title,
      byline,
      siteName,
      published,
      section,
      lead,
      html: result.body.html,
      text,
      keyPoints,
      images,
      related,
      links,
      commentsUrl,
    },
  ]
}
