/** A feed changes an article between two syncs; with the site gone, the window shows what it said before, by mouse, key and palette. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ArticleDetail } from '../../contract/article'
import { axeFindings } from '../support/axe-findings'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { shootThemes } from '../support/shoot-themes'
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server'
import { launchApp, newProfile, type LaunchedApp } from '../support/packaged-app'
import { openArticle, showList } from '../support/reading-window'

const TITLE = 'Ferry to Orm stops in winter'
const LATER = 'Ferry to Orm keeps running in winter'
const SAME = Array.from(
  { length: 9 },
  (_, at) =>
    `Paragraph ${String(at + 1)} tells of the island of Orm, its harbour and its ferry, and stays as the paper printed it that day.`,
)
const FIRST = [
  'The ferry to Orm will stop in winter, the harbour board said on Monday, because too few people cross the sound.',
  ...SAME,
  'Nobody on the island was asked.',
]
const SECOND = [
  'The ferry to Orm will not stop in winter, the harbour board said on Tuesday, because nine hundred people asked for it.',
  ...SAME,
  'The board meets again in March, and this time the islanders are invited.',
]
const HEBREW_SAME = Array.from(
  { length: 9 },
  (_, at) =>
    `פסקה ${String(at + 1)} מספרת על האי, על הנמל שלו ועל המעבורת שלו, ונשארת כפי שהודפסה באותו יום.`,
)
const HEBREW = [
  ['המעבורת לאי תפסיק לשוט בחורף, כך הודיעה הנהלת הנמל ביום שני בבוקר.', ...HEBREW_SAME],
  ['המעבורת לאי תמשיך לשוט בחורף, כך הודיעה הנהלת הנמל ביום שלישי בבוקר.', ...HEBREW_SAME],
] as const
const HEBREW_TITLE = 'המעבורת לאי'

let server: LoopbackServer
let launched: LaunchedApp
let window: Page

beforeAll(async () => {
  server = await startLoopbackServer()
  serve(TITLE, FIRST, HEBREW[0])
  launched = await launchApp(newProfile('versions'))
  window = launched.window
  await askEngine(window, 'settings.change', { firstRunDone: true, syncOnLaunch: false })
  await askEngine(window, 'feeds.add', `${server.origin}/feed.xml`, [])
  await syncUntil((details) => details.filter(({ text }) => text !== '').length === 2)
  serve(LATER, SECOND, HEBREW[1])
  await syncUntil((details) => details.every(({ versions }) => versions.length > 0))
  await server.stop()
  await window.reload()
  await showList(window, 'All articles')
}, 90_000)

afterAll(() => launched.close())

it('opens what changed from the mark in the head of the article', async () => {
  await openArticle(window, LATER)
  await pressInFrame('.updated')
  await dialog().waitFor()
  await expect.poll(() => texts('del')).toContain('stops')
  expect(await texts('ins')).toContain('keeps running')
  expect((await texts('del')).join(' ')).toContain('Nobody on the island was asked.')
  expect((await texts('ins')).join(' ')).toContain('nine hundred')
  await dialog()
    .getByRole('status')
    .filter({ hasText: /\d+ words added, \d+ words removed/ })
    .waitFor()
  await shootThemes(launched, 'versions')
})

it.each(['light', 'dark', 'sepia'] as const)('has nothing that axe finds wrong in %s', async (theme) => {
  await askEngine(window, 'settings.change', { theme })
  await expect.poll(() => window.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme)
  expect(await axeFindings(window)).toEqual([])
})

it('folds what stayed the same, and unfolds it', async () => {
  const fold = dialog().getByRole('button', { name: '7 unchanged paragraphs' })
  await dialog().getByText('Paragraph 1 tells').waitFor()
  expect(await dialog().getByText('Paragraph 5 tells').count()).toBe(0)
  await fold.click()
  await dialog().getByText('Paragraph 5 tells').waitFor()
})

it('shows the earlier text whole', async () => {
  await dialog().getByRole('radio', { name: 'Earlier text' }).check({ force: true })
  await dialog().getByRole('heading', { name: TITLE }).waitFor()
  await dialog().getByText('said on Monday').waitFor()
  expect(await dialog().locator('ins, del').count()).toBe(0)
  await dialog().getByText('Paragraph 9 tells').waitFor()
  await window.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
})

it('opens by its key, by the palette and by the menu of the article', async () => {
  await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
  await window.keyboard.press('u')
  await dialog().waitFor()
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+k')
  await window.keyboard.type('show what changed')
  await window.keyboard.press('Enter')
  await dialog().waitFor()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'More article actions' }).click()
  await window.getByRole('menuitem', { name: 'Show what changed' }).click()
  await dialog().waitFor()
  await window.keyboard.press('Escape')
})

it('reads from right to left where the article does', async () => {
  await openArticle(window, HEBREW_TITLE)
  await window.keyboard.press('u')
  await dialog().locator('ins').first().waitFor()
  expect(await dialog().locator('.change-text').getAttribute('dir')).toBe('rtl')
  expect(await texts('del')).toContain('תפסיק')
  await shootThemes(launched, 'versions-rtl')
  await window.keyboard.press('Escape')
  expect(launched.complaints).toEqual([])
})

const dialog = () => window.getByRole('dialog', { name: 'What changed' })
const texts = (mark: 'ins' | 'del') => dialog().locator(mark).allInnerTexts()

/** A pass that is asked for while another one runs only joins it, so it is asked for until it has brought what is wanted. */
async function syncUntil(enough: (details: readonly ArticleDetail[]) => boolean): Promise<void> {
  const all = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
  for (;;) {
    await askEngine(window, 'sync.start', [])
    await waitForQuiet(window, 0)
    const { rows } = await askEngine(window, 'articles.list', all, null, 10)
    const details = await Promise.all(
      rows.map(({ articleId }) => askEngine(window, 'articles.get', articleId)),
    )
    if (details.length > 0 && enough(details)) return
    await window.waitForTimeout(200)
  }
}

async function pressInFrame(selector: string): Promise<void> {
  await window.evaluate((wanted) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
    frame?.contentDocument?.querySelector<HTMLElement>(wanted)?.click()
  }, selector)
}

function serve(title: string, paragraphs: readonly string[], hebrew: readonly string[]): void {
  const item = (name: string, id: number, text: readonly string[]) =>
    `<item><title>${name}</title><guid isPermaLink="false">${String(id)}</guid>` +
    `<content:encoded><![CDATA[${text.map((one) => `<p>${one}</p>`).join('')}]]></content:encoded></item>`
  server.on('/feed.xml', {
    headers: { 'content-type': 'application/rss+xml' },
    body:
      '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>' +
      `<title>Coast News</title><link>${server.origin}/</link><description>d</description>` +
      `${item(title, 1, paragraphs)}${item(HEBREW_TITLE, 2, hebrew)}</channel></rss>`,
  })
}
