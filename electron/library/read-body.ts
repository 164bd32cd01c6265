/** Reads an article's text; one that turns out damaged is marked to be fetched again, and the reader hears of it. */
import type { ArticleId } from '../../contract/article-id'
import { fetchAgain } from './fetch-again'
import type { LibraryParts } from './library-parts'
import type { BodyRecord } from './records'

/** Null when the text is not here, or no longer whole. */
export async function readBody(parts: LibraryParts, articleId: ArticleId): Promise<BodyRecord | null> {
  const { bodies, catalogue, articles, files } = parts
  const body = await bodies.read(articleId)
  if (body !== null || files.readOnly) return body
  const row = catalogue.find(articleId)
  const record = row < 0 ? null : articles.read(row)
  if ((record?.readiness.text ?? 'none') === 'none') return null
  const message = 'The stored text was damaged; it is fetched again with the next sync.'
  await fetchAgain(parts, [articleId], 'text', message)
  await bodies.setAside(articleId)
  files.notice({ file: `bodies/${articleId}`, message: `One article cannot be shown: ${message}` })
  return null
}
