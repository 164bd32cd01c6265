import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../electron/articles/extract-article'
import { parseFeed } from '../../../electron/feeds/parse-feed'

const FOLDER = fileURLToPath(new URL('../../../assets/starter/', import.meta.url))
const BASE = 'https://starter.offprint.invalid/'
const read = (name: string) => readFileSync(FOLDER + name, 'utf8')
const inFolder = (url: string) => url.startsWith(BASE) && existsSync(FOLDER + url.slice(BASE.length))

const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.html'))

describe('the starter feed', async () => {
  const feed = await parseFeed(read('feed.xml'), { url: BASE + 'feed.xml' })
  const items = feed.ok ? feed.items : []

  it('is read without a warning and names every page once', () => {
    expect(feed).toMatchObject({ ok: true, format: 'rss', warnings: [] })
    expect(items.map(({ url }) => url).sort()).toEqual(pages.map((name) => BASE + name).sort())
    expect(new Set(items.map(({ guid }) => guid)).size).toBe(6)
  })
  it.each(pages)('says of %s what the page says of itself', (name) => {
    const item = items.find(({ url }) => url === BASE + name)
    const page = extractArticle(read(name), { url: BASE + name })
    if (!page.ok) throw new Error(page.error.message)
    expect(page.body).toMatchObject({ title: item?.title, byline: item?.author, lead: item?.summaryHtml })
    expect(Date.parse(page.body.published ?? '')).toBe(Date.parse(item?.published ?? ''))
    expect(page.body.section).toEqual(item?.categories)
  })
})

describe.each(pages)('the starter page %s', (name) => {
  const html = read(name)
  const page = extractArticle(html, { url: BASE + name })
  if (!page.ok) throw new Error(page.error.message)
  const { body } = page

  it('has three key points of its own, above the text', () => {
    expect(body.keyPoints).toHaveLength(3)
    for (const { from } of body.keyPoints) expect(from).toBe('publisher')
  })
  it('is an article of 400 to 700 words', () => {
    expect(body.words).toBeGreaterThanOrEqual(400)
    expect(body.words).toBeLessThanOrEqual(700)
  })
  it('shows pictures that ship with it, each with alternative text, caption and credit', () => {
    expect(body.images.length).toBeGreaterThanOrEqual(1)
    for (const image of body.images) {
      expect(image.url).toSatisfy(inFolder)
      expect(image.alt).toMatch(/\w{3}/)
      expect(image.caption).toMatch(/\.$/)
      expect(image.credit).toBe('Offprint')
      expect(image.caption).not.toContain('Illustration')
    }
  })
  it('recommends three others, each with a clipped teaser, and nothing outside', () => {
    expect(body.related).toHaveLength(3)
    for (const { url, teaser } of body.related) {
      expect(url).toSatisfy(inFolder)
      expect(url).not.toBe(BASE + name)
      expect(teaser).toMatch(/\w\.\.\.$/)
    }
  })
  it('has a dateline whose weekday is right', () => {
    const dateline = /<time[^>]*>([^<]+)<\/time>/.exec(html)?.[1]
    const date = new Date(body.published ?? '')
    const words = date.toLocaleDateString('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    expect(dateline).toBe(words.replace(/^(\w+) /, '$1, '))
  })
  it('is plain HTML: no script, no style of its own, nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script|<style|<iframe|<form|\son\w+=|javascript:|https?:/i)
  })
})
