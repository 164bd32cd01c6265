/** An edition in the packaged app: made after the sync of a start, the same after the site is gone and the app is started again, finished when it is read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { FEED_ARTICLES, startNewsSite } from '../support/site/news-site'

const SIZE = 10

describe('an edition', () => {
  const profile = newProfile('edition')
  let app: LaunchedApp
  let before: readonly string[]

  const listed = async (): Promise<readonly string[]> => {
    const list = app.window.getByRole('listbox', { name: 'Articles', exact: true })
    await list.getByRole('option').first().waitFor()
    return list
      .getByRole('option')
      .evaluateAll((rows) => rows.map((row) => row.querySelector('.row-title')?.textContent ?? ''))
  }

  beforeAll(async () => {
    const site = await startNewsSite()
    const added = await runHidden(profile, ['add', ...site.feeds])
    expect(added, added.stderr).toMatchObject({ code: 0 })
    const first = await launchApp(profile)
    await waitForQuiet(first.window, FEED_ARTICLES.length)
    await askEngine(first.window, 'settings.change', { edition: '10-articles' })
    await first.close()
    app = await launchApp(profile)
    await app.window.getByRole('treeitem', { name: /^Edition/ }).click()
    await app.window.getByText(`0 of ${String(Math.min(SIZE, FEED_ARTICLES.length))} read`).waitFor()
    before = await listed()
    await app.close()
    await site.stop()
    app = await launchApp(profile)
  }, 240_000)

  afterAll(() => app.close())

  it('is the same, in the same order, after a restart without the site', async () => {
    await app.window.getByRole('treeitem', { name: /^Edition/ }).click()
    expect(before.length).toBe(Math.min(SIZE, FEED_ARTICLES.length))
    expect(await listed()).toEqual(before)
  })

  it('keeps its place for an article that was read, and counts it', async () => {
    await app.window.getByRole('option').first().click()
    await app.window.getByText(`1 of ${String(before.length)} read`).waitFor()
    expect(await listed()).toEqual(before)
  })

  it('says when it is finished, and offers the next one', async () => {
    await app.window.getByRole('button', { name: 'Mark all as read' }).click()
    await app.window.getByRole('heading', { name: 'You have read this edition' }).waitFor()
    expect(await listed()).toEqual(before)
    await app.window.getByRole('button', { name: 'New edition' }).click()
    const more = FEED_ARTICLES.length > SIZE
    if (more) await app.window.getByText(/^0 of \d+ read$/).waitFor()
    else await app.window.getByText('No unread article is ready offline', { exact: false }).waitFor()
  })
})
