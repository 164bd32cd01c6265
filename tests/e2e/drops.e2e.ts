/** What is dropped on the window from outside: addresses are looked at, lists of feeds imported, everything else refused with a sentence. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { dragIn, type Dragged, type HeldDrag } from '../support/drag-from-outside'
import { FEED_OFFERS } from '../support/feed-offers'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { openArticle, showList } from '../support/reading-window'
import { shootThemes } from '../support/shoot-themes'
import { startNewsSite, type NewsSite } from '../support/site/news-site'
import { SITE_FEEDS } from '../support/site/site-feeds'

const profile = newProfile('drops')
const [GAZETTE, HARBOUR] = SITE_FEEDS
let site: NewsSite
let launched: LaunchedApp

beforeAll(async () => {
  site = await startNewsSite({ extra: FEED_OFFERS })
  await runHidden(profile, ['add', site.feeds[1]!])
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, HARBOUR!.articles.length)
  await showList(launched.window, 'All articles')
  await openArticle(launched.window, HARBOUR!.articles[0]!.title)
}, 200_000)
afterAll(async () => {
  await launched.close()
  await site.stop()
})

const dialog = (): Locator => launched.window.getByRole('dialog', { name: 'Add a feed' })
const veil = (): Locator => launched.window.getByText('Drop to add', { exact: true })
const message = (text: string): Locator =>
  launched.window.getByRole('region', { name: 'Messages' }).getByText(text)
const feeds = () => askEngine(launched.window, 'feeds.list')

/** The middle of what is on screen. */
async function middleOf(place: Locator): Promise<readonly [number, number]> {
  const box = (await place.boundingBox())!
  return [box.x + box.width / 2, box.y + box.height / 2]
}
const overList = async (what: Dragged): Promise<HeldDrag> =>
  dragIn(
    launched.window,
    what,
    ...(await middleOf(launched.window.getByRole('listbox', { name: 'Articles', exact: true }))),
  )
const overArticle = async (what: Dragged): Promise<HeldDrag> =>
  dragIn(launched.window, what, ...(await middleOf(launched.window.locator('iframe[title="Article text"]'))))

function file(name: string, text: string): Dragged {
  const folder = join(profile.folder, 'dropped')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text)
  return { files: [join(folder, name)] }
}
const opml = (...urls: readonly string[]): string =>
  `<opml version="2.0"><body>${urls.map((url) => `<outline type="rss" text="Dropped" xmlUrl="${url}"/>`).join('')}</body></opml>`

async function leaveDialog(): Promise<void> {
  await launched.window.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
}

it('looks at once at a link that is dropped, and Enter adds it', async () => {
  const { window } = launched
  const link = `${site.base}/one/`
  const drag = await overList({ data: { 'text/uri-list': link, 'text/plain': link } })
  await veil().waitFor()
  await shootThemes(launched, 'drop-veil')
  await drag.drop()
  await dialog().getByRole('region', { name: GAZETTE!.title }).waitFor()
  expect(await veil().count()).toBe(0)
  await expect
    .poll(() =>
      dialog()
        .getByRole('button', { name: 'Add feed' })
        .evaluate((element) => element === document.activeElement),
    )
    .toBe(true)
  await window.keyboard.press('Enter')
  await window.getByRole('treeitem', { name: GAZETTE!.title }).waitFor()
  expect(await feeds()).toHaveLength(2)
})

it('takes an address that is dropped as text, over the article as well', async () => {
  const drag = await overArticle({ data: { 'text/plain': `${site.base}/rtl.rss` } })
  await veil().waitFor()
  await drag.drop()
  await dialog().getByRole('region', { name: 'أخبار الميناء' }).waitFor()
  // Over the open dialog too: it begins anew with what is dropped on it.
  const another = await dragIn(launched.window, { data: { 'text/uri-list': `${site.base}/one/` } }, 20, 20)
  await veil().waitFor()
  await another.drop()
  await dialog().getByRole('region', { name: GAZETTE!.title }).waitFor()
  await leaveDialog()
})

it('lifts the veil when the drag leaves the window, and shows none over a text field', async () => {
  const { window } = launched
  const drag = await overList({ data: { 'text/plain': 'https://example.org/' } })
  await veil().waitFor()
  const search = window.getByRole('textbox', { name: 'Search articles' })
  await drag.moveTo(...(await middleOf(search)))
  await veil().waitFor({ state: 'detached' })
  await drag.moveTo(...(await middleOf(window.locator('iframe[title="Article text"]'))))
  await veil().waitFor()
  // Chromium's debugger ends a drag without the event that the desktop's leaving brings.
  await window.evaluate(() => document.dispatchEvent(new DragEvent('dragleave', { relatedTarget: null })))
  await veil().waitFor({ state: 'detached' })
  await drag.moveTo(...(await middleOf(window.getByRole('listbox', { name: 'Articles', exact: true }))))
  await veil().waitFor()
  await drag.leave()
  await window.mouse.move(300, 300)
  await veil().waitFor({ state: 'detached' })
  expect(await dialog().count()).toBe(0)
})

it('says that there is no address in a text without one', async () => {
  await (await overList({ data: { 'text/plain': 'Three boats went out' } })).drop()
  await message('There is no web address in what you dropped.').waitFor()
  expect(await dialog().count()).toBe(0)
})

it('imports a list of feeds that is dropped', async () => {
  const before = (await feeds()).length
  const list = file('feeds.opml', opml(site.feeds[2]!, site.feeds[1]!))
  const drag = await overArticle(list)
  await veil().waitFor()
  await drag.drop()
  await message('1 feed added, 1 known already').waitFor()
  expect(await feeds()).toHaveLength(before + 1)
  // Nobody asked for a sync.
  const total = async () => (await feeds()).find(({ url }) => url === site.feeds[2])?.total
  await expect.poll(total, { timeout: 20_000 }).toBe(SITE_FEEDS[2]!.articles.length)
})

it.each([
  ['photo.png', 'no picture either'],
  ['page.xml', '<html><body>Not a list</body></html>'],
  ['empty.opml', ''],
])('says that %s is no list of feeds', async (name, text) => {
  const before = (await feeds()).length
  await (await overList(file(name, text))).drop()
  await message(`${name} is no list of feeds. What can be dropped is an address or an OPML file.`).waitFor()
  expect(await feeds()).toHaveLength(before)
  expect(launched.window.url()).toMatch(/^app:/)
})

it('lets the first screen give way to the feeds of a list that is dropped on it', async () => {
  const fresh = await launchApp(newProfile('drop-first'))
  const { window } = fresh
  await window.getByRole('heading', { name: 'Welcome to Offprint' }).waitFor()
  await (await dragIn(window, file('first.opml', opml(site.feeds[0]!)), 300, 300)).drop()
  await window.getByRole('treeitem', { name: GAZETTE!.title }).waitFor()
  await waitForQuiet(window, GAZETTE!.articles.length)
  await fresh.close()
})
