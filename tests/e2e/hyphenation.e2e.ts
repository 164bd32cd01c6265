/** Words parted at the ends of lines, in the packaged app without a network: seen, and in the way of nothing that is done with the text. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ArticleId } from '../../contract/article-id'
import { askEngine, syncUntilReady } from '../support/ask-engine'
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server'
import { launchApp, newProfile, type LaunchedApp } from '../support/packaged-app'
import { articleText, openArticle, showList, shownHighlights } from '../support/reading-window'
import { shootThemes } from '../support/shoot-themes'

const TITLE = 'Donaudampfschifffahrt wieder aufgenommen'
const ENGLISH_TITLE = 'Steamers on the river again'
const PARAGRAPH =
  'Die Binnenschifffahrtsgesellschaft hat ihre Passagierverbindungen zwischen den Hauptstädten wiederaufgenommen, berichtete der Verkehrsminister.'
const PASSAGE = 'ihre Passagierverbindungen zwischen den Hauptstädten'
const ENGLISH =
  'The international administration of navigation has reintroduced transcontinental connections.'
const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const

const profile = newProfile('hyphenation')
let server: LoopbackServer
let launched: LaunchedApp
let window: Page
let articleId: ArticleId

beforeAll(async () => {
  server = await startLoopbackServer()
  server.on('/feed.xml', { headers: { 'content-type': 'application/rss+xml' }, body: feed() })
  launched = await launchApp(profile)
  window = launched.window
  await askEngine(window, 'settings.change', { firstRunDone: true, syncOnLaunch: false })
  await askEngine(window, 'feeds.add', `${server.origin}/feed.xml`, [])
  await syncUntilReady(window, 2)
  await server.stop()
  const { rows } = await askEngine(window, 'articles.list', ALL, null, 2)
  articleId = rows.find(({ title }) => title === TITLE)!.articleId
  await window.reload()
  await showList(window, 'All articles')
}, 90_000)

afterAll(() => launched.close())

const body = () => articleText(window).locator('.body')
const height = () => body().evaluate((element) => element.getBoundingClientRect().height)
const shownText = () => body().evaluate((element) => element.textContent)
/** From the first of these words to the last, also across what was put between their letters. */
const select = (words: string): Promise<void> =>
  body().evaluate((element, wanted) => {
    const node = element.querySelector('p')?.firstChild as Text
    const letters = [...node.data].flatMap((one, at) => (one === '\u00ad' ? [] : [at]))
    const from = node.data.replaceAll('\u00ad', '').indexOf(wanted)
    const range = document.createRange()
    range.setStart(node, letters[from]!)
    range.setEnd(node, letters[from + wanted.length - 1]! + 1)
    const selection = element.ownerDocument.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, words)

it('parts long German words at the first showing, and leaves ragged English whole', async () => {
  await openArticle(window, TITLE)
  const shown = (await shownText()) ?? ''
  expect(shown).toContain('Binnen\u00adschiff\u00adfahrts')
  expect(shown.replaceAll('\u00ad', '')).toContain(PARAGRAPH)
  await shootThemes(launched, 'hyphenation')
  await openArticle(window, ENGLISH_TITLE)
  expect(await shownText()).not.toContain('\u00ad')
  // Its key sentences are alike, and none of the other article's stays among them.
  for (const point of await articleText(window).locator('.key-points li').allInnerTexts())
    expect(point).toContain('The international')
})

it('copies words as they are written', async () => {
  await openArticle(window, TITLE)
  await select(PASSAGE)
  await launched.app.evaluate(({ clipboard }) => {
    clipboard.clear()
  })
  await window.evaluate(() => {
    document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')?.contentWindow?.focus()
  })
  await window.keyboard.press('Control+c')
  await expect
    .poll(() => launched.app.evaluate(({ clipboard }) => clipboard.readText()), { timeout: 10_000 })
    .toBe(PASSAGE)
})

it('marks a passage of parted words by the words of the article, and shows it again after a restart of the window', async () => {
  await select(PASSAGE)
  await window.keyboard.press('h')
  await window.getByRole('dialog', { name: 'Edit highlight' }).getByRole('button', { name: 'Close' }).click()
  const { text, highlights } = await askEngine(window, 'articles.get', articleId)
  expect(text).not.toContain('\u00ad')
  expect(highlights).toMatchObject([{ quote: PASSAGE, start: text.indexOf(PASSAGE), anchor: 'exact' }])
  for (const again of [false, true]) {
    if (again) {
      await window.reload()
      await openArticle(window, TITLE)
    }
    await expect
      .poll(async () => (await shownHighlights(window)).map((words) => words.replaceAll('\u00ad', '')))
      .toEqual([PASSAGE])
  }
})

it('finds a parted word in the article', async () => {
  await window.keyboard.press('Control+f')
  const bar = window.getByRole('search', { name: 'Find in article' })
  await bar.getByRole('textbox').fill('binnenschifffahrtsgesellschaft')
  await bar.getByText('1 of 30').waitFor()
  await bar.getByRole('textbox').press('Escape')
})

it('keeps the reading position where it was, however often the article is opened', async () => {
  const top = () =>
    window.evaluate(
      () => document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')?.contentWindow?.scrollY,
    )
  await body().evaluate((element) => element.ownerDocument.defaultView?.scrollTo({ top: 900 }))
  await expect.poll(top).toBe(900)
  for (const title of [ENGLISH_TITLE, TITLE, ENGLISH_TITLE, TITLE]) await openArticle(window, title)
  await expect.poll(top).toBe(900)
})

it('follows the reader’s wish at once', async () => {
  // A column too narrow for two of the long words.
  await askEngine(window, 'settings.change', { hyphenation: 'never', textWidth: 30 })
  await expect.poll(shownText).not.toContain('\u00ad')
  const whole = await height()
  await askEngine(window, 'settings.change', { hyphenation: 'always' })
  await expect.poll(shownText).toContain('\u00ad')
  // Parted words fill the lines that whole ones leave half empty.
  expect(await height()).toBeLessThan(0.9 * whole)
  if (process.env['OFFPRINT_SHOTS'])
    await window.screenshot({ path: `${process.env['OFFPRINT_SHOTS']}/parted.png` })
  await openArticle(window, ENGLISH_TITLE)
  expect(await shownText()).toContain('inter\u00adna\u00adtional')
  expect(launched.requests.filter((address) => /^https?:/.test(address))).toEqual([])
  expect(launched.complaints).toEqual([])
})

function feed(): string {
  const item = (title: string, language: string, text: string) =>
    `<item><title>${title}</title><guid isPermaLink="false">${title}</guid><dc:language>${language}</dc:language><content:encoded><![CDATA[${`<p>${text}</p>`.repeat(30)}]]></content:encoded></item>`
  return (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>' +
    `<title>Fluss</title><link>${server.origin}/</link><description>d</description>` +
    `${item(TITLE, 'de', PARAGRAPH)}${item(ENGLISH_TITLE, 'en', ENGLISH)}</channel></rss>`
  )
}
