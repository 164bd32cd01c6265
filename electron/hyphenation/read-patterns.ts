/** Reads the hyphenation patterns that TeX's users keep for their languages (hyph-utf8), and parts single words by them (Liang's way). Pure. */

/** Offsets into the word before which a hyphen may stand. */
export type Hyphenator = (word: string) => readonly number[]

/** As the style sheet has it where the browser does this itself. */
const SHORTEST_WORD = 8
const LEAST_BEFORE = 4
const LEAST_AFTER = 3
const ODD = 1

/** How good a place each letter of a pattern is, from before its first to after its last; null where letters only begin a pattern. */
type Patterns = ReadonlyMap<string, readonly number[] | null>

export function readPatterns(tex: string): Hyphenator {
  const plain = tex.replace(/%.*/g, '')
  const patterns = patternsOf(wordsIn(plain, 'patterns'))
  const exceptions = new Map(
    wordsIn(plain, 'hyphenation').map((word) => [word.replaceAll('-', ''), placesIn(word)]),
  )
  return (word) => {
    const lower = word.toLowerCase()
    // A capital may be one letter where the small ones are two: its offsets would be others.
    if (word.length < SHORTEST_WORD || lower.length !== word.length) return []
    const places = exceptions.get(lower) ?? partedBy(patterns, lower)
    return places.filter((at) => at >= LEAST_BEFORE && at <= word.length - LEAST_AFTER)
  }
}

function wordsIn(plain: string, group: string): readonly string[] {
  const [, words = ''] = new RegExp(`\\\\${group}\\s*\\{([^}]*)\\}`).exec(plain) ?? []
  return words.split(/\s+/).filter(Boolean)
}

function placesIn(word: string): readonly number[] {
  let letters = 0
  return [...word].flatMap((one) => (one === '-' ? [letters] : ((letters += one.length), [])))
}

/** `hy3ph` is `hyph` with [0, 0, 3, 0, 0]. */
function patternsOf(words: readonly string[]): Patterns {
  const patterns = new Map<string, readonly number[] | null>()
  for (const word of words) {
    const letters = word.replace(/\d/g, '')
    const levels: number[] = Array.from({ length: letters.length + 1 }, () => 0)
    let at = 0
    for (const one of word) {
      if (one >= '0' && one <= '9') levels[at] = Number(one)
      else at += one.length
    }
    for (let end = 1; end < letters.length; end++) {
      const begin = letters.slice(0, end)
      if (!patterns.has(begin)) patterns.set(begin, null)
    }
    patterns.set(letters, levels)
  }
  return patterns
}

/** The highest level of all patterns counts at each place; an odd one lets a hyphen stand there. */
function partedBy(patterns: Patterns, word: string): readonly number[] {
  const framed = `.${word}.`
  const best = new Uint8Array(framed.length + 1)
  for (let start = 0; start < framed.length; start++) {
    for (let end = start + 1; end <= framed.length; end++) {
      const levels = patterns.get(framed.slice(start, end))
      if (levels === undefined) break
      levels?.forEach((level, at) => {
        best[start + at] = Math.max(best[start + at] ?? 0, level)
      })
    }
  }
  return [...best.keys()].filter((at) => (best[at] ?? 0) % 2 === ODD).map((at) => at - 1)
}
