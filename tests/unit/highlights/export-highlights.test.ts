import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import type { HighlightRow } from '../../../contract/highlight'
import { exportHighlights } from '../../../electron/highlights/export-highlights'

const AT = '2026-11-25T09:00:00.000Z'
const ID = '0'.repeat(32) as ArticleId
const row = (quote: string, start: number, note: string | null = null): HighlightRow => ({
  highlightId: `h${String(start)}`,
  articleId: ID,
  quote,
  prefix: '',
  suffix: '',
  start,
  end: start + quote.length,
  color: 'yellow',
  note,
  created: '2026-11-25T08:00:00Z',
  updated: '2026-11-25T08:00:00Z',
  anchor: 'exact',
  articleTitle: 'On <tides>',
  feedTitle: 'The Harbour',
})
const articles = new Map([
  [
    ID as string,
    {
      articleId: ID,
      title: 'On <tides>',
      feedTitle: 'The Harbour',
      url: 'https://harbour.example/tides',
      author: 'A. Writer',
      published: '2026-11-24T10:00:00Z',
    },
  ],
])

describe('exportHighlights', () => {
  it('writes JSON as every program does, also of none', () => {
    const text = exportHighlights('json', [row('first\n  "second"', 5)], articles, AT)
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
    expect(exportHighlights('json', [], articles, AT)).toBe('[]\n')
  })

  it('escapes everything in HTML', () => {
    const html = exportHighlights('html', [row('a <script>"x"</script>', 0, '& done')], articles, AT)
    expect(html).not.toContain('<script>')
    expect(html).toContain('&#38; done')
  })

  it('writes JSON that carries the whole anchor', () => {
    const groups = JSON.parse(exportHighlights('json', [row('first', 5)], articles, AT)) as {
      highlights: { quote: string; start: number }[]
    }[]
    expect(groups[0]?.highlights[0]).toMatchObject({ quote: 'first', start: 5, anchor: 'exact' })
  })
})
