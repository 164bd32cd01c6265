/** The offline half of tests/e2e/main-job-offline.e2e.ts: runs where there is no network, tries each thing as a reader would, and reports what was seen. */
import { networkInterfaces } from 'node:os'
import type { Page } from 'playwright'
import type { ArticleRow } from '../../contract/article'
import type { ReadinessCheck } from '../../contract/readiness'
import { askEngine } from './ask-engine'
import { connectionError } from './connection-error'
import { launchApp, type Profile } from './packaged-app'
import {
  articleText,
  openArticle,
  openRelated,
  readOpenArticle,
  showList,
  waitForArticle,
} from './reading-window'

export interface MainJobInput {
  readonly profile: Profile
  readonly sitePort: number
  /** From the article `from`, its publisher's related article `to` is opened. */
  readonly related: { readonly from: string; readonly to: string }
  /** An article with extracted key points. */
  readonly points: string
  /** The title two feeds give a story, and that of the third one's own report. */
  readonly story: { readonly title: string; readonly own: string }
  readonly talk: string
  readonly lost: string
  readonly almanac: string
}

/** Where the sentence of a key point stands: in pixels below the top of the frame's view, before and after the point was pressed. */
export interface PressedPoint {
  readonly text: string
  readonly before: number
  readonly after: number
  readonly viewHeight: number
}

export interface MainJobSeen {
  readonly interfaces: readonly string[]
  readonly outside: string
  readonly site: string
  readonly related: string
  readonly points: readonly PressedPoint[]
  /** What the region of the story's other versions offers, and the text of each when it was opened. */
  readonly versions: readonly { readonly name: string; readonly text: string }[]
  readonly comments: string
  readonly whyNot: string
  /** What "Prepare for offline" told of the almanac, without a network: title and cause. */
  readonly prepared: readonly { readonly title: string; readonly why: string }[]
  readonly rows: readonly ArticleRow[]
  readonly checks: readonly ReadinessCheck[]
  readonly requests: readonly string[]
}

const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const

export async function run(input: MainJobInput): Promise<MainJobSeen> {
  const launched = await launchApp(input.profile)
  const { window } = launched
  await showFrom(window, 'All articles', input.points)
  await openArticle(window, input.related.from)
  await openRelated(window, input.related.to)
  const related = (await readOpenArticle(window)).text
  await openArticle(window, input.points)
  const points = await pressPoints(window)
  const versions = await openVersions(window, input)
  await showFrom(window, 'All articles', input.points)
  await openArticle(window, input.talk)
  const comments = await articleText(window).getByRole('region', { name: 'Comments' }).innerText()
  const whyNot = await askPanel(window, input.lost)
  const prepared = await prepareAll(window, input.almanac)
  const { rows } = await askEngine(window, 'articles.list', ALL, null, 200)
  const checks: ReadinessCheck[] = []
  for (const { articleId } of rows) checks.push(await askEngine(window, 'articles.check', articleId))
  await launched.close()
  return {
    interfaces: Object.keys(networkInterfaces()),
    outside: await connectionError('192.0.2.1', 80),
    site: await connectionError('127.0.0.1', input.sitePort),
    related,
    points,
    versions,
    comments,
    whyNot,
    prepared,
    rows,
    checks,
    requests: launched.requests,
  }
}

/** Waits for the article that the list begins with: until then the rows are those of the list before. */
async function showFrom(window: Page, list: string, first: string): Promise<void> {
  await showList(window, list)
  await window
    .getByRole('listbox', { name: 'Articles', exact: true })
    .getByRole('option', { name: first })
    .first()
    .waitFor()
}

