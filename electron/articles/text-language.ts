/** Which way a text runs and, roughly, which language it is in, from its own letters: what pages declare is often their template's. */
import { DIGIT, LETTER, SIGN, SYLLABLE, isSecondHalf, kindAt } from './letters'

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g
/** Letters past Latin; the marks of U+2000 to U+2BFF stand in every language. */
const BEYOND_LATIN = /[\u0370-\u1fff\u2c00-\uffff]/
/** Enough to be sure; longer texts say the same. */
const SAMPLE = 4000

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0900-\u097f]/g, 'hi'],
  [/[\u0400-\u04ff]/g, 'ru'],
]
const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: 'the and of to in is that for was with on are'.split(' '),
  de: 'der die und das ist nicht mit von den für auf ein'.split(' '),
  fr: 'le la les des et est dans une pour que qui sur'.split(' '),
  es: 'el los las que del una por con para es se como'.split(' '),
  pt: 'o os que não uma com para do da em dos mais'.split(' '),
  it: 'il che di della per non una sono con del gli nel'.split(' '),
  nl: 'de het een van en dat niet zijn voor met op te'.split(' '),
  sv: 'och att det som på är för med av inte den till'.split(' '),
  pl: 'się nie na że jest do to w z od jak przez'.split(' '),
}

/** Languages by their stop words. */
const SPOKEN_WITH = new Map<string, string[]>()
for (const [language, stops] of Object.entries(STOP_WORDS)) {
  for (const stop of stops) SPOKEN_WITH.set(stop, [...(SPOKEN_WITH.get(stop) ?? []), language])
}

/** Share of right-to-left letters decides; null text or one without letters is left to the browser. */
export function textDirection(text: string): 'ltr' | 'rtl' | 'auto' {
  const sample = text.slice(0, SAMPLE)
  const letters = countLetters(sample)
  if (letters === 0) return 'auto'
  return countOf(sample, RTL) > letters * 0.4 ? 'rtl' : 'ltr'
}

/** Two-letter code, or null when the text is too short or of a language not known here. */
export function textLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const letters = countLetters(sample)
  if (letters < 20) return null
  for (const [script, language] of SCRIPTS) {
    if (countOf(sample, script) > letters * (language === 'ja' ? 0.1 : 0.4)) return language
  }
  return languageOfWords(sample.toLowerCase())
}

/** How often a pattern for one letter beyond Latin is met. */
function countOf(sample: string, letter: RegExp): number {
  return BEYOND_LATIN.test(sample) ? (sample.match(letter)?.length ?? 0) : 0
}

function countLetters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (kindAt(text, at) & LETTER) count++
  return count
}

function languageOfWords(text: string): string | null {
  const hits = new Map(Object.keys(STOP_WORDS).map((language) => [language, 0]))
  const words = eachRun(
    text,
    (kind) => (kind & LETTER) !== 0,
    (word) => {
      for (const language of SPOKEN_WITH.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1)
    },
  )
  if (words < 12) return null
  const [best] = [...hits].sort((a, b) => b[1] - a[1])
  return best && best[1] >= words * 0.08 ? best[0] : null
}

/** Hands over every longest run of characters of the wanted kind; returns how many there are. */
function eachRun(text: string, wanted: (kind: number) => boolean, use: (run: string) => void): number {
  let count = 0
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    const inside = at < text.length && (wanted(kindAt(text, at)) || (start >= 0 && isSecondHalf(text, at)))
    if (inside && start < 0) start = at
    if (inside || start < 0) continue
    use(text.slice(start, at))
    count++
    start = -1
  }
  return count
}

const JOINERS = new Set(["'", '\u2019', '_', '-'].map((sign) => sign.charCodeAt(0)))

/** Words of languages with spaces, signs of those without at two to a word. */
export function countWords(text: string): number {
  let signs = 0
  let words = 0
  let inWord = false
  let signed = false
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at)
    if (kind & (SIGN | SYLLABLE)) signs++
    if (kind & (LETTER | DIGIT)) {
      if (!inWord) signed = false
      inWord = true
      signed ||= (kind & SIGN) !== 0
    } else if (inWord && !goesOn(text, at)) {
      if (!signed) words++
      inWord = false
    }
  }
  if (inWord && !signed) words++
  return words + Math.round(signs / 2)
}

/** Within a word: an apostrophe or hyphen, or the rest of a letter. */
function goesOn(text: string, at: number): boolean {
  return JOINERS.has(text.charCodeAt(at)) || isSecondHalf(text, at)
}
