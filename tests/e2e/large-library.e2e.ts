/** Long work on a large library in the packaged app: making its search index, and articles on their way out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine } from '../support/ask-engine'
import { LONG_ARTICLES, makeLargeLibrary, SHORT_ARTICLES } from '../support/large-library'
import { launchApp, newProfile, type LaunchedApp } from '../support/packaged-app'
import { showList } from '../support/reading-window'

const profile = newProfile('large')
const book = join(profile.folder, 'book.epub')
let launched: LaunchedApp

beforeAll(async () => {
  await makeLargeLibrary(profile.library)
  launched = await launchApp(profile)
  // The system's own dialogs cannot be pressed from here.
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, book)
}, 200_000)

afterAll(() => launched.close())

const underWay = () => launched.window.getByRole('region', { name: 'Work under way' })
const messages = () => launched.window.getByRole('region', { name: 'Messages' })
const chooseInMenu = (item: string): Promise<void> =>
  launched.app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, item)

it('shows how a lost search index is made again, while the window is used', async () => {
  const { window } = launched
  const bar = underWay().getByRole('progressbar', { name: 'Making the search index' })
  await bar.waitFor()
  const total = SHORT_ARTICLES + LONG_ARTICLES
  await underWay()
    .getByText(`of ${total.toLocaleString('en')}`)
    .waitFor()
  // It is the app's own upkeep: nothing would be won by ending it.
  expect(await underWay().getByRole('button').count()).toBe(0)
  await showList(window, 'Short notes')
  await window.getByRole('listbox', { name: 'Articles', exact: true }).getByRole('option').first().waitFor()
  expect(await bar.count()).toBe(1)
  const end = messages().getByRole('status').getByText('The search index is whole')
  await end.waitFor({ timeout: 120_000 })
  expect(await end.innerText()).toContain(total.toLocaleString('en'))
  const { hits } = await askEngine(window, 'search.query', '3999', 10, 0)
  expect(hits.length).toBeGreaterThan(0)
}, 200_000)

it('leaves no half file of articles whose saving is cancelled, and writes all of them when it is not', async () => {
  const { window } = launched
  await showList(window, 'Long reads')
  const list = window.getByRole('listbox', { name: 'Articles', exact: true })
  await list.getByRole('option').first().click()
  await list.press('Home')
  await list.press('Shift+End')
  await window.getByRole('heading', { level: 1, name: `${String(LONG_ARTICLES)} ` }).waitFor()
  const before = readdirSync(profile.folder)
  await chooseInMenu('save-as-epub')
  const cancel = underWay().getByRole('button', { name: 'Cancel: Saving articles' })
  await underWay()
    .getByText(/^\d+ of 60$/)
    .waitFor()
  await cancel.focus()
  await window.keyboard.press('Enter')
  await messages().getByRole('status').getByText('Saving was cancelled. No file was written.').waitFor()
  expect(readdirSync(profile.folder)).toEqual(before)
  await underWay().waitFor({ state: 'detached' })
  await chooseInMenu('save-as-epub')
  await messages().getByRole('status').getByText(book).waitFor({ timeout: 120_000 })
  expect(existsSync(`${book}.part`)).toBe(false)
  expect(readFileSync(book).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip')
}, 200_000)
