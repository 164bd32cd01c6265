/** What a reader is shown of a feed before subscribing: its newest headlines, how often it publishes, how much it carries. Pure. */
import type { FeedPreview } from '../../contract/feed'
import { isSummary } from '../articles/summary-text'
import { countWords } from '../articles/text-language'
import { htmlToText, oneLine } from './html-text'
import { normaliseArticles, type NormalArticle } from './normalise-article'
import type { ParsedFeedResult, ParsedItem } from './parsed-feed'

const HEADLINES = 5
/** The newest are enough to tell a feed's pace and the length of its texts. */
const LOOKED_AT = 40
const TEXTS_READ = 10
/** Characters of a dialog's two lines. */
const LONGEST_TITLE = 200
const LONGEST_DESCRIPTION = 300
/** More of a text changes nothing about its being whole. Characters. */
const LONGEST_TEXT = 20_000
/** Fewer are a caption or "Comments", no excerpt. */
const FEWEST_WORDS = 8
const HOUR_MS = 3_600_000
const MONTH_MS = 30 * 24 * HOUR_MS

export interface PreviewContext {
  /** Where the feed was fetched from. */
  readonly url: string
  /** ISO 8601 in UTC; a date after it is taken for it. */
  readonly now: string
}

export function previewFeed(
  { format, feed, items }: Extract<ParsedFeedResult, { ok: true }>,
  { url, now }: PreviewContext,
): FeedPreview {
  const articles = normaliseArticles(newestOf(items), { feedId: url, feedUrl: url, now })
  const description = feed.description === feed.title ? null : feed.description
  return {
    format,
    description: description && cut(description, LONGEST_DESCRIPTION),
    headlines: articles.slice(0, HEADLINES).map(({ title, published }) => ({
      title: cut(title, LONGEST_TITLE),
      published,
    })),
    newest: articles[0]?.published ?? null,
    perMonth: paceOf(articles.flatMap(({ published }) => (published === null ? [] : Date.parse(published)))),
    text: textOf(articles.slice(0, TEXTS_READ)),
  }
}

/** By date; those without one after the others, all in the feed's own order where it dates none. */
function newestOf(items: readonly ParsedItem[]): readonly ParsedItem[] {
  const dateOf = ({ published, updated }: ParsedItem): string => published ?? updated ?? ''
  return [...items].sort((a, b) => compare(dateOf(b), dateOf(a))).slice(0, LOOKED_AT)
}

// ISO 8601 in UTC: the order of the letters is that of the times.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By the newer two thirds, so that one old piece that stays on top of everything does not stretch it. */
function paceOf(times: readonly number[]): number | null {
  const counted = times.slice(0, Math.ceil((times.length * 2) / 3))
  const [first, last] = [counted[0], counted.at(-1)]
  if (first === undefined || last === undefined || counted.length < 2) return null
  const span = first - last
  // All at once: the day the feed was made, not how it is written.
  return span < HOUR_MS ? null : ((counted.length - 1) / span) * MONTH_MS
}

function textOf(articles: readonly NormalArticle[]): FeedPreview['text'] {
  if (articles.length === 0) return null
  const texts = articles.map(({ contentHtml, summaryHtml }) => readable(contentHtml ?? summaryHtml ?? ''))
  const most = (count: number): boolean => count * 2 > texts.length
  if (most(texts.filter(({ words }) => words < FEWEST_WORDS).length)) return 'headlines'
  return most(texts.filter((text) => !isSummary(text)).length) ? 'whole' : 'excerpts'
}

function readable(html: string): { readonly text: string; readonly words: number } {
  const text = oneLine(htmlToText(html.slice(0, LONGEST_TEXT)))
  return { text, words: countWords(text) }
}

function cut(text: string, longest: number): string {
  const characters = [...text.slice(0, longest * 2)]
  return characters.length > longest ? `${characters.slice(0, longest).join('').trimEnd()}…` : text
}
