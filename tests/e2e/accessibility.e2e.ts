/** axe over the states of the window, in light and dark, in the packaged app. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright'
import { axeFindings } from '../support/axe-findings'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { FEED_OFFERS } from '../support/feed-offers'
import { refuseRequest } from '../support/refuse-request'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { openArticle, search, showList } from '../support/reading-window'
import { FEED_ARTICLES, startNewsSite, type NewsSite } from '../support/site/news-site'

/** Looks at an open dialog, closes it, so that the next test finds none, and sees that the focus has a place. */
async function expectCleanDialog(window: Page, name: string | RegExp): Promise<void> {
  const dialog = window.getByRole('dialog', { name, exact: typeof name === 'string' })
  await dialog.waitFor()
  const findings = await axeFindings(window)
  await window.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(findings).toEqual([])
  await expect.poll(() => window.evaluate(() => document.activeElement === document.body)).toBe(false)
}

describe('the first screen', () => {
  it('has nothing that axe finds wrong', async () => {
    const launched = await launchApp(newProfile('axe-first'))
    await launched.window.getByRole('heading', { name: 'Welcome to Offprint' }).waitFor()
    expect(await axeFindings(launched.window)).toEqual([])
    await launched.close()
  })
})

describe.each(['light', 'dark', 'sepia'] as const)('the window in %s', (theme) => {
  let site: NewsSite
  let launched: LaunchedApp

  beforeAll(async () => {
    site = await startNewsSite({ extra: FEED_OFFERS })
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
    expect(await axeFindings(launched.window)).toEqual([])
  })

  it('has nothing that axe finds wrong with the text style card over the article', async () => {
    const { window } = launched
    await window.getByRole('button', { name: 'Text style' }).click()
    const card = window.getByRole('dialog', { name: 'Text style' })
    await card.waitFor()
    expect(await axeFindings(window)).toEqual([])
    await window.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
  })

  it('has nothing that axe finds wrong with a picture enlarged', async () => {
    const { window } = launched
    await window.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
      frame?.contentDocument?.querySelector<HTMLElement>('.enlarge')?.click()
    })
    const viewer = window.getByRole('dialog', { name: 'Picture' })
    await viewer.waitFor()
    expect(await axeFindings(window)).toEqual([])
    await window.keyboard.press('+')
    expect(await axeFindings(window)).toEqual([])
    await window.keyboard.press('Escape')
    await viewer.waitFor({ state: 'detached' })
  })

  it('has nothing that axe finds wrong while searching', async () => {
    await search(launched.window, 'harbour')
    expect(await axeFindings(launched.window)).toEqual([])
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
    await expectCleanDialog(window, name)
  })

  it.each([
    ['one feed', '/rtl.rss', 'list', 1],
    ['several feeds', '/many/', 'list', 5],
    ['a feed that cannot be fetched', '/broken/', 'alert', 1],
    ['no feed', '/none/', 'alert', 1],
  ] as const)('has nothing that axe finds wrong in the preview of %s', async (_what, path, role, count) => {
    const { window } = launched
    await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
    await window.keyboard.press('a')
    const dialog = window.getByRole('dialog', { name: 'Add a feed' })
    await dialog.getByRole('textbox', { name: 'Address of a site or feed' }).fill(site.base + path)
    await window.keyboard.press('Enter')
    await dialog
      .getByRole(role)
      .getByText(/./)
      .nth(count - 1)
      .waitFor()
    await expectCleanDialog(window, 'Add a feed')
  })

  it('has nothing that axe finds wrong where the list of articles cannot be had, and its button tries again', async () => {
    const { app, window } = launched
    const restore = await refuseRequest(app, 'articles.list', 'The disk of the library does not answer.')
    await showList(window, 'Today')
    const list = window.getByRole('region', { name: 'Article list' })
    await list.getByRole('alert').getByText('The disk of the library does not answer.').waitFor()
    const findings = await axeFindings(window)
    await restore()
    expect(findings).toEqual([])
    await list.getByRole('button', { name: 'Try again' }).click()
    await list.getByRole('alert').waitFor({ state: 'detached' })
    await showList(window, 'All articles')
  })

  it('has nothing that axe finds wrong where nothing matches what one wants to go to', async () => {
    const { window } = launched
    await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
    await window.keyboard.press('Control+k')
    await window.keyboard.type('zzzzqq')
    await window.getByText('Nothing matches.').waitFor()
    await expectCleanDialog(window, 'Go to anything')
  })

  it('has nothing that axe finds wrong while the menu of an article or a feed is open', async () => {
    const { window } = launched
    for (const menu of ['Articles', 'Lists and feeds']) {
      const from = window.getByRole(menu === 'Articles' ? 'listbox' : 'tree', { name: menu, exact: true })
      await from.focus()
      await window.keyboard.press('End')
      await window.keyboard.press('ContextMenu')
      await window.getByRole('menu').waitFor()
      expect(await axeFindings(window)).toEqual([])
      await window.keyboard.press('Escape')
      expect(await from.evaluate((element) => element === document.activeElement)).toBe(true)
    }
  })

  it('has nothing that axe finds wrong where a search finds nothing, and in the view of all highlights', async () => {
    const { window } = launched
    await search(window, 'zzzzqq')
    await window.getByRole('heading', { name: 'Nothing found' }).waitFor()
    expect(await axeFindings(window)).toEqual([])
    await window.getByRole('button', { name: 'Clear search' }).click()
    await showList(window, 'Highlights')
    await window.getByRole('region', { name: 'All highlights' }).waitFor()
    expect(await axeFindings(window)).toEqual([])
    await showList(window, 'All articles')
  })

  it.each([
    ['Feed settings…', 'Feed settings'],
    ['Remove feed…', /^Remove .*\?$/],
  ] as const)('has nothing that axe finds wrong in the dialog behind %s of a feed', async (entry, name) => {
    const { window } = launched
    await window.getByRole('tree', { name: 'Lists and feeds', exact: true }).focus()
    await window.keyboard.press('End')
    await window.keyboard.press('ContextMenu')
    await window.getByRole('menuitem', { name: entry }).click()
    await expectCleanDialog(window, name)
  })

  it('has nothing that axe finds wrong in the dialogs of preparing, of contacted hosts and of the guide', async () => {
    const { app, window } = launched
    await window.getByRole('button', { name: 'List options' }).click()
    await window.getByRole('menuitem', { name: 'Prepare for offline…' }).click()
    await expectCleanDialog(window, 'Prepare for offline')
    await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
    await window.keyboard.press(',')
    await window.getByRole('button', { name: 'Contacted hosts…' }).click()
    await expectCleanDialog(window, 'Contacted hosts')
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('show-guide')?.click()
    })
    await expectCleanDialog(window, 'Guide')
  })

  it('has nothing that axe finds wrong where highlights are grouped, however they are', async () => {
    const { window } = launched
    const query = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
    const { rows } = await askEngine(window, 'articles.list', query, null, 2)
    for (const { articleId } of rows) {
      const { text } = await askEngine(window, 'articles.get', articleId)
      const passage = { articleId, quote: text.slice(0, 40).trim(), prefix: '', suffix: '' }
      await askEngine(window, 'highlights.add', { ...passage, color: 'green', note: 'A note' })
    }
    await showList(window, 'Highlights')
    await window.getByRole('region', { name: 'All highlights' }).getByText('A note').first().waitFor()
    for (const grouping of ['By article', 'By feed', 'By colour', 'By day']) {
      await window.getByRole('button', { name: 'Group highlights' }).click()
      await window.getByRole('menuitemradio', { name: grouping }).click()
      expect(await axeFindings(window)).toEqual([])
    }
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
    expect(await axeFindings(window)).toEqual([])
    await zoom(1)
  })
})
