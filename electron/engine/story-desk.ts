/** Stories as the window asks for them: lists of one row a story, the other articles of one, and the reader's "not the same story". */
import type { ArticleRow } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import type { ArticlePage, ArticleQuery } from '../../contract/article-query'
import type { LibraryStore } from '../library/library-store'
import { copyQuality } from './copy-quality'
import type { LibraryView } from './library-view'
import { StoryBook } from './story-book'
import { StoryLists } from './story-lists'

export class StoryDesk {
  readonly book: StoryBook
  private readonly lists: StoryLists

  constructor(
    library: LibraryStore,
    now: () => Date,
    private readonly tools: { readonly view: () => LibraryView; readonly changed: () => void },
  ) {
    this.book = new StoryBook({
      file: () => library.desk.stories,
      readOnly: library.readOnly,
      quality: (articleId) => {
        const record = library.article(articleId)
        return record && copyQuality(record)
      },
    })
    this.lists = new StoryLists(library, this.book, now)
  }

  /** As the view's page, with one row a story where the reader wants that. */
  page(query: ArticleQuery, cursor: string | null, limit: number): ArticlePage {
    const { records, next, total } = this.lists.page(query, cursor, limit)
    const view = this.tools.view()
    return { rows: records.map(({ record, story }) => view.row(record, story)), next, total }
  }

  readonly parts: StoryLists['parts'] = (articleId) => this.lists.parts(articleId)

  /** Rows of the other articles of its story, best copy first. */
  others(articleId: ArticleId): readonly ArticleRow[] {
    return this.tools.view().rows(this.parts(articleId).map((part) => part.articleId))
  }

  /** "Not the same story", or back again. Durable when it resolves. */
  async part(articleIds: readonly ArticleId[], apart: boolean): Promise<void> {
    await this.book.part(articleIds, apart)
    this.tools.changed()
  }
}
