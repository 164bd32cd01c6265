import { describe, expect, it } from 'vitest'
import { SNIPPET_END, SNIPPET_START } from '../../../contract/article-query'
import type { Highlight, HighlightRow } from '../../../contract/highlight'
import { droppedAddress } from '../../../renderer/subscribe/dropped-address'
import { rankEntries } from '../../../renderer/app/palette-entries'
import { shownTheme } from '../../../renderer/app/theme'
import { mediaUrl } from '../../../renderer/controls/media-url'
import {
  filterHighlights,
  groupHighlights,
  highlightsText,
} from '../../../renderer/highlights/group-highlights'
import { articleDirection } from '../../../renderer/reader/article-direction'
import { highlightAt, newHighlight } from '../../../renderer/reader/new-highlight'
import { splitSnippet, startAtMatch } from '../../../renderer/search/split-snippet'
import { progressShare } from '../../../renderer/sidebar/sync-status'
import { IDLE_PROGRESS } from '../../../contract/sync'
import { articleId, mediaName } from './fake-articles'

const dayOf = (time: string) => time.slice(0, 10)

const highlight = (start: number, end: number, change: Partial<Highlight> = {}): Highlight => ({
  highlightId: `${String(start)}-${String(end)}`,
  articleId: articleId(1),
  quote: 'quote',
  prefix: '',
  suffix: '',
  start,
  end,
  color: 'yellow',
  note: null,
  created: `2024-02-0${String((start % 9) + 1)}`,
  updated: '2024-02-01',
  anchor: 'exact',
  ...change,
})

describe('a new highlight', () => {
  it('carries at most 64 characters of context on each side', () => {
    const text = `${'a'.repeat(100)}QUOTE${'b'.repeat(10)}`
    const made = newHighlight(articleId(1), text, { start: 100, end: 105 }, 'blue')
    expect(made).toMatchObject({
      quote: 'QUOTE',
      prefix: 'a'.repeat(64),
      suffix: 'b'.repeat(10),
      color: 'blue',
    })
  })
})

describe('a click on overlapping highlights', () => {
  it('finds the shortest, and never one whose passage is gone', () => {
    const all = [highlight(0, 50), highlight(10, 20), highlight(12, 14, { anchor: 'orphan' })]
    expect(highlightAt(all, 13)?.highlightId).toBe('10-20')
    expect(highlightAt(all, 40)?.highlightId).toBe('0-50')
    expect(highlightAt(all, 50)).toBeNull()
  })
})

describe('the highlights of the library', () => {
  const row = (start: number, change: Partial<HighlightRow>): HighlightRow => ({
    ...highlight(start, start + 5),
    articleTitle: 'Ferry',
    feedTitle: 'Harbour',
    ...change,
  })

  it('are found by every word in quote, note and titles, and by colour', () => {
    const all = [row(1, { note: 'for the essay' }), row(2, { color: 'green' })]
    expect(filterHighlights(all, 'FERRY essay', null)).toHaveLength(1)
    expect(filterHighlights(all, '', 'green')).toHaveLength(1)
    expect(filterHighlights(all, 'essay', 'green')).toHaveLength(0)
  })

  it('stand by article, the latest article first, in the order of its text', () => {
    const other = { articleId: articleId(2), articleTitle: 'Comet', created: '2024-03-01' }
    const groups = groupHighlights([row(5, {}), row(1, {}), row(3, other)], 'article', dayOf)
    expect(groups.map(({ highlights }) => highlights[0]?.articleTitle)).toEqual(['Comet', 'Ferry'])
    expect(groups[1]?.highlights.map(({ start }) => start)).toEqual([1, 5])
  })

  it('stand by colour in the order of the colours, and by day with the newest first', () => {
    const all = [
      row(1, { color: 'purple', created: '2024-03-01T08:00:00Z' }),
      row(2, { color: 'green', created: '2024-03-02T08:00:00Z' }),
      row(3, { color: 'green', created: '2024-03-01T09:00:00Z' }),
    ]
    const places = (by: 'color' | 'date') =>
      groupHighlights(all, by, dayOf).map(({ key, highlights }) => [
        key,
        ...highlights.map(({ start }) => start),
      ])
    expect(places('color')).toEqual([
      ['green', 2, 3],
      ['purple', 1],
    ])
    expect(places('date')).toEqual([
      ['2024-03-02', 2],
      ['2024-03-01', 3, 1],
    ])
  })

  it('are copied as quotes with their notes and where they stand', () => {
    const text = highlightsText([row(1, { quote: 'One.\n\nTwo.', note: 'Mine' })])
    expect(text).toMatch(/^> One\.\n>\n> Two\.\n\nMine\n\n— Ferry, /)
  })
})

