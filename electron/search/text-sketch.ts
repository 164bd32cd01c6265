/** A sketch of an article's wording in 64 bytes: how much of the text two articles share, word for word. Tells a copied agency text from another report. Pure. */
import { hashAfter, hashTerm } from './term-counts'

const BUCKETS = 32
const EMPTY = 0xffff
/** Words of one shingle: long enough that two reporters do not write it by chance. */
const WORDS = 4
/** Words read: an agency's copies are alike from the top on. */
const MOST_WORDS = 600

/** The least hash of all shingles in each of 32 buckets (one-permutation MinHash), 16 bits each. */
export function sketchOf(words: readonly string[]): Uint8Array {
  const least = new Uint16Array(BUCKETS).fill(EMPTY)
  const read = words.slice(0, MOST_WORDS)
  for (let at = 0; at + WORDS <= read.length; at++) {
    const hash = mix(hashOfShingle(read, at))
    const bucket = hash >>> 27
    const value = (hash >>> 8) & 0xffff
    if (value < (least[bucket] ?? EMPTY)) least[bucket] = value
  }
  const view = new DataView(new ArrayBuffer(BUCKETS * 2))
  least.forEach((value, bucket) => {
    view.setUint16(bucket * 2, value)
  })
  return new Uint8Array(view.buffer)
}

/** Of the words with a space between, without making a string of them: there are hundreds in each article. */
function hashOfShingle(words: readonly string[], start: number): number {
  let hash = hashTerm(words[start] ?? '')
  for (let at = start + 1; at < start + WORDS; at++) hash = hashAfter(hashAfter(hash, ' '), words[at] ?? '')
  return hash
}

/** Estimate of the share of shingles that both have, 0 to 1; 0 where either text is too short to tell. */
export function sharedText(a: Uint8Array, b: Uint8Array): number {
  if (a.byteLength !== BUCKETS * 2 || b.byteLength !== BUCKETS * 2) return 0
  const [first, second] = [viewOf(a), viewOf(b)]
  let filled = 0
  let same = 0
  for (let at = 0; at < BUCKETS * 2; at += 2) {
    const [x, y] = [first.getUint16(at), second.getUint16(at)]
    if (x === EMPTY && y === EMPTY) continue
    filled++
    if (x === y) same++
  }
  return filled < BUCKETS / 4 ? 0 : same / filled
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** FNV's low bits follow the last letter; this spreads them over all. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
