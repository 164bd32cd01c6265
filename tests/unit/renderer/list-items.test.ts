import { describe, expect, it } from 'vitest'
import { EMPTY_LAYOUT, appendRows } from '../../../renderer/article-list/list-items'
import { makeArticles, rowOf } from './fake-articles'

const rows = makeArticles(60).map(rowOf)

describe('appendRows', () => {
  it('writes one line a day, also when a day goes on over the edge of a page', () => {
    const whole = appendRows(EMPTY_LAYOUT, rows)
    const paged = appendRows(appendRows(EMPTY_LAYOUT, rows.slice(0, 13)), rows.slice(13))
    expect(paged).toEqual(whole)
    const days = whole.items.filter((item) => item.kind === 'day')
    expect(new Set(days.map((day) => new Date(day.time).toDateString())).size).toBe(days.length)
  })

  it('leaves out articles that are in the list already', () => {
    const once = appendRows(EMPTY_LAYOUT, rows)
    expect(appendRows(once, rows.slice(3, 9)).ids).toEqual(once.ids)
  })

  it('orders an article without a readable date by its arrival', () => {
    const row = { ...rows[0]!, published: 'yesterday-ish' }
    expect(appendRows(EMPTY_LAYOUT, [row]).items).toHaveLength(2)
  })
})
