import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { readBodyText } from '../../../contract/body-text'
import { decorateBody } from '../../../renderer/reader/decorate-body'
import { rangeOf, spanOf } from '../../../renderer/reader/shown-text'
import type { ShownText } from '../../../renderer/reader/shown-text'

/** The parts of a DOM range that are set and read here; linkedom has no ranges of its own to speak of. */
class PlainRange {
  startContainer: Node | null = null
  startOffset = 0
  endContainer: Node | null = null
  endOffset = 0

  constructor(private readonly order: readonly Node[]) {}

  setStart(node: Node, offset: number): void {
    this.startContainer = node
    this.startOffset = offset
  }

  setEnd(node: Node, offset: number): void {
    this.endContainer = node
    this.endOffset = offset
  }

  intersectsNode(node: Node): boolean {
    const place = (one: Node | null) => (one ? this.order.indexOf(one) : -1)
    return place(this.startContainer) <= place(node) && place(node) <= place(this.endContainer)
  }

  /** What stands between both ends, as it is on screen. */
  toString(): string {
    return this.order
      .filter((node) => node.nodeType === 3 && this.intersectsNode(node))
      .map((node) => {
        const text = node.nodeValue ?? ''
        const to = node === this.endContainer ? this.endOffset : text.length
        return text.slice(node === this.startContainer ? this.startOffset : 0, to)
      })
      .join('')
  }
}

function nodesIn(root: Node): Node[] {
  return [...root.childNodes].flatMap((node) => [node, ...nodesIn(node)])
}

function show(html: string, decorate = true): ShownText {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const root = document.body
  const { text, runs } = readBodyText(root)
  if (decorate) decorateBody(root, [], 'ltr')
  const order = nodesIn(root)
  document.createRange = () => new PlainRange(order) as unknown as Range
  return { root, text, runs }
}

function words(shown: ShownText, wanted: string): string | null {
  const start = shown.text.indexOf(wanted)
  const range = rangeOf(shown, { start, end: start + wanted.length })
  return range ? String(range) : null
}

const BODY = `
  <p>The  old
     harbour <em>wall</em> keeps the <a href="https://a.example/">wind</a> out.</p>
  <figure><img src="https://a.example/boat.png" alt="A boat"><figcaption>A boat at rest</figcaption></figure>
  <ul><li>One thing</li><li>Another <b>thing</b></li></ul>
  <table><tr><td>04:12</td><td>10:30</td></tr></table>
  <pre>if (tide) {
  wait()
}</pre><p>A line<br>broken.</p>`

describe('places in the text of a body', () => {
  it('are the same words in the DOM, before and after it is decorated', () => {
    for (const decorate of [false, true]) {
      const shown = show(BODY, decorate)
      for (const one of [
        'old',
        'harbour',
        'wall',
        'wind',
        'A boat at rest',
        'Another',
        '10:30',
        'wait()',
        'broken.',
      ])
        expect(words(shown, one), one).toBe(one)
    }
  })

  it('cross elements, blocks and pictures that are not here', () => {
    const shown = show(BODY)
    expect(words(shown, 'wall keeps the wind')).toBe('wall keeps the wind')
    const across = words(shown, shown.text.slice(shown.text.indexOf('wind'), shown.text.indexOf('Another')))
    expect(across).toMatch(/^wind out\.[^]*A boat at rest[^]*One thing$/)
  })

  it('find their way back to the same offsets', () => {
    const shown = show(BODY)
    for (let start = 0; start < shown.text.length; start += 3) {
      for (const length of [1, 7, 40]) {
        const end = Math.min(shown.text.length, start + length)
        const range = rangeOf(shown, { start, end })
        const quote = shown.text.slice(start, end)
        const back = range ? spanOf(shown, range) : null
        // White space at the ends belongs to nobody.
        expect(back ? shown.text.slice(back.start, back.end) : '').toBe(quote.trim())
      }
    }
  })

  it('are none outside the text', () => {
    const shown = show('<p>Short</p>')
    expect(rangeOf(shown, { start: 2, end: 2 })).toBeNull()
    expect(rangeOf(shown, { start: 0, end: 6 })).toBeNull()
    expect(rangeOf(show(''), { start: 0, end: 1 })).toBeNull()
  })
})

describe('a decorated body', () => {
  it('stands in for pictures that are not here, and lets stored ones be enlarged', () => {
    const { root } = show(
      '<p><img src="https://a.example/x.png" alt="A boat"><img src="media://library/abc" alt="A wall"></p>',
    )
    expect(root.querySelector('.absent-image')?.textContent).toContain('A boat')
    expect(root.querySelector('button.enlarge img')?.getAttribute('alt')).toBe('A wall')
    expect(root.querySelectorAll('img')).toHaveLength(1)
  })

  it('adds the caption and credit that the body leaves out, and says nothing twice', () => {
    const { document } = parseHTML(
      '<!doctype html><html><body><figure><img src="media://library/abc"><figcaption>A boat</figcaption></figure></body></html>',
    )
    const facts = { alt: null, width: null, height: null, url: 'https://a.example/x.png', media: 'abc' }
    decorateBody(document.body, [{ ...facts, caption: 'A boat', credit: 'Jo Field' }], 'ltr')
    expect(document.querySelector('figcaption')?.textContent).toBe('A boat Jo Field')
  })

  it('sets a block of another script in its own direction', () => {
    const { root } = show('<p>Plain words</p><p>منارة قديمة على الميناء</p>')
    expect([...root.querySelectorAll('p')].map((block) => block.dir || null)).toEqual([null, 'rtl'])
  })
})
