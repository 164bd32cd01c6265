/** Markdown of ours that a person edited comes in sensibly; what is damaged or not ours is refused with its line. */
import { describe, expect, it } from 'vitest'
import type { HighlightGroup } from '../../../electron/highlights/export-highlights'
import { readHighlightFile } from '../../../electron/highlights/read-file'
import { markdownPieces } from '../../../electron/highlights/write-markdown'

const row = (id: string, quote: string, note: string | null): HighlightGroup['highlights'][number] => ({
  highlightId: id,
  articleId: '0'.repeat(32) as HighlightGroup['highlights'][number]['articleId'],
  quote,
  prefix: 'before ',
  suffix: ' after',
  start: 7,
  end: 7 + quote.length,
  color: 'yellow',
  note,
  created: '2026-11-25T08:00:00.000Z',
  updated: '2026-11-25T08:00:00.000Z',
  anchor: 'exact',
  articleTitle: '',
  feedTitle: '',
})
const article = (title: string, ...highlights: HighlightGroup['highlights']): HighlightGroup => ({
  article: {
    articleId: '0'.repeat(32),
    title,
    feedTitle: 'The Harbour',
    url: 'https://harbour.example/tides',
    author: null,
    published: null,
  },
  highlights,
})
const GROUPS = [
  article('Tides', row('h1', 'by the mill', 'My note'), row('h2', 'round the bay\n\nand back', null)),
  article('Ebb', row('h3', 'low water', null)),
]
const TEXT = [...markdownPieces(GROUPS, '2026-11-26T00:00:00Z')].map(({ text }) => text).join('')

const highlightsOf = (text: string) => {
  const read = readHighlightFile(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.articles.flatMap(({ highlights }) => highlights)
}
const UNCHANGED = { note: false, color: false }

describe('Markdown of ours', () => {
  it('is read article by article', () => {
    const read = readHighlightFile(TEXT)
    expect(read).toMatchObject({
      articles: [
        {
          title: 'Tides',
          url: 'https://harbour.example/tides',
          highlights: [{ highlightId: 'h1' }, { highlightId: 'h2' }],
        },
        { title: 'Ebb', highlights: [{ quote: 'low water', note: null, edits: UNCHANGED }] },
      ],
    })
  })

  it('says which notes and colours a person changed, and takes the rest for unchanged', () => {
    const [one, two, three] = highlightsOf(
      TEXT.replace('My note', 'My *better* note\n\n- with a list').replace('yellow h3', 'pink h3'),
    )
    expect(one).toMatchObject({
      note: 'My *better* note\n\n- with a list',
      edits: { note: true, color: false },
    })
    expect(two).toMatchObject({ quote: 'round the bay\n\nand back', note: null, edits: UNCHANGED })
    expect(three).toMatchObject({ color: 'pink', edits: { note: false, color: true } })
  })

  it('is the same to it whatever editors do to spaces, empty lines, line breaks and front matter', () => {
    const properties = '---\ntags:\n  - sea\n---\n'
    const restyled = TEXT.replace(/---\n[^]*?---\n/, properties)
      .replace('> by the mill\n', '>by the mill   \n\n\n')
      .replace('My note\n', 'My note  \n\n\n')
    for (const text of [restyled, restyled.replaceAll('\n', '\r\n'), `\uFEFF${restyled}`, restyled.trimEnd()])
      expect(highlightsOf(text)).toEqual(highlightsOf(TEXT))
  })

  it('lets a person write around the highlights, put them into another order, and take one out', () => {
    const [first = '', second = ''] =
      TEXT.match(/<!-- offprint yellow h[12] -->\n\n(> ?.*\n)+\n(My note\n\n)?/g) ?? []
    const turned = TEXT.replace(second, '')
      .replace(first, second + first)
      .replace('# Ebb', 'My own words.\n\n## Ebb')
    expect(highlightsOf(turned).map(({ highlightId }) => highlightId)).toEqual(['h2', 'h1', 'h3'])
    expect(highlightsOf(TEXT.replace(first, '')).map(({ highlightId }) => highlightId)).toEqual(['h2', 'h3'])
  })
})

describe('a damaged file', () => {
  const lineOf = (words: string) => TEXT.split('\n').findIndex((line) => line.includes(words)) + 1

  it.each([
    [
      'a highlight’s comment was cut',
      'yellow h2 -->',
      'yellow h2',
      'offprint yellow h2',
      'the comment of a highlight is damaged',
    ],
    [
      'a highlight’s comment begins no more',
      '<!-- offprint yellow h2',
      '< offprint yellow h2',
      'offprint yellow h2',
      'the comment of a highlight is damaged',
    ],
    [
      'a colour is none',
      'yellow h2',
      'red h2',
      'offprint yellow h2',
      'this highlight is damaged, here or in the comment that ends its article',
    ],
    ['a passage is gone', '> low water\n', '', 'yellow h3', 'no passage follows the comment of a highlight'],
    [
      'a line of the last comment is no JSON',
      '{"id":"h3"',
      '{id:h3',
      '{"id":"h3"',
      'what is kept there of an article or a highlight is damaged',
    ],
    [
      'a line of the last comment is gone',
      /\{"id":"h3".*\n/,
      '',
      'yellow h3',
      'nothing is kept of this highlight in the comment that ends its article',
    ],
    [
      'an offset is none',
      /"start":7(?=[^\n]*\n-->\n$)/,
      '"start":-7',
      'yellow h3',
      'this highlight is damaged, here or in the comment that ends its article',
    ],
    [
      'it is of a later Offprint',
      'import-data 1',
      'import-data 2',
      'import-data 1',
      'it was written by a newer Offprint',
    ],
    [
      'an article has no title',
      '"title":"Tides"',
      '"title":7',
      '"title":"Tides"',
      'the article has no title',
    ],
  ])('is refused with its line where %s', (_, from, to, at, why) => {
    expect(readHighlightFile(TEXT.replace(from, to))).toEqual({
      problem: `Line ${String(lineOf(at))} of the file cannot be read: ${why}; nothing of it was imported.`,
    })
  })

  it('is refused wherever it was cut off', () => {
    for (let length = TEXT.indexOf('<!-- offprint yellow h3') + 30; length < TEXT.length - 5; length += 7)
      expect(readHighlightFile(TEXT.slice(0, length)), String(length)).toHaveProperty(
        'problem',
        expect.stringMatching(/^Line \d+ of the file cannot be read: /),
      )
  })

  it.each([
    ['a note of somebody’s', '# Notes\n\n> a quote\n', '4 lines'],
    ['an export of an older Offprint', '---\ntitle: "Tides"\n---\n\n# Tides\n\n> by the mill\n', '8 lines'],
    ['a page', '<html><body></body></html>', 'one line'],
    ['nothing', '', 'one line'],
  ])('is refused where it is %s', (_, text, lines) => {
    expect(readHighlightFile(text)).toEqual({
      problem: `The file holds no highlights that Offprint can import: no comment of Offprint’s stands in its ${lines}; choose one that was written with “As Markdown” or “As JSON”.`,
    })
  })
})
