/** Folders put into the reader's own order and into each other: by mouse, by keys and by their settings; after a restart, and in the list of feeds that is written. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { shootThemes } from '../support/shoot-themes'
import { FEED_ARTICLES, startNewsSite } from '../support/site/news-site'

const profile = newProfile('arrange')
let launched: LaunchedApp

beforeAll(async () => {
  const site = await startNewsSite()
  await runHidden(profile, ['add', ...site.feeds])
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
  await site.stop()
  const feeds = await askEngine(launched.window, 'feeds.list')
  for (const [at, folder] of [['Town'], ['Sea'], ['Sky']].entries())
    await askEngine(launched.window, 'feeds.change', feeds[at]!.feedId, { folder })
  await line('Sky').waitFor()
}, 200_000)
afterAll(() => launched.close())

const line = (name: string): Locator =>
  launched.window.getByRole('treeitem', { name: new RegExp(`^${name}\\b`) })

/** Names of folders and feeds from top to bottom, indented by their level. */
async function tree(): Promise<readonly string[]> {
  const lines = await launched.window
    .getByRole('treeitem')
    .evaluateAll((items) =>
      items.map(
        (item) =>
          '  '.repeat(Number(item.getAttribute('aria-level')) - 1) +
          (item.querySelector('bdi')?.textContent ?? ''),
      ),
    )
  return lines.slice(7)
}
const shown = () => expect.poll(tree, { timeout: 10_000 })

/** `height`: where on the other line it is let go, from 0 to 1. */
async function drag(what: string, onto: string, height: number): Promise<void> {
  const { mouse } = launched.window
  const [from, to] = [(await line(what).boundingBox())!, (await line(onto).boundingBox())!]
  const y = to.y + to.height * height
  await mouse.move(from.x + 80, from.y + 12)
  await mouse.down()
  // A drag begins with a first small way; what it is over must be told twice before it takes anything.
  await mouse.move(from.x + 84, from.y + 4, { steps: 3 })
  await mouse.move(to.x + 80, y, { steps: 6 })
  await mouse.move(to.x + 82, y)
  await mouse.up()
}

const FLAT = [
  'Sea',
  '  Harbour Notes',
  'Sky',
  '  Northern Sky',
  'Town',
  '  The Marrowby Gazette',
  'Field Almanac',
]
const TOWN_IN_SEA = [
  'Sea',
  '  Town',
  '    The Marrowby Gazette',
  '  Harbour Notes',
  'Sky',
  '  Northern Sky',
  'Field Almanac',
]

it('drags a folder into another one, and undoes it', async () => {
  await shown().toEqual(FLAT)
  await drag('Town', 'Sea', 0.5)
  await shown().toEqual(TOWN_IN_SEA)
  await launched.window.getByRole('button', { name: 'Undo' }).click()
  await shown().toEqual(FLAT)
})

it('drags a folder above another one, and a feed into a folder', async () => {
  await drag('Town', 'Sea', 0.1)
  await shown().toEqual([...FLAT.slice(4, 6), ...FLAT.slice(0, 4), 'Field Almanac'])
  await drag('Field Almanac', 'Sky', 0.5)
  await shown().toEqual([...FLAT.slice(4, 6), ...FLAT.slice(0, 4), '  Field Almanac'])
  await shootThemes(launched, 'arranged')
})

it('moves a folder by keys alone: down, into the one above, out again', async () => {
  const { window } = launched
  const element = window.getByRole('tree', { name: 'Lists and feeds' })
  await line('Town').click()
  await window.keyboard.press('Alt+ArrowDown')
  await shown().toEqual([...FLAT.slice(0, 2), ...FLAT.slice(4, 6), ...FLAT.slice(2, 4), '  Field Almanac'])
  await window.keyboard.press('Alt+ArrowRight')
  await shown().toEqual([...TOWN_IN_SEA.slice(0, 6), '  Field Almanac'])
  expect(await element.getAttribute('aria-activedescendant')).toBe('line-folder-Sea/Town')
  await window.keyboard.press('Alt+ArrowLeft')
  await shown().toEqual([...FLAT.slice(0, 4), '  Field Almanac', ...FLAT.slice(4, 6)])
  expect(await element.evaluate((one) => one === document.activeElement)).toBe(true)
})

it('gives a folder another name and place by its menu', async () => {
  const { window } = launched
  await line('Town').click({ button: 'right' })
  await window.getByRole('menuitem', { name: 'Folder settings…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Folder settings' })
  await dialog.getByRole('textbox', { name: 'Name of the folder' }).fill('Quay')
  const places = dialog.getByRole('combobox', { name: 'In folder' })
  expect(await places.locator('option').allTextContents()).toEqual(['No folder', 'Sea', 'Sky', 'New folder…'])
  await places.selectOption({ label: 'Sea' })
  await shootThemes(launched, 'folder-settings')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await shown().toEqual([
    'Sea',
    '  Quay',
    '    The Marrowby Gazette',
    '  Harbour Notes',
    'Sky',
    '  Northern Sky',
    '  Field Almanac',
  ])
})

it('shows the same after a restart, and writes it into the list of feeds', async () => {
  await drag('Sky', 'Sea', 0.1)
  const before = [
    'Sky',
    '  Northern Sky',
    '  Field Almanac',
    'Sea',
    '  Quay',
    '    The Marrowby Gazette',
    '  Harbour Notes',
  ]
  await shown().toEqual(before)
  await launched.close()
  const file = join(profile.folder, 'feeds.opml')
  await runHidden(profile, ['export-opml', file])
  launched = await launchApp(profile)
  await line('Sky').waitFor()
  await shown().toEqual(before)
  const outlines = [...readFileSync(file, 'utf8').matchAll(/<outline[^>]* text="([^"]*)"|<\/outline>/g)]
  expect(outlines.map(([, name]) => name ?? 'end')).toEqual([
    'Sky',
    'Northern Sky',
    'Field Almanac',
    'end',
    'Sea',
    'Harbour Notes',
    'Quay',
    'The Marrowby Gazette',
    'end',
    'end',
  ])
  expect(launched.complaints).toEqual([])
})
