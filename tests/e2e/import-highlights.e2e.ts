/** Highlights out of the packaged app and back in: exported as JSON and as Markdown, edited, removed, imported from the menu, with a report of what was left out. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleId } from '../../contract/article-id'
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
    const { window } = launched
    await waitForQuiet(window, FEED_ARTICLES.length)
    await site.stop()
    const { rows } = await askEngine(window, 'articles.list', ALL, null, 1)
    made = await mark(rows[0]!.articleId)
    await answerDialogs(file)
    await askEngine(window, 'highlights.export', 'json')
  }, 200_000)

  afterAll(() => launched.close())

  const mark = async (articleId: ArticleId) => {
    const { text } = await askEngine(launched.window, 'articles.get', articleId)
    const quote = text.slice(0, 40).trim()
    const passage = { articleId, quote, prefix: '', suffix: '', color: 'blue', note: 'Mine' } as const
    return askEngine(launched.window, 'highlights.add', passage)
  }

  /** The system's own dialogs cannot be pressed from here. */
  const answerDialogs = (...paths: readonly string[]): Promise<void> =>
    launched.app.evaluate(({ dialog }, filePaths) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: filePaths[0] ?? '' })
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
    }, paths)

  const chooseInMenu = (item: string): Promise<void> =>
    launched.app.evaluate(({ Menu }, id) => {
      Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
    }, item)

  const told = (words: string) =>
    launched.window.getByRole('region', { name: 'Messages' }).getByText(words, { exact: false })

  const importFromMenu = async (): Promise<string> => {
    const { window } = launched
    await chooseInMenu('import-highlights')
    const report = window.getByRole('dialog', { name: 'Import of highlights' })
    await report.waitFor()
    const words = await report.innerText()
    await window.keyboard.press('Escape')
    return words
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
    await chooseInMenu('import-highlights')
    await told('was cut off').waitFor({ timeout: 15_000 })
    expect(await askEngine(launched.window, 'highlights.list')).toMatchObject([made])
  })

  it('come back from Markdown, a file an article, with the note that was edited in it', async () => {
    const { window } = launched
    const { rows } = await askEngine(window, 'articles.list', ALL, null, 2)
    const other = await mark(rows[1]!.articleId)
    await answerDialogs(profile.folder)
    await chooseInMenu('export-highlights-each')
    await told('written into 2 files').waitFor()
    const folder = readdirSync(profile.folder).find((name) => name.startsWith('Offprint highlights')) ?? ''
    const files = readdirSync(join(profile.folder, folder)).map((name) => join(profile.folder, folder, name))
    expect(files).toHaveLength(2)
    const [first = ''] = files.filter((path) => readFileSync(path, 'utf8').includes(made.highlightId))
    writeFileSync(
      first,
      readFileSync(first, 'utf8').replace('\nMine\n', '\nMine, and **more** from outside\n'),
    )
    await askEngine(window, 'highlights.remove', other.highlightId)
    await answerDialogs(...files)
    await chooseInMenu('import-highlights')
    await told('1 highlight imported, 1 changed as in the file').waitFor()
    const here = await askEngine(window, 'highlights.list')
    expect(here).toHaveLength(2)
    expect(here).toContainEqual(expect.objectContaining(other))
    // The reader sees it where all highlights are.
    await chooseInMenu('show-highlights')
    await window
      .getByRole('region', { name: 'All highlights' })
      .getByText('Mine, and **more** from outside')
      .waitFor()
  })

  it('come from the files that are whole, and the report names the damaged one with its line', async () => {
    const [whole, damaged] = [join(profile.folder, 'whole.md'), join(profile.folder, 'damaged.md')]
    await answerDialogs(whole)
    await chooseInMenu('export-highlights-md')
    await told('2 highlights written to').waitFor()
    writeFileSync(damaged, readFileSync(whole, 'utf8').replace('<!-- offprint blue', '<!-- offprint teal'))
    await askEngine(launched.window, 'highlights.remove', made.highlightId)
    await answerDialogs(damaged, whole)
    const report = await importFromMenu()
    expect(report).toContain('damaged.md')
    expect(report).toMatch(/Line \d+ of the file cannot be read/)
    expect(await askEngine(launched.window, 'highlights.list')).toHaveLength(2)
  })
})
