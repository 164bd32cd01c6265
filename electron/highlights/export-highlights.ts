/** Writes highlights out for other programs: Markdown, HTML and JSON, one document, grouped by article. Pure. */
import type { HighlightRow } from '../../contract/highlight'

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
  const groups = groupByArticle(highlights, articles)
  if (format === 'json') return JSON.stringify(groups.map(asJson), null, 2) + '\n'
  if (format === 'html') return asHtml(groups)
  return groups.map((group) => asMarkdown(group, exported)).join('\n')
}

interface Group {
  readonly article: HighlightedArticle
  readonly highlights: readonly HighlightRow[]
}

function groupByArticle(
  highlights: readonly HighlightRow[],
  articles: ReadonlyMap<string, HighlightedArticle>,
): readonly Group[] {
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

function asJson({ article, highlights }: Group): object {
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

function asMarkdown({ article, highlights }: Group, exported: string): string {
  const { title, url, author, feedTitle, published } = article
  // JSON's strings are YAML's too, whatever stands in them.
  const front = Object.entries({ title, url, author, feed: feedTitle, published, exported }).flatMap(
    ([name, value]) => (value ? [`${name}: ${JSON.stringify(value)}`] : []),
  )
  const lines = ['---', ...front, '---', '', `# ${noTags(oneLine(title))}`, '']
  for (const { quote, note } of highlights) {
    lines.push(...quote.split('\n').map((line) => `> ${noTags(line)}`.trimEnd()), '')
    if (note) lines.push(noTags(note), '')
  }
  return lines.join('\n')
}

/** Markdown lets HTML through: what stood in an article must not become some. */
function noTags(text: string): string {
  return text.replaceAll('<', '\\<')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function asHtml(groups: readonly Group[]): string {
  const sections = groups.map(({ article, highlights }) => {
    const title = escapeHtml(article.title)
    const heading = article.url ? `<a href="${escapeHtml(article.url)}">${title}</a>` : title
    const passages = highlights.map(
      ({ quote, note, color }) =>
        `<blockquote class="${color}"><p>${escapeHtml(quote).replaceAll('\n\n', '</p><p>')}</p></blockquote>` +
        (note ? `<p>${escapeHtml(note)}</p>` : ''),
    )
    return `<section><h2>${heading}</h2><p>${escapeHtml(article.feedTitle)}</p>${passages.join('')}</section>`
  })
  return `<!doctype html><html><head><meta charset="utf-8"><title>Highlights</title></head><body><h1>Highlights</h1>${sections.join('')}</body></html>\n`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)
}
