/** Reads back the JSON that `export-highlights` writes. Everything is checked before anything is used; only named fields are taken over. Pure. */
import { parseArticleId, type ArticleId } from '../../contract/article-id'
import { HIGHLIGHT_COLORS, type Highlight } from '../../contract/highlight'

/** `highlightId` is null where an older Offprint wrote none; `edits` says what a person changed in the file since. */
export type ReadHighlight = Omit<Highlight, 'highlightId' | 'articleId'> & {
  readonly highlightId: string | null
  readonly edits?: { readonly note: boolean; readonly color: boolean }
}

export interface ReadArticle {
  readonly articleId: ArticleId | null
  readonly title: string
  readonly url: string | null
  readonly highlights: readonly ReadHighlight[]
}

/** `problem` is a sentence that says what is wrong and where; then nothing of the file is to be used. */
export type ReadExport = { readonly articles: readonly ReadArticle[] } | { readonly problem: string }

const NO_EXPORT =
  'The file holds no highlights that Offprint exported; choose one that was written with “As JSON” or “As Markdown”.'
/** As the window's own requests have it: no highlight of ours is longer. */
const LONGEST_TEXT = 200_000
const LONGEST_CONTEXT = 1_000
const LONGEST_LINE = 20_000
const MOST_OFFSET = 1_000_000_000
const ID = /^[\w-]{1,200}$/
const ANCHORS = ['exact', 'moved', 'orphan'] as const

export function readHighlightExport(text: string): ReadExport {
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return {
      problem: 'The file is no JSON, or was cut off; export the highlights again and choose the new file.',
    }
  }
  if (!Array.isArray(file)) return { problem: NO_EXPORT }
  const articles: ReadArticle[] = []
  for (const [at, value] of (file as unknown[]).entries()) {
    const article = readArticle(value)
    if (typeof article === 'string')
      return { problem: `Article ${String(at + 1)} of the file ${article}; nothing was imported.` }
    articles.push(article)
  }
  return { articles }
}

/** Text says what is wrong with it. */
export function readArticle(value: unknown): ReadArticle | string {
  if (!isFields(value)) return 'is none'
  const title = field(value, 'title')
  const url = field(value, 'url') ?? null
  const articleId = field(value, 'articleId') ?? null
  if (!isText(title, LONGEST_LINE)) return 'has no title'
  if (url !== null && !isText(url, LONGEST_LINE)) return 'has an address that is none'
  if (articleId !== null && typeof articleId !== 'string') return 'has an id that is none'
  const highlights = readHighlights(field(value, 'highlights'), title)
  if (typeof highlights === 'string') return highlights
  return { articleId: articleId === null ? null : parseArticleId(articleId), title, url, highlights }
}

function readHighlights(list: unknown, title: string): readonly ReadHighlight[] | string {
  if (!Array.isArray(list)) return 'has no list of highlights'
  const highlights: ReadHighlight[] = []
  for (const [at, one] of (list as unknown[]).entries()) {
    const highlight = readHighlight(one)
    if (!highlight) return `(“${title.slice(0, 80)}”) has a damaged highlight, number ${String(at + 1)}`
    highlights.push(highlight)
  }
  return highlights
}

/** Null when it is damaged. */
export function readHighlight(value: unknown): ReadHighlight | null {
  if (!isFields(value)) return null
  const words = readWords(value)
  const place = readPlace(value)
  const times = readTimes(value)
  const color = HIGHLIGHT_COLORS.find((one) => one === field(value, 'color'))
  const highlightId = field(value, 'highlightId') ?? null
  if (!words || !place || !times || !color) return null
  if (highlightId !== null && !(isText(highlightId, 200) && ID.test(highlightId))) return null
  return { highlightId, ...words, ...place, ...times, color }
}

function readPlace(value: object): Pick<Highlight, 'start' | 'end' | 'anchor'> | null {
  const start = field(value, 'start')
  const end = field(value, 'end')
  const anchor = ANCHORS.find((one) => one === field(value, 'anchor'))
  return anchor && isOffset(start) && isOffset(end) && end >= start ? { start, end, anchor } : null
}

/** Older exports do not say when it was changed. */
function readTimes(value: object): Pick<Highlight, 'created' | 'updated'> | null {
  const created = field(value, 'created')
  const updated = field(value, 'updated') ?? created
  return isTime(created) && isTime(updated) ? { created, updated } : null
}

function readWords(value: object): Pick<Highlight, 'quote' | 'prefix' | 'suffix' | 'note'> | null {
  const quote = field(value, 'quote')
  const prefix = field(value, 'prefix')
  const suffix = field(value, 'suffix')
  const note = field(value, 'note') ?? null
  if (!isText(quote, LONGEST_TEXT) || quote.trim() === '') return null
  if (!isText(prefix, LONGEST_CONTEXT) || !isText(suffix, LONGEST_CONTEXT)) return null
  return note === null || isText(note, LONGEST_TEXT) ? { quote, prefix, suffix, note } : null
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Never what a prototype would answer. */
function field(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest
}

function isOffset(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_OFFSET
}

function isTime(value: unknown): value is string {
  return isText(value, 40) && !Number.isNaN(Date.parse(value))
}
