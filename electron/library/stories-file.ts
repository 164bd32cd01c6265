/** What is kept of stories: which articles the reader took out of theirs, and, so that the first list of a start is grouped already, the stories as last known. */
import type { ArticleId } from '../../contract/article-id'
import { parseArticleId } from '../../contract/article-id'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'

export interface StoryMember {
  readonly articleId: ArticleId
  readonly story: number
  /** Articles of one story with the same wording have the same number. */
  readonly wording: number
  /** How good a copy it is, higher is better; see `copyQuality`. */
  readonly quality: number
}

export interface StoriesFile {
  /** The reader said that these belong to no story. */
  readonly apart: readonly ArticleId[]
  /** Derived: the index knows it as well. */
  readonly members: readonly StoryMember[]
}

const CODEC: FileCodec<StoriesFile> = {
  kind: 'stories',
  copies: 'mirror',
  lost: 'articles that you took out of their stories are in them again',
  empty: () => ({ apart: [], members: [] }),
  encode: ({ apart, members }) =>
    JSON.stringify({
      apart,
      members: members.map(({ articleId, story, wording, quality }) => [articleId, story, wording, quality]),
    }),
  decode: (data) => {
    const file = parseJson(data)
    if (!isObject(file) || !Array.isArray(file['apart']) || !Array.isArray(file['members'])) return null
    return {
      apart: file['apart'].flatMap((id: unknown) => articleIdOf(id) ?? []),
      members: file['members'].flatMap((member: unknown) => memberOf(member) ?? []),
    }
  },
}

function articleIdOf(value: unknown): ArticleId | null {
  return typeof value === 'string' ? parseArticleId(value) : null
}

function memberOf(value: unknown): StoryMember | null {
  if (!Array.isArray(value)) return null
  const [id, story, wording, quality] = value as unknown[]
  const articleId = articleIdOf(id)
  if (articleId === null || typeof story !== 'number') return null
  if (typeof wording !== 'number' || typeof quality !== 'number') return null
  return { articleId, story, wording, quality }
}

export function storiesFile(library: LibraryFiles): JsonFile<StoriesFile> {
  return new JsonFile(library, 'stories.json', CODEC)
}
