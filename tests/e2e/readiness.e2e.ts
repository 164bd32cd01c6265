/** The panel that tells what of an article is on the disk, in the packaged app: all of it, and a picture that was taken away by hand. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { articleText, findRow, showList } from '../support/reading-window'
import { FEED_ARTICLES, startNewsSite } from '../support/site/news-site'

const ARTICLE = FEED_ARTICLES[0]!

describe('what of an article is on this disk', () => {
  const profile = newProfile('readiness')
  let app: LaunchedApp
  let stop: () => Promise<void>

  beforeAll(async () => {
    const site = await startNewsSite()
    stop = () => site.stop()
    await runHidden(profile, ['add', ...site.feeds])
    app = await launchApp(profile)
    await waitForQuiet(app.window, FEED_ARTICLES.length)
    await showList(app.window, 'All articles')
    await (await findRow(app.window, ARTICLE.title)).click()
  }, 200_000)

  afterAll(async () => {
    await app.close()
    await stop()
  })

  it('is told from the article’s head: text, pictures and related articles, all there', async () => {
    await articleText(app.window)
      .getByRole('button', { name: /^On this disk/ })
      .click()
    const panel = app.window.getByRole('dialog', { name: 'On this disk' })
    await panel.getByText('The whole article can be read').waitFor()
    const pictures = String(ARTICLE.pictures.length)
    expect(await panel.textContent()).toContain(`${pictures} of ${pictures}`)
    await app.window.keyboard.press('Escape')
  })

  it('is looked for on the disk each time, and fetched anew by its button', async () => {
    const media = join(profile.library, 'media')
    for (const part of readdirSync(media)) rmSync(join(media, part), { recursive: true })
    await app.window.keyboard.press('i')
    const panel = app.window.getByRole('dialog', { name: 'On this disk' })
    await panel.getByRole('region', { name: 'Why not' }).waitFor()
    await panel.getByRole('button', { name: 'Fetch what is missing' }).click()
    await panel.getByRole('region', { name: 'Why not' }).waitFor({ state: 'detached' })
  })
})
