/** Feeds that fail or have fallen silent, in the activity dialog: listed with the cause, several chosen, paused, moved, fetched again and unsubscribed with one undo, by the keyboard alone. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { shootThemes } from '../support/shoot-themes'
import { FEED_ARTICLES, startNewsSite, type NewsSite } from '../support/site/news-site'

const profile = newProfile('troubled')
let site: NewsSite
let launched: LaunchedApp

beforeAll(async () => {
  site = await startNewsSite()
  const broken = ['Broken one', 'Broken two'].map(
    (name, at) =>
      `<outline type="rss" text="${name}" xmlUrl="${new URL(`/nothing-${String(at)}.rss`, site.feeds[0]).href}"/>`,
  )
  const list = join(profile.folder, 'broken.opml')
  writeFileSync(list, `<opml version="2.0"><body>${broken.join('')}</body></opml>`)
  await runHidden(profile, ['add', ...site.feeds])
  await runHidden(profile, ['import', list])
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
}, 200_000)
afterAll(async () => {
  await launched.close()
  await site.stop()
})

const feeds = () => askEngine(launched.window, 'feeds.list')
const broken = async () => (await feeds()).filter(({ title }) => title.startsWith('Broken'))
const dialog = () => launched.window.getByRole('dialog', { name: 'Activity' })

/** Goes on with the Tab key until what has the focus is named so. */
async function tabTo(name: string, key = 'Tab'): Promise<void> {
  const { window } = launched
  const focused = () =>
    window.evaluate(() => {
      const at = document.activeElement
      return (
        at?.getAttribute('aria-label') ??
        at?.closest('label')?.textContent ??
        at?.textContent ??
        ''
      ).trim()
    })
  for (let stop = 0; stop < 60; stop++) {
    if ((await focused()) === name) return
    await window.keyboard.press(key)
  }
  throw new Error(`The Tab key never came to “${name}”.`)
}
async function press(name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(name)
  await launched.window.keyboard.press(key)
}
/** The messages stand at the end of the dialog, so the way back is the short one. */
async function undo(): Promise<void> {
  await tabTo('Undo', 'Shift+Tab')
  await launched.window.keyboard.press('Enter')
}
async function openActivity(): Promise<void> {
  const { window } = launched
  await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
  await window.keyboard.press('g')
  await window.keyboard.press('y')
  await dialog().waitFor()
}

it('are listed by trouble, each with its cause', async () => {
  await openActivity()
  const failing = dialog().getByRole('region', { name: 'Failing' })
  await expect.poll(() => failing.getByRole('listitem').allInnerTexts()).toHaveLength(2)
  for (const cause of await failing.getByRole('listitem').allInnerTexts())
    expect(cause).toMatch(/^Broken (?:one|two)\n+.*404/)
  const silent = dialog().getByRole('region', { name: 'Silent' })
  expect(await silent.getByRole('listitem').allInnerTexts()).toHaveLength(4)
  expect(await silent.innerText()).toContain('It answers, and its newest article came')
})

it('are paused together and let go on by one undo', async () => {
  await press('Select all: Failing', 'Space')
  await press('Pause')
  const paused = async () => (await broken()).map(({ choices }) => choices.paused)
  await expect.poll(paused, { timeout: 10_000 }).toEqual([true, true])
  const region = dialog().getByRole('region', { name: 'Paused' })
  await expect.poll(() => region.getByRole('listitem').count(), { timeout: 10_000 }).toBe(2)
  await shootThemes(launched, 'troubled-paused')
  await undo()
  await expect.poll(paused, { timeout: 10_000 }).toEqual([false, false])
  await dialog().getByRole('region', { name: 'Failing' }).waitFor()
})

it('are moved into a new folder together', async () => {
  const { window } = launched
  await press('Select all: Failing', 'Space')
  await press('Move to folder…')
  // The choice of a folder has the focus now.
  await window.keyboard.press('End')
  await window.keyboard.press('Tab')
  await window.keyboard.type('Broken')
  await press('Move')
  const folders = async () => (await broken()).map(({ folder }) => folder)
  await expect.poll(folders, { timeout: 10_000 }).toEqual([['Broken'], ['Broken']])
  await undo()
  await expect.poll(folders, { timeout: 10_000 }).toEqual([[], []])
})

it('are fetched again at once', async () => {
  const tries = async () => {
    const each = (await broken()).map(({ feedId }) => askEngine(launched.window, 'sync.decisions', feedId))
    return (await Promise.all(each)).map((decisions) => decisions.length)
  }
  const before = await tries()
  await press('Sync these again')
  await expect.poll(tries, { timeout: 30_000 }).toEqual(before.map((number) => number + 1))
  await expect
    .poll(() => dialog().getByRole('region', { name: 'Failing' }).innerText(), { timeout: 10_000 })
    .toContain('It failed 2 times in a row.')
})

it('are unsubscribed together, and come back to their places by one undo', async () => {
  const before = (await feeds()).map(({ feedId }) => feedId)
  await press('Select all: Failing', 'Space')
  await press('Remove 2 feeds…')
  await press('Remove')
  await expect.poll(broken, { timeout: 10_000 }).toEqual([])
  await dialog().getByRole('region', { name: 'Failing' }).waitFor({ state: 'hidden' })
  await undo()
  await expect
    .poll(async () => (await feeds()).map(({ feedId }) => feedId), { timeout: 10_000 })
    .toEqual(before)
  await shootThemes(launched, 'troubled')
  await launched.window.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
  expect(launched.complaints).toEqual([])
})
