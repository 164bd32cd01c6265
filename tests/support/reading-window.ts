/** What a reader does with the window, by role and name (renderer/README.md lists them), and what they then see. */
import type { FrameLocator, Locator, Page } from 'playwright'

export interface SeenPicture {
  readonly address: string
  readonly naturalWidth: number
}

export interface SeenArticle {
  readonly text: string
  readonly pictures: readonly SeenPicture[]
  readonly keyPoints: readonly string[]
  readonly related: readonly string[]
}

export function articleText(window: Page): FrameLocator {
  return window.frameLocator('iframe[title="Article text"]')
}

/** Chooses one of the lists of the left pane. */
export async function showList(window: Page, name: string): Promise<void> {
  await window.getByRole('treeitem', { name }).first().click()
}

/** The list holds only the rows in sight, so it is scrolled until the article is there. */
export async function findRow(window: Page, title: string): Promise<Locator> {
  const list = window.getByRole('listbox', { name: 'Articles', exact: true })
  const row = list.getByRole('option', { name: title }).first()
  await list.waitFor()
  await list.evaluate((element) => {
    element.scrollTop = 0
  })
  for (let screen = 0; screen < 40; screen++) {
    if ((await row.count()) > 0) return row
    await list.evaluate((element) => {
      element.scrollTop += element.clientHeight / 2
    })
    await window.waitForTimeout(100)
  }
  throw new Error(`The list shows no article “${title}”.`)
}

export async function openArticle(window: Page, title: string): Promise<void> {
  await (await findRow(window, title)).click()
  await waitForArticle(window, title)
}

export async function waitForArticle(window: Page, title: string): Promise<void> {
  await articleText(window).getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 40_000 })
}

/** Everything of the open article, once its pictures have been decoded or have failed. */
export async function readOpenArticle(window: Page): Promise<SeenArticle> {
  const frame = articleText(window)
  const body = frame.locator('body')
  const pictures = await body.locator('img').evaluateAll(async (images) => {
    const seen: { address: string; naturalWidth: number }[] = []
    for (const image of images as HTMLImageElement[]) {
      image.scrollIntoView()
      // A broken picture rejects; its width of nothing says so.
      await image.decode().catch(() => undefined)
      seen.push({ address: image.src, naturalWidth: image.naturalWidth })
    }
    return seen
  })
  return {
    text: await body.innerText(),
    pictures,
    keyPoints: await frame
      .getByRole('region', { name: /^Key (points|sentences)$/ })
      .getByRole('listitem')
      .allInnerTexts(),
    related: await frame.locator('section[aria-label="Related articles"] .card-title').allInnerTexts(),
  }
}

/** Opens a related article from inside the open one. */
export async function openRelated(window: Page, title: string): Promise<void> {
  await articleText(window)
    .getByRole('region', { name: 'Related articles' })
    .getByRole('button', { name: title })
    .click()
  await waitForArticle(window, title)
}

/** Titles of the articles that a search lists. */
export async function search(window: Page, words: string): Promise<readonly string[]> {
  const field = window.getByRole('textbox', { name: 'Search articles' })
  await field.fill(words)
  await window.waitForTimeout(800)
  return window.getByRole('listbox', { name: 'Articles', exact: true }).locator('.row-title').allInnerTexts()
}

/** Selects a passage of the open article as a reader would with the mouse, and highlights it with the key for it. */
export async function highlightPassage(window: Page, passage: string): Promise<void> {
  await articleText(window)
    .locator('body')
    .evaluate((body, wanted) => {
      const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(wanted)
        if (at < 0) continue
        // The card hangs at the passage, so the passage must be in sight.
        node.parentElement?.scrollIntoView({ block: 'center' })
        const range = body.ownerDocument.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        const selection = body.ownerDocument.getSelection()
        selection?.removeAllRanges()
        selection?.addRange(range)
        return
      }
      throw new Error(`The article does not hold “${wanted}”.`)
    }, passage)
  await window.keyboard.press('h')
  const card = window.getByRole('dialog', { name: 'Edit highlight' })
  await card.waitFor()
  await card.getByRole('button', { name: 'Close' }).click()
}

/** Passages that the open article shows as highlighted, in their own words. */
export function shownHighlights(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
    const view = frame?.contentWindow as (Window & typeof globalThis) | null
    const marks = (view?.CSS as unknown as { highlights?: Map<string, Iterable<Range>> }).highlights
    return [...(marks?.values() ?? [])].flatMap((ranges) => [...ranges].map((range) => range.toString()))
  })
}
