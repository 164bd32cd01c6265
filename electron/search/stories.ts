/** Groups articles that tell the same event. Joins the pair of groups with the nearest average until none is near enough, so that one chance likeness never chains two events together. Pure. */
import type { Neighbour } from './related-articles'

export interface StoryArticle {
  /** ISO 8601, null when unknown: then time does not part it from others. */
  readonly published: string | null
  /** All articles with anything in common, as `relateArticles` gives them. */
  readonly neighbours: readonly Neighbour[]
}

/** Average nearness inside a story; measured on ECB+ and on thinned stories of one to four reports. */
const SAME_STORY = 0.55
/** An event is reported within days; the same words a month later are the next event of a series. */
export const STORY_WINDOW_MS = 4 * 24 * 60 * 60 * 1000

/** The story of each article as the place of its first article; an article alone is a story of its own. */
export function groupStories(articles: readonly StoryArticle[]): number[] {
  const groups = new StoryGroups(articles)
  while (groups.joinNearest());
  return groups.labels()
}

interface Group {
  readonly members: number[]
  /** Sum of the nearness of all pairs between this group and another. */
  readonly sums: Map<number, number>
  /** The other group with the highest average, once looked for; undefined when that may have changed. */
  nearest: { readonly group: number; readonly average: number } | null | undefined
}

class StoryGroups {
  private readonly groups = new Map<number, Group>()

  constructor(private readonly articles: readonly StoryArticle[]) {
    articles.forEach((_, place) =>
      this.groups.set(place, { members: [place], sums: new Map(), nearest: undefined }),
    )
    articles.forEach(({ neighbours }, place) => {
      for (const { article, score } of neighbours) {
        // Pairs are listed from both sides; a weak pair still counts in an average, as zero.
        if (article <= place || score < SAME_STORY / 4 || !this.sameTime(place, article)) continue
        this.groups.get(place)?.sums.set(article, score)
        this.groups.get(article)?.sums.set(place, score)
      }
    })
  }

  /** False when no two groups are near enough. */
  joinNearest(): boolean {
    let best = SAME_STORY
    let pair: readonly [number, number] | null = null
    for (const [place, group] of this.groups) {
      group.nearest ??= this.findNearest(group)
      if (group.nearest && group.nearest.average > best) {
        best = group.nearest.average
        pair = [place, group.nearest.group]
      }
    }
    if (!pair) return false
    this.join(pair[0], pair[1])
    return true
  }

  labels(): number[] {
    const labels: number[] = this.articles.map((_, place) => place)
    for (const { members } of this.groups.values()) {
      const first = Math.min(...members)
      for (const member of members) labels[member] = first
    }
    return labels
  }

  private findNearest(group: Group): Group['nearest'] {
    let nearest: Group['nearest'] = null
    for (const [other, sum] of group.sums) {
      const average = sum / (group.members.length * (this.groups.get(other)?.members.length ?? 1))
      if (average > (nearest?.average ?? 0)) nearest = { group: other, average }
    }
    return nearest
  }

  private join(kept: number, gone: number): void {
    const a = this.groups.get(kept)
    const b = this.groups.get(gone)
    if (!a || !b) return
    a.members.push(...b.members)
    a.sums.delete(gone)
    this.groups.delete(gone)
    for (const [other, sum] of b.sums) if (other !== kept) a.sums.set(other, (a.sums.get(other) ?? 0) + sum)
    a.nearest = undefined
    for (const [other, sum] of a.sums) {
      const group = this.groups.get(other)
      if (!group) continue
      group.sums.delete(gone)
      group.sums.set(kept, sum)
      group.nearest = undefined
    }
  }

  private sameTime(a: number, b: number): boolean {
    const [first, second] = [this.articles[a]?.published, this.articles[b]?.published]
    if (!first || !second) return true
    return Math.abs(Date.parse(first) - Date.parse(second)) <= STORY_WINDOW_MS
  }
}
