/** Adding feeds through the window: looked at first, one by Enter twice, several by choice; what is known, broken or not there is said. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Locator } from 'playwright'
import { answerOf, askEngine, waitForQuiet } from '../support/ask-engine'
import { FEED_OFFERS } from '../support/feed-offers'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { findRow } from '../support/reading-window'
import { shootThemes } from '../support/shoot-themes'
import { FEED_ARTICLES, startNewsSite, type NewsSite } from '../support/site/news-site'
import { SITE_FEEDS } from '../support/site/site-feeds'

const [GAZETTE, HARBOUR, SKY, ALMANAC] = SITE_FEEDS.map(({ title }) => title) as [
  string,
  string,
  string,
  string,
]
let site: NewsSite
let launched: LaunchedApp

beforeAll(async () => {
  site = await startNewsSite({ extra: FEED_OFFERS })
  const profile = newProfile('subscribe')
  // The library is not empty: the first screen is not what is looked at here.
  await runHidden(profile, ['add', site.feeds[3]!])
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, 1)
}, 200_000)
afterAll(async () => {
  await launched.close()
  await site.stop()
})
beforeEach(async () => {
  const { window } = launched
  // What one test left open is not the next one's trouble.
  if (await dialog().isVisible()) await leave()
  await window.getByRole('tree', { name: 'Lists and feeds' }).focus()
})

const dialog = (): Locator => launched.window.getByRole('dialog', { name: 'Add a feed' })
const button = (name: string): Locator => dialog().getByRole('button', { name, exact: true })
const field = (): Locator => dialog().getByRole('textbox', { name: 'Address of a site or feed' })
const headlines = (within: Locator): Locator => within.getByRole('list', { name: 'Newest articles' })
const asked = (path: string): number => site.requests.filter((request) => request.path === path).length
const feeds = () => askEngine(launched.window, 'feeds.list')
const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement)

/** By the keys alone, as far as the dialog has found what there is. */
async function look(path: string): Promise<void> {
  await launched.window.keyboard.press('a')
  await dialog().waitFor()
  await launched.window.keyboard.type(site.base + path)
  await launched.window.keyboard.press('Enter')
}
async function leave(): Promise<void> {
  await launched.window.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
}

it('shows what a site’s only feed holds, and adds it when Enter is pressed again', async () => {
  const { window } = launched
  const path = SITE_FEEDS[0]!.path
  await look('/one/')
  const card = dialog().getByRole('region', { name: GAZETTE })
  await card.getByText('News of a town that does not exist').waitFor()
  await card.getByText(/^RSS · .*excerpts, the rest is fetched from its pages$/).waitFor()
  await card.getByText(site.base + path).waitFor()
  expect(await headlines(card).getByRole('listitem').count()).toBe(
    Math.min(5, SITE_FEEDS[0]!.articles.length),
  )
  expect(await headlines(card).locator('time').first().textContent()).toMatch(/2024|2026/)
  await expect.poll(() => isFocused(button('Add feed'))).toBe(true)
  expect((await feeds()).map(({ title }) => title)).toEqual([ALMANAC])
  await shootThemes(launched, 'preview-one')
  await window.keyboard.press('Enter')
  await dialog().waitFor({ state: 'hidden' })
  await window.getByRole('treeitem', { name: GAZETTE }).waitFor()
  // Nobody asked for a sync.
  await findRow(window, SITE_FEEDS[0]!.articles[0]!.title)
  expect(asked(path)).toBe(1)
})

it('says that a feed is there already, and shows it', async () => {
  const { window } = launched
  await look('/one/')
  await dialog().getByText(`You have this feed already, as “${GAZETTE}”.`).waitFor()
  await expect.poll(() => isFocused(button('Show feed'))).toBe(true)
  await window.keyboard.press('Enter')
  await dialog().waitFor({ state: 'hidden' })
  await expect
    .poll(() => window.getByRole('treeitem', { name: GAZETTE }).getAttribute('aria-selected'))
    .toBe('true')
  expect(await feeds()).toHaveLength(2)
})

