/**
 * The articles of the index nearest to one article. The newest that share its rarest words are fetched and compared by their signatures:
 * the work depends on the article, not on how many are in the library.
 */
import type { ArticleId } from '../../contract/article-id'
import { profileOf, type ArticleProfile } from './article-profile'
import { profileVector, signatureVector, strongestTerms, type SignatureVector } from './article-signature'
import type { FullTextDatabase, Row } from './full-text-database'
import { numberForms } from './match-expression'
import { widen, type Neighbour } from './related-articles'
import { articleIdOf, bytesOf } from './stored-id'
import { hashTerm, type TermCounts } from './term-counts'
import { nearness, sharedTerms } from './term-vector'
import { tokenise } from './tokenise'

export interface NearArticle {
  readonly articleId: ArticleId
  /** 0 to 1. */
  readonly score: number
  /** The shared words, as the article writes them. */
  readonly why: string
}

export interface NeighbourSource {
  readonly database: FullTextDatabase
  readonly counts: TermCounts
}

interface ArticleInQuestion {
  readonly articleId: ArticleId
  readonly title: string
  readonly text: string
  readonly published: string | null
}

interface Candidate {
  readonly articleId: ArticleId
  readonly time: number
  readonly vector: SignatureVector
}

/** The words that candidates are fetched by, and how many of the newest for each. */
const ASKED_TERMS = 12
const NEWEST_OF_EACH = 120
const MOST_CANDIDATES = 400
const REASON_TERMS = 4
/** Measured on ECB+ mixed with other news: below this the shared words are chance. */
const LEAST_SCORE = 0.2
/** What was published at another time is less likely wanted; never under this share of its score. */
const DECAY_FLOOR = 0.7
const DECAY_HALF_LIFE_S = 60 * 24 * 3600

export function nearestArticles(
  source: NeighbourSource,
  article: ArticleInQuestion,
  limit: number,
): NearArticle[] {
  const profile = profileOf(article)
  const own = profileVector(profile, source.counts)
  const candidates = source.database.transaction(() => fetchCandidates(source, article, profile))
  const vectors = candidates.map(({ vector }) => vector)
  const wide = widen(own, order(own, vectors), vectors)
  const shown = new Map([...profile.terms].map(([term, { shown: word }]) => [hashTerm(term), word]))
  return order(wide, vectors)
    .flatMap(({ article: place, score }) => {
      const candidate = candidates[place]
      if (!candidate) return []
      const decayed = score * decay(candidate.time, article.published)
      if (decayed < LEAST_SCORE) return []
      const words = sharedTerms(own, candidate.vector, REASON_TERMS).flatMap((hash) => shown.get(hash) ?? [])
      // No reason, no link: the reader is told why each is shown.
      if (words.length === 0) return []
      return [{ articleId: candidate.articleId, score: decayed, why: words.join(', ') }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}

function order(vector: SignatureVector, others: readonly SignatureVector[]): Neighbour[] {
  return others
    .map((other, article) => ({ article, score: nearness(vector, other) }))
    .sort((a, b) => b.score - a.score)
}

function fetchCandidates(
  { database, counts }: NeighbourSource,
  article: ArticleInQuestion,
  profile: ArticleProfile,
): Candidate[] {
  const weights = new Map<number, number>()
  for (const { term, weight } of strongestTerms(profile, counts, ASKED_TERMS)) {
    const match = matchOf(profile.terms.get(term)?.shown ?? term)
    if (match === null) continue
    const rows = database.all(
      'SELECT rowid AS number FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?',
      [match, NEWEST_OF_EACH],
    )
    for (const row of rows) {
      const number = Number(row['number'])
      weights.set(number, (weights.get(number) ?? 0) + weight)
    }
  }
  const strongest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, MOST_CANDIDATES)
  const self = database.get('SELECT number FROM articles WHERE article_id = ?', [
    bytesOf(article.articleId),
  ])?.['number']
  const others = strongest.flatMap(([number]) => (number === self ? [] : number))
  // One statement: each of its own costs a look at the file's lock, which is more than the row.
  const rows = database.all(
    'SELECT article_id, time, signature FROM articles WHERE number IN (SELECT value FROM json_each(?))',
    [JSON.stringify(others)],
  )
  return rows.flatMap((row) => candidateOf(row, counts) ?? [])
}

/** The word in its plain and plural form, in title or body; null when it has no letters. */
function matchOf(word: string): string | null {
  const term = tokenise(word)[0]?.term
  if (term === undefined) return null
  return `{title body} : (${[term, ...numberForms(term)].map((form) => `"${form}"`).join(' OR ')})`
}

function candidateOf(row: Row, counts: TermCounts): Candidate | null {
  const articleId = articleIdOf(row['article_id'])
  const signature = row['signature']
  if (articleId === null || !(signature instanceof Uint8Array)) return null
  return { articleId, time: Number(row['time']), vector: signatureVector(signature, counts) }
}

function decay(time: number, published: string | null): number {
  if (published === null) return 1
  const apart = Math.abs(Date.parse(published) / 1000 - time)
  return Number.isNaN(apart) ? 1 : DECAY_FLOOR + (1 - DECAY_FLOOR) * 2 ** (-apart / DECAY_HALF_LIFE_S)
}
