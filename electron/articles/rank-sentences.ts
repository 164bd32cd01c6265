/** Ranks sentences for key points. Weights were fitted on news with its editors' own summaries and rounded; docs/articles.md has the figures. */
import type { Sentence } from './split-sentences'

export interface RankOptions {
  readonly title: string | null
  readonly count: number
}

/** Shares of one sentence's score; each feature lies between 0 and 1, but for the length (see there). */
const WEIGHTS = {
  place: 1,
  placeDecay: 0.28,
  centrality: 1,
  title: 0.3,
  length: 0.4,
  bestLength: 120,
  dangling: 0.15,
  quotation: 0.4,
  label: 0.45,
  names: 0.3,
  said: 1.9,
  headDecay: 0.2,
}

/** Starts that lean on the sentence before. */
const DANGLING =
  /^["'“‘(]*(?:he|she|it|they|this|that|these|those|his|her|their|its|but|and|so|however|meanwhile|also|then|there|such|another|both|we|i|you|er|sie|es|und|aber|doch|dies\p{L}*|il|elle|ils|mais|et|cela|este|esta|pero|y)\b/iu
/** "Grim: the scene after ..." captions a picture. */
const LABEL =
  /^[^\s:]{1,20}(?:\s[^\s:]{1,20}){0,5}\s?:\s|\((?:pictured|above|left|right|centre|center|below)\b/i
const QUOTE_MARKS = /["“”«»„]|``|''|(?<=^|\s)['‘]|['’](?=\s|$)/g

interface Scored {
  readonly sentence: Sentence
  readonly bag: Bag
  readonly score: number
  /** Likeness to the most alike of the sentences chosen so far. */
  said: number
}

/** Terms with how often they occur, and the length of this vector under the text's weights. */
interface Bag {
  readonly terms: ReadonlyMap<string, number>
  readonly norm: number
}

export function rankSentences(sentences: readonly Sentence[], { title, count }: RankOptions): Sentence[] {
  const bags = sentences.map((sentence) => termsOf(sentence.text))
  const weights = termWeights(bags)
  const centre = weighed(centroid(bags, weights), weights)
  const titleTerms = termsOf(title ?? '')
  const scored = sentences.map((sentence, index): Scored => {
    const bag = weighed(bags[index] ?? new Map<string, number>(), weights)
    const score =
      WEIGHTS.place * placeOf(index) +
      WEIGHTS.centrality * cosine(bag, centre, weights) +
      WEIGHTS.title * overlap(titleTerms, bag.terms) -
      penaltiesOf(sentence.text)
    return { sentence, bag, score, said: 0 }
  })
  return pick(scored, weights, count)
}

function placeOf(index: number): number {
  return 1 / (1 + WEIGHTS.placeDecay * index)
}

function penaltiesOf(text: string): number {
  const marks = text.match(QUOTE_MARKS)?.length ?? 0
  const length = Math.abs(Math.log(Math.max(10, text.length) / WEIGHTS.bestLength))
  return (
    WEIGHTS.length * length +
    (DANGLING.test(text) ? WEIGHTS.dangling : 0) +
    (LABEL.test(text) ? WEIGHTS.label : 0) +
    (marks % 2 === 1 ? WEIGHTS.quotation : marks > 0 ? WEIGHTS.quotation / 2 : 0) -
    WEIGHTS.names * Math.min(1, (text.match(/\s\p{Lu}|\d+/gu)?.length ?? 0) / 6)
  )
}

/** Takes the best one, then again the best of what says something new. */
function pick(scored: readonly Scored[], weights: ReadonlyMap<string, number>, count: number): Sentence[] {
  const chosen: Sentence[] = []
  const left = new Set(scored)
  while (chosen.length < count && left.size > 0) {
    let best: Scored | null = null
    let bestScore = -Infinity
    for (const candidate of left) {
      const score = candidate.score - WEIGHTS.said * candidate.said
      if (score > bestScore) [best, bestScore] = [candidate, score]
    }
    if (best === null) break
    left.delete(best)
    chosen.push(best.sentence)
    if (chosen.length === count) break
    for (const other of left) other.said = Math.max(other.said, cosine(other.bag, best.bag, weights))
  }
  return chosen
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
    const share = 1 / (1 + index * WEIGHTS.headDecay)
    for (const [term, count] of bag) centre.set(term, (centre.get(term) ?? 0) + count * share)
  })
  for (const term of centre.keys()) if (!weights.has(term)) centre.delete(term)
  return centre
}

function weighed(terms: ReadonlyMap<string, number>, weights: ReadonlyMap<string, number>): Bag {
  let sum = 0
  for (const [term, count] of terms) sum += (count * (weights.get(term) ?? 1)) ** 2
  return { terms, norm: Math.sqrt(sum) || 1 }
}

function cosine(a: Bag, b: Bag, weights: ReadonlyMap<string, number>): number {
  const [small, large] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms]
  let dot = 0
  for (const [term, count] of small) {
    const other = large.get(term)
    if (other === undefined) continue
    const weight = weights.get(term) ?? 1
    dot += count * other * weight * weight
  }
  return dot === 0 ? 0 : dot / (a.norm * b.norm)
}

function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  if (a.size === 0) return 0
  let common = 0
  for (const term of a.keys()) if (b.has(term)) common++
  return common / a.size
}
