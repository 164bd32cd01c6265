/**
 * Finds the story of one article of the index: what else reports the same event within some days. Its likely companions are fetched by its
 * weightiest terms out of that window of time, and judged anew together with the stories they are in, so that a story put together wrongly
 * falls apart when more is known. The work depends on those few, not on how many are in the library.
 */
import type { ArticleId } from '../../contract/article-id'
import { leastNumber } from './article-numbers'
import { signatureTerms, signatureVector, type SignatureVector } from './article-signature'
import type { FullTextDatabase } from './full-text-database'
import type { MarkedArticles } from './marked-articles'
import { widen, type Neighbour } from './related-articles'
import { SignatureScores } from './signature-scores'
import { StoredPlaces, type StoredPlace } from './stored-places'
import { groupStories, STORY_WINDOW_MS } from './stories'
import type { TermCounts } from './term-counts'
import { nearness, rarityOf } from './term-vector'
import { sharedText } from './text-sketch'
import { isSeries } from './title-pattern'
import type { UnplacedArticles } from './unplaced-articles'

/** Where an article stands among stories, null for one alone; numbers mean something only within one index. */
export interface StoryPlace {
  readonly articleId: ArticleId
  readonly story: number | null
  /** Articles of one story with the same wording have the same number. */
  readonly wording: number | null
}

interface Placed {
  readonly stored: StoredPlace
  /** Its terms as they weigh now. */
  readonly vector: SignatureVector
}

/** Terms that an article is found by. */
export const MARKS = 12
const WINDOW_S = STORY_WINDOW_MS / 1000
/**
 * The first articles of a library are weighed when nothing is known of what is rare: each time its text has grown by half, all are looked at again,
 * until so many are here that the weights hardly move.
 */
const REVIEW_UNTIL = 600
const REVIEW_GROWTH = 1.5
/** A full minute pushes its articles into the next numbers. */
const NUMBER_SLACK = 2000
const NEWEST_OF_EACH = 60
const MOST_FETCHED = 40
const MOST_CLOSE = 24
/** Articles judged together: those close to the one in question and the rest of their stories. */
const MOST_JUDGED = 64
/** Farther than this from the article in question nothing helps to group it. */
const LEAST_NEARNESS = 0.12
/** From this share on it is one text, shortened or headed anew. */
const SAME_WORDING = 0.4

export class StoryPlacement {
  private readonly places: StoredPlaces
  private lastStory: number
  private nextReview: number

  constructor(
    private readonly database: FullTextDatabase,
    private readonly counts: TermCounts,
    private readonly articles: {
      readonly marked: MarkedArticles
      /** These look at the others when it is their turn: no two articles are compared twice. */
      readonly unplaced: Pick<UnplacedArticles, 'has'>
    },
  ) {
    this.places = new StoredPlaces(database)
    this.lastStory = Number(database.get('SELECT max(story) AS last FROM articles')?.['last'] ?? 0)
    this.nextReview = counts.totalLength * REVIEW_GROWTH
  }

  /** For a transaction that was undone. */
  forget(): void {
    this.places.forgetAll()
  }

  /** These were put in, some of them in the place of what they were before. */
  changed(numbers: readonly number[]): void {
    this.places.forget(numbers)
  }

  /** Gives these articles their stories, and answers with every place that changed on their account; those that are gone are passed over. */
  placeAll(numbers: readonly number[]): StoryPlace[] {
    const places = numbers.flatMap((number) => this.place(number))
    if (numbers.length === 0 || this.counts.totalLength < this.nextReview) return places
    this.nextReview = this.counts.totalLength * REVIEW_GROWTH
    if (this.counts.articles > REVIEW_UNTIL) return places
    const all = this.database.all('SELECT number FROM articles ORDER BY number')
    return [...places, ...all.flatMap((row) => this.place(Number(row['number'])))]
  }

  private place(number: number): StoryPlace[] {
    const own = this.load(number)
    if (!own) return []
    const close = this.companions(own)
    // One that has changed may be in a story whose other articles are no longer near.
    if (close.length === 0 && own.stored.story === null) return []
    const all = this.withTheirStories([own, ...close])
    return this.label(groupsOf(all), own)
  }

  /** Each group keeps the story that most of it were in; a story that fell apart stays with its largest part. */
  private label(groups: readonly (readonly Placed[])[], own: Placed): StoryPlace[] {
    const taken = new Set<number>()
    const changed: StoryPlace[] = []
    for (const group of groups) {
      const story = isWithinOneFeed(group) ? null : (commonStory(group, taken) ?? ++this.lastStory)
      if (story !== null) taken.add(story)
      for (const member of group) {
        const { stored } = member
        if (stored.story === story && member !== own) continue
        const before = { story: stored.story, wording: stored.wording }
        stored.story = story
        stored.wording = story === null ? null : this.wordingOf(member, group)
        if (stored.story === before.story && stored.wording === before.wording) continue
        this.places.save(stored)
        changed.push({ articleId: stored.articleId, story: stored.story, wording: stored.wording })
      }
    }
    return changed
  }

