/** Several windows on one library, the tray, the guide and the list of contacted hosts, in the packaged app. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import {
  appExecutable,
  environment,
  launchApp,
  newProfile,
  rootSwitches,
  runHidden,
} from '../support/packaged-app'
import type { LaunchedApp, Profile } from '../support/packaged-app'
import { FEED_ARTICLES, startNewsSite, type NewsSite } from '../support/site/news-site'

let site: NewsSite
let profile: Profile
let launched: LaunchedApp
let second: Page

const shots = process.env['OFFPRINT_SHOTS']
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) })
}

/** As if the item had been chosen in the native menu. */
const chooseInMenu = (menu: string, label: string): Promise<void> =>
  launched.app.evaluate(
    ({ Menu }, [top, item]) => {
      const found = Menu.getApplicationMenu()?.items.find((one) => one.label === top)?.submenu?.items
      found?.find((one) => one.label === item)?.click()
    },
    [menu, label],
  )

beforeAll(async () => {
  site = await startNewsSite()
  profile = newProfile('windows')
  expect((await runHidden(profile, ['add', ...site.feeds])).code).toBe(0)
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
  const opened = launched.app.waitForEvent('window')
  await chooseInMenu('&File', 'New Window')
  second = await opened
  second.setDefaultTimeout(60_000)
  await second.getByRole('listbox', { name: 'Articles' }).waitFor()
}, 240_000)

afterAll(async () => {
  await launched.close()
  await site.stop()
})

it('shows in both windows what was done in either', async () => {
  const [title] = FEED_ARTICLES.map((article) => article.title)
  const query = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
  const { rows } = await askEngine(launched.window, 'articles.list', query, null, 100)
  const { articleId } = rows.find((row) => row.title === title)!
  await askEngine(launched.window, 'articles.mark', [articleId], { starred: true })
  for (const page of [launched.window, second])
    await page.getByRole('treeitem', { name: /^Starred 1/ }).waitFor()
  await askEngine(second, 'settings.change', { theme: 'dark' })
  await expect
    .poll(() => launched.window.evaluate(() => document.documentElement.outerHTML.slice(0, 300)), {
      timeout: 20_000,
    })
    .toContain('dark')
  await askEngine(second, 'settings.change', { theme: 'light' })
})

it('opens another window for the desktop’s own menu, and goes on when windows are closed', async () => {
  const opened = launched.app.waitForEvent('window')
  const args = [...rootSwitches(), '--', '--library', profile.library, '--new-window']
  const child = spawn(appExecutable(), args, { env: environment(profile) })
  const code = new Promise((resolve) => child.on('close', resolve))
  const third = await opened
  await third.getByRole('listbox', { name: 'Articles' }).waitFor()
  expect(await code).toBe(0)
  expect(launched.app.windows()).toHaveLength(3)
  await third.close()
  await expect.poll(() => launched.app.windows().length, { timeout: 20_000 }).toBe(2)
})

it('opens the guide from the Help menu in the window in front, and goes from chapter to chapter', async () => {
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(({ id }) => id === 1)
      ?.focus()
  })
  await chooseInMenu('&Help', 'Guide')
  const pages = [launched.window, second]
  const open = async (): Promise<Page | undefined> => {
    for (const page of pages) if (await page.getByRole('dialog', { name: 'Guide' }).isVisible()) return page
    return undefined
  }
  await expect.poll(async () => (await open()) !== undefined, { timeout: 20_000 }).toBe(true)
  const page = (await open())!
  await page.getByRole('article', { name: 'The first five minutes' }).waitFor()
  await page.getByRole('button', { name: 'Searching' }).click()
  await page.getByRole('article', { name: 'Searching' }).getByText('is:starred').first().waitFor()
  await shot(page, 'guide')
  await page.keyboard.press('Escape')
})

it('lists the site as the only host that was contacted, and forgets it on wish', async () => {
  const { window } = launched
  await chooseInMenu('&File', 'Settings…')
  const page = (await window.getByRole('dialog', { name: 'Settings' }).isVisible()) ? window : second
  await page.getByRole('dialog', { name: 'Settings' }).waitFor()
  await page.getByRole('button', { name: 'Contacted hosts…' }).scrollIntoViewIfNeeded()
  await shot(page, 'settings')
  await page.getByRole('button', { name: 'Contacted hosts…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Contacted hosts' })
  await dialog.getByText('1 host', { exact: true }).waitFor()
  expect(await dialog.getByRole('rowheader').allTextContents()).toEqual([new URL(site.base).host])
  expect(await dialog.getByRole('cell').first().textContent()).toContain('pictures (')
  await shot(page, 'hosts')
  await dialog.getByRole('button', { name: 'Forget this list' }).click()
  await dialog.getByText('0 hosts', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
})

it('stays when its last window is closed and the reader wants it in the tray', async () => {
  await askEngine(launched.window, 'settings.change', { tray: true })
  await launched.app.evaluate(({ BrowserWindow }) => {
    // The answer to this very call travels through a window.
    setTimeout(() => {
      for (const window of BrowserWindow.getAllWindows()) window.close()
    }, 100)
  })
  await expect.poll(() => launched.app.windows().length, { timeout: 20_000 }).toBe(0)
  const opened = launched.app.waitForEvent('window')
  const args = [...rootSwitches(), '--', '--library', profile.library]
  const child = spawn(appExecutable(), args, { env: environment(profile) })
  const code = new Promise((resolve) => child.on('close', resolve))
  const again = await opened
  await again.getByRole('listbox', { name: 'Articles' }).waitFor()
  expect(await code).toBe(0)
  await askEngine(again, 'settings.change', { tray: false })
})
