/**
 * Highlights in the packaged app, with the real frame: made by the key, coloured and noted from the keyboard, drawn at the very
 * words, also across paragraphs; removed, taken back, and still there after a restart. And words found in the open article.
 */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, type LaunchedApp } from '../support/packaged-app'
import { openArticle, showList, shownHighlights } from '../support/reading-window'

const TITLE = 'A pencil for the screen: highlights and notes'
const PASSAGE = 'The passage takes on a colour'
const FROM = 'the highlight is safe the'
const TO = 'Yellow, green, blue'

const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const

/** The window looks at its list again this long after the library changed, at the latest. */
const SETTLED_MS = 1_000

const profile = newProfile('reading')
let launched: LaunchedApp
let window: Page

beforeAll(async () => {
  launched = await launchApp(profile)
  window = launched.window
  await askEngine(window, 'settings.change', { firstRunDone: true, syncOnLaunch: false })
  await askEngine(window, 'feeds.addStarter')
  await askEngine(window, 'sync.start', [])
  await waitForQuiet(window, 6)
  await window.reload()
  await showList(window, 'All articles')
  await openArticle(window, TITLE)
}, 180_000)

afterAll(async () => {
  await launched.close()
})

describe('an open article', () => {
  it('keeps selection, place and body while the library changes around it', async () => {
    await select(PASSAGE)
    const before = await inFrame()
    expect(before.selected).toBe(PASSAGE)
    await markBody()
    await askEngine(window, 'articles.markAllRead', ALL)
    await askEngine(window, 'sync.start', [])
    await waitForQuiet(window, 6)
    await window.waitForTimeout(SETTLED_MS)
    expect(await inFrame()).toEqual(before)
    expect(await bodyIsMarked()).toBe(true)
  })
})

describe('a highlight', () => {
  it('is made with H, at the very words that are selected', async () => {
    await highlight(PASSAGE)
    expect(await shownHighlights(window)).toEqual([PASSAGE])
    expect(await colorOf(PASSAGE)).toBe('yellow')
  })

  it('takes a colour and a note from the keyboard, and gives the keys back to the text', async () => {
    expect(await focusedName()).toBe('Yellow')
    await window.keyboard.press('Tab')
    await window.keyboard.press('Tab')
    expect(await focusedName()).toBe('Blue')
    await window.keyboard.press('Enter')
    await expect.poll(() => colorOf(PASSAGE)).toBe('blue')
    await card().getByRole('textbox', { name: 'Note' }).focus()
    await window.keyboard.type('Said twice, so it matters')
    await window.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
    expect(await window.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
    await expect
      .poll(async () => (await stored())[0])
      .toMatchObject({ color: 'blue', note: 'Said twice, so it matters' })
  })

  it('crosses paragraphs and pictures', async () => {
    await highlight(FROM, TO)
    await window.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
    const across = (await shownHighlights(window)).find((text) => text !== PASSAGE)
    expect(across).toMatch(new RegExp(`^${FROM}[^]*${TO}$`))
    const [, second] = await stored()
    expect(second).toMatchObject({ anchor: 'exact' })
    expect(second?.quote.startsWith(FROM)).toBe(true)
    expect(second?.quote.endsWith(TO)).toBe(true)
    expect(second?.quote).toContain('\n\n')
  })

  it('opens its card at a click on its words, and goes and comes back with Undo', async () => {
    const before = await stored()
    await openCardOf(PASSAGE)
    await card().getByRole('button', { name: 'Remove highlight' }).click()
    await expect.poll(() => shownHighlights(window)).not.toContain(PASSAGE)
    await window.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => shownHighlights(window)).toContain(PASSAGE)
    expect(byQuote(await stored())).toEqual(byQuote(before))
  })

  it('is where it was after a restart', async () => {
    const before = await shownHighlights(window)
    await launched.close()
    launched = await launchApp(profile)
    window = launched.window
    await showList(window, 'All articles')
    await openArticle(window, TITLE)
    await expect.poll(() => shownHighlights(window)).toEqual(before)
    expect(await colorOf(PASSAGE)).toBe('blue')
  }, 120_000)
})

