/** The whole of reading without a mouse. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { waitForArticle } from '../support/reading-window'
import { FEED_ARTICLES, startNewsSite, type NewsSite } from '../support/site/news-site'

const NEWEST = [...FEED_ARTICLES].sort((one, other) => other.published.localeCompare(one.published))

let site: NewsSite
let launched: LaunchedApp

beforeAll(async () => {
  site = await startNewsSite()
  const profile = newProfile('keys')
  await runHidden(profile, ['add', ...site.feeds])
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
  await launched.window.reload()
  await launched.window.getByRole('listbox', { name: 'Articles', exact: true }).waitFor()
}, 120_000)
afterAll(async () => {
  await launched.close()
  await site.stop()
})

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await launched.window.keyboard.press(key)
    await launched.window.waitForTimeout(150)
  }
}
const counts = (): Promise<{ unread: number; starred: number; saved: number }> =>
  askEngine(launched.window, 'app.counts')

it('goes through the list, opens, stars and saves', async () => {
  await press('g', 'a', 'n')
  await waitForArticle(launched.window, NEWEST[0]!.title)
  await press('n')
  await waitForArticle(launched.window, NEWEST[1]!.title)
  await press('p')
  await waitForArticle(launched.window, NEWEST[0]!.title)
  await press('s', 'v')
  await expect.poll(counts, { timeout: 10_000 }).toMatchObject({ starred: 1, saved: 1 })
  await press('s', 'v')
  await expect.poll(counts, { timeout: 10_000 }).toMatchObject({ starred: 0, saved: 0 })
})

it('marks as unread and read again', async () => {
  const before = await counts()
  await press('m')
  await expect.poll(counts, { timeout: 10_000 }).toMatchObject({ unread: before.unread + 1 })
  await press('m')
  await expect.poll(counts, { timeout: 10_000 }).toMatchObject({ unread: before.unread })
})

it('looks at the next article without marking it as read', async () => {
  const before = await counts()
  await press('j')
  await waitForArticle(launched.window, NEWEST[1]!.title)
  await press('j')
  await waitForArticle(launched.window, NEWEST[2]!.title)
  expect(await counts()).toMatchObject({ unread: before.unread })
})

it('searches and comes back to the list', async () => {
  const { window } = launched
  await press('/')
  await window.keyboard.type('fresnelwright')
  const rows = window.getByRole('listbox', { name: 'Articles', exact: true }).getByRole('option')
  await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(1)
  await press('Escape', 'Escape')
  await expect.poll(() => rows.count(), { timeout: 10_000 }).toBeGreaterThan(1)
})

it('shows the keys and goes back to where the focus was', async () => {
  const { window } = launched
  await press('?')
  await window.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await press('Escape')
  await window.getByRole('dialog', { name: 'Keyboard' }).waitFor({ state: 'hidden' })
  expect(await window.evaluate(() => document.activeElement !== document.body)).toBe(true)
})

it('reaches every control of the window with Tab and shows where it is', async () => {
  const { window } = launched
  const names = new Set<string>()
  for (let step = 0; step < 60; step++) {
    await window.keyboard.press('Tab')
    const name = await window.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      return element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent
    })
    if (name) names.add(name.trim())
  }
  for (const name of ['Add feed', 'Search articles', 'Articles', 'Sync now'])
    expect([...names]).toContain(name)
})
