/** What the packaged app says to a screen reader: the live regions, by their roles, and how often each sentence stands in them. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { axeFindings } from '../support/axe-findings'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { FEED_ARTICLES, startNewsSite } from '../support/site/news-site'

const profile = newProfile('live')
let launched: LaunchedApp
let site: Awaited<ReturnType<typeof startNewsSite>>

beforeAll(async () => {
  site = await startNewsSite()
  await runHidden(profile, ['add', ...site.feeds])
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
  await listen()
}, 200_000)

afterAll(async () => {
  await launched.close()
  await site.stop()
})

/** Notes what comes into any live region from now on, as a screen reader hears it: with its role, and each time. */
const listen = (): Promise<void> =>
  launched.window.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        const nodes = type === 'characterData' ? [target] : addedNodes
        for (const node of nodes) {
          const element = node instanceof Element ? node : node.parentElement
          const role = element?.closest('[role=status], [role=alert]')?.getAttribute('role')
          if (role && node.textContent) heard.push(`${role}: ${node.textContent}`)
        }
      }
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })

const heard = async (words: RegExp): Promise<readonly string[]> => {
  const all = await launched.window.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
  return all.filter((text) => words.test(text))
}
const chooseInMenu = (item: string): Promise<void> =>
  launched.app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, item)

it('tells beginning and end of a sync once each, also of one that brings nothing, and none of its steps', async () => {
  const { window } = launched
  await window.getByRole('button', { name: 'Sync now' }).click()
  const end = window.getByRole('status').filter({ hasText: 'The sync has ended: nothing new' })
  await end.waitFor({ state: 'attached' })
  // A quick one is told of by its end alone.
  const told = (await heard(/sync/i)).filter((text) => text !== 'status: The sync has begun.')
  expect(told).toEqual(['status: The sync has ended: nothing new'])
  expect((await heard(/has begun/)).length).toBeLessThan(2)
  expect(await heard(/\d of \d/)).toEqual([])
})

it('tells the number of articles that a search found once', async () => {
  const { window } = launched
  const field = window.getByRole('textbox', { name: 'Search articles' })
  await field.pressSequentially('ferry', { delay: 30 })
  await window
    .getByRole('status')
    .filter({ hasText: /articles? found/ })
    .waitFor({ state: 'attached' })
  expect(await heard(/found/)).toHaveLength(1)
  await field.press('Escape')
})

it('tells politely of what can be undone, and at once of what went wrong', async () => {
  const { app, window } = launched
  await window.getByRole('button', { name: 'Mark all as read' }).click()
  const undo = window.getByRole('status').getByRole('button', { name: 'Undo' })
  await undo.waitFor()
  expect(await heard(/^status: .*Undo/)).toHaveLength(1)
  await undo.click()
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    join(profile.folder, 'no such folder', 'highlights.md'),
  )
  await chooseInMenu('export-highlights-md')
  await window.getByRole('alert').filter({ hasText: 'could not be written' }).waitFor()
  expect(await heard(/could not be written/)).toHaveLength(1)
  expect(await heard(/^status: .*could not be written/)).toEqual([])
})

it('says in the dialog on top what happens meanwhile, and does not repeat what was told before', async () => {
  const { window } = launched
  const told = (await heard(/could not be written/)).length
  // As long as a message stands before it counts as told.
  await window.waitForTimeout(500)
  await chooseInMenu('show-settings')
  const settings = window.getByRole('dialog', { name: 'Settings' })
  await settings.getByText('could not be written').waitFor()
  expect(await heard(/could not be written/)).toHaveLength(told)
  expect(await settings.getByRole('alert').getByText('could not be written').count()).toBe(0)
  await chooseInMenu('export-highlights-html')
  await settings.getByRole('alert').getByText('could not be written').waitFor()
  await window.keyboard.press('Escape')
})

it('says so where the list would be when a search cannot work, and axe finds nothing wrong with it', async () => {
  const broken = newProfile('broken-index')
  await runHidden(broken, ['add', ...site.feeds])
  // A file where the folder of the index belongs: no index can be opened or made.
  rmSync(join(broken.library, 'index'), { recursive: true, force: true })
  writeFileSync(join(broken.library, 'index'), '')
  const other = await launchApp(broken)
  try {
    const { window } = other
    await waitForQuiet(window, FEED_ARTICLES.length)
    await expect(askEngine(window, 'search.query', 'ferry', 10, 0)).rejects.toThrow()
    await window.getByRole('textbox', { name: 'Search articles' }).fill('ferry')
    const failed = window.getByRole('region', { name: 'Article list' }).getByRole('alert')
    await failed.getByRole('heading', { name: 'The search did not work' }).waitFor()
    expect(await axeFindings(window)).toEqual([])
  } finally {
    await other.close()
  }
}, 200_000)
