/** Which way a text runs and, roughly, which language it is in, from its own letters: what pages declare is often their template's. */

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g
const LETTER = /\p{L}/gu
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

/** Share of right-to-left letters decides; null text or one without letters is left to the browser. */
export function textDirection(text: string): 'ltr' | 'rtl' | 'auto' {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(LETTER)?.length ?? 0
  if (letters === 0) return 'auto'
  return (sample.match(RTL)?.length ?? 0) > letters * 0.4 ? 'rtl' : 'ltr'
}

/** Two-letter code, or null when the text is too short or of a language not known here. */
export function textLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(LETTER)?.length ?? 0
  if (letters < 20) return null
  for (const [script, language] of SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) > letters * (language === 'ja' ? 0.1 : 0.4)) return language
  }
  return languageOfWords(sample.toLowerCase().match(/\p{L}+/gu) ?? [])
}

function languageOfWords(words: readonly string[]): string | null {
  if (words.length < 12) return null
  const counts = Object.entries(STOP_WORDS).map(([language, stops]) => {
    const known = new Set(stops)
    return { language, hits: words.filter((word) => known.has(word)).length }
  })
  const [best] = counts.sort((a, b) => b.hits - a.hits)
  return best && best.hits >= words.length * 0.08 ? best.language : null
}

/** Words of languages with spaces, signs of those without at two to a word. */
export function countWords(text: string): number {
  const signs = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/g)?.length ?? 0
  const words =
    text
      .match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)
      ?.filter((word) => !/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/.test(word)).length ?? 0
  return words + Math.round(signs / 2)
}
