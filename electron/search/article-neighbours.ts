/**
 * The articles of the index nearest to one article: likely ones are fetched and compared by their signatures. The work depends on the
 * article, not on how many are in the library.
 */
import type { ArticleId } from '../../contract/article-id'
import { profileOf, type ArticleText } from './article-profile'
import { profileVector, type SignatureVector } from './article-signature'
import { fetchCandidates, type DatedArticle, type NeighbourSource } from './neighbour-candidates'
import { WIDEN_BY, widen, type Neighbour } from './related-articles'
import { SignatureScores } from './signature-scores'
import { articleIdOf } from './stored-id'
import { hashTerm } from './term-counts'
import { sharedTerms } from './term-vector'

export interface NearArticle {
  readonly articleId: ArticleId
  /** 0 to 1. */
  readonly score: number
  /** The shared words, as the article writes them. */
  readonly why: string
}

const REASON_TERMS = 4
/** Measured on ECB+ mixed with other news: below this the shared words are chance. */
const LEAST_SCORE = 0.2
/** What was published at another time is less likely wanted; never under this share of its score. */
const DECAY_FLOOR = 0.7
const DECAY_HALF_LIFE_S = 60 * 24 * 3600

export function nearestArticles(
  source: NeighbourSource,
  article: DatedArticle & ArticleText,
  limit: number,
): NearArticle[] {
  const profile = profileOf(article)
  const own = profileVector(profile, source.counts)
  const candidates = source.database.transaction(() => fetchCandidates(source, article, profile))
  const packed = candidates.map(({ signature }) => signature)
  const signatures = new SignatureScores(packed, source.counts)
  const shown = new Map([...profile.terms].map(([term, { shown: word }]) => [hashTerm(term), word]))
  const near: NearArticle[] = []
  const decayOf = (place: number): number => decay(candidates[place]?.time ?? 0, article.published)
  for (const { article: place, score } of order(signatures.nearnessTo(widened(own, signatures)), decayOf)) {
    if (score < LEAST_SCORE || near.length >= limit) break
    const shared = sharedTerms(own, signatures.vector(place), REASON_TERMS)
    const words = shared.flatMap((hash) => shown.get(hash) ?? [])
    const articleId = articleIdOf(candidates[place]?.name)
    // No reason, no link: the reader is told why each is shown.
    if (words.length > 0 && articleId !== null) near.push({ articleId, score, why: words.join(', ') })
  }
  return near
}

/** `own` with the words of the articles nearest to it. */
function widened(own: SignatureVector, signatures: SignatureScores): SignatureVector {
  const nearest = order(signatures.nearnessTo(own), () => 1).slice(0, WIDEN_BY)
  return widen(
    own,
    nearest.map(({ score }, place) => ({ article: place, score })),
    nearest.map(({ article }) => signatures.vector(article)),
  )
}

function order(scores: Float64Array, factorOf: (article: number) => number): Neighbour[] {
  return Array.from(scores, (score, article) => ({ article, score: score * factorOf(article) })).sort(
    (a, b) => b.score - a.score,
  )
}

function decay(time: number, published: string | null): number {
  if (published === null) return 1
  const apart = Math.abs(Date.parse(published) / 1000 - time)
  return Number.isNaN(apart) ? 1 : DECAY_FLOOR + (1 - DECAY_FLOOR) * 2 ** (-apart / DECAY_HALF_LIFE_S)
}
