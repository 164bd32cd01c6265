/**
 * In about how many articles a term stands, in one megabyte whatever the size of the library (a count-min sketch with conservative update:
 * collisions can only make a term look commoner, and seldom do). Tells a rare word from a common one at the same cost for every article.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const BITS = 18
const BUCKETS = 1 << BITS
const ROWS = 2
/** A count stops here: the term is common, and in how many articles more does not matter. */
const MOST = 0xffff
const BYTES = (BUCKETS * ROWS + 4) * 2

export class TermCounts {
  private constructor(
    private readonly counts: Uint16Array,
    /** Articles counted. */
    public articles: number,
    /** Of all their profiles together. */
    public totalLength: number,
  ) {}

  static empty(): TermCounts {
    return new TermCounts(new Uint16Array(BUCKETS * ROWS), 0, 0)
  }

  /** Reads what `toBytes` wrote; empty counts when it is something else. */
  static fromBytes(bytes: Uint8Array): TermCounts {
    try {
      const plain = inflateRawSync(bytes, { maxOutputLength: BYTES })
      if (plain.byteLength !== BYTES) return TermCounts.empty()
      const head = new DataView(plain.buffer, plain.byteOffset, 8)
      const articles = head.getUint32(0)
      const counts = new Uint16Array(plain.buffer.slice(plain.byteOffset + 8, plain.byteOffset + BYTES))
      return new TermCounts(counts, articles, head.getUint32(4) * articles)
    } catch {
      // Damaged: a statistic is lost, which the articles to come make good.
      return TermCounts.empty()
    }
  }

  /** Compressed: a small library has few counts. */
  toBytes(): Uint8Array {
    const plain = new Uint8Array(BYTES)
    const head = new DataView(plain.buffer)
    head.setUint32(0, this.articles)
    head.setUint32(4, Math.round(this.averageLength))
    plain.set(new Uint8Array(this.counts.buffer), 8)
    return deflateRawSync(plain, { level: 1 })
  }

  /** Mean length of the articles' profiles. */
  get averageLength(): number {
    return this.articles === 0 ? 0 : this.totalLength / this.articles
  }

  /** Counts one article with these different terms. */
  add(hashes: Iterable<number>, length: number): void {
    this.articles++
    this.grow(hashes, length)
  }

  /** Counts what an article that is counted already has gained: terms that it did not have, and by how much it is longer. */
  grow(hashes: Iterable<number>, length: number): void {
    this.totalLength += length
    for (const hash of hashes) {
      const count = Math.min(MOST, this.articlesWith(hash) + 1)
      for (let row = 0; row < ROWS; row++) {
        const bucket = bucketOf(hash, row)
        if ((this.counts[bucket] ?? 0) < count) this.counts[bucket] = count
      }
    }
  }

  articlesWith(hash: number): number {
    // Asked thousands of times for each article that is put in: no loop over the two rows.
    const first = this.counts[bucketOf(hash, 0)] ?? 0
    const second = this.counts[bucketOf(hash, 1)] ?? 0
    return first < second ? first : second
  }
}

/** FNV-1a over UTF-16 units, 32 bits: the same on every machine and in every version of the index. */
export function hashTerm(term: string): number {
  return hashAfter(0x811c9dc5, term)
}

/** The hash of a text of which `before` is the hash of its beginning and `rest` all that follows. */
export function hashAfter(before: number, rest: string): number {
  let hash = before
  for (let place = 0; place < rest.length; place++)
    hash = Math.imul(hash ^ rest.charCodeAt(place), 0x01000193)
  return hash >>> 0
}

function bucketOf(hash: number, row: number): number {
  const mixed = Math.imul(hash ^ (row * 0x9e3779b9), 0x85ebca6b)
  return row * BUCKETS + ((mixed ^ (mixed >>> 13)) >>> (32 - BITS))
}