it('lets the reader choose among several, with a preview of each, and adds them into one folder', async () => {
  const { window } = launched
  await look('/')
  const box = (name: string) => dialog().getByRole('checkbox', { name, exact: true })
  await dialog().getByText('This site offers several feeds. Choose those you want.').waitFor()
  // One of the three was added before: it is no longer to be chosen, and nothing is chosen for the reader.
  await dialog().getByText(`You have this feed already, as “${GAZETTE}”.`).waitFor()
  expect(await dialog().getByRole('checkbox').count()).toBe(2)
  await headlines(dialog()).nth(1).waitFor()
  await expect.poll(() => isFocused(box(HARBOUR))).toBe(true)
  expect(await button('Add feed').getAttribute('aria-disabled')).toBe('true')
  await window.keyboard.press('Space')
  await box(SKY).check()
  await shootThemes(launched, 'preview-several')
  await dialog().getByRole('combobox', { name: 'Folder' }).selectOption({ label: 'New folder…' })
  await dialog().getByRole('textbox', { name: 'Name of the folder' }).fill('Coast')
  await button('Add 2 feeds').click()
  await dialog().waitFor({ state: 'hidden' })
  await window.getByText('2 feeds were added').waitFor()
  await window.getByRole('treeitem', { name: 'Coast' }).waitFor()
  await waitForQuiet(window, FEED_ARTICLES.length)
  const folders = new Map((await feeds()).map(({ title, folder }) => [title, folder.join()]))
  expect([folders.get(HARBOUR), folders.get(SKY)]).toEqual(['Coast', 'Coast'])
  expect([asked(SITE_FEEDS[1]!.path), asked(SITE_FEEDS[2]!.path)]).toEqual([1, 1])
})

it('fetches the previews of five feeds by itself and of the others when they are asked for', async () => {
  await look('/many/')
  await headlines(dialog()).nth(4).waitFor()
  expect(asked('/section/markets.rss')).toBe(0)
  const more = button('Show newest articles')
  expect(await more.count()).toBe(2)
  await more.last().click()
  await dialog().getByText('The markets of day 1').waitFor()
  await dialog()
    .getByText('RSS · about 3 a day · headlines, the text is fetched from its pages')
    .first()
    .waitFor()
  expect(asked('/section/markets.rss')).toBe(1)
  await leave()
})

it('says beside a feed why it could not be fetched, and lets the others be added', async () => {
  await look('/broken/')
  await dialog().getByRole('alert').getByText('has nothing at this address (404).').waitFor()
  await dialog().getByRole('checkbox', { name: 'Gone away' }).check()
  await button('Add feed').click()
  // It is asked for once more and fails again: the dialog stays, the reason too, and nothing was added.
  await expect.poll(() => asked('/gone.rss')).toBe(2)
  await dialog().getByRole('alert').getByText('has nothing at this address (404).').waitFor()
  expect((await feeds()).map(({ url }) => url)).not.toContain(`${site.base}/gone.rss`)
  await leave()
})

it('says that there is no feed, and finds one when the address is changed', async () => {
  const { window } = launched
  await look('/none/')
  await dialog()
    .getByRole('alert')
    .getByText(/^No feed was found at .* type its address\.$/)
    .waitFor()
  await shootThemes(launched, 'preview-none')
  await field().fill(`${site.base}/rtl.rss`)
  expect(
    await dialog()
      .getByText(/^No feed was found/)
      .count(),
  ).toBe(0)
  await field().press('Enter')
  await dialog().getByRole('region', { name: 'أخبار الميناء' }).waitFor()
  await shootThemes(launched, 'preview-right-to-left')
  await field().fill(`${site.base}/one/`)
  await dialog().getByRole('region', { name: 'أخبار الميناء' }).waitFor({ state: 'detached' })
  await button('Find feed').waitFor()
  await leave()
  expect(await answerOf(window, 'feeds.preview', site.base)).toMatchObject({ ok: false })
})

it('asks nothing of an address that another program hands over before the reader has seen it', async () => {
  const { app, window } = launched
  const handOver = (address: string) =>
    app.evaluate(({ app: program }, url) => program.emit('second-instance', {}, [], '/', [url]), address)
  const before = site.requests.length
  await handOver(`feed:${site.base}/one/`)
  await dialog().waitFor()
  expect(await field().inputValue()).toBe(`${site.base}/one/`)
  // Another one takes its place while the dialog is open.
  await handOver(`feed:${site.base}/rtl.rss`)
  await expect.poll(() => field().inputValue()).toBe(`${site.base}/rtl.rss`)
  await window.waitForTimeout(500)
  expect(site.requests.length).toBe(before)
  await expect.poll(() => isFocused(field())).toBe(true)
  await window.keyboard.press('Enter')
  await dialog().getByRole('region', { name: 'أخبار الميناء' }).waitFor()
  await leave()
})
