/** Brings a word to the form it is compared in: no case, no accents, ligatures spelt out. The same for the index and for a query. */

// Accents and points of Latin, Greek, Cyrillic, Hebrew and Arabic. Not all of \p{M}: the vowel signs of Indic and South-East
// Asian scripts are letters to their readers, and without them different words would fall together.
const ACCENTS =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]/g

/** Letters that Unicode does not decompose, though people type them plain. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
}
const SPELT_LETTERS = /[ßæœøđðþłħıĸŋ]/g
// Compatibility forms such as ⒈ or ½ come apart into signs, which the index would take for the end of a word.
const SEPARATORS = /[^\p{L}\p{N}\p{M}]/gu
const PLAIN = /^[a-z0-9]*$/

/** Folds one word of a script that is written with spaces. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(SPELT_LETTERS, (letter) => SPELT[letter] ?? letter)
    .normalize('NFC')
    .toLowerCase()
    .replace(SEPARATORS, '')
}
