/**
 * Key points of a text: two to five of its own sentences, chosen, never written. A sentence counts for its place, for how
 * much of the whole it shares (words weighted by how often the text returns to them), for the title's words and for what it adds.
 */
import type { BodyKeyPoint } from './article-body'
import { rankSentences } from './rank-sentences'
import { splitSentences, type Sentence } from './split-sentences'
import { countWords, textLanguage } from './text-language'

/** Shorter texts are read quicker than their key points. */
const LEAST_WORDS = 120
const LEAST_SENTENCES = 5
/** Sentences beyond these are not looked at: news says what matters before, and the work stays bounded. */
const MOST_SENTENCES = 400
const LONG_TEXT_WORDS = 1400
const VERY_LONG_TEXT_WORDS = 3000

export interface KeyPointOptions {
  readonly title: string | null
  readonly language: string | null
}

/** In text order; each is exactly `text.slice(start, end)`. Empty when the text is too short to have any. Never throws. */
export function keyPoints(text: string, { title, language }: KeyPointOptions): BodyKeyPoint[] {
  const words = countWords(text.slice(0, 60_000))
  if (words < LEAST_WORDS) return []
  const spoken = language ?? textLanguage(text)
  const sentences = splitSentences(text.slice(0, 200_000), spoken, MOST_SENTENCES)
  const usable = sentences.map(withoutDateline).filter(isStatement)
  if (usable.length < LEAST_SENTENCES) return []
  const count = words < 200 ? 2 : words < LONG_TEXT_WORDS ? 3 : words < VERY_LONG_TEXT_WORDS ? 4 : 5
  return rankSentences(usable, { title, count })
    .sort((a, b) => a.start - b.start)
    .map(({ text: point, start, end }) => ({ text: point, from: 'extracted', start, end }))
}

const DATELINE =
  /^(?:(?:[\p{Lu}][\p{L}.’'-]*,?\s+){0,4}\((?:CNN|AP|Reuters|AFP|UPI|dpa|Xinhua|IANS|PTI|ANI|Bloomberg|[A-Z]{2,6}|[\p{L} .]{2,24})\)\s*(?:[-–—:]+\s*)?|(?:\p{Lu}[\p{Lu}.’'-]+,?\s+){0,3}\p{Lu}[\p{Lu}.’'-]+(?:,\s+[\p{L}. ]{2,20})?\s+(?:\([^)]{2,30}\)\s*)?[–—-]+\s+)/u

/** "LONDON (Reuters) - " says where it was written, not what happened. The rest is still one exact span. */
function withoutDateline(sentence: Sentence): Sentence {
  const found = DATELINE.exec(sentence.text.slice(0, 90))
  if (!found) return sentence
  const rest = sentence.text.slice(found[0].length)
  if (rest.length < 30) return sentence
  return { ...sentence, text: rest, start: sentence.start + found[0].length }
}

const NOT_STATEMENT =
  /^(?:by\b.{0,80}$|(?:photo|image|video|picture|foto|bild|source|read more|click|share|follow|sign up|subscribe|scroll down|related|advertisement|published|updated|last updated|copyright|©|watch|see also|\(?file photo)\b|https?:\/\/\S+$|@\w+|[\d\s.:/|-]+$)/i

/** Headings, bylines, captions' labels, questions and bare quotations are no key points. */
function isStatement({ text }: Sentence): boolean {
  const signs = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text)
  if (text.length < (signs ? 10 : 25) || text.length > 600) return false
  if (!/[.!。！．…؟।"”’»')\]]$/u.test(text) || NOT_STATEMENT.test(text)) return false
  return !/[?？؟]["”’»']?$/.test(text)
}
