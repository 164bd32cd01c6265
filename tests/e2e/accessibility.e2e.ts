/** axe over the states of the window, in light and dark, in the packaged app. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { openArticle, search, showList } from '../support/reading-window'
import { FEED_ARTICLES, startNewsSite, type NewsSite } from '../support/site/news-site'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds wrong, a line each. The article's frame runs no scripts, so axe itself cannot run in it. */
async function findings(window: Page): Promise<readonly string[]> {
  await window.evaluate(AXE)
  const found = await window.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: Finding[] }> }
    }
    return (await axe.run(document, { iframes: false, resultTypes: ['violations'] })).violations
  })
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

describe('the first screen', () => {
  it('has nothing that axe finds wrong', async () => {
    const launched = await launchApp(newProfile('axe-first'))
    await launched.window.getByRole('heading', { name: 'Welcome to Offprint' }).waitFor()
    expect(await findings(launched.window)).toEqual([])
    await launched.close()
  })
})

describe.each(['light', 'dark', 'sepia'] as const)('the window in %s', (theme) => {
  let site: NewsSite
  let launched: LaunchedApp

  beforeAll(async () => {
    site = await startNewsSite()
    const profile = newProfile(`axe-${theme}`)
    await runHidden(profile, ['add', ...site.feeds])
    launched = await launchApp(profile)
    await waitForQuiet(launched.window, FEED_ARTICLES.length)
    await askEngine(launched.window, 'settings.change', { theme })
    await launched.window.reload()
    await showList(launched.window, 'All articles')
  }, 120_000)
  afterAll(async () => {
    await launched.close()
    await site.stop()
  })

  it('has nothing that axe finds wrong with an article open', async () => {
    await openArticle(launched.window, FEED_ARTICLES[0]!.title)
    expect(await findings(launched.window)).toEqual([])
  })

  it('has nothing that axe finds wrong while searching', async () => {
    await search(launched.window, 'harbour')
    expect(await findings(launched.window)).toEqual([])
    await launched.window.getByRole('button', { name: 'Clear search' }).click()
  })

  it.each([
    ['?', 'Keyboard'],
    [',', 'Settings'],
    ['a', 'Add a feed'],
    ['g y', 'Activity'],
    ['Control+k', 'Go to anything'],
    ['Shift+M', 'Rule'],
  ])('has nothing that axe finds wrong in the dialog behind the key %s', async (key, name) => {
    const { window } = launched
    await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
    for (const stroke of key.split(' ')) await window.keyboard.press(stroke)
    const dialog = window.getByRole('dialog', { name, exact: true })
    await dialog.waitFor()
    expect(await findings(window)).toEqual([])
    await window.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await window.evaluate(() => document.activeElement === document.body)).toBe(false)
  })

  it('has nothing that axe finds wrong while the menu of an article or a feed is open', async () => {
    const { window } = launched
    for (const menu of ['Articles', 'Lists and feeds']) {
      const from = window.getByRole(menu === 'Articles' ? 'listbox' : 'tree', { name: menu, exact: true })
      await from.focus()
      await window.keyboard.press('End')
      await window.keyboard.press('ContextMenu')
      await window.getByRole('menu').waitFor()
      expect(await findings(window)).toEqual([])
      await window.keyboard.press('Escape')
      expect(await from.evaluate((element) => element === document.activeElement)).toBe(true)
    }
  })

  it('has nothing that axe finds wrong where a search finds nothing, and in the view of all highlights', async () => {
    const { window } = launched
    await search(window, 'zzzzqq')
    await window.getByRole('heading', { name: 'Nothing found' }).waitFor()
    expect(await findings(window)).toEqual([])
    await window.getByRole('button', { name: 'Clear search' }).click()
    await showList(window, 'Highlights')
    await window.getByRole('region', { name: 'All highlights' }).waitFor()
    expect(await findings(window)).toEqual([])
    await showList(window, 'All articles')
  })

  it('scrolls nothing sideways at twice the size, and has nothing that axe finds wrong in one pane', async () => {
    const { app, window } = launched
    const zoom = (factor: number) =>
      app.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted)
      }, factor)
    await zoom(2)
    await window.waitForTimeout(300)
    const sideways = await window.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBeLessThanOrEqual(0)
    expect(await findings(window)).toEqual([])
    await zoom(1)
  })
})
