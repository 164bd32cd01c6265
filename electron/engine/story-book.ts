/** The stories of the library in memory, and what the reader said of them. The index finds them; this keeps them for lists, which must not wait for it. */
import type { ArticleId } from '../../contract/article-id'
import type { JsonFile } from '../library/json-file'
import type { StoriesFile, StoryMember } from '../library/stories-file'
import type { StoryPlace } from '../search/story-placement'

/** Newest learnt; beyond these a list shows articles singly. About half a megabyte. */
const MOST_MEMBERS = 6000
const SAVE_AFTER_MS = 5000

export interface StoryBookOptions {
  /** Another one after a restore. */
  readonly file: () => JsonFile<StoriesFile>
  readonly readOnly: boolean
  /** How good a copy an article is; null for one that is not in the library. */
  readonly quality: (articleId: ArticleId) => number | null
}

export class StoryBook {
  private readonly members = new Map<ArticleId, StoryMember>()
  private readonly stories = new Map<number, Set<ArticleId>>()
  private apart = new Set<ArticleId>()
  private timer: NodeJS.Timeout | null = null
  private changed = false

  constructor(private readonly options: StoryBookOptions) {
    this.reload()
  }

  /** Takes what the library has now in the place of everything known. */
  reload(): void {
    const { apart, members } = this.options.file().data
    this.members.clear()
    this.stories.clear()
    this.apart = new Set(apart)
    for (const member of members) this.add(member)
  }

  /** Takes over what the index found; answers true when a list may look different. */
  learn(places: readonly StoryPlace[]): boolean {
    for (const { articleId, story, wording } of places) {
      this.drop(articleId)
      const quality = this.options.quality(articleId)
      if (story !== null && wording !== null && quality !== null)
        this.add({ articleId, story, wording, quality })
    }
    if (places.length > 0) this.saveLater()
    return places.length > 0
  }

  /** These were stored anew: the one that came whole later than its copies may be the best of them now. */
  weighAgain(articleIds: readonly ArticleId[]): void {
    for (const articleId of articleIds) {
      const member = this.members.get(articleId)
      const quality = member && this.options.quality(articleId)
      if (!member || quality === null || quality === undefined || quality === member.quality) continue
      this.members.set(articleId, { ...member, quality })
      this.saveLater()
    }
  }

  forget(articleIds: readonly ArticleId[]): void {
    for (const articleId of articleIds) this.drop(articleId)
    if (articleIds.length > 0) this.saveLater()
  }

  /** The index was lost: its numbers mean nothing any more. */
  clear(): void {
    this.members.clear()
    this.stories.clear()
    this.saveLater()
  }

  /** The whole story that an article is in, best copy first; empty when it is alone or the reader took it out. */
  storyOf(articleId: ArticleId): readonly StoryMember[] {
    const own = this.members.get(articleId)
    return own && !this.apart.has(articleId) ? this.together(own.story) : []
  }

  /** Number of the story an article is in with others; null for one alone. */
  numberOf(articleId: ArticleId): number | null {
    const [first, second] = this.storyOf(articleId)
    return first && second ? first.story : null
  }

  /** Every story of two or more. */
  *all(): Generator<readonly StoryMember[]> {
    for (const story of this.stories.keys()) {
      const members = this.together(story)
      if (members.length > 1) yield members
    }
  }

  isApart(articleId: ArticleId): boolean {
    return this.apart.has(articleId)
  }

  /** Takes articles out of their stories, or puts them back. Durable when it resolves. */
  async part(articleIds: readonly ArticleId[], apart: boolean): Promise<void> {
    for (const articleId of articleIds) {
      if (apart) this.apart.add(articleId)
      else this.apart.delete(articleId)
    }
    await this.save()
  }

  async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    if (this.changed) await this.save()
  }

  private together(story: number): readonly StoryMember[] {
    const members = [...(this.stories.get(story) ?? [])].flatMap((id) =>
      this.apart.has(id) ? [] : (this.members.get(id) ?? []),
    )
    if (members.length < 2) return []
    return members.sort((a, b) => b.quality - a.quality || (a.articleId < b.articleId ? -1 : 1))
  }

  private add(member: StoryMember): void {
    this.members.set(member.articleId, member)
    const together = this.stories.get(member.story) ?? new Set()
    this.stories.set(member.story, together.add(member.articleId))
    if (this.members.size <= MOST_MEMBERS) return
    // A map gives its keys in the order they came.
    const [oldest] = this.members.keys()
    if (oldest !== undefined) this.drop(oldest)
  }

  private drop(articleId: ArticleId): void {
    const member = this.members.get(articleId)
    if (!member) return
    this.members.delete(articleId)
    const together = this.stories.get(member.story)
    together?.delete(articleId)
    if (together?.size === 0) this.stories.delete(member.story)
  }

  private saveLater(): void {
    this.changed = true
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.save().catch(() => {
        // Derived, and the disk is full or gone: the next change tries again, and what the reader says is told by `part`.
        this.changed = true
      })
    }, SAVE_AFTER_MS)
    this.timer.unref()
  }

  private async save(): Promise<void> {
    if (this.options.readOnly) return
    this.changed = false
    const file = this.options.file()
    file.data = { apart: [...this.apart], members: [...this.members.values()] }
    await file.save()
  }
}
