/** The storage part of the settings in the packaged app: limits with their preview, a backup, and the library moved to another folder. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { appExecutable, environment, newProfile, rootSwitches, type Profile } from '../support/packaged-app'

let profile: Profile
let app: ElectronApplication
let window: Page
/** Articles when the backup was made. */
let stored: number

/** Without `--library`: a library that was named at the start is not ours to move. */
async function launch(): Promise<void> {
  app = await _electron.launch({
    executablePath: appExecutable(),
    args: [...rootSwitches(), '--', '--network', 'off'],
    env: environment(profile),
    timeout: 60_000,
  })
  window = await app.firstWindow()
  window.setDefaultTimeout(60_000)
  await window.waitForLoadState('load')
}

const dataFolder = (): string => join(profile.folder, 'config', 'Offprint')

beforeAll(async () => {
  profile = newProfile('storage')
  await launch()
  await askEngine(window, 'feeds.addStarter')
  await askEngine(window, 'sync.start', [])
  await waitForQuiet(window, 1)
  stored = (await askEngine(window, 'app.counts')).all
  await askEngine(window, 'settings.change', { firstRunDone: true })
  await window.reload()
})

afterAll(async () => {
  await app.close()
})

async function openSettings(): Promise<void> {
  // Keys are heard once the lists are drawn.
  await window.getByRole('treeitem', { name: 'All articles' }).waitFor()
  await window.keyboard.press(',')
  await window.getByRole('dialog', { name: 'Settings' }).waitFor()
}

it('says what the library takes and what limits would let go of', async () => {
  await openSettings()
  const storage = window.getByRole('region', { name: 'Storage' })
  await storage.getByText(/^Your library takes \d/).waitFor()
  const button = storage.getByRole('button', { name: 'Keep to these limits' })
  expect(await button.isDisabled()).toBe(true)
  await storage.getByLabel('Of each feed keep').selectOption('50')
  await storage.getByText('Nothing goes with these limits now.').waitFor()
  await button.click()
  await window.getByText('Stored. No article is over these limits.').waitFor()
  expect(await askEngine(window, 'settings.get')).toMatchObject({ keepArticles: 50 })
})

it('backs the library up into a file that the reader names', async () => {
  const file = join(profile.folder, 'backup.zip')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await window.getByRole('button', { name: 'Back up…' }).click()
  await window.getByText(/were backed up to/).waitFor()
  expect((await stat(file)).size).toBeGreaterThan(1000)
})

it('restores that backup while it runs: feeds, articles, search and the window are those of the backup', async () => {
  const [feed] = await askEngine(window, 'feeds.list')
  await askEngine(window, 'feeds.remove', feed!.feedId)
  expect((await askEngine(window, 'app.counts')).all).toBe(0)
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
    },
    join(profile.folder, 'backup.zip'),
  )
  await window.getByRole('button', { name: 'Restore…' }).click()
  await expect.poll(async () => (await askEngine(window, 'app.counts')).all, { timeout: 30_000 }).toBe(stored)
  expect(await askEngine(window, 'feeds.list')).toMatchObject([{ feedId: feed!.feedId, title: feed!.title }])
  await window.getByRole('treeitem', { name: feed!.title }).waitFor({ state: 'attached' })
  const search = async () => (await askEngine(window, 'search.query', 'offprint', 10, 0)).hits.length
  await expect.poll(search, { timeout: 30_000 }).toBeGreaterThan(0)
})

it('moves the library, starts again and clears the old folder once the new one is open', async () => {
  const target = join(profile.folder, 'moved')
  await mkdir(target)
  await app.evaluate(({ app: electron, dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
    // The test starts it again by itself: Playwright does not follow a process that another one starts.
    electron.relaunch = () => undefined
  }, target)
  await window.getByLabel('Leave a copy in the old folder when the library is moved').uncheck()
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await window.getByRole('button', { name: 'Move…' }).click()
  await ended
  const pointer = join(dataFolder(), 'library-location.json')
  expect(JSON.parse(await readFile(pointer, 'utf8'))).toEqual({
    folder: target,
    leftOver: join(dataFolder(), 'library'),
  })
  expect(existsSync(join(dataFolder(), 'library', 'library.json'))).toBe(true)
  await launch()
  expect(await askEngine(window, 'app.info')).toMatchObject({ libraryFolder: target, notices: [] })
  expect(await askEngine(window, 'feeds.list')).toHaveLength(1)
  await expect.poll(() => existsSync(join(dataFolder(), 'library')), { timeout: 10_000 }).toBe(false)
})
