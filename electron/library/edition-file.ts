/** The edition that is being read: a finite set of articles that does not move. */
import type { ArticleId } from '../../contract/article-id'
import { parseArticleId } from '../../contract/article-id'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'

export interface EditionFile {
  /** ISO 8601 UTC; null while there is no edition. */
  readonly made: string | null
  readonly articleIds: readonly ArticleId[]
}

const CODEC: FileCodec<EditionFile> = {
  kind: 'edition',
  copies: 'mirror',
  empty: () => ({ made: null, articleIds: [] }),
  encode: (edition) => JSON.stringify(edition),
  decode: (data) => {
    const file = parseJson(data)
    if (!isObject(file) || !Array.isArray(file['articleIds'])) return null
    const { made } = file
    if (made !== null && typeof made !== 'string') return null
    const articleIds = file['articleIds'].flatMap((id: unknown) =>
      typeof id === 'string' ? (parseArticleId(id) ?? []) : [],
    )
    return { made, articleIds }
  },
}

export function editionFile(library: LibraryFiles): JsonFile<EditionFile> {
  return new JsonFile(library, 'edition.json', CODEC)
}
