import { beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import type { Highlight } from '../../../contract/highlight'
import { HighlightKeeper, type HighlightShelf } from '../../../electron/engine/highlight-keeper'

const ID = 'a'.repeat(32) as ArticleId
const TEXT = 'The bridge was closed at noon. Traffic went round by the mill until late in the evening.'

class Shelf implements HighlightShelf {
  private readonly kept = new Map<string, Highlight>()
  highlights = () => [...this.kept.values()]
  highlightsOf = (articleId: ArticleId) => this.highlights().filter((each) => each.articleId === articleId)
  saveHighlight = (highlight: Highlight) => {
    this.kept.set(highlight.highlightId, highlight)
    return Promise.resolve()
  }
  removeHighlight = (highlightId: string) => {
    this.kept.delete(highlightId)
    return Promise.resolve()
  }
}

let shelf = new Shelf()
let keeper = new HighlightKeeper(shelf, () => new Date(0))
const wanted = (quote: string) => ({
  articleId: ID,
  quote,
  prefix: '',
  suffix: '',
  color: 'green' as const,
  note: null,
})

beforeEach(() => {
  shelf = new Shelf()
  keeper = new HighlightKeeper(shelf, () => new Date(0))
})

describe('HighlightKeeper', () => {
  it('keeps the passage with its context and offsets', async () => {
    const made = await keeper.add(wanted('by the mill'), TEXT)
    expect(TEXT.slice(made.start, made.end)).toBe('by the mill')
    expect(made.prefix.endsWith('went round ')).toBe(true)
    expect(made.suffix.startsWith(' until late')).toBe(true)
  })

  it('refuses a quote that the article does not hold', async () => {
    await expect(keeper.add(wanted('nothing like this at all in here'), TEXT)).rejects.toMatchObject({
      code: 'no_quote',
    })
  })

  it('moves with the text and comes back exactly when the text does', async () => {
    const made = await keeper.add(wanted('by the mill'), TEXT)
    await keeper.reanchor(ID, 'Correction: one o’clock. ' + TEXT)
    expect(shelf.highlights()[0]).toMatchObject({ anchor: 'moved', start: made.start + 25 })
    await keeper.reanchor(ID, TEXT)
    expect(shelf.highlights()[0]).toMatchObject({ start: made.start, quote: 'by the mill' })
  })

  it('takes over words that changed in place, without moving', async () => {
    const made = await keeper.add(wanted('Traffic went round by the mill'), TEXT)
    await keeper.reanchor(ID, TEXT.replace('the mill', 'the mall'))
    expect(shelf.highlights()[0]).toMatchObject({
      start: made.start,
      anchor: 'moved',
      quote: 'Traffic went round by the mall',
    })
  })

  it('makes an orphan of a passage that is gone, never drops it, and finds it when it returns', async () => {
    await keeper.add(wanted('Traffic went round by the mill'), TEXT)
    await keeper.reanchor(ID, 'This page was replaced by a notice.')
    expect(shelf.highlights()[0]).toMatchObject({ anchor: 'orphan', quote: 'Traffic went round by the mill' })
    await keeper.reanchor(ID, TEXT)
    expect(shelf.highlights()[0]?.anchor).toBe('exact')
  })

  it('changes colour and note apart, and a blank note is no note', async () => {
    const { highlightId } = await keeper.add(wanted('by the mill'), TEXT)
    await keeper.change(highlightId, { note: 'look again' })
    expect(await keeper.change(highlightId, { color: 'pink' })).toMatchObject({
      note: 'look again',
      color: 'pink',
    })
    expect(await keeper.change(highlightId, { note: '  ' })).toMatchObject({ note: null, color: 'pink' })
  })

  it('puts a removed highlight back as it was', async () => {
    const made = await keeper.add(wanted('by the mill'), TEXT)
    await keeper.remove(made.highlightId)
    expect(shelf.highlights()).toEqual([])
    await keeper.restore(made)
    expect(shelf.highlights()).toEqual([made])
  })

  it('says so when the highlight to change is not there', async () => {
    await expect(keeper.change('x', { color: 'blue' })).rejects.toMatchObject({ code: 'no_highlight' })
  })
})
