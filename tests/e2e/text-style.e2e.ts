/** How articles are set, in the packaged app: the text style card changes the article live and is kept; each script reads its own way. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askEngine, syncUntilReady } from '../support/ask-engine'
import { shootThemes } from '../support/shoot-themes'
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server'
import { launchApp, newProfile, type LaunchedApp } from '../support/packaged-app'
import { openArticle, showList } from '../support/reading-window'

const ARABIC_TITLE = 'المنارة تضيء من جديد'
const JAPANESE_TITLE = '灯台にふたたび灯がともる'
const GERMAN_TITLE = 'Der Leuchtturm brennt wieder'
const many = (count: number, text: string) => Array.from({ length: count }, () => `<p>${text}</p>`).join('')

const ARTICLES = [
  {
    title: ARABIC_TITLE,
    html:
      many(4, 'أضاء سكان القرية مصباح المنارة من جديد بعد شتاء طويل عبرت فيه السفن بالأجهزة وحدها.') +
      '<p>The harbour board (Orm) answered in English: the lamp may burn.</p>' +
      '<blockquote><p>قال الحارس: «نورها يُرى من بعيد»، ثم أضاف Orm Light 2026 في دفتره.</p></blockquote>' +
      '<ul><li>الزيت</li><li>The lens</li><li>המנורה</li></ul><ol><li>The oil</li><li>The wick</li></ol><pre>lamp --on 21:00</pre>',
  },
  {
    title: 'המגדלור דולק שוב',
    html:
      many(4, 'תושבי הכפר הדליקו שוב את מנורת המגדלור לאחר חורף ארוך שבו עברו הספינות בעזרת מכשירים בלבד.') +
      '<p>Captain Lind: “We saw it from 12 miles.”</p>',
  },
  {
    title: JAPANESE_TITLE,
    html:
      many(
        4,
        '村の人々は、長い冬のあとで灯台のあかりをふたたびともした。船はその冬、計器だけをたよりに「オルム」の沖を通っていたという。',
      ) +
      '<div style="writing-mode: vertical-rl"><p>ふるいけや</p><p>かわずとびこむ</p><p>みずのおと</p></div>' +
      many(2, '港の人は、ＡＢＣと書かれた箱を2026年の秋に運んできた。'),
  },
  {
    title: GERMAN_TITLE,
    html: many(
      6,
      'Die Dorfbewohner haben die Leuchtturmlampe nach einem langen Winter wieder angezündet, in dem die Küstenfährschiffe allein nach ihren Navigationsinstrumenten gefahren waren.',
    ),
  },
]

const profile = newProfile('text-style')
let server: LoopbackServer
let launched: LaunchedApp
let window: Page

beforeAll(async () => {
  server = await startLoopbackServer()
  server.on('/feed.xml', { headers: { 'content-type': 'application/rss+xml' }, body: feed() })
  await launch()
  await askEngine(window, 'settings.change', { firstRunDone: true, syncOnLaunch: false })
  await askEngine(window, 'feeds.add', `${server.origin}/feed.xml`, [])
  await syncUntilReady(window, ARTICLES.length)
  await server.stop()
  await window.reload()
  await showList(window, 'All articles')
}, 90_000)

afterAll(() => launched.close())

describe('the text style', () => {
  it('opens by its key, changes the article while it is open, and closes with Escape', async () => {
    await openArticle(window, GERMAN_TITLE)
    await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
    await window.keyboard.press('t')
    await card().waitFor()
    await shootThemes(launched, 'type')
    expect(await styleOf('.body', 'font-family')).toMatch(/^"?Source Serif/)
    await choose('Sans')
    await expect.poll(() => styleOf('.body', 'font-family')).toMatch(/^"?Inter/)
    expect(await styleOf('h1', 'font-family')).toMatch(/^"?Inter/)
    await choose('Justified')
    await expect.poll(() => styleOf('.body p', 'text-align')).toBe('justify')
    await card().getByRole('slider', { name: 'Text size' }).fill('22')
    await expect.poll(() => styleOf('.body p', 'font-size')).toBe('22px')
    await window.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
  })

  it('opens by its button, and a click elsewhere closes it', async () => {
    const button = window.getByRole('button', { name: 'Text style' })
    await button.click()
    await card().waitFor()
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    await window.getByRole('region', { name: 'Article list' }).click({ position: { x: 60, y: 20 } })
    await card().waitFor({ state: 'detached' })
  })

  it('is the same after a restart', async () => {
    await launched.close()
    await launch()
    await openArticle(window, GERMAN_TITLE)
    expect(await styleOf('.body', 'font-family')).toMatch(/^"?Inter/)
    expect(await styleOf('.body p', 'text-align')).toBe('justify')
    await askEngine(window, 'settings.change', { typeface: 'serif', alignment: 'language', textSize: 18 })
    await window.reload()
  })
})

describe('an article', () => {
  it('reads from right to left in Arabic, with blocks of other scripts in their own direction', async () => {
    await openArticle(window, ARABIC_TITLE)
    expect(await styleOf('.sheet', 'direction')).toBe('rtl')
    expect(await directions('.body > p')).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'ltr'])
    // Their marks stay together; the words of the English one are in its own order.
    expect(await directions('.body li')).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr'])
    expect((await stylesOf('.body li', 'unicode-bidi'))[1]).toBe('plaintext')
    expect(await styleOf('.body pre', 'direction')).toBe('ltr')
    await shootThemes(launched, 'arabic')
  })

  it('is set in lines of one width in Japanese, and downwards where the page sets it so', async () => {
    await openArticle(window, JAPANESE_TITLE)
    expect(await styleOf('.body > p', 'text-align')).toBe('justify')
    expect(await styleOf('.body > p', 'line-break')).toBe('strict')
    expect(await styleOf('.vertical-rl', 'writing-mode')).toBe('vertical-rl')
    await shootThemes(launched, 'japanese')
  })

  it('is ragged in other languages, until the reader wants it otherwise', async () => {
    await openArticle(window, GERMAN_TITLE)
    expect(await styleOf('.body p', 'text-align')).toBe('start')
    await openArticle(window, 'המגדלור דולק שוב')
    await shootThemes(launched, 'hebrew')
    expect(launched.complaints).toEqual([])
  })
})

const card = () => window.getByRole('dialog', { name: 'Text style' })
const choose = (name: string) => card().getByText(name, { exact: true }).click()

async function launch(): Promise<void> {
  launched = await launchApp(profile)
  window = launched.window
}

/** Through the window that owns the frame: the frame itself runs no scripts. */
function stylesOf(selector: string, property: string): Promise<readonly string[]> {
  return window.evaluate(
    ([wanted, name]) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
      const found = frame?.contentDocument?.querySelectorAll(wanted) ?? []
      return [...found].map((element) => getComputedStyle(element).getPropertyValue(name))
    },
    [selector, property] as const,
  )
}

const directions = (selector: string) => stylesOf(selector, 'direction')
const styleOf = async (selector: string, property: string) => (await stylesOf(selector, property))[0]

function feed(): string {
  const items = ARTICLES.map(
    ({ title, html }) =>
      `<item><title>${title}</title><guid isPermaLink="false">${title}</guid><content:encoded><![CDATA[${html}]]></content:encoded></item>`,
  )
  return (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>' +
    `<title>Coast News</title><link>${server.origin}/</link><description>d</description>${items.join('')}</channel></rss>`
  )
}
