/** Soft hyphens in the body that is shown, and the offsets that do not see them. */
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { readBodyText } from '../../../contract/body-text'
import { partWords } from '../../../renderer/reader/part-words'

const bodyOf = (html: string): HTMLElement =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body as unknown as HTMLElement

function parted(html: string, places: readonly number[], language = 'de', length?: number) {
  const body = bodyOf(html)
  const read = readBodyText(body)
  const runs = partWords(read, { length: length ?? read.text.length, places }, language)
  return { text: read.text, runs, html: body.innerHTML.replaceAll('\u00ad', '|').replaceAll('&shy;', '|') }
}

describe('partWords', () => {
  it('parts words in and beside other elements, at the places of the text', () => {
    const html = '<p>Die  Silben<b>trennung</b> hilft</p><ul><li>Straßenbahn</li></ul>'
    const { text } = parted(html, [])
    const places = ['bentr', 'nung', 'ßen', 'bahn'].map((words) => text.indexOf(words))
    expect(parted(html, places).html).toBe(
      '<p>Die  Sil|ben<b>tren|nung</b> hilft</p><ul><li>Stra|ßen|bahn</li></ul>',
    )
  })

  it('leaves headings, captions, tables, code and passages of another language whole', () => {
    const words = 'Silbentrennung'
    for (const html of [
      `<h2>${words}</h2>`,
      `<figure><figcaption>${words}</figcaption></figure>`,
      `<table><tr><td>${words}</td></tr></table>`,
      `<pre>${words}</pre>`,
      `<p><code>${words}</code></p>`,
      `<blockquote lang="en">${words}</blockquote>`,
    ])
      expect(parted(html, [6]).html, html).not.toContain('|')
    expect(parted(`<p lang="de-AT">${words}</p>`, [6]).html).toContain('Silben|trennung')
  })

  it('does nothing with places that were found in another text', () => {
    expect(parted('<p>Silbentrennung</p>', [6], 'de', 13).html).toBe('<p>Silbentrennung</p>')
  })

  it('keeps every offset: the runs say the same text as before, character by character', () => {
    const word = fc.constantFrom('Silbentrennung', 'Straße', 'a', 'שלום', '🙂🙂', 'own\u00adhyphen')
    const piece = fc.oneof(
      word,
      word.map((one) => `<b>${one}</b>`),
      word.map((one) => `<p>${one} ${one}</p>`),
      word.map((one) => `<pre>  ${one}\n${one} </pre>`),
      fc.constantFrom(' ', '  \n ', '<br>', '<img alt="x">', '<i> </i>'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(200)), (pieces, numbers) => {
        const html = pieces.join('')
        const { text, runs: before } = readBodyText(bodyOf(html))
        const places = [...new Set(numbers)].filter((at) => at < text.length).sort((a, b) => a - b)
        const { runs } = parted(html, places)
        const said = runs.map(
          ({ node, from, to, start }) => [start, (node.nodeValue ?? '').slice(from, to)] as const,
        )
        for (const [start, words] of said) expect(text.slice(start, start + words.length)).toBe(words)
        const sum = (all: typeof runs) => all.reduce((total, { from, to }) => total + to - from, 0)
        expect(sum(runs)).toBe(sum(before))
        const starts = said.map(([start]) => start)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      }),
      { numRuns: 500 },
    )
  })
})
