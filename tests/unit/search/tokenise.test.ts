import { describe, expect, it } from 'vitest'
import { tokenise } from '../../../electron/search/tokenise'

const terms = (text: string) => tokenise(text).map((token) => token.term)

describe('tokenise', () => {
  it('folds case and accents, and spells out ligatures', () => {
    expect(terms('Élan, Straße and ŁÓDŹ; Ærøskøbing')).toEqual([
      'elan',
      'strasse',
      'and',
      'lodz',
      'aeroskobing',
    ])
  })
  it('gives offsets of the word as it stands in the text', () => {
    const text = 'The naïve plan'
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(['The', 'naïve', 'plan'])
  })
  it('cuts Chinese, Japanese, Korean and Thai into pairs, the last character alone', () => {
    expect(terms('北京大学')).toEqual(['北京', '京大', '大学', '学'])
    expect(terms('iPhone手机')).toEqual(['iphone', '手机', '机'])
    expect(terms('서울')).toEqual(['서울', '울'])
    expect(terms('カメラ')).toEqual(['カメ', 'メラ', 'ラ'])
    expect(terms('น้ำท่วม')).toEqual(['น้ํา', 'ําท่', 'ท่ว', 'วม', 'ม'])
  })
  it('keeps the vowel signs of Indic scripts, which are letters there', () => {
    expect(terms('दिल्ली दल')).toEqual(['दिल्ली', 'दल'])
  })
  it('finds Arabic and Hebrew words with and without their points', () => {
    expect(terms('مُحَمَّد')).toEqual(terms('محمد'))
    expect(terms('שָׁלוֹם')).toEqual(terms('שלום'))
  })
  it('takes a capital inside a sentence for a name, but not at its beginning', () => {
    const names = tokenise('Talks in Astana ended. Russia was surprised').filter((token) => token.name)
    expect(names.map((token) => token.term)).toEqual(['astana'])
  })
  it('splits at apostrophes and hyphens, so that both halves are found', () => {
    expect(terms("l'eau COVID-19")).toEqual(['l', 'eau', 'covid', '19'])
  })
  it('cuts a monstrous word short', () => {
    expect(terms('x'.repeat(5000))).toEqual(['x'.repeat(64)])
  })
})
