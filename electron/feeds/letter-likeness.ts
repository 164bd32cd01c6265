/**
 * Judges encodings of one byte a letter by the words they make of the bytes: how common each letter is in a language, whether
 * capitals stand where they may, and whether signs stand within words. A few words are enough.
 */
import { ALPHABETS } from './letter-ranks'

export interface Likeness {
  readonly charset: string
  /** Mean logarithm of the letters' frequency in the best language, less for oddities: about -3.3 for a true text, -5 for a wrong one. */
  readonly score: number
}

/** The 256 characters of an encoding in the order of their bytes. */
export type ByteTable = (charset: string) => string

/** The commonest letter of a language is about a tenth of its text; each one down the list is a tenth rarer than the one before. */
const COMMONEST = Math.log(0.1)
const STEP = -0.1
/** A letter that the language does not have, or a sign within a word. */
const FOREIGN = -9
/** A control or nothing at all: no text holds it. */
const IMPOSSIBLE = -15
/** A capital after a small letter within a word. */
const ODD_CAPITAL = -6
/** More only costs time. Bytes. */
const MOST_BYTES = 12_000

/** Best first. `words` are the words that hold a byte over 0x7F, single-spaced. */
export function likelySingleByte(words: Uint8Array, table: ByteTable): readonly Likeness[] {
  const sample = words.subarray(0, MOST_BYTES)
  const found = ALPHABETS.flatMap(({ charsets, languages }) =>
    charsets.map((charset): Likeness => {
      const tally = tallyOf(sample, table(charset))
      const best = Math.max(...languages.map(({ letters }) => wordsIn(tally, letters)))
      return { charset, score: tally.counted === 0 ? IMPOSSIBLE : best / tally.counted }
    }),
  )
  return found.sort((a, b) => b.score - a.score)
}

interface Tally {
  /** Small letters with their number. */
  readonly letters: ReadonlyMap<string, number>
  /** What the oddities take off, in any language. */
  readonly oddities: number
  /** Letters and signs within words. */
  readonly counted: number
}

function tallyOf(words: Uint8Array, characters: string): Tally {
  const letters = new Map<string, number>()
  const kinds = Array.from(characters, kindOf)
  let oddities = 0
  let counted = 0
  let before: Kind = 'space'
  for (const byte of words) {
    const kind = kinds[byte] ?? 'space'
    if (kind === 'small' || kind === 'capital') {
      const small = (characters[byte] ?? '').toLowerCase()
      letters.set(small, (letters.get(small) ?? 0) + 1)
      counted++
      if (kind === 'capital' && before === 'small') oddities += ODD_CAPITAL
    } else if (kind === 'sign' || kind === 'nothing') {
      oddities += kind === 'sign' ? FOREIGN : IMPOSSIBLE
      counted++
    }
    before = kind
  }
  return { letters, oddities, counted }
}

type Kind = 'small' | 'capital' | 'sign' | 'nothing' | 'space'

/** Quotation marks, dashes and their kin are at home in every text; other signs are what a wrong table makes of letters. */
function kindOf(character: string): Kind {
  if (character <= '\u007f')
    return /[a-z]/.test(character) ? 'small' : /[A-Z]/.test(character) ? 'capital' : 'space'
  if (/[\u0080-\u009f\ufffd]/.test(character)) return 'nothing'
  if (/\p{Lu}/u.test(character)) return 'capital'
  if (/[\p{L}\p{M}]/u.test(character)) return 'small'
  return /[\u00a0\u00ad«»‹›‘’‚“”„–—…•·€№©®™°§\u200c-\u200f]/.test(character) ? 'space' : 'sign'
}

function wordsIn({ letters, oddities }: Tally, ranks: string): number {
  let sum = oddities
  for (const [letter, count] of letters) {
    const rank = ranks.indexOf(letter)
    sum += count * (rank < 0 ? FOREIGN : COMMONEST + rank * STEP)
  }
  return sum
}
