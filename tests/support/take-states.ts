/** Takes a picture of every state of the window, for the eye: themes, widths, densities, dialogs, menus, and when there is nothing to show. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { Settings } from '../../contract/settings'
import { askEngine, waitForQuiet } from './ask-engine'
import { FEED_OFFERS } from './feed-offers'
import { launchApp, newProfile, runHidden, type LaunchedApp } from './packaged-app'
import { openArticle, search, showList } from './reading-window'
import { FEED_ARTICLES, startNewsSite } from './site/news-site'

const HEIGHT = 800
const WIDTHS = [700, 900, 1200, 1600]
const THEMES = ['light', 'dark', 'sepia'] as const
const DIALOGS = [
  ['add-feed', 'a'],
  ['settings', ','],
  ['keys', '?'],
  ['activity', 'g y'],
  ['palette', 'Control+k'],
] as const

const PREVIEWS = [
  ['one', '/rtl.rss'],
  ['several', '/many/'],
  ['broken', '/broken/'],
  ['none', '/none/'],
] as const

/** Names of the files written into `folder`. */
export async function takeStates(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  const shooter =
    (window: Page) =>
    async (name: string): Promise<void> => {
      await window.waitForTimeout(450)
      const file = join(folder, `${name}.png`)
      await window.screenshot({ path: file })
      files.push(file)
    }
  await takeFirstScreen(shooter)
  const site = await startNewsSite({ extra: FEED_OFFERS })
  const profile = newProfile('states')
  await runHidden(profile, ['add', ...site.feeds, 'http://127.0.0.1:9/gone.xml'])
  const launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
  await arrange(launched.window)
  await takeWidths(launched, shooter(launched.window))
  await takeDialogs(launched, shooter(launched.window))
  await takePreviews(launched, shooter(launched.window), site.base)
  await takeEmptyLists(launched, shooter(launched.window))
  await launched.close()
  await site.stop()
  return files
}

type Shooter = (window: Page) => (name: string) => Promise<void>
type Shoot = ReturnType<Shooter>

async function takeFirstScreen(shooter: Shooter): Promise<void> {
  const launched = await launchApp(newProfile('first'))
  await launched.window.getByRole('heading', { name: 'Welcome to Offprint' }).waitFor()
  for (const width of [900, 1200]) {
    await resize(launched, width)
    await shooter(launched.window)(`first-run-${String(width)}`)
  }
  await launched.close()
}

/** Folders in folders, one long name. */
async function arrange(window: Page): Promise<void> {
  const [first, second] = await askEngine(window, 'feeds.list')
  if (first) await askEngine(window, 'feeds.change', first.feedId, { folder: ['Sea', 'Harbours'] })
  if (second)
    await askEngine(window, 'feeds.change', second.feedId, {
      title: 'A feed whose name is much longer than any pane that has to show it',
    })
}

async function takeWidths(launched: LaunchedApp, shoot: Shoot): Promise<void> {
  const { window } = launched
  for (const theme of THEMES) {
    await settle(window, { theme })
    await showList(window, 'All articles')
    await openArticle(window, FEED_ARTICLES[0]?.title ?? '')
    for (const width of WIDTHS) {
      await resize(launched, width)
      await shoot(`${theme}-article-${String(width)}`)
    }
  }
  await settle(window, { theme: 'light', density: 'compact' })
  await showList(window, 'All articles')
  await shoot('light-compact')
  await settle(window, { density: 'comfortable' })
  await resize(launched, 1200)
}

async function takeDialogs(launched: LaunchedApp, shoot: Shoot): Promise<void> {
  const { window } = launched
  for (const theme of THEMES) {
    await settle(window, { theme })
    for (const [name, keys] of DIALOGS) {
      await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
      for (const key of keys.split(' ')) await window.keyboard.press(key)
      await window.getByRole('dialog').waitFor()
      await shoot(`${theme}-${name}`)
      await window.keyboard.press('Escape')
      await window.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    const list = window.getByRole('listbox', { name: 'Articles', exact: true })
    await list.focus()
    await window.keyboard.press('Home')
    await window.keyboard.press('ContextMenu')
    await shoot(`${theme}-article-menu`)
    await window.keyboard.press('Escape')
  }
}

/** What is shown of feeds before they are added, and when there are none. */
async function takePreviews(launched: LaunchedApp, shoot: Shoot, base: string): Promise<void> {
  const { window } = launched
  for (const theme of THEMES) {
    await settle(window, { theme })
    for (const [name, path] of PREVIEWS) {
      await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
      await window.keyboard.press('a')
      const dialog = window.getByRole('dialog')
      await dialog.getByRole('textbox', { name: 'Address of a site or feed' }).fill(base + path)
      await window.keyboard.press('Enter')
      await dialog.locator('.headlines, .problem').first().waitFor()
      await shoot(`${theme}-preview-${name}`)
      await window.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    }
  }
}

async function takeEmptyLists(launched: LaunchedApp, shoot: Shoot): Promise<void> {
  const { window } = launched
  await settle(window, { theme: 'light' })
  await showList(window, 'Starred')
  await shoot('light-nothing-starred')
  await showList(window, 'Highlights')
  await shoot('light-no-highlights')
  await showList(window, 'All articles')
  await search(window, 'zzzzqq')
  await shoot('light-nothing-found')
}

async function settle(window: Page, change: Partial<Settings>): Promise<void> {
  await askEngine(window, 'settings.change', change)
  await window.reload()
  await window.getByRole('tree', { name: 'Lists and feeds' }).waitFor()
}

async function resize({ app, window }: LaunchedApp, width: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
    },
    { width, height: HEIGHT },
  )
  await window.waitForTimeout(250)
}
