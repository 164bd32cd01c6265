/** Articles as a PDF, with the site gone: one with its picture, one that reads from right to left, both chosen together, and two windows that each print their own. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, syncUntilReady } from '../support/ask-engine'
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server'
import { launchApp, newProfile, type LaunchedApp, type Profile } from '../support/packaged-app'
import { openArticle, showList } from '../support/reading-window'
import { pngPicture } from '../support/site/png-picture'

const TITLE = 'The lamp of Orm is lit again'
const ARABIC_TITLE = 'المنارة تضيء من جديد'
const TEXT = Array.from(
  { length: 24 },
  (_, at) =>
    `Paragraph ${String(at + 1)}: the villagers of Orm lit the lamp of their lighthouse again, after a winter in which the ferries went by instruments alone.`,
)
const ARABIC = Array.from(
  { length: 6 },
  (_, at) => `الفقرة ${String(at + 1)}: أضاء سكان القرية مصباح المنارة من جديد بعد شتاء طويل.`,
)

let server: LoopbackServer
let launched: LaunchedApp
let profile: Profile
let window: Page
/** Pages of the first article alone. */
let alone = 0

beforeAll(async () => {
  server = await startLoopbackServer()
  server.on('/lamp.png', {
    headers: { 'content-type': 'image/png' },
    body: pngPicture(3, { width: 800, height: 500 }),
  })
  server.on('/feed.xml', { headers: { 'content-type': 'application/rss+xml' }, body: feed() })
  profile = newProfile('pdf')
  launched = await launchApp(profile)
  window = launched.window
  // Printed on white paper whatever the window looks like.
  await askEngine(window, 'settings.change', { firstRunDone: true, syncOnLaunch: false, theme: 'dark' })
  await askEngine(window, 'feeds.add', `${server.origin}/feed.xml`, [])
  await syncUntilReady(window, 2)
  await server.stop()
  await window.reload()
  await showList(window, 'All articles')
}, 90_000)

afterAll(() => launched.close())

it('is written by its key, with title, text and picture', async () => {
  const pdf = await saved(TITLE, 'lamp.pdf', async () => {
    await window.getByRole('listbox', { name: 'Articles', exact: true }).focus()
    await window.keyboard.press('x')
    await window.keyboard.press('p')
  })
  expect(pdf.pages).toBeGreaterThan(1)
  alone = pdf.pages
  expect(pdf.pictures).toBe(1)
  if (pdf.text === null) return
  expect(pdf.text).toContain(TITLE)
  expect(pdf.text).toContain('Paragraph 24')
  expect(pdf.text).toContain('The lamp, seen from the pier')
})

it('is written from the menu of the article where it reads from right to left', async () => {
  const pdf = await saved(ARABIC_TITLE, 'arabic.pdf', async () => {
    await window.getByRole('button', { name: 'More article actions' }).click()
    await window.getByRole('menuitem', { name: 'Save as PDF…' }).click()
  })
  expect(pdf.pages).toBe(1)
  if (pdf.text !== null) expect(pdf.text.normalize('NFKC')).toContain('المنارة')
})

it('holds every article that is chosen, each from a page of its own', async () => {
  const pdf = await saved(TITLE, 'both.pdf', async () => {
    const list = window.getByRole('listbox', { name: 'Articles', exact: true })
    await list.focus()
    await list.press('Home')
    await list.press('Shift+End')
    await chooseInMenu('save-as-pdf')
  })
  // As many as each of them has alone.
  expect(pdf.pages).toBe(alone + 1)
  expect(pdf.pictures).toBe(1)
  if (pdf.text === null) return
  expect(pdf.text).toContain('Paragraph 24')
  expect(pdf.text.normalize('NFKC')).toContain('المنارة')
})

it('prints the window that asked, also when another was used meanwhile', async () => {
  const opened = launched.app.waitForEvent('window')
  await chooseInMenu('New Window')
  const second = await opened
  second.setDefaultTimeout(60_000)
  await showList(second, 'All articles')
  await openArticle(second, ARABIC_TITLE)
  const pdf = await saved(TITLE, 'asked.pdf', async () => {
    // As soon as the first window asks for a file, the second one is used.
    await launched.app.evaluate(({ BrowserWindow, dialog }) => {
      const answer = dialog.showSaveDialog
      dialog.showSaveDialog = async (...args: readonly unknown[]) => {
        const [asking, ...others] = BrowserWindow.getAllWindows().sort((a) => (a === args[0] ? -1 : 1))
        if (asking !== args[0]) throw new Error('the dialog hangs on no window')
        for (const other of others) other.emit('focus')
        return (answer as () => ReturnType<typeof dialog.showSaveDialog>)()
      }
    })
    await window.getByRole('button', { name: 'More article actions' }).click()
    await window.getByRole('menuitem', { name: 'Save as PDF…' }).click()
  })
  expect(pdf.pages).toBe(alone)
  expect(pdf.pictures).toBe(1)
  await second.close()
})

it('leaves the window as it was', async () => {
  expect(await window.locator('.print-copy').count()).toBe(0)
  expect(await window.title()).toBe('Offprint')
  expect(launched.requests.filter((address) => /^https?:/.test(address))).toEqual([])
  expect(launched.complaints).toEqual([])
})

/** As if the item had been chosen in the native menu, by its id or its words. */
const chooseInMenu = (item: string): Promise<void> =>
  launched.app.evaluate(({ Menu }, wanted) => {
    const menu = Menu.getApplicationMenu()
    const byWords = menu?.items[0]?.submenu?.items.find(({ label }) => label === wanted)
    ;(menu?.getMenuItemById(wanted) ?? byWords)?.click()
  }, item)

interface Pdf {
  readonly pages: number
  readonly pictures: number
  /** Null where the machine has no `pdftotext`. */
  readonly text: string | null
}

async function saved(title: string, name: string, ask: () => Promise<void>): Promise<Pdf> {
  const file = join(process.env['OFFPRINT_SHOTS'] ?? profile.folder, name)
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await openArticle(window, title)
  await ask()
  await window.getByText(`written to ${file}`).waitFor()
  const bytes = readFileSync(file)
  const source = bytes.toString('latin1')
  expect(source.startsWith('%PDF-')).toBe(true)
  return {
    pages: source.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    pictures: source.match(/\/Subtype\s*\/Image/g)?.length ?? 0,
    text: textOf(file),
  }
}

function textOf(file: string): string | null {
  try {
    return execFileSync('pdftotext', ['-q', file, '-'], { encoding: 'utf8' })
  } catch {
    process.stderr.write('save-pdf.e2e.ts: the text is not looked at, there is no pdftotext here\n')
    return null
  }
}

function feed(): string {
  const figure = `<figure><img src="${server.origin}/lamp.png" alt="The lamp"><figcaption>The lamp, seen from the pier</figcaption></figure>`
  const item = (title: string, id: number, html: string) =>
    `<item><title>${title}</title><guid isPermaLink="false">${String(id)}</guid><content:encoded><![CDATA[${html}]]></content:encoded></item>`
  const paragraphs = (text: readonly string[]) => text.map((one) => `<p>${one}</p>`).join('')
  return (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>' +
    `<title>Coast News</title><link>${server.origin}/</link><description>d</description>` +
    `${item(TITLE, 1, figure + paragraphs(TEXT))}${item(ARABIC_TITLE, 2, paragraphs(ARABIC))}</channel></rss>`
  )
}
