/** Writes highlights out for other programs: Markdown, HTML and JSON, one document, grouped by article. Pure. */
import type { HighlightRow } from '../../contract/highlight'
import { markdownPieces } from './write-markdown'

export type HighlightFormat = 'md' | 'html' | 'json'

/** What the export says of the article a highlight stands in. */
export interface HighlightedArticle {
  readonly articleId: string
  readonly title: string
  readonly feedTitle: string
  readonly url: string | null
  readonly author: string | null
  readonly published: string | null
}

/** @param exported when, ISO 8601; stands in the front matter of Markdown */
export function exportHighlights(
  format: HighlightFormat,
  highlights: readonly HighlightRow[],
  articles: ReadonlyMap<string, HighlightedArticle>,
  exported: string,
): string {
  return [...highlightPieces(format, groupByArticle(highlights, articles), exported)]
    .map(({ text }) => text)
    .join('')
}

export interface HighlightPiece {
  /** Of the article whose highlights are in it; null for what stands around them. */
  readonly title: string | null
  readonly text: string
}

/** The same document in pieces that follow one another, made as they are taken. */
export function* highlightPieces(
  format: HighlightFormat,
  groups: readonly HighlightGroup[],
  exported: string,
): Generator<HighlightPiece, void, undefined> {
  if (format === 'md') {
    yield* markdownPieces(groups, exported)
    return
  }
  const { head, tail, between, piece } = WRITERS[format]
  yield { title: null, text: groups.length === 0 ? head.trimEnd() : head }
  for (const [at, group] of groups.entries())
    yield { title: group.article.title, text: (at === 0 ? '' : between) + piece(group) }
  yield { title: null, text: groups.length === 0 ? tail.trimStart() : tail }
}

interface GroupWriter {
  readonly head: string
  readonly tail: string
  readonly between: string
  readonly piece: (group: HighlightGroup) => string
}

export interface HighlightGroup {
  readonly article: HighlightedArticle
  readonly highlights: readonly HighlightRow[]
}

export function groupByArticle(
  highlights: readonly HighlightRow[],
  articles: ReadonlyMap<string, HighlightedArticle>,
): readonly HighlightGroup[] {
  const groups = new Map<string, HighlightRow[]>()
  for (const highlight of highlights) {
    const group = groups.get(highlight.articleId)
    if (group) group.push(highlight)
    else groups.set(highlight.articleId, [highlight])
  }
  return [...groups].map(([articleId, rows]) => ({
    article: articles.get(articleId) ?? {
      articleId,
      title: rows[0]?.articleTitle ?? '',
      feedTitle: rows[0]?.feedTitle ?? '',
      url: null,
      author: null,
      published: null,
    },
    highlights: [...rows].sort((a, b) => a.start - b.start),
  }))
}

function asJson({ article, highlights }: HighlightGroup): object {
  return {
    ...article,
    highlights: highlights.map(
      ({ highlightId, quote, note, color, created, updated, prefix, suffix, start, end, anchor }) => ({
        highlightId,
        quote,
        note,
        color,
        created,
        updated,
        prefix,
        suffix,
        start,
        end,
        anchor,
      }),
    ),
  }
}

function htmlSection({ article, highlights }: HighlightGroup): string {
  const title = escapeHtml(article.title)
  const heading = article.url ? `<a href="${escapeHtml(article.url)}">${title}</a>` : title
  const passages = highlights.map(
    ({ quote, note, color }) =>
      `<blockquote class="${color}"><p>${escapeHtml(quote).replaceAll('\n\n', '</p><p>')}</p></blockquote>` +
      (note ? `<p>${escapeHtml(note)}</p>` : ''),
  )
  return `<section><h2>${heading}</h2><p>${escapeHtml(article.feedTitle)}</p>${passages.join('')}</section>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)
}

/** One indented as a part of the list: no string of JSON holds a line break as it is. */
function jsonItem(group: HighlightGroup): string {
  return `  ${JSON.stringify(asJson(group), null, 2).replaceAll('\n', '\n  ')}`
}

const WRITERS: Readonly<Record<Exclude<HighlightFormat, 'md'>, GroupWriter>> = {
  json: { head: '[\n', tail: '\n]\n', between: ',\n', piece: jsonItem },
  html: {
    head: '<!doctype html><html><head><meta charset="utf-8"><title>Highlights</title></head><body><h1>Highlights</h1>',
    tail: '</body></html>\n',
    between: '',
    piece: htmlSection,
  },
}
