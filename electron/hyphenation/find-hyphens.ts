/** Finds where the words of a text may be parted. Words that have soft hyphens of their own, addresses and numbers are left whole. Pure. */
import type { Hyphens } from '../../contract/hyphens'
import { readPatterns, type Hyphenator } from './read-patterns'

export interface HyphenInput {
  readonly text: string
  readonly language: string
  /** Of the language, as TeX reads it. */
  readonly patterns: string
}

const TOKEN = /\S+/g
const WHOLE = /[@/\\_\u00ad]|\p{L}[.:]\p{L}/u
const WORD = /(?<![\p{L}\p{M}])\p{L}{8,}(?![\p{L}\p{M}])/gu

/** Reading the patterns costs more than most texts; the few languages of a reader are kept. */
const known = new Map<string, Hyphenator>()

export function findHyphens({ text, language, patterns }: HyphenInput): Hyphens {
  const hyphenate = known.get(language) ?? readPatterns(patterns)
  known.set(language, hyphenate)
  const parted = new Map<string, readonly number[]>()
  const places: number[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (WHOLE.test(token)) continue
    for (const { 0: word, index: at } of token.matchAll(WORD)) {
      const found = parted.get(word) ?? hyphenate(word)
      parted.set(word, found)
      for (const place of found) places.push(index + at + place)
    }
  }
  return { length: text.length, places }
}
