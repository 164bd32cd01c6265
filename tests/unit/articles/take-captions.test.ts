import { describe, expect, it } from 'vitest'
import { parseBodyHtml } from '../../../electron/articles/html-tree'
import { splitCaption, takeCaptions } from '../../../electron/articles/take-captions'

const figure = (below: string) => `<figure><img src="https://a.example/x.jpg">${below}</figure>`
const captionOf = (html: string) => takeCaptions(parseBodyHtml(html)).get('https://a.example/x.jpg')

describe('captions and credits', () => {
  it.each([
    [
      'in brackets of its own',
      '<figcaption>The quay. <span class="credit">(Harbour Press)</span></figcaption>',
    ],
    ['in brackets at the end', '<figcaption>The quay. (Photo: Harbour Press)</figcaption>'],
    ['after a label', '<figcaption>The quay. Photo: Harbour Press</figcaption>'],
    ['without brackets', '<figcaption>The quay. <span class="credit">Harbour Press</span></figcaption>'],
    [
      'labelled within brackets',
      '<figcaption>The quay. <span class="credit">[Image credit: Harbour Press]</span></figcaption>',
    ],
    ['of a drawing', '<figcaption>The quay. (Illustration: Harbour Press)</figcaption>'],
  ])('tells a credit %s from its caption', (_how, below) => {
    expect(captionOf(figure(below))).toEqual({ caption: 'The quay.', credit: 'Harbour Press' })
  })

  it('keeps brackets that belong to the caption', () => {
    expect(splitCaption('The quay (left) and the mill (right)')).toEqual({
      caption: 'The quay (left) and the mill (right)',
      credit: null,
    })
  })
})
