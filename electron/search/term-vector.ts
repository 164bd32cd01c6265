/** Articles as vectors of length one: terms weighted by count and rarity (BM25's saturation, TF-IDF's rarity), and how near two of them are. Pure. */
import type { ArticleProfile } from './article-profile'

export type TermVector = ReadonlyMap<string, number>

/** What is known of the whole collection. */
export interface Collection {
  readonly articles: number
  /** Mean `length` of the profiles. */
  readonly averageLength: number
  /** In how many articles a term stands. */
  articlesWith(term: string): number
  /** The share, 0 to 1, of those articles in which it stands as a name. */
  nameShare(term: string): number
}

/** BM25's k1 and b: how soon repetition stops counting, and how much long articles are held back. */
const SATURATION = 1.2
const LENGTH_PULL = 0.3
/** A name counts up to this much more than another word: people and places tell one event from the next of its kind. */
const NAME_GAIN = 0.3
/**
 * A term of one article alone brings no two together, but makes its vector longer and so its likeness to others smaller. Counted in
 * full, short reports of one event drift apart; not counted at all, one shared word makes strangers alike.
 */
export const OWN_TERM = 0.4

export function collectionOf(profiles: readonly ArticleProfile[]): Collection {
  const counts = new Map<string, { articles: number; names: number }>()
  let length = 0
  for (const profile of profiles) {
    length += profile.length
    for (const [term, { name }] of profile.terms) {
      const known = counts.get(term)
      if (known) {
        known.articles++
        if (name) known.names++
      } else counts.set(term, { articles: 1, names: name ? 1 : 0 })
    }
  }
  return {
    articles: profiles.length,
    averageLength: length / (profiles.length || 1),
    articlesWith: (term) => counts.get(term)?.articles ?? 0,
    nameShare: (term) => {
      const known = counts.get(term)
      return known ? known.names / known.articles : 0
    },
  }
}

export function vectorOf(profile: ArticleProfile, collection: Collection): TermVector {
  const weights = new Map<string, number>()
  const relativeLength = profile.length / (collection.averageLength || 1)
  for (const [term, { count }] of profile.terms) {
    const articles = collection.articlesWith(term)
    const rarity = rarityOf(articles, collection.articles)
    if (rarity <= 0) continue
    const own = articles <= 1 ? OWN_TERM : 1
    weights.set(term, own * saturate(count, relativeLength) * rarity * nameGain(collection.nameShare(term)))
  }
  return toLengthOne(weights)
}

/** BM25's share of the count: repetition soon stops counting, in a long article later than in a short one. */
export function saturate(count: number, relativeLength: number): number {
  const pull = SATURATION * (1 - LENGTH_PULL + LENGTH_PULL * relativeLength)
  return (count * (SATURATION + 1)) / (count + pull)
}

/** How much a term tells that stands in `articles` of `all`; 0 or less for one that stands nearly everywhere. */
export function rarityOf(articles: number, all: number): number {
  return Math.log((all + 1) / (Math.max(articles, 1) + 0.5))
}

/** `share`, 0 to 1: how often the term stands as a name. */
export function nameGain(share: number): number {
  return 1 + NAME_GAIN * share
}

/** Scales in place; a vector of nothing stays so. */
export function toLengthOne<Term>(weights: Map<Term, number>): ReadonlyMap<Term, number> {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  const length = Math.sqrt(squares)
  if (length > 0) for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}

/** Cosine of two vectors of length one: 0 for nothing in common, 1 for the same. */
export function nearness<Term>(a: ReadonlyMap<Term, number>, b: ReadonlyMap<Term, number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0)
  return sum
}

/** The terms that bring two articles together, the weightiest first. */
export function sharedTerms<Term>(
  a: ReadonlyMap<Term, number>,
  b: ReadonlyMap<Term, number>,
  most: number,
): Term[] {
  const shared: (readonly [Term, number])[] = []
  for (const [term, weight] of a) {
    const other = b.get(term)
    if (other !== undefined) shared.push([term, weight * other])
  }
  return shared
    .sort((x, y) => y[1] - x[1])
    .slice(0, most)
    .map(([term]) => term)
}
