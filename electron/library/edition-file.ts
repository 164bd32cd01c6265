/** The current edition: which articles it holds, in the order they are read, and when it was made. It does not change until the next one is made. */
import type { ArticleId } from '../../contract/article-id'
import { parseArticleId } from '../../contract/article-id'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'

export interface EditionFile {
  /** ISO 8601; null before the first edition. */
  readonly made: string | null
  readonly articleIds: readonly ArticleId[]
}

const CODEC: FileCodec<EditionFile> = {
  kind: 'edition',
  copies: 'mirror',
  lost: 'there is no edition until the next one is made',
  empty: () => ({ made: null, articleIds: [] }),
  encode: ({ made, articleIds }) => JSON.stringify({ made, articleIds }),
  decode: (data) => {
    const file = parseJson(data)
    if (!isObject(file) || !Array.isArray(file['articleIds'])) return null
    const made = file['made']
    return {
      made: typeof made === 'string' && !Number.isNaN(Date.parse(made)) ? made : null,
      articleIds: file['articleIds'].flatMap((id: unknown) =>
        typeof id === 'string' ? (parseArticleId(id) ?? []) : [],
      ),
    }
  },
}

export function editionFile(library: LibraryFiles): JsonFile<EditionFile> {
  return new JsonFile(library, 'edition.json', CODEC)
}
