import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../electron/articles/html-tree'
import { measureBlocks } from '../../../electron/articles/measure-blocks'
import { publisherKeyPoints } from '../../../electron/articles/publisher-key-points'
import { textOf } from '../../../electron/articles/walk-html'

const ONE = 'The tide came two hours late in all three harbours.'
const TWO = 'No ship was lost, but the market opened at noon.'
const LIST = `<ul><li>${ONE}</li><li>${TWO}</li></ul>`
const PROSE = `<p>It was the quiet that woke them: no bell, no engine, and the boats lying on the mud as if somebody had pulled a plug.</p>`

function pointsOf(inside: string, title: string | null = 'The late tide'): readonly string[] {
  const tree = parsePage(`<body><article><h1>The late tide</h1>${inside}</article></body>`)
  return publisherKeyPoints(tree, measureBlocks(tree), title).points
}

describe("the publisher's key points", () => {
  it.each([
    ['between headline and text', LIST + PROSE],
    ['under a heading, wherever it stands', `${PROSE}<h3>Das Wichtigste in Kürze:</h3>${LIST}${PROSE}`],
    ['under "Today at a glance"', `${PROSE}<h6>Today at a Glance</h6><div>${LIST}</div>${PROSE}`],
    [
      'under "Key Highlights" in a box of its own',
      `<div><div><i></i><span>Key Highlights</span></div>${LIST}</div>${PROSE}`,
    ],
    ['in a box named so', `${PROSE}<div class="article-summary">${LIST}</div>`],
    ['right below the headline of a page without paragraphs', `${LIST}<div>Pictures</div>`],
    ['as paragraphs with bullets', `<p>• ${ONE}</p><p>• ${TWO}</p>${PROSE}`],
  ])('are found %s', (_where, inside) => {
    expect(pointsOf(inside)).toEqual([ONE, TWO])
  })

  it('take their label out of the body with them', () => {
    const box = `<div><div><i></i><span>Key Highlights</span></div>${LIST}</div>`
    const tree = parsePage(`<body><article><h1>The late tide</h1>${box}${PROSE}</article></body>`)
    const { blocks } = publisherKeyPoints(tree, measureBlocks(tree), 'The late tide')
    expect(blocks.map(textOf)).toContain('Key Highlights')
  })

  it('leave out a call to go elsewhere at their end', () => {
    const list = LIST.replace('</ul>', '<li>Visit our front page for more stories.</li></ul>')
    expect(pointsOf(list + PROSE)).toEqual([ONE, TWO])
  })

  it.each([
    ['a list that goes on a sentence', `<p>We found these things:</p>${LIST}${PROSE}`],
    [
      'parts of a sentence',
      '<ul><li>the tide, which came very late,</li><li>the market, which opened late.</li></ul>' + PROSE,
    ],
    [
      'facts about the page',
      '<ul><li>Author: Ann Quay of the harbour desk</li><li>Date: the third of May, morning</li></ul>' +
        PROSE,
    ],
    ['slides with their captions', LIST.replaceAll('<li>', '<li><img src="/a.jpg">') + PROSE],
    ['cards with headings', LIST.replaceAll('<li>', '<li><h3>Boats</h3>') + PROSE],
    ['a list after the text has begun', PROSE + LIST + PROSE],
    ['a list with no text after it', `<div>Some words stand between them here.</div>${LIST}`],
  ])('are not taken from %s', (_what, inside) => {
    expect(pointsOf(inside)).toEqual([])
  })

  it('are not looked for where a page has no headline', () => {
    const tree = parsePage(`<body><div>${LIST}${PROSE}</div></body>`)
    expect(publisherKeyPoints(tree, measureBlocks(tree), 'The late tide').points).toEqual([])
  })
})