describe('a snippet', () => {
  it('begins shortly before its first match, at a word', () => {
    const match = `${SNIPPET_START}harbour${SNIPPET_END}`
    expect(startAtMatch(`them against the almanackery of the old ${match} wall`)).toBe(
      `…of the old ${match} wall`,
    )
    expect(startAtMatch(`in the old ${match} wall`)).toBe(`in the old ${match} wall`)
    expect(startAtMatch(`${'海'.repeat(40)}${match}`)).toBe(`…${'海'.repeat(18)}${match}`)
    expect(startAtMatch('no match at all')).toBe('no match at all')
  })

  it('is taken apart into text and matches, also when its marks are broken', () => {
    expect(splitSnippet(`a ${SNIPPET_START}b${SNIPPET_END} c`)).toEqual([
      { text: 'a ', match: false },
      { text: 'b', match: true },
      { text: ' c', match: false },
    ])
    expect(splitSnippet(`${SNIPPET_START}cut`)).toEqual([{ text: 'cut', match: true }])
  })
})

describe('the direction of an article', () => {
  const article = { direction: 'auto', title: '', text: '' } as const

  it('is the published one, else that of its first letter', () => {
    expect(articleDirection({ ...article, direction: 'rtl', text: 'Latin' })).toBe('rtl')
    expect(articleDirection({ ...article, text: '«2024» المكتبة and more' })).toBe('rtl')
    expect(articleDirection({ ...article, text: '12:30 —', title: 'ספרייה' })).toBe('rtl')
    expect(articleDirection(article)).toBe('ltr')
  })
})

describe('small decisions', () => {
  it('only names of stored pictures become addresses', () => {
    expect(mediaUrl(mediaName(1))).toBe(`media://library/${mediaName(1)}`)
    expect(mediaUrl('../../etc/passwd')).toBeNull()
    expect(mediaUrl('https://tracker.example/pixel.gif')).toBeNull()
  })

  it('the system decides on light or dark only when the reader lets it', () => {
    expect(shownTheme('system', true)).toBe('dark')
    expect(shownTheme('sepia', true)).toBe('sepia')
  })

  it('the palette prefers beginnings to letters in order', () => {
    const entry = (label: string) => ({ key: label, label, kind: '', run: () => undefined })
    const ranked = rankEntries([entry('Mark all as read'), entry('Today'), entry('All articles')], 'al')
    expect(ranked.map(({ label }) => label)).toEqual(['All articles', 'Mark all as read'])
  })

  it('the bar of a sync never runs backwards from feeds to articles', () => {
    expect(progressShare({ ...IDLE_PROGRESS, phase: 'feeds' })).toBeNull()
    expect(progressShare({ ...IDLE_PROGRESS, phase: 'feeds', feedsDone: 8, feedsTotal: 8 })).toBe(0.5)
    expect(progressShare({ ...IDLE_PROGRESS, phase: 'articles', articlesDone: 0, articlesTotal: 9 })).toBe(
      0.5,
    )
  })
})

describe('what is dropped on the window', () => {
  const dropped = (data: Readonly<Record<string, string>>) => droppedAddress((type) => data[type] ?? '')

  it('is offered when it is a link, or an address as text', () => {
    expect(dropped({ 'text/uri-list': '# a feed\r\nhttps://a.example/feed.xml\r\n' })).toBe(
      'https://a.example/feed.xml',
    )
    expect(dropped({ 'text/plain': ' https://a.example/ ' })).toBe('https://a.example/')
    expect(dropped({ 'text/uri-list': 'feed://a.example/rss' })).toBe('feed://a.example/rss')
  })

  it('is refused when it is anything else', () => {
    expect(dropped({})).toBeNull()
    expect(dropped({ 'text/uri-list': 'file:///etc/passwd', 'text/plain': 'some words' })).toBeNull()
    expect(dropped({ 'text/plain': 'https://a.example/ and more' })).toBeNull()
    expect(dropped({ 'text/plain': 'javascript:alert(1)' })).toBeNull()
  })
})
