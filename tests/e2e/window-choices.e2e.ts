/** What a reader arranges in the window: another language, feeds dragged into folders, several articles at once, saved searches. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { search, showList } from '../support/reading-window'
import { FEED_ARTICLES, startNewsSite, type NewsSite } from '../support/site/news-site'

interface Feed {
  readonly feedId: string
  readonly title: string
  readonly folder: readonly string[]
}

let site: NewsSite
let launched: LaunchedApp

beforeAll(async () => {
  site = await startNewsSite()
  const profile = newProfile('choices')
  await runHidden(profile, ['add', ...site.feeds])
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
  await launched.window.reload()
  await showList(launched.window, 'All articles')
}, 120_000)
afterAll(async () => {
  await launched.close()
  await site.stop()
})

const feeds = (): Promise<readonly Feed[]> => askEngine(launched.window, 'feeds.list')
const counts = (): Promise<{ starred: number }> => askEngine(launched.window, 'app.counts')

it('draws the rows of the open list closer together when the reader wants them so, and back', async () => {
  const { window } = launched
  await showList(window, 'All articles')
  const apart = (): Promise<number> =>
    window
      .getByRole('listbox', { name: 'Articles', exact: true })
      .getByRole('option')
      .evaluateAll((rows) => {
        const tops = rows.map((row) => row.getBoundingClientRect().top)
        return Math.min(...tops.slice(1).map((top, at) => top - (tops[at] ?? 0)))
      })
  const wide = await apart()
  await askEngine(window, 'settings.change', { density: 'compact' })
  // A row is 62 pixels high then, and 104 otherwise; a line with the day may stand between two of them.
  await expect.poll(apart).toBe(wide - 42)
  await askEngine(window, 'settings.change', { density: 'comfortable' })
  await expect.poll(apart).toBe(wide)
})

it('stars several chosen articles by one key, and undoes it as a whole', async () => {
  const { window } = launched
  const list = window.getByRole('listbox', { name: 'Articles', exact: true })
  await list.focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await window.getByRole('heading', { name: '3 articles selected' }).waitFor()
  await window.keyboard.press('s')
  await expect.poll(counts, { timeout: 10_000 }).toMatchObject({ starred: 3 })
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(counts, { timeout: 10_000 }).toMatchObject({ starred: 0 })
  await list.focus()
  await window.keyboard.press('Escape')
  await window.getByRole('heading', { name: 'All articles' }).waitFor()
})

it('opens the menu of an article by key and gives the focus back', async () => {
  const { window } = launched
  const list = window.getByRole('listbox', { name: 'Articles', exact: true })
  await list.focus()
  await window.keyboard.press('ContextMenu')
  await window.getByRole('menuitem', { name: 'Mark all below as read' }).waitFor()
  await window.keyboard.press('Escape')
  expect(await list.evaluate((element) => element === document.activeElement)).toBe(true)
})

it('saves a search and runs it by key', async () => {
  const { window } = launched
  await search(window, 'harbour')
  await window.keyboard.press('Control+Shift+S')
  await window.getByRole('textbox', { name: 'Name of the search' }).fill('By the sea')
  await window.keyboard.press('Enter')
  await window.getByRole('treeitem', { name: 'By the sea' }).waitFor()
  await window.getByRole('button', { name: 'Clear search' }).click()
  await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
  await window.keyboard.press('g')
  await window.keyboard.press('1')
  await window.getByRole('heading', { name: 'Search' }).waitFor()
  expect(await window.getByRole('textbox', { name: 'Search articles' }).inputValue()).toBe('harbour')
  await window.keyboard.press('Escape')
})

it('moves a feed into the folder it is dropped on', async () => {
  const { window } = launched
  const [first, second] = await feeds()
  await askEngine(window, 'feeds.change', first!.feedId, { folder: ['Sea'] })
  await window.getByRole('treeitem', { name: /^Sea/ }).waitFor()
  const from = await window.getByRole('treeitem', { name: second!.title }).boundingBox()
  const to = await window.getByRole('treeitem', { name: /^Sea/ }).boundingBox()
  await window.mouse.move(from!.x + 80, from!.y + 12)
  await window.mouse.down()
  // A drag begins with a first small way; what it is over must be told twice before it takes anything.
  await window.mouse.move(from!.x + 84, from!.y + 4, { steps: 3 })
  await window.mouse.move(to!.x + 80, to!.y + 16, { steps: 6 })
  await window.mouse.move(to!.x + 82, to!.y + 17)
  await window.mouse.up()
  const now = async () => (await feeds()).find(({ feedId }) => feedId === second!.feedId)?.folder
  await expect.poll(now, { timeout: 10_000 }).toEqual(['Sea'])
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(now, { timeout: 10_000 }).toEqual([])
})

it('removes an article by key, keeps the focus in the list, and undoes it', async () => {
  const { window } = launched
  const list = window.getByRole('listbox', { name: 'Articles', exact: true })
  const all = async () => (await askEngine(window, 'app.counts')).all
  const before = await all()
  await list.focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Delete')
  await expect.poll(all, { timeout: 10_000 }).toBe(before - 1)
  expect(await list.evaluate((element) => element === document.activeElement)).toBe(true)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(all, { timeout: 10_000 }).toBe(before)
})

it('offers a muting rule with the author of the article', async () => {
  const { window } = launched
  await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Shift+M')
  const dialog = window.getByRole('dialog', { name: 'Rule', exact: true })
  await dialog.waitFor()
  expect(await dialog.getByRole('combobox', { name: 'What to look at' }).inputValue()).toBe('author')
  expect(await dialog.getByRole('textbox', { name: 'Words' }).inputValue()).not.toBe('')
  expect(await dialog.getByRole('checkbox', { name: /^Mute/ }).isChecked()).toBe(true)
  await window.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
})

it('moves a feed by keyboard, and keeps the order', async () => {
  const { window } = launched
  const top = async () =>
    (await window.getByRole('treeitem', { level: 1 }).allInnerTexts()).slice(7).map((text) => text.trim())
  const before = await top()
  await window.getByRole('treeitem', { name: (await feeds())[1]!.title }).click()
  const tree = window.getByRole('tree', { name: 'Lists and feeds' })
  await tree.focus()
  await window.keyboard.press('End')
  await window.keyboard.press('Alt+ArrowUp')
  await expect.poll(top, { timeout: 10_000 }).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)])
  await window.reload()
  await tree.waitFor()
  await expect.poll(top, { timeout: 10_000 }).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)])
})

it('brings a removed feed back in its place, with its articles', async () => {
  const { window } = launched
  const before = await feeds()
  const { all } = await askEngine(window, 'app.counts')
  await window.getByRole('treeitem', { name: before[1]!.title }).click({ button: 'right' })
  await window.getByRole('menuitem', { name: 'Remove feed…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect.poll(async () => (await feeds()).length, { timeout: 10_000 }).toBe(before.length - 1)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(feeds, { timeout: 10_000 }).toEqual(before)
  expect((await askEngine(window, 'app.counts')).all).toBe(all)
  await showList(window, 'All articles')
})

it('speaks German when asked to, in its menus too, and shows the same list again', async () => {
  const { app, window } = launched
  await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
  await window.keyboard.press(',')
  await window.getByText('Deutsch').click()
  const all = window.getByRole('treeitem', { name: 'Alle Artikel' })
  await all.waitFor()
  await expect.poll(() => all.getAttribute('aria-selected')).toBe('true')
  const menus = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(menus).toContain('&Datei')
  expect(await window.evaluate(() => document.documentElement.lang)).toBe('de')
  expect(launched.complaints).toEqual([])
})
