/** Names of purged articles, one file a feed, so that an article that is still in its feed does not come back as new. */
import type { ArticleId } from '../../contract/article-id'
import { parseArticleId } from '../../contract/article-id'
import { feedFileName } from './feed-file-name'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'

const FOLDER = 'tombstones'
// No feed carries so many items; the oldest names leave first.
const MOST = 50_000

interface TombstoneFile {
  readonly feedId: string
  /** Oldest first. */
  readonly purged: readonly ArticleId[]
}

function tombstoneCodec(feedId: string): FileCodec<TombstoneFile> {
  return {
    kind: 'tombstones',
    copies: 'mirror',
    lost: 'articles of this feed that were let go of may come back as new',
    empty: () => ({ feedId, purged: [] }),
    encode: (file) => JSON.stringify(file),
    decode: (data) => {
      const file = parseJson(data)
      if (!isObject(file) || !Array.isArray(file['purged'])) return null
      const purged = (file['purged'] as unknown[]).flatMap((name) =>
        typeof name === 'string' ? (parseArticleId(name) ?? []) : [],
      )
      return { feedId, purged }
    },
  }
}

export class Tombstones {
  private readonly library: LibraryFiles
  private readonly byFeed = new Map<string, Set<ArticleId>>()

  constructor(library: LibraryFiles) {
    this.library = library
  }

  async load(feedId: string): Promise<void> {
    const file = this.fileOf(feedId)
    if (file.loadWhole() || (await file.load()) !== 'missing')
      this.byFeed.set(feedId, new Set(file.data.purged))
  }

  has(feedId: string, articleId: ArticleId): boolean {
    return this.byFeed.get(feedId)?.has(articleId) ?? false
  }

  /** Durable when it resolves. */
  async add(feedId: string, articleIds: readonly ArticleId[]): Promise<void> {
    const purged = [...new Set([...(this.byFeed.get(feedId) ?? []), ...articleIds])].slice(-MOST)
    await this.write(feedId, purged)
  }

  /** Durable when it resolves. */
  async drop(feedId: string, articleIds: readonly ArticleId[]): Promise<void> {
    const dropped = new Set(articleIds)
    await this.write(
      feedId,
      [...(this.byFeed.get(feedId) ?? [])].filter((articleId) => !dropped.has(articleId)),
    )
  }

  async removeFile(feedId: string): Promise<void> {
    if (this.byFeed.delete(feedId)) await this.fileOf(feedId).remove()
  }

  private async write(feedId: string, purged: readonly ArticleId[]): Promise<void> {
    const file = this.fileOf(feedId)
    file.data = { feedId, purged }
    await file.save()
    this.byFeed.set(feedId, new Set(purged))
  }

  private fileOf(feedId: string): JsonFile<TombstoneFile> {
    return new JsonFile(this.library, `${FOLDER}/${feedFileName(feedId)}.json`, tombstoneCodec(feedId))
  }
}
