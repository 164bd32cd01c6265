/** What a reader needs who sees or moves differently: forced colours, less motion, twice the size, and a focus that is never lost. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { openArticle, showList } from '../support/reading-window'
import { FEED_ARTICLES, startNewsSite, type NewsSite } from '../support/site/news-site'

let site: NewsSite
let launched: LaunchedApp
let window: Page

beforeAll(async () => {
  site = await startNewsSite()
  const profile = newProfile('access')
  await runHidden(profile, ['add', ...site.feeds])
  launched = await launchApp(profile)
  window = launched.window
  await waitForQuiet(window, FEED_ARTICLES.length)
  const { rows } = await askEngine(
    window,
    'articles.list',
    { view: 'all', feedId: null, folder: null, order: 'newest' },
    null,
    1,
  )
  const { articleId, text } = await askEngine(window, 'articles.get', rows[0]!.articleId)
  const quote = text.slice(0, 40).trim()
  await askEngine(window, 'highlights.add', {
    articleId,
    quote,
    prefix: '',
    suffix: '',
    color: 'blue',
    note: null,
  })
  await window.reload()
  await showList(window, 'All articles')
  await openArticle(window, FEED_ARTICLES[0]!.title)
}, 180_000)

afterAll(async () => {
  await launched.close()
  await site.stop()
})

const menu = (id: string): Promise<void> =>
  launched.app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click()
  }, id)

const articleList = () => window.getByRole('listbox', { name: 'Articles', exact: true })

/** The places a reader goes to, each opened and left again. */
const PLACES: readonly (readonly [name: string, open: () => Promise<void>, leave: () => Promise<void>])[] = [
  ['an open article', () => Promise.resolve(), () => Promise.resolve()],
  [
    'all highlights',
    async () => {
      await showList(window, 'Highlights')
      await window.getByRole('region', { name: 'All highlights' }).waitFor()
    },
    () => showList(window, 'All articles'),
  ],
  [
    'the settings',
    async () => {
      await menu('show-settings')
      await window.getByRole('dialog', { name: 'Settings' }).waitFor()
    },
    async () => {
      await window.keyboard.press('Escape')
      await window.getByRole('dialog', { name: 'Settings' }).waitFor({ state: 'hidden' })
    },
  ],
]

describe('forced colours', () => {
  it.each(PLACES)('leave every control and selection to be seen: %s', async (_, open, leave) => {
    await open()
    await window.emulateMedia({ forcedColors: 'active' })
    const unseen = await window.evaluate(unseenControls)
    await window.emulateMedia({ forcedColors: 'none' })
    await leave()
    expect(unseen).toEqual([])
  })
})

describe('less motion', () => {
  it.each(PLACES)('lets nothing move for longer than a millisecond: %s', async (_, open, leave) => {
    await window.emulateMedia({ reducedMotion: 'reduce' })
    // What began to move before ends as it began.
    await expect.poll(() => window.evaluate(movingElements), { timeout: 10_000 }).toEqual([])
    await open()
    const moving = await window.evaluate(movingElements)
    await leave()
    await window.emulateMedia({ reducedMotion: 'no-preference' })
    expect(moving).toEqual([])
  })
})

describe('twice the size', () => {
  it.each(PLACES)('scrolls nothing sideways and keeps every control in reach: %s', async (_, open, leave) => {
    await open()
    const zoom = (factor: number) =>
      launched.app.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted)
      }, factor)
    await zoom(2)
    // The feeds slide out first.
    const trouble = async () => window.evaluate(outOfReach)
    await expect.poll(trouble, { timeout: 10_000 }).toEqual([])
    await zoom(1)
    await window.waitForTimeout(400)
    await leave()
  })
})

describe('the focus', () => {
  it.each([
    ['add-feed', 'Add a feed'],
    ['show-settings', 'Settings'],
    ['show-shortcuts', 'Keyboard'],
    ['show-guide', 'Guide'],
    ['show-activity', 'Activity'],
    ['palette', 'Go to anything'],
    ['mute-like', 'Rule'],
  ])('goes back to something with a name after the dialog of %s', async (command, name) => {
    await articleList().focus()
    await menu(command)
    const dialog = window.getByRole('dialog', { name, exact: true })
    await dialog.waitFor()
    await window.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(focusName).not.toBe('')
  })

  it('goes back to the button of each menu that was closed', async () => {
    const buttons = window.locator('button[aria-haspopup=menu]:visible')
    const count = await buttons.count()
    expect(count).toBeGreaterThan(0)
    for (let at = 0; at < count; at++) {
      const button = buttons.nth(at)
      await button.click()
      await window.getByRole('menu').waitFor()
      await window.keyboard.press('Escape')
      await window.getByRole('menu').waitFor({ state: 'hidden' })
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    }
  })

  it('stays on the list when an article is removed by key, and when that is undone by its button', async () => {
    await articleList().focus()
    await window.keyboard.press('Delete')
    const undo = window.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' })
    await undo.waitFor()
    expect(await focusName()).not.toBe('')
    await undo.click()
    await undo.waitFor({ state: 'hidden' })
    await expect.poll(focusName).not.toBe('')
  })
})