/** Presses each extracted key point from the top of the article, the last one first. */
async function pressPoints(window: Page): Promise<readonly PressedPoint[]> {
  const buttons = articleText(window)
    .getByRole('region', { name: 'Key sentences' })
    .getByRole('button')
    .filter({ hasNot: window.locator('svg') })
  const texts = await buttons.allInnerTexts()
  const pressed: PressedPoint[] = []
  for (const [at, text] of texts.entries()) {
    await scrollToTop(window)
    const before = await placeOf(window, text)
    await buttons.nth(at).click()
    const after = await restingPlace(window, text)
    pressed.push({ text, before: before.top, after: after.top, viewHeight: after.viewHeight })
  }
  return pressed
}

/** Where the sentence stands once it moves no more: the way to it is scrolled, not jumped. */
async function restingPlace(window: Page, sentence: string): ReturnType<typeof placeOf> {
  let place = await placeOf(window, sentence)
  for (let quiet = 0; quiet < 10; quiet++) {
    await window.waitForTimeout(100)
    const next = await placeOf(window, sentence)
    if (next.top !== place.top) quiet = 0
    place = next
  }
  return place
}

function scrollToTop(window: Page): Promise<void> {
  return window.evaluate(() => {
    document
      .querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
      ?.contentWindow?.scrollTo({ top: 0, behavior: 'instant' })
  })
}

/** Where a sentence stands in the text itself, not among the key points. */
function placeOf(
  window: Page,
  sentence: string,
): Promise<{ readonly top: number; readonly viewHeight: number }> {
  return window.evaluate((wanted) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
    const page = frame?.contentDocument
    for (const paragraph of page?.querySelectorAll('p') ?? []) {
      const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(wanted)
        if (at < 0) continue
        const range = paragraph.ownerDocument.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        return { top: range.getBoundingClientRect().top, viewHeight: frame?.contentWindow?.innerHeight ?? 0 }
      }
    }
    throw new Error(`The text does not hold “${wanted}”.`)
  }, sentence)
}

async function openVersions(
  window: Page,
  { story }: MainJobInput,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  // Every feed's own list shows its article, whichever stands for the story among all of them.
  await showFrom(window, 'The Daily', story.title)
  await openArticle(window, story.title)
  const offered = articleText(window)
    .getByRole('region', { name: 'Other versions of this story' })
    .getByRole('button')
  const names = await offered.allInnerTexts()
  const opened: { name: string; text: string }[] = []
  for (const [at, name] of names.entries()) {
    await showFrom(window, 'The Daily', story.title)
    await openArticle(window, story.title)
    await offered.nth(at).click()
    await waitForArticle(window, name.includes(story.own) ? story.own : story.title)
    opened.push({ name, text: (await readOpenArticle(window)).text })
  }
  return opened
}

async function askPanel(window: Page, title: string): Promise<string> {
  await openArticle(window, title)
  await articleText(window)
    .getByRole('button', { name: /^Partly on this disk/ })
    .click()
  const panel = window.getByRole('dialog', { name: 'On this disk' })
  const why = await panel.getByRole('region', { name: 'Why not' }).innerText()
  await window.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  return why
}

/** Of the feed's whole list, as the dialog tells it when it has ended. */
async function prepareAll(
  window: Page,
  feed: string,
): Promise<readonly { readonly title: string; readonly why: string }[]> {
  await showList(window, feed)
  return prepareListed(window)
}

/** Of the list that is shown. */
export async function prepareListed(
  window: Page,
): Promise<readonly { readonly title: string; readonly why: string }[]> {
  await window.getByRole('button', { name: 'List options' }).click()
  await window.getByRole('menuitem', { name: 'Prepare for offline…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Prepare for offline' })
  await dialog.getByText(/articles are incomplete/).waitFor()
  await dialog.getByRole('button', { name: 'Start' }).click()
  const incomplete = dialog.getByRole('region', { name: 'Incomplete, and why' })
  await incomplete.waitFor()
  const titles = await incomplete.locator('strong').allInnerTexts()
  const causes = await incomplete.locator('li span').allInnerTexts()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  return titles.map((title, at) => ({ title, why: causes[at] ?? '' }))
}
