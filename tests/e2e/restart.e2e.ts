/** Closing the app and starting it again: everything stands where it was left. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright'
import type { LaunchSnapshot } from '../../contract/launch-snapshot'
import { askEngine, waitForQuiet } from '../support/ask-engine'
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

it('brings the list of last time inside its own page, and the library says the same', async () => {
  const titles = await launched.window.locator('.row .row-title').allTextContents()
  expect(titles.length).toBeGreaterThan(2)
  const text = await launched.window.locator('#launch-snapshot').textContent()
  const { page } = JSON.parse(text!) as LaunchSnapshot
  expect(page.rows.map(({ title }) => title).slice(0, titles.length)).toEqual(titles)
  // Loaded anew the page holds none: the library has answered, and longer ago than the start looks back.
  await launched.window.waitForTimeout(1500)
  await launched.window.reload()
  await listOf(launched.window).getByText(titles[0]!).waitFor()
  expect(await launched.window.locator('#launch-snapshot').count()).toBe(0)
})

/** Windows as the app has them, by what is asked of each. */
const places = ({ app }: LaunchedApp) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => window.getNormalBounds())
      .sort((a, b) => a.width - b.width),
  )
const placeNth = ({ app }: LaunchedApp, at: number, bounds: Electron.Rectangle) =>
  app.evaluate(
    ({ BrowserWindow }, [index, wanted]) => {
      const windows = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id)
      windows[index]?.setBounds(wanted)
    },
    [at, bounds] as const,
  )
const selectedList = (page: Page) => page.getByRole('treeitem', { selected: true }).first().textContent()

async function windowsOpen(count: number): Promise<readonly Page[]> {
  await expect.poll(() => launched.app.windows().length, { timeout: 30_000 }).toBe(count)
  for (const page of launched.app.windows())
    await page.getByRole('treeitem', { name: /^All articles/ }).waitFor({ timeout: 60_000 })
  return launched.app.windows()
}

const FIRST_BOUNDS = { x: 20, y: 30, width: 1100, height: 600 }
const SECOND_BOUNDS = { x: 200, y: 200, width: 1200, height: 640 }

it('opens both windows again, each where it was and with the list it showed, and forgets one that was closed', async () => {
  const { app, window } = launched
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File')
    file?.submenu?.items.find(({ label }) => label === 'New Window')?.click()
  })
  const second = (await windowsOpen(2)).find((page) => page !== window)!
  await placeNth(launched, 0, FIRST_BOUNDS)
  await placeNth(launched, 1, SECOND_BOUNDS)
  await showList(window, 'All articles')
  await showList(second, 'Starred')
  await second.waitForTimeout(1500)

  await launched.close()
  launched = await launchApp(profile)
  const again = await windowsOpen(2)
  expect(await places(launched)).toEqual([FIRST_BOUNDS, SECOND_BOUNDS])
  const lists = async () => (await Promise.all(again.map(selectedList))).sort()
  await expect
    .poll(lists)
    .toEqual([expect.stringMatching(/^All articles/), expect.stringMatching(/^Starred/)])

  const starred = again[(await selectedList(again[0]!))?.startsWith('Starred') ? 0 : 1]!
  await starred.close()
  // Longer than a window is remembered after it was closed.
  await launched.app.windows()[0]!.waitForTimeout(3000)
  await launched.close()
  launched = await launchApp(profile)
  await launched.window.waitForTimeout(3000)
  await windowsOpen(1)
  expect(await places(launched)).toEqual([FIRST_BOUNDS])
})

it('calls a window back whose screen is gone, at a start and while it runs', async () => {
  const away = { ...FIRST_BOUNDS, x: 9000, y: 9000 }
  await placeNth(launched, 0, away)
  expect(await places(launched)).toEqual([away])
  await launched.app.evaluate(({ screen }) => screen.emit('display-removed'))
  const inSight = async () => {
    const [place] = await places(launched)
    return place !== undefined && place.x >= 0 && place.x < 1000 && place.y >= 0 && place.y < 700
  }
  await expect.poll(inSight).toBe(true)
  await placeNth(launched, 0, away)
  await launched.window.waitForTimeout(1000)
  await launched.close()
  launched = await launchApp(profile)
  expect(await inSight()).toBe(true)
})

it('begins in the language that was chosen, without being drawn in another one first', async () => {
  const german = () => launched.window.getByRole('treeitem', { name: /^Alle Artikel/ }).waitFor()
  await askEngine(launched.window, 'settings.change', { language: 'de' })
  await german()
  await launched.close()
  launched = await launchApp(profile)
  await german()
  // Longer than the library takes to say what the settings are.
  await launched.window.waitForTimeout(1500)
  expect(await launched.window.evaluate(() => window.location.search)).toBe('')
})
