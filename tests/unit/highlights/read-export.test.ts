/** Files from outside: what is no export of ours, damaged or hostile is refused whole, with a sentence. */
import { describe, expect, it } from 'vitest'
import { readHighlightExport } from '../../../electron/highlights/read-export'

const HIGHLIGHT = {
  highlightId: 'h1',
  quote: 'by the mill',
  note: null,
  color: 'green',
  created: '2026-11-25T08:00:00.000Z',
  updated: '2026-11-25T08:00:00.000Z',
  prefix: 'round ',
  suffix: ' until',
  start: 45,
  end: 56,
  anchor: 'exact',
}
const ARTICLE = { articleId: 'a'.repeat(32), title: 'Tides', url: null, highlights: [HIGHLIGHT] }
const read = (value: unknown) => readHighlightExport(JSON.stringify(value))
const withHighlight = (change: object) => read([{ ...ARTICLE, highlights: [{ ...HIGHLIGHT, ...change }] }])

describe('readHighlightExport', () => {
  it('reads what was exported', () => {
    expect(read([ARTICLE])).toEqual({ articles: [ARTICLE] })
  })

  it('takes script in a quote or a note for the text it is', () => {
    const quote = '<script>alert(1)</script>'
    expect(withHighlight({ quote, note: quote })).toMatchObject({
      articles: [{ highlights: [{ quote, note: quote }] }],
    })
  })

  it('takes over named fields only', () => {
    const text = JSON.stringify([ARTICLE]).replace('"h1"', '"h1","__proto__":{"polluted":1},"constructor":2')
    expect(readHighlightExport(text)).toEqual({ articles: [ARTICLE] })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('does not take a prototype’s answers for fields', () => {
    const text = `[{"__proto__": ${JSON.stringify(ARTICLE)}}]`
    expect(readHighlightExport(text)).toHaveProperty('problem')
  })

  it.each([
    ['nothing', ''],
    ['a file that was cut off', JSON.stringify([ARTICLE]).slice(0, -9)],
    ['an object', '{"highlights":[]}'],
    ['a number', '7'],
    ['a list of numbers', '[7]'],
    ['markup', '<html></html>'],
  ])('refuses %s with a sentence', (_, text) => {
    expect(readHighlightExport(text)).toHaveProperty(
      'problem',
      expect.stringMatching(/^The file|^Article 1 /),
    )
  })

  it.each([
    { quote: '' },
    { quote: 7 },
    { quote: 'x'.repeat(200_001) },
    { prefix: 'x'.repeat(1_001) },
    { suffix: null },
    { note: {} },
    { color: 'red' },
    { color: 'constructor' },
    { anchor: 'lost' },
    { start: -1 },
    { start: 1.5 },
    { start: 1e300 },
    { end: 2 },
    { created: 'yesterday' },
    { updated: 5 },
    { highlightId: '../../x' },
    { highlightId: 7 },
  ])('refuses a highlight with %j and says where it stands', (change) => {
    expect(withHighlight(change)).toEqual({
      problem: 'Article 1 of the file (“Tides”) has a damaged highlight, number 1; nothing was imported.',
    })
  })
})