  /** The rest of the stories that some of these are in, so that a story is judged as a whole. */
  private withTheirStories(some: readonly Placed[]): readonly Placed[] {
    const all = new Map(some.map((article) => [article.stored.number, article]))
    for (const story of new Set(some.map(({ stored }) => stored.story))) {
      if (story === null) continue
      const rows = this.database.all('SELECT number FROM articles WHERE story = ? LIMIT ?', [
        story,
        MOST_JUDGED,
      ])
      for (const row of rows) {
        const number = Number(row['number'])
        const member = all.has(number) || all.size >= MOST_JUDGED ? null : this.load(number)
        if (member) all.set(number, member)
      }
    }
    return [...all.values()]
  }

  private wordingOf(member: Placed, group: readonly Placed[]): number {
    const own = member.stored
    let best: { readonly wording: number; readonly shared: number } | null = null
    for (const { stored: other } of group) {
      if (other === own || other.story !== own.story || other.wording === null) continue
      const shared = sharedText(own.sketch, other.sketch)
      if (shared >= SAME_WORDING && shared > (best?.shared ?? 0)) best = { wording: other.wording, shared }
    }
    return best?.wording ?? own.number
  }

  /** The articles nearest to one among those of its time that share its weightiest terms. */
  private companions({ stored, vector }: Placed): Placed[] {
    const likely = this.likely(stored)
    const scores = new SignatureScores(
      likely.map(({ signature }) => signature),
      this.counts,
    )
    const near = scores.nearnessTo(vector)
    return likely
      .map((other, place) => ({ other, place, score: near[place] ?? 0 }))
      .filter(({ score }) => score >= LEAST_NEARNESS)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_CLOSE)
      .map(({ other, place }) => ({ stored: other, vector: scores.vector(place) }))
  }

  private likely(own: StoredPlace): StoredPlace[] {
    const least = leastNumber(own.time - WINDOW_S)
    const most = leastNumber(own.time + WINDOW_S) + NUMBER_SLACK
    const { marked, unplaced } = this.articles
    const weights = new Map<number, number>()
    for (const term of signatureTerms(own.signature, MARKS)) {
      const weight = rarityOf(this.counts.articlesWith(term), this.counts.articles)
      for (const number of marked.newestOf(term, least, most, NEWEST_OF_EACH))
        if (number !== own.number && !unplaced.has(number))
          weights.set(number, (weights.get(number) ?? 0) + weight)
    }
    return [...weights]
      .sort((a, b) => b[1] - a[1] || b[0] - a[0])
      .slice(0, MOST_FETCHED)
      .flatMap(([number]) => this.places.load(number) ?? [])
      .filter((other) => Math.abs(other.time - own.time) <= WINDOW_S)
  }

  private load(number: number): Placed | null {
    const stored = this.places.load(number)
    return stored && { stored, vector: signatureVector(stored.signature, this.counts) }
  }
}

/** What one feed alone says more than once is its own subject, however alike: a story is what several report. */
function isWithinOneFeed(group: readonly Placed[]): boolean {
  return group.every(({ stored }) => stored.feed === group[0]?.stored.feed)
}

/** The articles by story as they stand to each other, the largest story first. */
function groupsOf(all: readonly Placed[]): Placed[][] {
  const plain = all.map(({ vector }) => vector)
  const nearest = neighbours(all, plain)
  const wide = plain.map((vector, place) => widen(vector, nearest[place] ?? [], plain))
  const scores = neighbours(all, wide)
  const labels = groupStories(
    all.map(({ stored }, place) => ({
      published: new Date(stored.time * 1000).toISOString(),
      neighbours: scores[place] ?? [],
    })),
  )
  const groups = new Map<number, Placed[]>()
  all.forEach((article, place) => {
    const label = labels[place] ?? place
    groups.set(label, [...(groups.get(label) ?? []), article])
  })
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

function neighbours(all: readonly Placed[], vectors: readonly SignatureVector[]): Neighbour[][] {
  const lists: Neighbour[][] = vectors.map(() => [])
  vectors.forEach((vector, place) => {
    for (let other = 0; other < place; other++) {
      const [a, b, second] = [all[place], all[other], vectors[other]]
      if (!a || !b || !second || isSeries(a.stored, b.stored)) continue
      const score = nearness(vector, second)
      if (score <= 0) continue
      lists[place]?.push({ article: other, score })
      lists[other]?.push({ article: place, score })
    }
  })
  for (const list of lists) list.sort((a, b) => b.score - a.score)
  return lists
}

/** The story that most of the group are in already and no other group has taken, the older of equals; null for none. */
function commonStory(group: readonly Placed[], taken: ReadonlySet<number>): number | null {
  const sizes = new Map<number, number>()
  for (const {
    stored: { story },
  } of group)
    if (story !== null && !taken.has(story)) sizes.set(story, (sizes.get(story) ?? 0) + 1)
  const [largest] = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return largest?.[0] ?? null
}
