/** Lists with one row a story: of the copies that a list holds, only the best is shown, with how many more there are. */
import type { StoryMark, StoryPart } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleQuery, ArticleView } from '../../contract/article-query'
import type { LibraryStore } from '../library/library-store'
import type { ArticleRecord } from '../library/records'
import type { StoryMember } from '../library/stories-file'
import { isReady } from '../library/is-ready'
import type { StoryBook } from './story-book'

export interface GroupedRecord {
  readonly record: ArticleRecord
  readonly story: StoryMark | null
}

type Listed = (articleId: ArticleId) => boolean

export interface GroupedPage {
  readonly records: readonly GroupedRecord[]
  readonly next: string | null
  readonly total: number
}

/** What the reader marked himself is listed as he marked it. */
const GROUPED_VIEWS: ReadonlySet<ArticleView> = new Set(['all', 'today', 'unread', 'ready'])

export class StoryLists {
  constructor(
    private readonly library: LibraryStore,
    private readonly book: StoryBook,
    private readonly now: () => Date,
  ) {}

  page(query: ArticleQuery, cursor: string | null, limit: number): GroupedPage {
    const grouped = this.library.settings().groupStories && GROUPED_VIEWS.has(query.view)
    const records: GroupedRecord[] = []
    const isListed = this.library.listedBy(query, this.now())
    let next = cursor
    let total: number
    do {
      const page = this.library.list(query, next, limit, this.now())
      next = page.next
      total = page.total
      records.push(
        ...(grouped
          ? this.group(isListed, page.records)
          : page.records.map((record) => ({ record, story: null }))),
      )
      // A page of copies alone would look like the end of the list.
    } while (next !== null && records.length < limit / 2)
    return { records, next, total: grouped ? total - this.hidden(isListed) : total }
  }

  /** The other articles of its story, best copy first. */
  parts(articleId: ArticleId): readonly StoryPart[] {
    if (!this.library.settings().groupStories) return []
    const story = this.book.storyOf(articleId)
    const own = story.find((member) => member.articleId === articleId)
    return story.flatMap((member) => {
      const hidden = member === own || this.library.isGone(member.articleId)
      const record = hidden ? null : this.library.article(member.articleId)
      if (!record) return []
      const { title, published, feedId } = record
      return [
        {
          articleId: member.articleId,
          title,
          published,
          feedTitle: this.library.feedTitle(feedId) ?? '',
          sameText: member.wording === own?.wording,
          ready: isReady(record),
        },
      ]
    })
  }

  private group(isListed: Listed, records: readonly ArticleRecord[]): readonly GroupedRecord[] {
    return records.flatMap((record) => {
      const story = this.book.storyOf(record.articleId)
      if (story.length < 2) return [{ record, story: null }]
      const best = story.find(({ articleId }) => isListed(articleId))
      if (best && best.articleId !== record.articleId) return []
      return [{ record, story: this.markOf(record, story) }]
    })
  }

  private markOf(record: ArticleRecord, story: readonly StoryMember[]): StoryMark | null {
    const others = story.flatMap(({ articleId }) =>
      articleId === record.articleId || this.library.isGone(articleId)
        ? []
        : (this.library.feedOf(articleId) ?? []),
    )
    const feeds = new Set(others.filter((feedId) => feedId !== record.feedId)).size
    return others.length === 0 ? null : { articles: others.length, feeds }
  }

  private hidden(isListed: Listed): number {
    let hidden = 0
    for (const story of this.book.all())
      hidden += Math.max(0, story.filter(({ articleId }) => isListed(articleId)).length - 1)
    return hidden
  }
}
