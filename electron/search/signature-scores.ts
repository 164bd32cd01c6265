/**
 * How near one article is to each of many, by their packed signatures. The terms of all lie side by side in plain arrays: a map for each
 * article would cost several times what the comparing does. Pure.
 */
import { eachTerm, type SignatureVector } from './article-signature'
import type { TermCounts } from './term-counts'

export class SignatureScores {
  private readonly hashes: Uint32Array
  private readonly weights: Float64Array
  /** Where the terms of each article end. */
  private readonly ends: Uint32Array

  constructor(packed: readonly Uint8Array[], counts: TermCounts) {
    const bytes = packed.reduce((sum, { byteLength }) => sum + byteLength, 0)
    this.hashes = new Uint32Array(bytes)
    this.weights = new Float64Array(bytes)
    this.ends = new Uint32Array(packed.length)
    let at = 0
    packed.forEach((signature, place) => {
      const begin = at
      let squares = 0
      eachTerm(signature, counts, (hash, weight) => {
        this.hashes[at] = hash
        this.weights[at++] = weight
        squares += weight * weight
      })
      const length = Math.sqrt(squares) || 1
      for (let term = begin; term < at; term++) this.weights[term] = (this.weights[term] ?? 0) / length
      this.ends[place] = at
    })
  }

  /** Cosine of `vector`, of length one, with each article in turn. */
  nearnessTo(vector: SignatureVector): Float64Array {
    const table = new TermTable(vector)
    const scores = new Float64Array(this.ends.length)
    let at = 0
    this.ends.forEach((end, place) => {
      let sum = 0
      for (; at < end; at++) sum += (this.weights[at] ?? 0) * table.weightOf(this.hashes[at] ?? 0)
      scores[place] = sum
    })
    return scores
  }

  /** One article's terms as a map. */
  vector(place: number): SignatureVector {
    const weights = new Map<number, number>()
    for (let at = place === 0 ? 0 : (this.ends[place - 1] ?? 0); at < (this.ends[place] ?? 0); at++)
      weights.set(this.hashes[at] ?? 0, this.weights[at] ?? 0)
    return weights
  }
}

/** The weights of one article by the hash of the term: a table with open addressing, for a Map puts numbers of 32 bits into objects. */
class TermTable {
  private readonly mask: number
  private readonly hashes: Uint32Array
  private readonly weights: Float64Array

  constructor(vector: SignatureVector) {
    // At most a quarter full, so that most terms that are not here meet an empty place at once.
    const size = 2 ** Math.ceil(Math.log2(vector.size * 4 + 1))
    this.mask = size - 1
    this.hashes = new Uint32Array(size)
    this.weights = new Float64Array(size)
    for (const [hash, weight] of vector) {
      let place = hash & this.mask
      while (this.weights[place] !== 0) place = (place + 1) & this.mask
      this.hashes[place] = hash
      this.weights[place] = weight
    }
  }

  /** 0 for a term that is not here. */
  weightOf(hash: number): number {
    let place = hash & this.mask
    for (;;) {
      const weight = this.weights[place] ?? 0
      if (weight === 0 || this.hashes[place] === hash) return weight
      place = (place + 1) & this.mask
    }
  }
}
