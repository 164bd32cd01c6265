/** Takes the pictures for README and guide out of the packaged app: the test site's articles, read in light and in dark. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { askEngine, waitForQuiet } from './ask-engine'
import { FEED_OFFERS } from './feed-offers'
import { launchApp, newProfile, runHidden } from './packaged-app'
import { articleText, highlightPassage, openArticle, search, showList } from './reading-window'
import { FEED_ARTICLES, startNewsSite } from './site/news-site'

const PASSAGE = 'Every prism had to be ground by hand'
const SIZE = { width: 1360, height: 860 }

export async function takeScreenshots(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  const site = await startNewsSite({ extra: FEED_OFFERS })
  const profile = newProfile('screenshots')
  await runHidden(profile, ['add', ...site.feeds])
  const { app, window, close } = await launchApp(profile)
  await app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
  }, SIZE)
  await waitForQuiet(window, FEED_ARTICLES.length)
  for (const theme of ['light', 'dark'] as const) {
    const shoot = async (name: string): Promise<void> => {
      await window.waitForTimeout(700)
      const file = join(folder, `${theme}-${name}.png`)
      await window.screenshot({ path: file })
      files.push(file)
    }
    await askEngine(window, 'settings.change', { theme })
    await window.reload()
    await showEverything(window, theme === 'light', shoot)
    await showPreview(window, `${site.base}/section/tides.rss`, shoot)
  }
  await close()
  await site.stop()
  return files
}

async function showEverything(
  window: Page,
  first: boolean,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  const [lighthouse] = FEED_ARTICLES
  if (!lighthouse) return
  await showList(window, 'All articles')
  await openArticle(window, lighthouse.title)
  await shoot('reading')
  const passage = articleText(window).getByText(PASSAGE).first()
  await passage.scrollIntoViewIfNeeded()
  // Kept by the library: the second theme finds it there.
  if (first) await highlightPassage(window, PASSAGE)
  await shoot('highlight')
  await articleText(window).getByRole('region', { name: 'Related articles' }).scrollIntoViewIfNeeded()
  await shoot('related')
  await search(window, 'harbour')
  await shoot('search')
}

/** A feed before it is added. */
async function showPreview(
  window: Page,
  address: string,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  await window.getByRole('tree', { name: 'Lists and feeds' }).focus()
  await window.keyboard.press('a')
  const dialog = window.getByRole('dialog', { name: 'Add a feed' })
  await dialog.getByRole('textbox', { name: 'Address of a site or feed' }).fill(address)
  await window.keyboard.press('Enter')
  await dialog.getByRole('list', { name: 'Newest articles' }).waitFor()
  await shoot('preview')
  await window.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}
