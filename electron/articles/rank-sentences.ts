/** Ranks sentences for key points. Weights were fitted on news with its editors' own summaries and rounded; docs/articles.md has the figures. */
import type { Sentence } from './split-sentences'

export interface RankOptions {
  readonly title: string | null
  readonly count: number
}

const WEIGHTS = { place: 1, centrality: 1, title: 0.3, length: 0.5, first: 0.5 }
/** Letters at which a sentence says enough without saying too much. */
const BEST_LENGTH = 120

interface Scored {
  readonly sentence: Sentence
  readonly terms: ReadonlyMap<string, number>
  readonly score: number
}

export function rankSentences(sentences: readonly Sentence[], { title, count }: RankOptions): Sentence[] {
  const bags = sentences.map((sentence) => termsOf(sentence.text))
  const weights = termWeights(bags)
  const centre = centroid(bags, weights)
  const titleTerms = termsOf(title ?? '')
  const scored = sentences.map((sentence, index): Scored => {
    const terms = bags[index] ?? new Map<string, number>()
    const score =
      WEIGHTS.place * placeOf(index, sentence) +
      WEIGHTS.centrality * cosine(terms, centre, weights) +
      WEIGHTS.title * overlap(titleTerms, terms) -
      WEIGHTS.length * Math.abs(Math.log(Math.max(10, sentence.text.length) / BEST_LENGTH)) +
      (index === 0 ? WEIGHTS.first : 0)
    return { sentence, terms, score }
  })
  return pick(scored, weights, count)
}

function placeOf(index: number, { paragraph }: Sentence): number {
  return 1 / (1 + 0.25 * index) + (paragraph === 0 ? 0.1 : 0)
}

/** Takes the best one, then again the best of what says something new. */
function pick(scored: readonly Scored[], weights: ReadonlyMap<string, number>, count: number): Sentence[] {
  const chosen: Scored[] = []
  const left = [...scored]
  while (chosen.length < count && left.length > 0) {
    let best = 0
    let bestScore = -Infinity
    left.forEach((candidate, index) => {
      const said = Math.max(0, ...chosen.map((other) => cosine(candidate.terms, other.terms, weights)))
      const score = candidate.score - 1.2 * said
      if (score > bestScore) [best, bestScore] = [index, score]
    })
    const [next] = left.splice(best, 1)
    if (next) chosen.push(next)
  }
  return chosen.map(({ sentence }) => sentence)
}

const STOP = new Set(
  'a an the and or but if of in on at to for with from by as is are was were be been being it its this that these those he she they we you i his her their our your him them us me my not no so than then too very can could will would shall should may might must do does did has have had said says say also more most who which what when where how why all any each some such only own same other into over after before about up out off down again further once here there there’s it’s just now new one two'.split(
    ' ',
  ),
)
const TERM =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Words without endings; pairs of signs for languages without spaces. */
export function termsOf(text: string): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string): void => void terms.set(term, (terms.get(term) ?? 0) + 1)
  for (const [word] of text.toLowerCase().matchAll(TERM)) {
    if (UNSPACED.test(word)) {
      for (let at = 0; at < Math.max(1, word.length - 1); at++) add(word.slice(at, at + 2))
    } else if (!STOP.has(word) && word.length > 1) add(stem(word))
  }
  return terms
}

/** A crude cut that makes most forms of one word equal; it only counts here, nobody reads it. */
function stem(word: string): string {
  const bare = word.replace(/['’](?:s|t|re|ve|d|ll|m)?$/, '')
  if (bare.length < 5) return bare.replace(/s$/, '')
  return bare.replace(/(?:ing|edly|ed|ies|es|s|ly|ment|ness|ation|tion)$/, '').slice(0, 9)
}

/** log(1 + how often the text says it), less for what stands in nearly every sentence. */
function termWeights(bags: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const bag of bags) for (const term of bag.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const weights = new Map<string, number>()
  for (const [term, count] of counts) weights.set(term, Math.log(1 + bags.length / (0.5 + count)))
  return weights
}

function centroid(
  bags: readonly ReadonlyMap<string, number>[],
  weights: ReadonlyMap<string, number>,
): Map<string, number> {
  const centre = new Map<string, number>()
  bags.forEach((bag, index) => {
    // The beginning of a news text is about its subject; its end often is not.
    const share = 1 / (1 + index * 0.05)
    for (const [term, count] of bag) centre.set(term, (centre.get(term) ?? 0) + count * share)
  })
  for (const term of centre.keys()) if (!weights.has(term)) centre.delete(term)
  return centre
}

function cosine(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  weights: ReadonlyMap<string, number>,
): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let dot = 0
  for (const [term, count] of small) {
    const weight = weights.get(term) ?? 1
    dot += count * (large.get(term) ?? 0) * weight * weight
  }
  if (dot === 0) return 0
  return dot / (norm(a, weights) * norm(b, weights))
}

function norm(bag: ReadonlyMap<string, number>, weights: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [term, count] of bag) sum += (count * (weights.get(term) ?? 1)) ** 2
  return Math.sqrt(sum) || 1
}

function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  if (a.size === 0) return 0
  let common = 0
  for (const term of a.keys()) if (b.has(term)) common++
  return common / a.size
}
