/**
 * In about how many articles a term stands, in a quarter of a megabyte whatever the size of the library (a count-min sketch: collisions
 * can only make a term look commoner). Good enough to tell a rare word from a common one, at the same cost for every article.
 */
const BUCKETS = 1 << 15
const ROWS = 2

export class TermCounts {
  private constructor(
    private readonly counts: Uint32Array,
    /** Articles counted. */
    public articles: number,
    private totalLength: number,
  ) {}

  static empty(): TermCounts {
    return new TermCounts(new Uint32Array(BUCKETS * ROWS), 0, 0)
  }

  /** Reads what `toBytes` wrote; empty counts when it is something else. */
  static fromBytes(bytes: Uint8Array): TermCounts {
    if (bytes.byteLength !== (BUCKETS * ROWS + 2) * 4) return TermCounts.empty()
    const numbers = new Uint32Array(bytes.slice().buffer)
    const [articles = 0, length = 0] = numbers.subarray(BUCKETS * ROWS)
    return new TermCounts(numbers.slice(0, BUCKETS * ROWS), articles, length * Math.max(articles, 1))
  }

  toBytes(): Uint8Array {
    const numbers = new Uint32Array(BUCKETS * ROWS + 2)
    numbers.set(this.counts)
    numbers.set([this.articles, Math.round(this.averageLength)], BUCKETS * ROWS)
    return new Uint8Array(numbers.buffer)
  }

  /** Mean length of the articles' profiles. */
  get averageLength(): number {
    return this.articles === 0 ? 0 : this.totalLength / this.articles
  }

  /** Counts one article with these different terms. */
  add(hashes: Iterable<number>, length: number): void {
    this.articles++
    this.totalLength += length
    for (const hash of hashes)
      for (let row = 0; row < ROWS; row++) {
        const bucket = bucketOf(hash, row)
        this.counts[bucket] = (this.counts[bucket] ?? 0) + 1
      }
  }

  articlesWith(hash: number): number {
    let least = Infinity
    for (let row = 0; row < ROWS; row++) least = Math.min(least, this.counts[bucketOf(hash, row)] ?? 0)
    return least
  }
}

/** FNV-1a over UTF-16 units, 32 bits: the same on every machine and in every version of the index. */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < term.length; place++)
    hash = Math.imul(hash ^ term.charCodeAt(place), 0x01000193)
  return hash >>> 0
}

function bucketOf(hash: number, row: number): number {
  const mixed = Math.imul(hash ^ (row * 0x9e3779b9), 0x85ebca6b) >>> 0
  return row * BUCKETS + (mixed >>> 17)
}
