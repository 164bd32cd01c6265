import { describe, expect, it } from 'vitest'
import { anchorQuote } from '../../../electron/highlights/anchor-quote'

const TEXT =
  'The ferry left before dawn.\n\nNobody on the quay had expected the old harbour to open again this year, and fewer still had come to watch.\n\nThe mayor spoke for four minutes.\n\nThe ferry left before dusk.'

function anchorOf(text: string, quote: string, at = text.indexOf(quote)) {
  return {
    quote,
    prefix: text.slice(Math.max(0, at - 64), at),
    suffix: text.slice(at + quote.length, at + quote.length + 64),
    start: at,
  }
}

describe('anchorQuote', () => {
  it('finds a passage at its old place without looking further', () => {
    const anchor = anchorOf(TEXT, 'old harbour')
    expect(anchorQuote(TEXT, anchor)).toEqual({
      start: anchor.start,
      end: anchor.start + 11,
      anchor: 'exact',
    })
  })

  it('follows a passage when a sentence is inserted before it', () => {
    const anchor = anchorOf(TEXT, 'The mayor spoke for four minutes.')
    const changed = 'Updated at noon.\n\n' + TEXT
    const found = anchorQuote(changed, anchor)
    expect(found?.anchor).toBe('moved')
    expect(changed.slice(found?.start, found?.end)).toBe(anchor.quote)
  })

  it('chooses between equal passages by what stands around them', () => {
    const second = TEXT.lastIndexOf('The ferry left')
    const anchor = anchorOf(TEXT, 'The ferry left', second)
    const found = anchorQuote('A new first line.\n\n' + TEXT, { ...anchor, start: 0 })
    expect(found?.start).toBe(second + 'A new first line.\n\n'.length)
  })

  it('finds a passage in which a typo was mended, on word boundaries', () => {
    const anchor = anchorOf(TEXT.replace('expected', 'expcted'), 'had expcted the old harbour')
    const found = anchorQuote(TEXT, { ...anchor, start: 3 })
    expect(TEXT.slice(found?.start, found?.end)).toBe('had expected the old harbour')
  })

  it('keeps the end of a passage when a clause was inserted near it', () => {
    const anchor = anchorOf(
      TEXT,
      'the old harbour to open again this year, and fewer still had come to watch.',
    )
    const changed = TEXT.replace(' come to', ' come, it was said, to')
    const found = anchorQuote(changed, { ...anchor, start: 0 })
    expect(changed.slice(found?.start, found?.end)).toBe(
      anchor.quote.replace(' come to', ' come, it was said, to'),
    )
  })

  it('finds a long passage by its two ends when its middle was rewritten', () => {
    const sentence = (word: string) =>
      `The council ${word} heard the plan in full and asked for more time to read it. `
    const old = Array.from({ length: 9 }, (_, n) => sentence(`number ${String(n)}`)).join('')
    const changed = old.replace('number 4', 'of the fourth day')
    const found = anchorQuote('Preface. ' + changed, anchorOf(old, old.trim()))
    expect(found).toEqual({ start: 9, end: 9 + changed.trim().length, anchor: 'moved' })
  })

  it('says that a passage is gone rather than mark something else', () => {
    const anchor = anchorOf(TEXT, 'The mayor spoke for four minutes.')
    expect(anchorQuote('Something entirely different stands here now, about trains.', anchor)).toBeNull()
  })

  it('does not hang a removed short quote on the same words elsewhere without any context', () => {
    const anchor = anchorOf(TEXT, 'four')
    expect(anchorQuote('There were four boats in a painting, and nobody knew.', anchor)).toBeNull()
  })

  it('finds nothing for an empty quote', () => {
    expect(anchorQuote(TEXT, { quote: ' ', prefix: '', suffix: '', start: null })).toBeNull()
  })
})
