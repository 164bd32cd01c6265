/** Highlights out of the packaged app and back in: exported as JSON, removed, imported from the menu, with a report of what found no article. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { FEED_ARTICLES, startNewsSite } from '../support/site/news-site'

const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const

describe('highlights that were exported', () => {
  const profile = newProfile('import')
  const file = join(profile.folder, 'highlights.json')
  let launched: LaunchedApp
  let made: { readonly highlightId: string }

  beforeAll(async () => {
    const site = await startNewsSite()
    await runHidden(profile, ['add', ...site.feeds])
    launched = await launchApp(profile)
    const { app, window } = launched
    await waitForQuiet(window, FEED_ARTICLES.length)
    await site.stop()
    const { rows } = await askEngine(window, 'articles.list', ALL, null, 1)
    const { articleId, text } = await askEngine(window, 'articles.get', rows[0]!.articleId)
    const quote = text.slice(0, 40).trim()
    const passage = { articleId, quote, prefix: '', suffix: '', color: 'blue', note: 'Mine' } as const
    made = await askEngine(window, 'highlights.add', passage)
    // The system's own dialogs cannot be pressed from here.
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, file)
    await askEngine(window, 'highlights.export', 'json')
  }, 200_000)

  afterAll(() => launched.close())

  const importFromMenu = async (): Promise<string> => {
    const { app, window } = launched
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('import-highlights')?.click()
    })
    const report = window.getByRole('dialog', { name: 'Import of highlights' })
    await report.waitFor()
    const told = await report.innerText()
    await window.keyboard.press('Escape')
    return told
  }

  it('come back as they were, and the report names the article that is not here', async () => {
    const [own] = JSON.parse(readFileSync(file, 'utf8')) as readonly object[]
    const strange = {
      ...own,
      articleId: 'f'.repeat(32),
      url: 'https://elsewhere.example/',
      title: 'Elsewhere',
    }
    writeFileSync(file, JSON.stringify([own, strange]))
    await askEngine(launched.window, 'highlights.remove', made.highlightId)
    expect(await importFromMenu()).toContain('Elsewhere')
    expect(await askEngine(launched.window, 'highlights.list')).toMatchObject([made])
  })

  it('are not doubled by a second import', async () => {
    await importFromMenu()
    expect(await askEngine(launched.window, 'highlights.list')).toHaveLength(1)
  })

  it('stay as they are when the file is damaged, and the reader is told', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20))
    const { app, window } = launched
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('import-highlights')?.click()
    })
    const messages = window.getByRole('region', { name: 'Messages' })
    await messages.getByText('was cut off', { exact: false }).waitFor({ timeout: 15_000 })
    expect(await askEngine(window, 'highlights.list')).toMatchObject([made])
  })
})
