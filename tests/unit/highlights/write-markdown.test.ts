/** What Markdown says to a person and to other programs; that it comes back exactly is `property/highlight-exchange`'s. */
import { describe, expect, it } from 'vitest'
import type { HighlightGroup } from '../../../electron/highlights/export-highlights'
import { markdownDocument, markdownPieces } from '../../../electron/highlights/write-markdown'

const AT = '2026-11-25T09:00:00.000Z'
const ARTICLE = {
  articleId: '0'.repeat(32),
  title: 'On <tides>',
  feedTitle: 'The Harbour',
  url: 'https://harbour.example/tides',
  author: 'A. Writer',
  published: '2026-11-24T10:00:00Z',
}

function group(quote: string, note: string | null = null, article: object = {}): HighlightGroup {
  const highlight = {
    highlightId: 'h5',
    articleId: ARTICLE.articleId,
    quote,
    prefix: 'the <',
    suffix: '--> end',
    start: 5,
    end: 10,
    color: 'green',
    note,
    created: '2026-11-25T08:00:00Z',
    updated: '2026-11-25T08:00:00Z',
    anchor: 'exact',
    articleTitle: '',
    feedTitle: '',
  } as HighlightGroup['highlights'][number]
  return { article: { ...ARTICLE, ...article }, highlights: [highlight] }
}

/** What stands between the comment of the passage and the one that ends the article. */
function shown(quote: string, note: string | null = null): string {
  const [, text = ''] =
    /green h5 -->\n\n([^]*?)\n*<!-- offprint import/.exec(markdownDocument(group(quote, note), AT)) ?? []
  return text
}

describe('Markdown of highlights', () => {
  it('begins with front matter, and keeps what an import needs at its end', () => {
    expect(markdownDocument(group('first\nline two', 'My note'), AT)).toBe(
      [
        '---',
        'title: "On <tides>"',
        'url: "https://harbour.example/tides"',
        'author: "A. Writer"',
        'feed: "The Harbour"',
        'published: "2026-11-24T10:00:00Z"',
        `exported: "${AT}"`,
        `offprint-article: "${ARTICLE.articleId}"`,
        '---',
        '',
        '# On \\<tides>',
        '',
        '<!-- offprint green h5 -->',
        '',
        '> first',
        '> line two',
        '',
        'My note',
        '',
        '<!-- offprint import-data 1, kept for importing these highlights again',
        `{"articleId":"${ARTICLE.articleId}","title":"On \\u003ctides\\u003e","url":"https://harbour.example/tides"}`,
        '{"id":"h5","color":"green","created":"2026-11-25T08:00:00Z","start":5,"end":10,"prefix":"the \\u003c","suffix":"-\\u002d\\u003e end","noteSum":"db0d68b465f480cf"}',
        '-->',
        '',
      ].join('\n'),
    )
  })

  it('says once what all articles of one file share, and of each where it is from', () => {
    const groups = [
      group('one'),
      group('two', null, { title: 'Ebb', url: null, author: null, published: null }),
    ]
    const text = [...markdownPieces(groups, AT)].map((piece) => piece.text).join('')
    expect(text).toMatch(`---\nexported: "${AT}"\narticles: 2\nhighlights: 2\n---\n\n# On \\<tides>\n\n`)
    expect(text).toContain(
      '\n\nThe Harbour · A. Writer · 2026-11-24 · <https://harbour.example/tides>\n\n<!-- offprint green',
    )
    expect(text).toContain('-->\n\n# Ebb\n\nThe Harbour\n\n<!-- offprint green')
    expect([...markdownPieces([], AT)]).toEqual([])
  })

  it.each([
    ['*not* _strong_ `code` [link](x)', '> \\*not\\* \\_strong\\_ \\`code\\` \\[link](x)'],
    ['# no heading', '> \\# no heading'],
    ['a #tag', '> a \\#tag'],
    ['- no list', '> \\- no list'],
    ['1. no list', '> 1\\. no list'],
    ['1.5 litres', '> 1.5 litres'],
    ['==bright== ~~gone~~ $x$ %%hidden%%', '> \\==bright\\== \\~\\~gone\\~\\~ \\$x\\$ \\%%hidden\\%%'],
    ['<script>alert(1)</script>', '> \\<script>alert(1)\\</script>'],
    ['&lt; & co', '> \\&lt; & co'],
    ['a\n\nb', '> a\n>\n> b'],
    ['words ^block', '> words \\^block'],
  ])('shows a passage’s own words: %j', (quote, markdown) => {
    expect(shown(quote)).toBe(markdown)
  })

  it('leaves the reader’s own Markdown in notes, but no HTML', () => {
    expect(shown('q', 'See [[Tides]] **and** #sea\n\n> mine')).toBe(
      '> q\n\nSee [[Tides]] **and** #sea\n\n> mine',
    )
    expect(shown('q', '<b> \\<i> \\\\<u>')).toBe('> q\n\n\\<b> \\\\\\<i> \\\\\\\\\\<u>')
  })
})
