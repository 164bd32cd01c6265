/** What kind of character a code point is: asked for each one of a text, so the answers are remembered in a table instead of sought by pattern. */

const UNKNOWN = 0
/** Bits of an answer; the lowest says that it is known. */
const KNOWN = 1
export const LETTER = 2
export const DIGIT = 4
/** Of a script without spaces between words: Han, Kana, Thai. */
export const SIGN = 8
/** Korean syllables: counted like signs, though Korean has spaces. */
export const SYLLABLE = 16

const kinds = new Uint8Array(0x10000)

/** Bits of the code point that begins at `at` of `text`: 0 for none of them. */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const known = kinds[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known & ~KNOWN
  // The first half of a pair asks for the whole.
  if (code >= 0xd800 && code < 0xdc00) return kindOf(text.codePointAt(at) ?? code)
  const kind = kindOf(code)
  kinds[code] = kind | KNOWN
  return kind
}

function kindOf(code: number): number {
  const character = String.fromCodePoint(code)
  return (
    (/\p{L}/u.test(character) ? LETTER : 0) |
    (/\p{N}/u.test(character) ? DIGIT : 0) |
    (/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/.test(character) ? SIGN : 0) |
    (/[\uac00-\ud7af]/.test(character) ? SYLLABLE : 0)
  )
}

/** Whether the unit at `at` is the second half of a pair, which `kindAt` has told of at the first. */
export function isSecondHalf(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
