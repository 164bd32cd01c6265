/** What a person changed in a file, beside what changed here meanwhile. */
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import type { Highlight } from '../../../contract/highlight'
import { withEdits } from '../../../electron/highlights/take-edits'

const THEN = '2026-11-25T08:00:00.000Z'
const NOW = '2026-11-26T08:00:00.000Z'
const HERE: Highlight = {
  highlightId: 'h1',
  articleId: 'a'.repeat(32) as ArticleId,
  quote: 'by the mill',
  prefix: '',
  suffix: '',
  start: 0,
  end: 11,
  color: 'yellow',
  note: 'As exported',
  created: THEN,
  updated: THEN,
  anchor: 'exact',
}
const CHANGED_HERE: Highlight = {
  ...HERE,
  note: 'Changed here',
  color: 'blue',
  updated: '2026-11-25T20:00:00.000Z',
}
const file = (note: string | null, edits: { note?: boolean; color?: boolean }, color = HERE.color) => ({
  ...HERE,
  note,
  color,
  edits: { note: false, color: false, ...edits },
})
const EDITED = file('Edited there', { note: true })

describe('withEdits', () => {
  it('takes a note and a colour that were changed in the file only', () => {
    expect(withEdits(HERE, EDITED, NOW)).toEqual({ ...HERE, note: 'Edited there', updated: NOW })
    expect(withEdits(HERE, file(HERE.note, { color: true }, 'pink'), NOW)).toEqual({
      ...HERE,
      color: 'pink',
      updated: NOW,
    })
    expect(withEdits({ ...HERE, note: null }, EDITED, NOW).note).toBe('Edited there')
  })

  it('keeps what was changed here only', () => {
    expect(withEdits(CHANGED_HERE, file(HERE.note, {}), NOW)).toBe(CHANGED_HERE)
    expect(withEdits(CHANGED_HERE, file(HERE.note, { color: true }, 'pink'), NOW)).toBe(CHANGED_HERE)
  })

  it('keeps both notes where both were changed, once however often the file comes', () => {
    const both = withEdits(CHANGED_HERE, EDITED, NOW)
    expect(both.note).toBe('Changed here\n\nEdited there')
    expect(withEdits(both, EDITED, NOW)).toBe(both)
  })

  it('takes over a note that the file goes on with', () => {
    const longer = file('Changed here, and there', { note: true })
    expect(withEdits(CHANGED_HERE, longer, NOW).note).toBe('Changed here, and there')
  })

  it('never empties a note', () => {
    expect(withEdits(HERE, file(null, { note: true }), NOW)).toBe(HERE)
    expect(withEdits(HERE, file(' ', { note: true }), NOW)).toBe(HERE)
  })

  it('leaves all as it is for an export in JSON', () => {
    const { edits: _, ...plain } = EDITED
    expect(withEdits(HERE, plain, NOW)).toBe(HERE)
  })
})
