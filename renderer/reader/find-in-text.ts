/** Finds words in an article's text: letter case and the kind of white space do not matter. Pure. */
import type { Span } from './shown-text'

/** More marks than this tell nobody anything, and each costs time when the article is drawn. */
const MOST = 2000

/** In reading order, not overlapping. */
export function findInText(text: string, words: string): readonly Span[] {
  const wanted = words.trim()
  if (wanted === '') return []
  const pattern = wanted
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+')
  const found: Span[] = []
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length === MOST) break
  }
  return found
}

/** The first match at or after an offset, else the first of all; -1 when there is none. */
export function matchFrom(matches: readonly Span[], offset: number): number {
  if (matches.length === 0) return -1
  return Math.max(
    0,
    matches.findIndex(({ start }) => start >= offset),
  )
}