describe('find in article', () => {
  it('marks every match, counts them and walks round them', async () => {
    await window.keyboard.press('Control+f')
    const field = window.getByRole('textbox', { name: 'Find in article' })
    await field.fill('HIGHLIGHT')
    const status = window.getByRole('search', { name: 'Find in article' }).getByRole('status')
    const total = (await marked('offprint-found')).length
    expect(total).toBeGreaterThan(3)
    await expect.poll(() => status.textContent()).toBe(`1 of ${String(total)}`)
    await field.press('Shift+Enter')
    await expect.poll(() => status.textContent()).toBe(`${String(total)} of ${String(total)}`)
    await field.press('Enter')
    await expect.poll(() => status.textContent()).toBe(`1 of ${String(total)}`)
    expect(await marked('offprint-found-here')).toEqual([expect.stringMatching(/^highlight$/i)])
    expect(await shownHighlights(window)).toContain(PASSAGE)
  })

  it('says when there is none, and leaves no mark behind', async () => {
    await window.getByRole('textbox', { name: 'Find in article' }).fill('no such words here')
    await window.getByText('Not found').waitFor()
    await window.keyboard.press('Escape')
    expect(await window.getByRole('search', { name: 'Find in article' }).count()).toBe(0)
    expect(await marked('offprint-found')).toEqual([])
    expect(launched.complaints).toEqual([])
  })
})

const card = () => window.getByRole('dialog', { name: 'Edit highlight' })
const stored = () => askEngine(window, 'highlights.list')
const byQuote = <T extends { readonly quote: string }>(rows: readonly T[]) =>
  [...rows].sort((a, b) => a.quote.localeCompare(b.quote))

const focusedName = () => window.evaluate(() => document.activeElement?.getAttribute('aria-label'))

/** Selects from the first words to the end of the last as a reader would, in the frame, through the window that owns it. */
function select(first: string, last = first): Promise<void> {
  return window.evaluate(
    ([from, to]) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
      const text = frame?.contentDocument
      const body = text?.querySelector('.body')
      if (!text || !body) throw new Error('No article is open.')
      const find = (wanted: string): readonly [Text, number] => {
        const walker = text.createTreeWalker(body, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node as Text).data.indexOf(wanted)
          if (at >= 0) return [node as Text, at]
        }
        throw new Error(`The article does not hold “${wanted}”.`)
      }
      const [start, at] = find(from)
      const [end, until] = find(to)
      start.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      frame.contentWindow?.focus()
      text.getSelection()?.setBaseAndExtent(start, at, end, until + to.length)
    },
    [first, last] as const,
  )
}

async function highlight(first: string, last = first): Promise<void> {
  await select(first, last)
  await window.keyboard.press('h')
  await card().waitFor()
}

async function openCardOf(passage: string): Promise<void> {
  await clickAt(passage)
  await card().waitFor()
}

/** A click by the browser's own protocol: Playwright's mouse waits for scripts that the frame does not run. */
async function clickAt(passage: string): Promise<void> {
  await select(passage)
  const place = await window.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
    const selection = frame?.contentDocument?.getSelection()
    if (!frame || !selection) throw new Error('No article is open.')
    const box = selection.getRangeAt(0).getBoundingClientRect()
    const outer = frame.getBoundingClientRect()
    selection.removeAllRanges()
    return { x: outer.x + box.x + 20, y: outer.y + box.y + 10 }
  })
  const session = await window.context().newCDPSession(window)
  const click = { ...place, button: 'left', clickCount: 1 } as const
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...click })
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...click })
  await session.detach()
}

/** What is selected in the article's frame, and how far it is scrolled. */
function inFrame(): Promise<{ readonly selected: string | undefined; readonly top: number | undefined }> {
  return window.evaluate(() => {
    const view = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')?.contentWindow
    return { selected: view?.getSelection()?.toString(), top: view?.scrollY }
  })
}

/** Leaves a mark on the drawn body itself, which a drawing anew would take away. */
function markBody(): Promise<void> {
  return window.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
    frame?.contentDocument?.querySelector('.body > *')?.setAttribute('data-kept', '')
  })
}

function bodyIsMarked(): Promise<boolean> {
  return window.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
    return Boolean(frame?.contentDocument?.querySelector('.body > [data-kept]'))
  })
}

/** Words under one of the frame's marks. */
function marked(name: string): Promise<readonly string[]> {
  return window.evaluate((mark) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
    const view = frame?.contentWindow as (Window & typeof globalThis) | null
    const marks = view?.CSS.highlights as unknown as Map<string, Iterable<Range>> | undefined
    return [...(marks?.get(mark) ?? [])].map((range) => range.toString())
  }, name)
}

/** Colour that a passage is drawn in; null when it is drawn in none. */
async function colorOf(passage: string): Promise<string | null> {
  for (const color of ['yellow', 'green', 'blue', 'pink', 'purple']) {
    if ((await marked(`offprint-${color}`)).includes(passage)) return color
  }
  return null
}
