/**
 * Writes highlights as Markdown that is pleasant to read and edit, and that `read-markdown` reads back: before each passage a short
 * comment names its colour and id, and one comment at the end of an article holds the rest that an import needs. Pure.
 */
import { createHash } from 'node:crypto'
import type { HighlightRow } from '../../contract/highlight'
import type { HighlightGroup, HighlightPiece } from './export-highlights'
import { escapeWords, noteText, noteThrough, quoteLines, quoteThrough } from './markdown-words'

/** Beginning of every line that `read-markdown` understands; a `<` of a passage or a note never begins one. */
export const MARK = '<!-- offprint '
export const DATA_MARK = `${MARK}import-data `
/** Higher when an older Offprint could not read it. */
export const DATA_VERSION = '1'

/** One document: of a single article with its facts as front matter, of several with a heading and a line of facts each. */
export function* markdownPieces(
  groups: readonly HighlightGroup[],
  exported: string,
): Generator<HighlightPiece, void, undefined> {
  const [first] = groups
  if (first && groups.length === 1) {
    yield { title: first.article.title, text: markdownDocument(first, exported) }
    return
  }
  const highlights = groups.reduce((sum, group) => sum + group.highlights.length, 0)
  if (first)
    yield { title: null, text: frontMatter({ exported, articles: groups.length, highlights }) + '\n' }
  for (const [at, group] of groups.entries()) {
    const text = [headingOf(group), '', ...factsLine(group), ...passages(group)].join('\n')
    yield { title: group.article.title, text: at === 0 ? text : `\n${text}` }
  }
}

/** The highlights of one article as a document with front matter. */
export function markdownDocument(group: HighlightGroup, exported: string): string {
  const { title, url, author, feedTitle, published, articleId } = group.article
  const front = frontMatter({
    title,
    url,
    author,
    feed: feedTitle,
    published,
    exported,
    'offprint-article': articleId,
  })
  return [front, headingOf(group), '', ...passages(group)].join('\n')
}

/** JSON's strings are YAML's too, whatever stands in them. */
function frontMatter(facts: Readonly<Record<string, string | number | null>>): string {
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`${name}: ${JSON.stringify(value)}`],
  )
  return ['---', ...lines, '---', ''].join('\n')
}

function headingOf({ article }: HighlightGroup): string {
  return `# ${escapeWords(oneLine(article.title))}`.trimEnd()
}

function factsLine({ article: { feedTitle, author, published, url } }: HighlightGroup): readonly string[] {
  const facts = [feedTitle, author ?? '', published?.slice(0, 10) ?? ''].map((fact) =>
    escapeWords(oneLine(fact)),
  )
  const link = url !== null && /^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : ''
  const line = [...facts, link].filter(Boolean).join(' · ')
  return line === '' ? [] : [line, '']
}

function passages({ article, highlights }: HighlightGroup): readonly string[] {
  const { articleId, title, url } = article
  const shown = highlights.flatMap(({ highlightId, color, quote, note }) => [
    `${MARK}${color} ${highlightId} -->`,
    '',
    ...quoteLines(quote),
    '',
    ...(noteText(note ?? '')
      ?.split('\n')
      .concat('') ?? []),
  ])
  return [
    ...shown,
    `${DATA_MARK}${DATA_VERSION}, kept for importing these highlights again`,
    inComment({ articleId, title, url }),
    ...highlights.map((highlight) => inComment(importData(highlight))),
    '-->',
    '',
  ]
}

/** What the passage and its note do not say themselves. */
function importData(highlight: HighlightRow): object {
  const { highlightId, quote, note, color, created, updated, prefix, suffix, start, end, anchor } = highlight
  const through = noteThrough(note)
  return {
    id: highlightId,
    color,
    created,
    ...(updated === created ? {} : { updated }),
    start,
    end,
    prefix,
    suffix,
    ...(anchor === 'exact' ? {} : { anchor }),
    ...(through === '' ? {} : { noteSum: noteSum(through) }),
    ...(quoteThrough(quote) === quote ? {} : { quote }),
    // A note of no words is one all the same.
    ...((through === '' ? null : through) === note ? {} : { note }),
  }
}

/** By it an import sees whether a note was edited in the file. */
export function noteSum(through: string): string {
  return createHash('sha256').update(through).digest('hex').slice(0, 16)
}

/** A line of JSON that ends no comment and begins no tag. */
function inComment(value: object): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('--', '-\\u002d')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
