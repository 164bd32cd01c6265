/**
 * In the packaged app: a story that three feeds report stands once in the list, opens under its row and inside the article, and can be
 * taken apart; "Prepare for offline" over fifty articles names exactly the six that stay incomplete; and with the site gone, the readiness
 * of every article is what lies on the disk.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { articleText, findRow, showList } from '../support/reading-window'
import { pngPicture } from '../support/site/png-picture'

const ARTICLES = 50
const LOST = [3, 11, 19, 27, 35, 43]
const STORY = 'Grain train derails near Velmar, Orsk line blocked'
const OWN = 'Derailed wagons at Velmar strand commuters on Orsk line'
const AGENCY =
  '<p>A freight train carrying grain derailed near Velmar on Tuesday morning, blocking the Orsk line in both directions. Nobody was hurt.</p>' +
  '<p>Eleven wagons left the rails after a bridge bearing failed, the operator Transrail said. Engineers from Velmar expect the line to reopen on Friday, and buses replace passenger trains until then.</p>'
const REPORT =
  '<p>Commuters stood in the rain at Velmar station after eleven wagons of grain tipped over beside the Orsk bridge. Transrail blamed a failed bearing for the derailment and promised buses.</p>' +
  '<p>Engineers hope to clear the freight wagons by Friday, and passengers are asked to leave an hour more.</p>'

const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const

const profile = newProfile('stories')
let server: LoopbackServer
let launched: LaunchedApp
let window: Page

const item = (title: string, guid: string, html: string): string =>
  `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><pubDate>${new Date(Date.now() - 3600_000).toUTCString()}</pubDate>` +
  `<content:encoded><![CDATA[${html}]]></content:encoded></item>`
const feed = (title: string, items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title>` +
  `<link>${server.origin}/</link><description>d</description>${items.join('')}</channel></rss>`

/** Words of no other article, so that no two of them tell one story. */
function plain(number: number): string {
  const words = Array.from({ length: 60 }, (_, at) => `w${((number + 7) ** 3 * (at + 5)).toString(36)}`).join(
    ' ',
  )
  return `<p>${words}.</p><p><img src="${server.origin}/picture-${String(number)}.png" alt="A picture"></p>`
}

const titleOf = (number: number): string =>
  `Almanac leaf ${String.fromCharCode(65 + (number % 26))}${String(number)}`

beforeAll(async () => {
  server = await startLoopbackServer()
  const picture = { headers: { 'content-type': 'image/png' } }
  const numbers = Array.from({ length: ARTICLES }, (_, at) => at)
  for (const number of numbers)
    if (!LOST.includes(number))
      server.on(`/picture-${String(number)}.png`, {
        ...picture,
        body: pngPicture(number, { width: 64, height: 40 }),
      })
  const feeds: Record<string, string> = {
    '/daily.xml': feed('The Daily', [item(STORY, 'd1', AGENCY)]),
    '/evening.xml': feed('Evening Post', [item(STORY, 'e1', AGENCY)]),
    '/own.xml': feed('Own Report', [item(OWN, 'o1', REPORT)]),
    '/almanac.xml': feed(
      'Almanac',
      numbers.map((number) => item(titleOf(number), `a${String(number)}`, plain(number))),
    ),
  }
  for (const [path, body] of Object.entries(feeds))
    server.on(path, { headers: { 'content-type': 'application/rss+xml' }, body })
  const added = await runHidden(profile, ['add', ...Object.keys(feeds).map((path) => server.origin + path)])
  expect(added, added.stderr).toMatchObject({ code: 0 })
  launched = await launchApp(profile)
  window = launched.window
  await askEngine(window, 'settings.change', { firstRunDone: true, syncOnLaunch: false })
  // The launch's own pass may not have begun yet, and then it does not.
  await askEngine(window, 'sync.start', [])
  await waitForQuiet(window, ARTICLES + 3)
  await window.reload()
  await showList(window, 'All articles')
}, 240_000)

afterAll(async () => {
  await launched.close()
  await server.stop()
})

