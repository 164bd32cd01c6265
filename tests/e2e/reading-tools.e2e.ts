/**
 * What stands around the text, in the packaged app: a key point made a highlight by its button and by the key, the view of all
 * highlights (grouped, noted, copied, removed and taken back), and pictures enlarged and moved from the keyboard.
 */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server'
import { launchApp, newProfile, type LaunchedApp } from '../support/packaged-app'
import { articleText, openArticle, showList, shownHighlights } from '../support/reading-window'
import { pngPicture } from '../support/site/png-picture'

const TITLE = 'The lighthouse at Orm goes dark'
const PARAGRAPHS = [
  'The lighthouse at Orm went dark on Monday after 212 years, because the harbour board of Orm no longer pays for its keeper.',
  'Captains of the coastal ferries protested against the decision, since the lighthouse marks the only safe passage between the reefs.',
  'The harbour board said that satellites guide ships today, and that the lighthouse costs 90,000 crowns a year in oil and repairs.',
  'Keeper Hanna Lind, who has lived in the lighthouse for thirty years, will move to the village at the end of the month.',
  'A society of villagers has collected 40,000 crowns to buy the lighthouse and to light it again in the winter nights.',
  'The ministry of transport will decide in March whether the lighthouse may be sold, and whether its lamp may shine without a keeper.',
]

let server: LoopbackServer
let launched: LaunchedApp
let window: Page

beforeAll(async () => {
  server = await startLoopbackServer()
  for (const number of [1, 2])
    server.on(`/${String(number)}.png`, {
      headers: { 'content-type': 'image/png' },
      body: pngPicture(number, { width: 800, height: 500 }),
    })
  server.on('/feed.xml', { headers: { 'content-type': 'application/rss+xml' }, body: feed() })
  launched = await launchApp(newProfile('reading-tools'))
  window = launched.window
  await askEngine(window, 'settings.change', { firstRunDone: true, syncOnLaunch: false })
  await askEngine(window, 'feeds.add', `${server.origin}/feed.xml`, [])
  await askEngine(window, 'sync.start', [])
  await waitForQuiet(window, 1)
  // The article is listed before its text has been worked through.
  while ((await keyPoints()) < 2) await new Promise((resolve) => setTimeout(resolve, 100))
  await window.reload()
  await showList(window, 'All articles')
  await openArticle(window, TITLE)
  await articleText(window).locator('.key-points li:has(.point)').nth(1).waitFor()
}, 180_000)

afterAll(async () => {
  await launched.close()
  await server.stop()
})

describe('a key point', () => {
  it('becomes a highlight of its passage by its button', async () => {
    await pressPoint(0, 'button')
    await card().waitFor()
    await window.keyboard.press('Escape')
    await expect.poll(async () => (await stored()).length).toBe(1)
    expect(await shownHighlights(window)).toEqual([(await stored())[0]?.quote])
  })

  it('becomes a highlight by H while it has the focus, and is made only once', async () => {
    await pressPoint(1, 'key')
    await expect.poll(async () => (await stored()).length).toBe(2)
    await card().waitFor()
    await window.keyboard.press('Escape')
    await pressPoint(1, 'key')
    await card().waitFor()
    await window.keyboard.press('Escape')
    expect(await stored()).toHaveLength(2)
  })
})

describe('all highlights', () => {
  it('are grouped by article, feed, colour and day', async () => {
    await showList(window, 'Highlights')
    for (const [choice, heading] of [
      ['By colour', 'Yellow'],
      ['By feed', /./],
      ['By day', /\d{4}/],
    ] as const) {
      await pane().getByRole('button', { name: 'Group highlights' }).click()
      await window.getByRole('menuitemradio', { name: choice }).click()
      await pane().getByRole('heading', { level: 2, name: heading }).waitFor()
    }
    expect(await pane().getByRole('listitem').count()).toBe(2)
  })

  it('take a note there, and go and come back with Undo', async () => {
    const first = pane().getByRole('listitem').first()
    await first.getByRole('button', { name: 'Edit note' }).click()
    const field = first.getByRole('textbox', { name: 'Note' })
    await field.fill('For the essay')
    await field.press('Control+Enter')
    await expect.poll(async () => (await stored()).map(({ note }) => note)).toContain('For the essay')
    await first.getByRole('button', { name: 'Remove highlight' }).click()
    await expect.poll(() => pane().getByRole('listitem').count()).toBe(1)
    await window.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => pane().getByRole('listitem').count()).toBe(2)
    expect((await stored()).map(({ note }) => note)).toContain('For the essay')
  })

  it('are copied with their notes', async () => {
    await pane().getByRole('button', { name: 'Export highlights' }).click()
    await window.getByRole('menuitem', { name: 'Copy all that are shown' }).click()
    await window.getByText('2 highlights copied').waitFor()
    const copied = await launched.app.evaluate(({ clipboard }) => clipboard.readText())
    for (const { quote } of await stored()) expect(copied).toContain(`> ${quote}`)
    expect(copied).toContain('For the essay')
  })
})

