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

describe.each(['light', 'dark'] as const)('the window in %s', (theme) => {
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
  ])('has nothing that axe finds wrong in the dialog behind the key %s', async (key, name) => {
    const { window } = launched
    await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
    await window.keyboard.press(key)
    await window.getByRole('dialog', { name }).waitFor()
    expect(await findings(window)).toEqual([])
    await window.keyboard.press('Escape')
    await window.getByRole('dialog', { name }).waitFor({ state: 'hidden' })
  })
})
