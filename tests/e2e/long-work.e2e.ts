/** Long work in the packaged app: it is seen to run, it is ended by the keyboard, and what it says in the end is true. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askEngine } from '../support/ask-engine'
import { launchApp, newProfile, type LaunchedApp } from '../support/packaged-app'

const profile = newProfile('long-work')
let launched: LaunchedApp

beforeAll(async () => {
  launched = await launchApp(profile)
  await launched.window.getByRole('button', { name: 'Start with an empty library' }).click()
}, 100_000)

afterAll(() => launched.close())

/** The system's own dialogs cannot be pressed from here. */
const chooseFile = (path: string): Promise<void> =>
  launched.app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
  }, path)

const chooseInMenu = (item: string): Promise<void> =>
  launched.app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, item)

const underWay = () => launched.window.getByRole('region', { name: 'Work under way' })
const said = (words: RegExp) =>
  launched.window.getByRole('region', { name: 'Messages' }).getByRole('status').getByText(words)

describe('a list of many feeds', () => {
  const outlines = Array.from({ length: 60_000 }, (_, at) => {
    const address = `https://site${String(at)}.example`
    return `<outline type="rss" text="Feed ${String(at)}" xmlUrl="${address}/feed.xml" htmlUrl="${address}/"/>`
  })
  const listOf = (count: number): string => {
    const file = join(profile.folder, `feeds-${String(count)}.opml`)
    writeFileSync(file, `<opml version="2.0"><body>${outlines.slice(0, count).join('\n')}</body></opml>`)
    return file
  }

  it('shows how far it came, and leaves what was added when it is cancelled by the keyboard', async () => {
    const { window } = launched
    await chooseFile(listOf(60_000))
    await chooseInMenu('import-opml')
    await underWay()
      .getByText(/[\d,]+ of 60,000/)
      .waitFor()
    const bar = underWay().getByRole('progressbar', { name: 'Importing feeds' })
    expect(await bar.getAttribute('max')).toBe('60000')
    // The window is answered while feeds come in.
    const { length } = await askEngine(window, 'feeds.list')
    expect(length).toBeLessThan(60_000)
    await underWay().getByRole('button', { name: 'Cancel: Importing feeds' }).focus()
    await window.keyboard.press('Enter')
    const end = said(/feeds added/)
    await end.waitFor()
    const told = await end.innerText()
    const [, added = '', left = ''] = /^([\d,]+) feeds added, ([\d,]+) left out/.exec(told) ?? []
    const here = (await askEngine(window, 'feeds.list')).length
    expect(Number(added.replace(',', ''))).toBe(here)
    expect(here + Number(left.replace(',', ''))).toBe(60_000)
    await underWay().waitFor({ state: 'detached' })
    expect(await window.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  }, 120_000)

  it('is taken in by ten thousand, also what is here already', async () => {
    const before = (await askEngine(launched.window, 'feeds.list')).length
    await chooseFile(listOf(10_000))
    await chooseInMenu('import-opml')
    await said(/known already/).waitFor()
    const { length } = await askEngine(launched.window, 'feeds.list')
    expect(length).toBe(Math.max(before, 10_000))
  }, 120_000)
})
