import { describe, expect, it } from 'vitest'
import { PageVisits } from '../../../electron/sync/page-visits'

const plain = { keyPoints: [], related: [] }
const rich = { keyPoints: [], related: [{ title: 'More', teaser: null, url: 'https://a.example/more' }] }
const points = {
  keyPoints: [{ text: 'A point.', from: 'publisher' as const, start: null, end: null }],
  related: [],
}
const extracted = {
  keyPoints: [{ text: 'A point.', from: 'extracted' as const, start: 0, end: 8 }],
  related: [],
}

function visitsOf(visits: PageVisits, feedId: string, tries = 100): number {
  return Array.from({ length: tries }, () => visits.begin(feedId)).filter(Boolean).length
}

describe('PageVisits', () => {
  it('looks at two pages of a feed and leaves the others alone when they add nothing', () => {
    const visits = new PageVisits()
    expect(visits.begin('a')).toBe(true)
    visits.note('a', plain)
    visits.note('a', extracted)
    expect(visitsOf(visits, 'a')).toBe(1)
  })

  it.each([
    ['related articles', rich],
    ['key points of the publisher', points],
  ])('goes on, within a bound, when a page has %s', (_what, page) => {
    const visits = new PageVisits()
    visits.begin('a')
    visits.note('a', page)
    expect(visitsOf(visits, 'a')).toBe(19)
  })

  it('judges each feed by its own pages', () => {
    const visits = new PageVisits()
    visits.begin('a')
    visits.note('a', rich)
    expect(visitsOf(visits, 'b')).toBe(2)
  })
})
