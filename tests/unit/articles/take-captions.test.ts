import { describe, expect, it } from 'vitest'
import { parseBodyHtml } from '../../../electron/articles/html-tree'
import { textOf } from '../../../electron/articles/walk-html'
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

  it('finds the caption in the outer of two boxes around one picture', () => {
    const html =
      '<figure><div class="image-wrapper"><img src="https://a.example/x.jpg"></div><figcaption>The quay.</figcaption></figure>'
    expect(captionOf(html)).toEqual({ caption: 'The quay.', credit: null })
  })

  it('reads class names written in humps', () => {
    const html =
      '<div class="photo"><img src="https://a.example/x.jpg"><span class="newsCaption">The quay.</span></div>'
    expect(captionOf(html)).toEqual({ caption: 'The quay.', credit: null })
  })

  it('drops the words below a picture that never came', () => {
    const tree = parseBodyHtml('<figure><figcaption>The quay.</figcaption></figure><p>Text.</p>')
    takeCaptions(tree)
    expect(textOf(tree)).toBe('Text.')
  })
})
