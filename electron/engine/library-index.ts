/** Keeps the full-text index in step with the library and answers from it. */
import type { RelatedLink } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import type { SearchHit } from '../../contract/article-query'
import type { LibraryStore } from '../library/library-store'
import type { ArticleRecord } from '../library/records'

export class LibraryIndex {
  constructor(
    private readonly library: LibraryStore,
    private readonly bundle: string,
  ) {}

  put(_stored: readonly { record: ArticleRecord; text: string | null }[]): void {}
  remove(_articleIds: readonly ArticleId[]): void {}
  nearest(_articleId: ArticleId): Promise<readonly RelatedLink[]> {
    return Promise.resolve([])
  }
  search(_text: string, _limit: number): Promise<{ hits: readonly SearchHit[]; rebuilding: boolean }> {
    return Promise.resolve({ hits: [], rebuilding: false })
  }
  async flush(): Promise<void> {}
  async close(): Promise<void> {}
}