/** The name of the focused element as far as its attributes and text tell; empty on the body. */
function focusName(): Promise<string> {
  return window.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ''
    return (element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent).trim()
  })
}

// The functions below run in the window, so each stands alone.

/** Controls that carry neither words nor a picture nor an edge of their own, and selections that look like what is not selected. */
function unseenControls(): readonly string[] {
  const told = (element: Element): string =>
    `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`
  const look = (element: Element): string => {
    const style = getComputedStyle(element)
    const shown = ['background-color', 'outline-style', 'color', 'text-decoration-line']
    const edge = ['border-top-width', 'border-top-color', 'border-left-color']
    return [...shown, ...edge].map((name) => style.getPropertyValue(name)).join()
  }
  const seen = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.height > 0 && element.checkVisibility()
  }
  const hasEdge = (element: Element): boolean => {
    const style = getComputedStyle(element)
    return (
      (style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0) ||
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
      style.forcedColorAdjust === 'none'
    )
  }
  const controls = [...document.querySelectorAll('button, input, select, textarea, a[href]')].filter(seen)
  const blank = controls.filter(
    (element) =>
      element.textContent.trim() === '' &&
      element.querySelector('svg, img') === null &&
      !['checkbox', 'radio', 'range'].includes(element.getAttribute('type') ?? '') &&
      !hasEdge(element) &&
      !hasEdge(element.parentElement ?? element),
  )
  const chosen = [
    ...document.querySelectorAll('[aria-selected=true], [aria-pressed=true], [aria-current=true]'),
  ].filter(seen)
  const alike = chosen.filter((element) => {
    const peer = [
      ...(element.parentElement?.parentElement?.querySelectorAll(
        '[aria-selected=false], [aria-pressed=false]',
      ) ?? []),
    ].find((other) => seen(other) && other.className === element.className)
    return peer !== undefined && look(peer) === look(element)
  })
  return [...blank.map((one) => `blank: ${told(one)}`), ...alike.map((one) => `alike: ${told(one)}`)]
}

function movingElements(): readonly string[] {
  const longest = (times: string): number =>
    Math.max(...times.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)))
  const styles = [...document.querySelectorAll('*')].flatMap((element) =>
    ['', '::before', '::after'].flatMap((part) => {
      const style = getComputedStyle(element, part)
      const time = Math.max(
        longest(style.transitionDuration),
        longest(style.transitionDelay),
        style.animationName === 'none' ? 0 : longest(style.animationDuration),
      )
      return time > 1 ? [`${element.tagName}.${element.className.toString()}${part} ${String(time)} ms`] : []
    }),
  )
  const running = document.getAnimations().flatMap((animation) => {
    const duration = Number(animation.effect?.getComputedTiming().activeDuration ?? 0)
    return duration > 1 ? [`running for ${String(duration)} ms`] : []
  })
  return [...new Set([...styles, ...running])]
}

/** Sideways scrolling of the page, and controls that stay outside the window when they are scrolled to. */
function outOfReach(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const top = document.querySelector('dialog[open]') ?? document
  const outside = [
    ...top.querySelectorAll('button, input, select, textarea, a[href], [role=option], [role=treeitem]'),
  ]
    .filter((element) => element.checkVisibility() && getComputedStyle(element).visibility === 'visible')
    .flatMap((element) => {
      element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
      const { left, right, top: above, bottom, width } = element.getBoundingClientRect()
      const reached = right > 1 && left < innerWidth - 1 && bottom > 1 && above < innerHeight - 1
      return width > 0 && !(reached && left >= -1 && right <= innerWidth + 1)
        ? [
            `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 30)} ${String(Math.round(left))}–${String(Math.round(right))} of ${String(innerWidth)}`,
          ]
        : []
    })
  return [...(scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} wide`] : []), ...outside]
}
