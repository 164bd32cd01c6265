/**
 * Cuts text into the terms that search, related articles and stories compare. Chinese, Japanese, Korean, Thai and their like, which are
 * written without spaces or with endings glued on, become overlapping pairs of characters. Nothing here depends on the ICU data of the
 * running Node, so that an index made by one version is read by another.
 */
import { foldWord } from './fold-word'

export interface Token {
  /** Folded form; letters, digits and marks only. */
  readonly term: string
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** How it stands in the text: a capital inside a sentence is the mark of a name. */
  readonly name: boolean
  /** A pair, or the last character, of a run without spaces. */
  readonly paired: boolean
}

/** What a character is to us. Numbers, because they fill a table of all 65,536 characters of the first plane. */
const UNKNOWN = 0
const OTHER = 1
const WORD = 2
const MARK = 3
const UNSPACED = 4
const SENTENCE_END = 5

const IS_WORD = /[\p{L}\p{N}]/u
const IS_MARK = /\p{M}/u
const IS_UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u
const kinds = new Uint8Array(0x10000)

const CHARACTER = /\P{M}\p{M}*/gu
const CAPITAL = /^\p{Lu}/u
/** FTS5 would take a longer term, but no word is: what is longer is an encoded file or an attack. */
const LONGEST_TERM = 64

/** All terms of `text` in order. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let sentenceStart = true
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at)
    if (kind !== WORD && kind !== UNSPACED) {
      if (kind === SENTENCE_END) sentenceStart = true
      at += widthAt(text, at)
      continue
    }
    const end = endOfRun(text, at, kind)
    const piece = text.slice(at, end)
    if (kind === UNSPACED) addPairs(tokens, piece, at)
    else {
      const term = foldWord(piece).slice(0, LONGEST_TERM)
      if (term) tokens.push({ term, start: at, end, name: !sentenceStart && isCapital(piece), paired: false })
    }
    sentenceStart = false
    at = end
  }
  return tokens
}

/** Marks belong to what they follow. */
function endOfRun(text: string, start: number, kind: number): number {
  let at = start
  while (at < text.length) {
    const here = kindAt(text, at)
    if (here !== kind && here !== MARK) break
    at += widthAt(text, at)
  }
  return at
}

function kindAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0
  if (code > 0xffff) return kindOf(code)
  const known = kinds[code] ?? UNKNOWN
  return known === UNKNOWN ? (kinds[code] = kindOf(code)) : known
}

function kindOf(code: number): number {
  const character = String.fromCodePoint(code)
  if (IS_MARK.test(character)) return MARK
  if (IS_UNSPACED.test(character)) return IS_WORD.test(character) ? UNSPACED : OTHER
  if (IS_WORD.test(character)) return WORD
  return '.!?\n'.includes(character) ? SENTENCE_END : OTHER
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function isCapital(piece: string): boolean {
  const code = piece.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(piece)
}

/** `abcd` gives ab, bc, cd, d: every run of characters is found as a phrase of pairs, and a single one as a prefix. */
function addPairs(tokens: Token[], run: string, offset: number): void {
  const characters = [...run.matchAll(CHARACTER)]
  characters.forEach((match, place) => {
    const next = characters[place + 1]
    const start = offset + match.index
    const term = (match[0] + (next?.[0] ?? '')).normalize('NFKC').toLowerCase()
    // Compatibility forms can come apart into punctuation, which FTS5 would take for a separator.
    const clean = term.replace(/[^\p{L}\p{N}\p{M}\u30fc]/gu, '')
    if (clean)
      tokens.push({
        term: clean,
        start,
        end: start + match[0].length + (next?.[0].length ?? 0),
        name: false,
        paired: true,
      })
  })
}
