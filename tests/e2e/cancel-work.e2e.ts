/** Long work that the reader cancels, in the packaged app: nothing half is left on the disk, and one sentence says how it ended. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { askEngine } from '../support/ask-engine'
import { MARKED_ARTICLES, makeMarkedLibrary, otherHighlights } from '../support/marked-library'
import { launchApp, newProfile, type LaunchedApp } from '../support/packaged-app'

const profile = newProfile('cancel')
const files = join(profile.folder, 'files')
const PER_ARTICLE = 3
let launched: LaunchedApp

beforeAll(async () => {
  await makeMarkedLibrary(profile.library)
  mkdirSync(files)
  launched = await launchApp(profile)
  await launched.window.getByRole('treeitem', { name: 'Marked' }).waitFor()
}, 200_000)

afterAll(() => launched.close())

// What went before has ended and is told: each test sees its own work and its own sentence.
beforeEach(async () => {
  await expect.poll(() => askEngine(launched.window, 'work.list'), { timeout: 60_000 }).toEqual([])
  await underWay().waitFor({ state: 'detached' })
  await expect.poll(() => messages().innerText(), { timeout: 30_000 }).toBe('')
})

const underWay = () => launched.window.getByRole('region', { name: 'Work under way' })
const messages = () => launched.window.getByRole('region', { name: 'Messages' })
/** One sentence, and no complaint beside it. */
const told = async (words: RegExp): Promise<string> => {
  const sentence = messages().getByRole('status').getByText(words)
  await sentence.waitFor({ timeout: 60_000 })
  expect(await sentence.count()).toBe(1)
  expect(await messages().getByRole('alert').innerText()).toBe('')
  return sentence.innerText()
}

const chooseInMenu = (item: string): Promise<void> =>
  launched.app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, item)

/** The system's own dialogs cannot be pressed from here. */
const answerDialogs = (path: string): Promise<void> =>
  launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  }, path)

/** Begins it from the menu, and ends it by the keyboard once it is seen to go on. */
async function cancel(item: string, name: string): Promise<void> {
  await chooseInMenu(item)
  const button = underWay().getByRole('button', { name: `Cancel: ${name}` })
  const bar = underWay().getByRole('progressbar', { name })
  await button.waitFor()
  await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0)
  await button.focus()
  await launched.window.keyboard.press('Enter')
}

const libraryNow = async () => ({
  names: readdirSync(profile.library).filter((name) => name !== 'journal'),
  counts: await askEngine(launched.window, 'app.counts'),
  highlights: (await askEngine(launched.window, 'highlights.list')).length,
})

it('leaves no file of an export of highlights', async () => {
  await answerDialogs(join(files, 'highlights.md'))
  await cancel('export-highlights-md', 'Exporting highlights')
  await told(/^The export was cancelled\. Nothing was written\.$/)
  expect(readdirSync(files)).toEqual([])
})

it('leaves no folder of an export that writes a file an article', async () => {
  await answerDialogs(files)
  await cancel('export-highlights-each', 'Exporting highlights')
  await told(/^The export was cancelled\. Nothing was written\.$/)
  expect(readdirSync(files)).toEqual([])
})

it('leaves no file of a backup', async () => {
  await answerDialogs(join(files, 'backup.zip'))
  await cancel('back-up', 'Backing up')
  await told(/^The backup was cancelled\. No file was written\.$/)
  expect(readdirSync(files)).toEqual([])
})

it('leaves the library as it was when a restore is cancelled', async () => {
  const file = join(files, 'backup.zip')
  await answerDialogs(file)
  await askEngine(launched.window, 'library.backup')
  const [first] = await askEngine(launched.window, 'highlights.list')
  // The backup has it: were anything of it put in place, it would be here again.
  await askEngine(launched.window, 'highlights.remove', first!.highlightId)
  const before = await libraryNow()
  await cancel('restore-backup', 'Restoring')
  await told(/^Restoring was cancelled\. The library is as it was\.$/)
  expect(await libraryNow()).toEqual(before)
  expect(existsSync(join(profile.library, 'restore'))).toBe(false)
  expect(readdirSync(files)).toEqual(['backup.zip'])
}, 200_000)

it('keeps what came of an import of highlights, says how many, and the same file brings the rest', async () => {
  const file = join(profile.folder, 'others.json')
  const total = PER_ARTICLE * MARKED_ARTICLES
  writeFileSync(file, otherHighlights(PER_ARTICLE))
  await answerDialogs(file)
  const before = (await libraryNow()).highlights
  await cancel('import-highlights', 'Importing highlights')
  const words = await told(/^[\d,]+ highlights imported, [\d,]+ not looked at because you cancelled$/)
  const [added = 0, left = 0] = (words.match(/\d[\d,]*/g) ?? []).map((part) => Number(part.replace(',', '')))
  expect(added).toBeGreaterThan(0)
  expect(added + left).toBe(total)
  expect((await libraryNow()).highlights).toBe(before + added)
  const { added: rest, known } = (await askEngine(launched.window, 'highlights.import'))!
  expect([rest, known]).toEqual([left, added])
  expect((await libraryNow()).highlights).toBe(before + total)
}, 200_000)
