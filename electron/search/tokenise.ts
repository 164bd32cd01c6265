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

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc'
const PIECE = new RegExp(
  `[${UNSPACED}][${UNSPACED}\\p{M}]*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])*|[.!?\\n]`,
  'gu',
)
const RUN_START = new RegExp(`^[${UNSPACED}]`, 'u')
const CHARACTER = /\P{M}\p{M}*/gu
const CAPITAL = /^\p{Lu}/u
/** FTS5 would take a longer term, but no word is: what is longer is an encoded file or an attack. */
const LONGEST_TERM = 64

/** All terms of `text` in order. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let sentenceStart = true
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0]
    if (piece === '.' || piece === '!' || piece === '?' || piece === '\n') {
      sentenceStart = true
      continue
    }
    if (RUN_START.test(piece)) addPairs(tokens, piece, match.index)
    else {
      const term = foldWord(piece).slice(0, LONGEST_TERM)
      const name = !sentenceStart && CAPITAL.test(piece)
      if (term)
        tokens.push({ term, start: match.index, end: match.index + piece.length, name, paired: false })
    }
    sentenceStart = false
  }
  return tokens
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
