/**
 * Finds a highlight's passage in a text again: exactly where it was, exactly elsewhere, then approximately; the context and
 * the old place decide between candidates. Pure. The weights follow what annotation tools of the web use (quote first, then
 * context, then place).
 */
import search from 'approx-string-match'

export interface QuoteAnchor {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  /** Where it stood before, in the old text; null when never known (a quote from the command line). */
  readonly start: number | null
}

export interface FoundQuote {
  readonly start: number
  readonly end: number
  /** exact: same words at the same place; moved: same words elsewhere, or nearly the same words. */
  readonly anchor: 'exact' | 'moved'
}

/** A quote may differ in this share of its characters and still be the same passage. */
const MAX_CHANGED = 0.34
/** Approximate search costs text length times quote length; longer quotes are found by their two ends. */
const LONGEST_WHOLE = 400
const END_LENGTH = 120
/** Numbers of characters by which a passage's own first and last words are known again; fewer stand anywhere. */
const OWN_ENDS = [24, 12, 7]
/** A shorter quote stands in many places: elsewhere it counts only with a little of its old context around it. */
const SPEAKS_FOR_ITSELF = 20
const LEAST_CONTEXT = 0.25

/** Null when the passage is gone. */
export function anchorQuote(text: string, anchor: QuoteAnchor): FoundQuote | null {
  const { quote, start } = anchor
  if (quote.trim() === '') return null
  if (start !== null && text.startsWith(quote, start))
    return { start, end: start + quote.length, anchor: 'exact' }
  const place = exactPlace(text, anchor)
  if (place !== null)
    return { start: place, end: place + quote.length, anchor: start === null ? 'exact' : 'moved' }
  return quote.length <= LONGEST_WHOLE ? approximate(text, anchor) : byEnds(text, anchor)
}

function exactPlace(text: string, anchor: QuoteAnchor): number | null {
  const { quote } = anchor
  let best: number | null = null
  let bestScore = leastContext(anchor)
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const score = contextScore(text, at, at + quote.length, anchor)
    if (score > bestScore) {
      best = at
      bestScore = score
    }
  }
  return best
}

function approximate(text: string, anchor: QuoteAnchor): FoundQuote | null {
  const { quote } = anchor
  let best: FoundQuote | null = null
  let bestScore = -1
  for (const match of search(text, quote, Math.floor(quote.length * MAX_CHANGED))) {
    const likeness = 1 - match.errors / quote.length
    const context = contextScore(text, match.start, match.end, anchor)
    const score = 3 * likeness + context
    if (context > leastContext(anchor) && score > bestScore) {
      best = { start: match.start, end: match.end, anchor: 'moved' }
      bestScore = score
    }
  }
  return best && toWords(text, toOwnEnds(text, quote, best))
}

/**
 * The cheapest match leaves out the rest of a passage after a clause that was inserted near its end: when the quote's own last
 * words stand a little further on, the passage ends there; its first words likewise.
 */
function toOwnEnds(text: string, quote: string, found: FoundQuote): FoundQuote {
  const reach = Math.floor(quote.length * MAX_CHANGED)
  let { start, end } = found
  for (const length of OWN_ENDS) {
    if (length * 3 > quote.length) continue
    const last = text.slice(0, found.end + reach).lastIndexOf(quote.slice(-length))
    if (last < found.end - length) continue
    end = last + length
    break
  }
  for (const length of OWN_ENDS) {
    if (length * 3 > quote.length) continue
    const from = Math.max(0, found.start - reach)
    const first = text.slice(from, found.start + length).indexOf(quote.slice(0, length))
    if (first < 0) continue
    start = from + first
    break
  }
  return { ...found, start, end }
}

function leastContext({ quote, start }: QuoteAnchor): number {
  return start === null || quote.length >= SPEAKS_FOR_ITSELF ? -1 : LEAST_CONTEXT
}

/** A long passage: its beginning and its end are each found, in order and about as far apart as before. */
function byEnds(text: string, anchor: QuoteAnchor): FoundQuote | null {
  const { quote } = anchor
  const head = anchorQuote(text, { ...anchor, quote: quote.slice(0, END_LENGTH), suffix: '' })
  const tail = anchorQuote(text, {
    quote: quote.slice(-END_LENGTH),
    prefix: '',
    suffix: anchor.suffix,
    start: head ? head.start + quote.length - END_LENGTH : null,
  })
  if (!head || !tail) return null
  const length = tail.end - head.start
  if (length < quote.length * (1 - MAX_CHANGED) || length > quote.length * (1 + MAX_CHANGED)) return null
  return { start: head.start, end: tail.end, anchor: 'moved' }
}

/** 0 to 2.1: how well what stands around agrees, and how near it is to the old place. */
function contextScore(text: string, start: number, end: number, anchor: QuoteAnchor): number {
  const before = sharedEnd(text.slice(Math.max(0, start - anchor.prefix.length), start), anchor.prefix)
  const after = sharedStart(text.slice(end, end + anchor.suffix.length), anchor.suffix)
  const near = anchor.start === null ? 0 : 1 - Math.min(1, Math.abs(start - anchor.start) / (text.length + 1))
  return before + after + 0.1 * near
}

function sharedStart(a: string, b: string): number {
  if (b === '') return 0
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count / b.length
}

function sharedEnd(a: string, b: string): number {
  if (b === '') return 0
  let count = 0
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count / b.length
}

const LETTER = /[\p{L}\p{N}]/u

/** An approximate match may begin or end inside a word; a highlight does not. */
function toWords(text: string, found: FoundQuote): FoundQuote {
  let { start, end } = found
  const inWord = (at: number): boolean =>
    at > 0 && at < text.length && LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at))
  for (let step = 0; step < 24 && inWord(start); step++) start--
  for (let step = 0; step < 24 && inWord(end); step++) end++
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return { ...found, start, end }
}
