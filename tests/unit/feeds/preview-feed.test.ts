import { describe, expect, it } from 'vitest'
import type { FeedPreview } from '../../../contract/feed'
import { parseFeed } from '../../../electron/feeds/parse-feed'
import { previewFeed } from '../../../electron/feeds/preview-feed'
import { prose, rss } from '../../support/sync-bench'
import type { TestItem } from '../../support/sync-bench'

const NOW = '2026-03-01T08:00:00.000Z'
const DAY_MS = 86_400_000
const url = 'https://harbour.example/feed.xml'

async function preview(text: string): Promise<FeedPreview> {
  const parsed = await parseFeed(text, { url })
  if (!parsed.ok) throw new Error(parsed.error.message)
  return previewFeed(parsed, { url, now: NOW })
}

/** `days` before the morning of the test. */
const daily = (days: readonly number[], more: Partial<TestItem> = {}): readonly TestItem[] =>
  days.map((day) => ({
    title: `Day ${String(day)}`,
    date: new Date(Date.parse(NOW) - day * DAY_MS).toUTCString(),
    ...more,
  }))

describe('the preview of a feed', () => {
  it('shows the newest five, by date and not by their place', async () => {
    const { headlines, newest, format } = await preview(rss('Harbour', daily([9, 1, 3, 2, 8, 4, 7])))
    expect(headlines.map(({ title }) => title)).toEqual(['Day 1', 'Day 2', 'Day 3', 'Day 4', 'Day 7'])
    expect(newest).toBe('2026-02-28T08:00:00Z')
    expect(format).toBe('rss')
  })

  it('keeps the order of a feed that dates nothing, and tells no pace of it', async () => {
    const items = ['One', 'Two', 'Three'].map((title) => ({ title, date: 'soon' }))
    const { headlines, newest, perMonth } = await preview(rss('Harbour', items))
    expect(headlines).toEqual(['One', 'Two', 'Three'].map((title) => ({ title, published: null })))
    expect([newest, perMonth]).toEqual([null, null])
  })

  it('tells how often it publishes', async () => {
    const thrice = Array.from({ length: 30 }, (_, at) => at / 3)
    expect((await preview(rss('Harbour', daily(thrice)))).perMonth).toBeCloseTo(90)
    expect((await preview(rss('Harbour', daily([1, 8, 15, 22])))).perMonth).toBeCloseTo(30 / 7)
  })

  it('is not misled by one old piece that stays in the feed', async () => {
    expect((await preview(rss('Harbour', daily([1, 2, 3, 4, 5, 2000])))).perMonth).toBeCloseTo(30)
  })

  it('tells no pace of a feed whose pieces all came at once', async () => {
    expect((await preview(rss('Harbour', daily([1, 1, 1, 1])))).perMonth).toBeNull()
  })

  it('takes a date in the future for now', async () => {
    expect((await preview(rss('Harbour', daily([-400, 1])))).newest).toBe(NOW)
  })

  it('tells whole articles from excerpts and bare headlines', async () => {
    const whole = await preview(rss('Harbour', daily([1, 2, 3], { html: `<p>${prose(300)}</p>` })))
    const excerpts = await preview(rss('Harbour', daily([1, 2, 3], { summary: prose(30) })))
    const cut = await preview(rss('Harbour', daily([1, 2, 3], { html: `<p>${prose(200)} […]</p>` })))
    const bare = await preview(rss('Harbour', daily([1, 2, 3], { summary: 'Comments' })))
    expect([whole.text, excerpts.text, cut.text, bare.text]).toEqual([
      'whole',
      'excerpts',
      'excerpts',
      'headlines',
    ])
  })

  it('says nothing of the texts of a feed that is empty', async () => {
    expect(await preview(rss('Harbour', []))).toMatchObject({ headlines: [], text: null, newest: null })
  })

  it('shows text alone, cut to what a dialog holds', async () => {
    const long = 'word '.repeat(500)
    const text = rss('Harbour', [{ title: `&lt;b onclick="x"&gt;Bold&lt;/b&gt; ${long}` }]).replace(
      '<description>d</description>',
      `<description>&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;News ${long}&lt;/p&gt;</description>`,
    )
    const { headlines, description } = await preview(text)
    expect(headlines[0]?.title).toMatch(/^Bold word/)
    expect(headlines[0]?.title.length).toBeLessThanOrEqual(201)
    expect(description).toMatch(/^News word/)
    expect(description?.length).toBeLessThanOrEqual(301)
  })

  it('gives pieces without a title one', async () => {
    const text = rss('Notes', [{ title: '', summary: 'A seal lay on the slipway this morning.' }])
    expect((await preview(text)).headlines[0]?.title).toBe('A seal lay on the slipway this morning.')
  })
})
