/** Sentences of a text as exact spans. Intl.Segmenter knows the languages; abbreviations, initials and quotations are mended here. */

export interface Sentence {
  readonly text: string
  /** UTF-16 offsets: `source.slice(start, end) === text`. */
  readonly start: number
  readonly end: number
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number
}

const ABBREVIATION =
  /(?:^|[\s("'“‘[–—-])(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|col|lt|sgt|capt|cmdr|adm|rev|hon|st|mt|ft|jr|sr|bros|inc|ltd|corp|co|dept|univ|assn|no|nos|vol|vs|v|etc|approx|est|min|max|fig|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|a\.m|p\.m|e\.g|i\.e|cf|al|u\.s|u\.k|u\.n|e\.u|d\.c|ph\.d|z\.b|d\.h|u\.a|bzw|ca|nr|abs|art|hr|fr|dipl|ing|usw|vgl|sog|evtl|mio|mrd|m|mme|mlle|mm|sr|sra|dña|ud|uds|ee\.uu|sig|dott|avv|ing|tel|p|pp|ed|eds|op|cit|ал|г|гг|тыс|млн|млрд|руб|им|ул|т\.е|т\.д|т\.п|др|проф)\.$/i
const INITIAL = /(?:^|[\s.("'“‘-])\p{Lu}\.$/u
/** U.S., U.N. and the like end a sentence now and then; when a capital follows that rarely starts one, they did not. */
const DOTTED = /(?:\p{L}\.){2}$/u
const LOWER_START = /^["'“‘([]*\p{Ll}/u
const CLOSING_ONLY = /^[\s"'”’»)\]]+$/

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string | null): Intl.Segmenter {
  const name = language ?? 'en'
  const known = segmenters.get(name)
  if (known) return known
  let made: Intl.Segmenter
  try {
    made = new Intl.Segmenter(name, { granularity: 'sentence' })
  } catch {
    // Pages declare languages that do not exist; the rules for English do for any of them.
    made = new Intl.Segmenter('en', { granularity: 'sentence' })
  }
  segmenters.set(name, made)
  return made
}

/**
 * Spans without white space at their ends, in order, `most` at the most. A paragraph (empty line) always ends a sentence.
 * Linear in the text.
 */
export function splitSentences(text: string, language: string | null, most = Infinity): Sentence[] {
  const segmenter = segmenterOf(language)
  const sentences: Sentence[] = []
  let paragraph = 0
  for (const block of blocksOf(text)) {
    if (sentences.length >= most) break
    for (const [start, end] of spansOf(block.text, segmenter)) {
      sentences.push({
        text: block.text.slice(start, end),
        start: block.start + start,
        end: block.start + end,
        paragraph,
      })
    }
    paragraph++
  }
  return sentences.length > most ? sentences.slice(0, most) : sentences
}

function* blocksOf(text: string): Generator<{ text: string; start: number }> {
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') yield { text: line, start }
    start += line.length + 1
  }
}

function spansOf(block: string, segmenter: Intl.Segmenter): [number, number][] {
  const spans: [number, number][] = []
  for (const { segment, index } of segmenter.segment(block)) {
    const last = spans.at(-1)
    if (last && joins(block.slice(Math.max(last[0], last[1] - 30), last[1]), segment))
      last[1] = index + segment.length
    else spans.push([index, index + segment.length])
  }
  return spans.map(([start, end]) => trimmed(block, start, end)).filter(([start, end]) => end > start)
}

/** True when what the segmenter took for an end was none. */
function joins(end: string, next: string): boolean {
  if (CLOSING_ONLY.test(next) || LOWER_START.test(next)) return true
  const before = end.trimEnd()
  if (!before.endsWith('.')) return false
  if (ABBREVIATION.test(before) || INITIAL.test(before))
    return !/^["“']?(?:The|In|He|She|It|They|But|And|A|An)\b/.test(next) || !DOTTED.test(before)
  return false
}

function trimmed(text: string, start: number, end: number): [number, number] {
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return [start, end]
}
