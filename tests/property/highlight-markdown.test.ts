/** Markdown of highlights says everything that an import needs, whatever stands in them; a file with anything in it never throws. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../contract/article-id'
import { HIGHLIGHT_COLORS } from '../../contract/highlight'
import type { HighlightGroup } from '../../electron/highlights/export-highlights'
import { readMarkdownExport } from '../../electron/highlights/read-markdown'
import { markdownDocument, markdownPieces } from '../../electron/highlights/write-markdown'
import { strangeWords } from '../support/strange-words'

const time = fc.constantFrom('2026-11-25T08:00:00.000Z', '2020-01-01', 'Nov 25, 2026')
const row = fc.record({
  highlightId: fc.uuid(),
  articleId: fc.constant('a'.repeat(32) as ArticleId),
  quote: strangeWords.filter((quote) => quote.trim() !== ''),
  prefix: strangeWords,
  suffix: strangeWords,
  start: fc.nat(1_000),
  end: fc.integer({ min: 1_000, max: 9_000 }),
  color: fc.constantFrom(...HIGHLIGHT_COLORS),
  note: fc.option(strangeWords),
  created: time,
  updated: time,
  anchor: fc.constantFrom('exact' as const, 'moved' as const, 'orphan' as const),
})
const article = fc.record({
  articleId: fc.constant('a'.repeat(32)),
  title: strangeWords,
  feedTitle: strangeWords,
  url: fc.option(fc.oneof(fc.webUrl(), strangeWords)),
  author: fc.option(strangeWords),
  published: fc.option(time),
})
const groups = fc
  .uniqueArray(row, { minLength: 1, maxLength: 4, selector: ({ highlightId }) => highlightId })
  .chain((rows) =>
    fc.array(article, { minLength: 1, maxLength: 3 }).map((articles) =>
      articles.map((one, at): HighlightGroup => ({
        article: one,
        highlights: rows
          .filter((_, number) => number % articles.length === at)
          .map((each) => ({ ...each, articleTitle: '', feedTitle: '' })),
      })),
    ),
  )
const AT = '2026-11-26T00:00:00Z'
const oneFile = (all: readonly HighlightGroup[]) =>
  [...markdownPieces(all, AT)].map(({ text }) => text).join('')
const told = (all: readonly HighlightGroup[]) => ({
  articles: all.map(({ article: { articleId, title, url }, highlights }) => ({
    articleId,
    title,
    url,
    highlights: highlights.map(({ articleId: _, articleTitle: _a, feedTitle: _f, ...highlight }) => ({
      ...highlight,
      edits: { note: false, color: false },
    })),
  })),
})

describe('any highlights in Markdown', () => {
  it('come back letter by letter, from one file and from a file an article', () => {
    fc.assert(
      fc.property(groups, (all) => {
        expect(readMarkdownExport(oneFile(all))).toEqual(told(all))
        for (const group of all)
          expect(readMarkdownExport(markdownDocument(group, AT))).toEqual(told([group]))
      }),
      { numRuns: 500 },
    )
  })

  it('come back through editors that change line breaks and take spaces from the ends of lines', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const trimmed = oneFile(all)
          .split('\n')
          .map((line) => line.trimEnd())
        for (const end of ['\n', '\r\n', '\r'])
          expect(readMarkdownExport(trimmed.join(end))).toEqual(told(all))
      }),
      { numRuns: 300 },
    )
  })

  it('are read or refused with a sentence, however the file was mangled', () => {
    fc.assert(
      fc.property(groups, fc.nat(), fc.nat(200), strangeWords, (all, at, length, words) => {
        const text = oneFile(all)
        const from = at % text.length
        const read = readMarkdownExport(text.slice(0, from) + words + text.slice(from + length))
        if ('problem' in read) expect(read.problem).toMatch(/^(Line \d+ of the file|The file) /)
        else expect(read.articles.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('bring no tag into a document', () => {
    fc.assert(
      fc.property(groups, (all) => {
        // Front matter, which is no Markdown, and our own comments aside.
        const text = markdownDocument(all[0]!, AT)
          .replace(/^---\n[^]*?\n---\n/, '')
          .replace(/^<!-- offprint [^]*?-->$/gm, '')
        expect(text.replaceAll(/\\\\/g, '').replaceAll('\\<', '')).not.toContain('<')
      }),
      { numRuns: 300 },
    )
  })
})
