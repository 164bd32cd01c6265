/** Closing the app and starting it again: everything stands where it was left. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright'
import { waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp, type Profile } from '../support/packaged-app'
import { articleText, openArticle, showList, waitForArticle } from '../support/reading-window'
import { FEED_ARTICLES, startNewsSite, type NewsSite } from '../support/site/news-site'

const SIZE = { width: 1040, height: 520 }

let site: NewsSite
let profile: Profile
let launched: LaunchedApp

beforeAll(async () => {
  site = await startNewsSite()
  profile = newProfile('restart')
  await runHidden(profile, ['add', ...site.feeds])
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
}, 120_000)
afterAll(async () => {
  await launched.close()
  await site.stop()
})

const listOf = (window: Page) => window.getByRole('listbox', { name: 'Articles', exact: true })
const listTop = (window: Page) => listOf(window).evaluate((list) => list.scrollTop)
const articleTop = (window: Page) =>
  articleText(window)
    .locator('body')
    .evaluate((body) => body.ownerDocument.scrollingElement?.scrollTop ?? -1)
const windowSize = ({ app }: LaunchedApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize())

it('shows window, panes, list, article and both places as they were left', async () => {
  const { app, window } = launched
  await app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
  }, SIZE)
  await showList(window, 'All articles')
  const article = FEED_ARTICLES[0]!
  await openArticle(window, article.title)
  await window.getByRole('separator', { name: 'Width of the article list' }).focus()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('ArrowRight')
  await listOf(window).evaluate((list) => {
    list.scrollTop = 90
  })
  await articleText(window)
    .locator('body')
    .evaluate((body) => {
      body.ownerDocument.scrollingElement?.scrollTo({ top: 333, behavior: 'instant' })
    })
  await expect.poll(() => articleTop(window)).toBe(333)
  // Longer than the window waits before it writes.
  await window.waitForTimeout(1500)
  const before = { size: await windowSize(launched), list: await listTop(window) }
  const width = await listOf(window).evaluate((list) => list.getBoundingClientRect().width)
  expect(before.list).toBe(90)

  await launched.close()
  launched = await launchApp(profile)
  const again = launched.window
  await waitForArticle(again, article.title)
  await expect.poll(() => articleTop(again)).toBe(333)
  expect(await again.getByRole('treeitem', { name: 'All articles' }).getAttribute('aria-selected')).toBe(
    'true',
  )
  await expect.poll(() => listTop(again)).toBe(before.list)
  expect(await windowSize(launched)).toEqual(before.size)
  expect(await listOf(again).evaluate((list) => list.getBoundingClientRect().width)).toBe(width)
  expect(await listOf(again).getAttribute('aria-activedescendant')).not.toBeNull()
})