describe('the picture viewer', () => {
  it('enlarges with +, moves with the arrows, shows the whole with 0 and goes on with the arrow', async () => {
    await window.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
      frame?.contentDocument?.querySelector<HTMLElement>('.enlarge')?.click()
    })
    const viewer = window.getByRole('dialog', { name: 'Picture' })
    await viewer.waitFor()
    const picture = viewer.getByRole('img')
    await viewer.getByText('Orm, seen from boat 1').waitFor()
    const transform = () => picture.evaluate((image) => image.style.transform)
    await viewer.getByText('100%').waitFor()
    await window.keyboard.press('+')
    await window.keyboard.press('+')
    await viewer.getByText('225%').waitFor()
    await window.keyboard.press('ArrowRight')
    await expect.poll(transform).toBe('translate(-80px, 0px) scale(2.25)')
    await window.keyboard.press('0')
    await expect.poll(transform).toBe('translate(0px, 0px) scale(1)')
    await picture.dispatchEvent('wheel', { deltaY: -400, bubbles: true, cancelable: true })
    await viewer.getByText('205%').waitFor()
    await window.keyboard.press('0')
    const before = await picture.getAttribute('src')
    await window.keyboard.press('ArrowRight')
    await expect.poll(() => picture.getAttribute('src')).not.toBe(before)
    await window.keyboard.press('Escape')
    await viewer.waitFor({ state: 'detached' })
    expect(launched.complaints).toEqual([])
  })
})

const card = () => window.getByRole('dialog', { name: 'Edit highlight' })
const pane = () => window.getByRole('region', { name: 'All highlights' })
const stored = () => askEngine(window, 'highlights.list')

async function keyPoints(): Promise<number> {
  const all = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
  const [row] = (await askEngine(window, 'articles.list', all, null, 1)).rows
  return row ? (await askEngine(window, 'articles.get', row.articleId)).keyPoints.length : 0
}

/** Through the window that owns the frame: the frame itself runs no scripts. */
async function pressPoint(at: number, how: 'button' | 'key'): Promise<void> {
  await window.evaluate(
    ([number, by]) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
      const points = frame?.contentDocument?.querySelectorAll<HTMLElement>('.key-points li:has(.point)')
      const point = points?.[number]
      if (!frame || !point) throw new Error('The article has too few key points.')
      if (by === 'button') point.querySelector<HTMLElement>('.icon-button')?.click()
      else {
        frame.focus()
        point.querySelector<HTMLElement>('.point')?.focus()
      }
    },
    [at, how] as const,
  )
  if (how === 'key') await window.keyboard.press('h')
}

function feed(): string {
  const picture = (number: number) =>
    `<figure><img src="${server.origin}/${String(number)}.png" alt="View ${String(number)}"><figcaption>Orm, seen from boat ${String(number)}</figcaption></figure>`
  const text = [
    ...PARAGRAPHS,
    ...PARAGRAPHS.map((one) => `Many remember it well. ${one.replace('Orm', 'old Orm')}`),
  ]
  const html = `${text.map((one) => `<p>${one}</p>`).join('')}${picture(1)}${picture(2)}`
  return (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Coast News</title>' +
    `<link>${server.origin}/</link><description>d</description><item><title>${TITLE}</title><guid isPermaLink="false">1</guid>` +
    `<content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`
  )
}