const rows = (name: string) =>
  window.getByRole('listbox', { name: 'Articles', exact: true }).getByRole('option', { name })

describe('a story of three feeds', () => {
  it('stands once in the list and says in how many other feeds it is', async () => {
    await showList(window, 'The Daily')
    await rows('also in 2 feeds').waitFor()
    await showList(window, 'All articles')
    const { rows: listed } = await askEngine(window, 'articles.list', ALL, null, 200)
    expect(listed.filter(({ title }) => title.includes('Velmar')).map(({ story }) => story)).toEqual([
      { articles: 2, feeds: 2 },
    ])
    await (await findRow(window, 'Velmar')).click()
    await window.screenshot({ path: join(profile.folder, 'story-closed.png') })
  })

  it('opens under its row by the arrow key, and closes again', async () => {
    const list = window.getByRole('listbox', { name: 'Articles', exact: true })
    await list.focus()
    await window.keyboard.press('ArrowRight')
    await expect.poll(() => rows('Velmar').count()).toBe(3)
    await window.screenshot({ path: join(profile.folder, 'story-open.png') })
    await window.keyboard.press('ArrowLeft')
    await expect.poll(() => rows('Velmar').count()).toBe(1)
  })

  it('opens its other versions inside the article', async () => {
    const versions = articleText(window).getByRole('region', { name: 'Other versions of this story' })
    expect(await versions.getByRole('button').count()).toBe(2)
    await versions.getByRole('button', { name: 'Another report' }).click()
    await articleText(window)
      .getByRole('heading', { level: 1, name: /Velmar/ })
      .waitFor()
  })

  it('is taken apart by the reader, and put together again by undo', async () => {
    await showList(window, 'All articles')
    await (await findRow(window, 'Velmar')).click({ button: 'right' })
    await window.getByRole('menuitem', { name: 'Not the same story' }).click()
    const told = () =>
      askEngine(window, 'articles.list', ALL, null, 200).then((page) =>
        page.rows.filter(({ title }) => title.includes('Velmar')).map(({ story }) => story?.articles ?? 0),
      )
    await expect.poll(told).toHaveLength(2)
    await window.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(told).toEqual([2])
  })
})

describe('preparing fifty articles of which six lack a picture', () => {
  it('reports exactly those six with the cause', async () => {
    await showList(window, 'Almanac')
    await window.getByRole('button', { name: 'List options' }).click()
    await window.getByRole('menuitem', { name: 'Prepare for offline…' }).click()
    const dialog = window.getByRole('dialog', { name: 'Prepare for offline' })
    await dialog.getByText(/6 articles are incomplete/).waitFor()
    await window.screenshot({ path: join(profile.folder, 'prepare-estimate.png') })
    await dialog.getByRole('button', { name: 'Start' }).click()
    const incomplete = dialog.getByRole('region', { name: 'Incomplete, and why' })
    await incomplete.waitFor()
    await window.screenshot({ path: join(profile.folder, 'prepare-outcome.png') })
    expect((await incomplete.locator('strong').allInnerTexts()).sort()).toEqual(LOST.map(titleOf).sort())
    for (const line of await incomplete.locator('li span').allInnerTexts())
      expect(line).toMatch(/^picture 1 of 1: .*404/)
    await dialog.getByRole('button', { name: 'Close' }).last().click()
  })

  it('leaves a readiness that is what lies on the disk, with the site gone', async () => {
    await server.stop()
    const { rows: listed } = await askEngine(window, 'articles.list', ALL, null, 200)
    for (const row of listed) {
      const { images } = await askEngine(window, 'articles.get', row.articleId)
      const here = images.filter(
        ({ media }) => media !== null && existsSync(join(profile.library, 'media', media.slice(0, 2), media)),
      )
      expect([row.title, row.readiness.images]).toEqual([row.title, [here.length, images.length]])
      expect([row.title, row.ready]).toEqual([row.title, here.length === images.length])
    }
    expect(
      listed
        .filter(({ ready }) => !ready)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(LOST.map(titleOf).sort())
  })
})
