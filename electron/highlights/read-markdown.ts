/**
 * Reads back the Markdown that `write-markdown` writes, also after a person edited notes, colours and whatever stands around them.
 * Only our own comments and what follows them are looked at; one that is damaged makes the whole file useless, and its line is named. Pure.
 */
import { LINE_BREAK, noteOf, noteThrough, quoteOf, quoteThrough } from './markdown-words'
import {
  readArticle,
  readHighlight,
  type ReadArticle,
  type ReadExport,
  type ReadHighlight,
} from './read-export'
import { DATA_MARK, DATA_VERSION, MARK, noteSum } from './write-markdown'

/** Text says what is wrong with a line, which counts from 0. */
class Damage extends Error {
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(what)
  }
}

interface Passage {
  readonly line: number
  readonly color: string
  readonly id: string
  readonly quote: readonly string[]
  readonly note: readonly string[]
}

const PASSAGE = new RegExp(`^${MARK}(\\S+) (\\S+) -->$`)
const BLANK = /^\s*$/
const QUOTED = /^ {0,3}>/
const CUT_OFF = 'the comment that ends its article is missing: the file was cut off'

export function readMarkdownExport(text: string): ReadExport {
  const lines = text.replace(/^\uFEFF/, '').split(LINE_BREAK)
  try {
    const articles = readArticles(lines)
    if (articles.length > 0) return { articles }
    return {
      problem: `The file holds no highlights that Offprint can import: no comment of Offprint’s stands in its ${lines.length === 1 ? 'one line' : `${String(lines.length)} lines`}; choose one that was written with “As Markdown” or “As JSON”.`,
    }
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    return {
      problem: `Line ${String(error.line + 1)} of the file cannot be read: ${error.message}; nothing of it was imported.`,
    }
  }
}

function readArticles(lines: readonly string[]): readonly ReadArticle[] {
  const articles: ReadArticle[] = []
  let passages: Passage[] = []
  let begin = 0
  let at = nextMark(lines, 0)
  while (at < lines.length) {
    if (lines[at]?.startsWith(DATA_MARK) === true) {
      const end = endOfComment(lines, at)
      const data = dataOf(lines, at, end)
      refuseLostComments(lines, [begin, at], idsWithout(passages, data))
      articles.push(articleOf(passages, data))
      passages = []
      begin = end
      at = nextMark(lines, end)
    } else {
      const next = nextMark(lines, at + 1)
      passages.push(passageOf(lines, at, next))
      at = next
    }
  }
  const [left] = passages
  if (left) throw new Damage(left.line, CUT_OFF)
  return articles
}

function nextMark(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && lines[at]?.startsWith(MARK) !== true) at++
  return at
}

/** -1 where it has none. */
function endOfComment(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && lines[at]?.trim() !== '-->') at++
  return at < lines.length ? at : -1
}

/** Highlights that a person took out of the file, or whose comment cannot be told any more. */
function idsWithout(passages: readonly Passage[], { kept }: ArticleData): readonly string[] {
  const here = new Set(passages.map(({ id }) => id))
  return [...kept.keys()].filter((id) => !here.has(id))
}

/** One whose beginning is damaged would make its passage a part of the note before it. */
function refuseLostComments(
  lines: readonly string[],
  [from, to]: readonly [number, number],
  ids: readonly string[],
): void {
  for (let at = from; ids.length > 0 && at < to; at++)
    if (ids.some((id) => lines[at]?.includes(id) === true))
      throw new Damage(at, 'the comment of a highlight is damaged')
}

/** The block quote that comes first, and all that follows it. */
function passageOf(lines: readonly string[], line: number, next: number): Passage {
  const [, color = '', id = ''] = PASSAGE.exec((lines[line] ?? '').trimEnd()) ?? []
  if (id === '') throw new Damage(line, 'the comment of a highlight is damaged')
  const below = lines.slice(line + 1, next)
  const from = below.findIndex((one) => !BLANK.test(one))
  const quoted = below.slice(Math.max(0, from))
  const end = quoted.findIndex((one) => !QUOTED.test(one))
  const quote = end < 0 ? quoted : quoted.slice(0, end)
  if (quote.length === 0) throw new Damage(line, 'no passage follows the comment of a highlight')
  return { line, color, id, quote, note: end < 0 ? [] : quoted.slice(end) }
}

interface ArticleData {
  readonly line: number
  readonly facts: Fields
  /** Id of a highlight -> what the comment keeps of it. */
  readonly kept: ReadonlyMap<string, Fields>
}

type Fields = Readonly<Record<string, unknown>>

function dataOf(lines: readonly string[], line: number, end: number): ArticleData {
  if (end < 0) throw new Damage(line, 'its comment has no end: the file was cut off')
  if (!lines[line]?.startsWith(`${DATA_MARK}${DATA_VERSION},`))
    throw new Damage(line, 'it was written by a newer Offprint')
  const [facts, ...rest] = lines.slice(line + 1, end).map((text, at) => {
    const fields = fieldsOf(text)
    if (!fields) throw new Damage(line + 1 + at, 'what is kept there of an article or a highlight is damaged')
    return fields
  })
  if (!facts) throw new Damage(line, 'nothing is kept there of the article')
  return { line: line + 1, facts, kept: new Map(rest.map((fields) => [String(fields['id']), fields])) }
}

/** Null when it is none. Without a prototype, so that only named fields answer. */
function fieldsOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return Object.assign(Object.create(null), value) as Fields
  } catch {
    return null
  }
}

function articleOf(passages: readonly Passage[], { line, facts, kept }: ArticleData): ReadArticle {
  const article = readArticle({ ...facts, highlights: [] })
  if (typeof article === 'string') throw new Damage(line, `the article ${article}`)
  return { ...article, highlights: passages.map((passage) => highlightOf(passage, kept.get(passage.id))) }
}

function highlightOf(passage: Passage, fields: Fields | undefined): ReadHighlight {
  if (!fields)
    throw new Damage(passage.line, 'nothing is kept of this highlight in the comment that ends its article')
  const { id: highlightId, color } = passage
  const quote = quoteOf(passage.quote)
  const note = noteOf(passage.note)
  const highlight = readHighlight({
    anchor: 'exact',
    ...fields,
    highlightId,
    color,
    quote: asKept(fields['quote'], quoteThrough, quote) ?? quote,
    note: asKept(fields['note'], noteThrough, note) ?? (note === '' ? null : note),
  })
  if (!highlight)
    throw new Damage(passage.line, 'this highlight is damaged, here or in the comment that ends its article')
  const edits = {
    note: (note === '' ? undefined : noteSum(note)) !== fields['noteSum'],
    color: color !== fields['color'],
  }
  return { ...highlight, edits }
}

/** What Markdown could not carry, unless a person changed what it shows. */
function asKept(kept: unknown, through: (text: string) => string, shown: string): string | null {
  return typeof kept === 'string' && through(kept) === shown ? kept : null
}
