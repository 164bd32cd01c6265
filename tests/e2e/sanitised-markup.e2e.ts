/**
 * What the sanitiser lets through, executed: each attack is written into a page that forbids nothing, by `innerHTML` and as a document
 * of its own, in the engine of the packaged app and in the Chromium of this system. Nothing may run, load or lead away.
 */
import { chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sanitiseHtml } from '../../electron/articles/sanitise-html'
import { ATTACK_HOST, markupAttacks } from '../support/markup-attacks'
import { launchApp, newProfile, rootSwitches } from '../support/packaged-app'

interface Effects {
  /** Names of the attacks that ran. */
  readonly ran: readonly string[]
  readonly asked: readonly string[]
}

interface Engine {
  readonly page: Page
  close(): Promise<void>
}

const CERTAIN_TO_RUN = [
  'picture that fails',
  'script element',
  'drawing that loads',
  'script of a drawing',
  'opened details',
  'frame with a document',
  'style that loads',
]

/** Documents shown at once. */
const BATCH = 160
const SETTLE_MS = 300

const attacks = markupAttacks()
/** Of most attacks the same little is left: each result once. */
const safe = [
  ...new Set(attacks.map(({ html }) => sanitiseHtml(html, { baseUrl: 'https://publisher.invalid/' }).html)),
]
/** Those that work as they stand and leave the page where it is. */
const plain = attacks.filter(({ name }) => name.endsWith('in plain sight') && !name.startsWith('refresh'))

async function startSystemBrowser(): Promise<Engine> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...rootSwitches()] })
  return { page: await browser.newPage(), close: () => browser.close() }
}

/** A window of the app's engine that has none of the app's guards: a session of its own and no policy. */
async function startPackagedEngine(): Promise<Engine> {
  const launched = await launchApp(newProfile('markup'))
  const opened = launched.app.waitForEvent('window')
  await launched.app.evaluate(async ({ BrowserWindow }) => {
    await new BrowserWindow({ webPreferences: { partition: 'attacks' } }).loadURL('about:blank')
  })
  return { page: await opened, close: () => launched.close() }
}

async function effectsOf(page: Page, markup: readonly string[]): Promise<Effects> {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes(ATTACK_HOST)) asked.push(request.url())
  })
  for (let at = 0; at < markup.length; at += BATCH)
    await page.evaluate(showAll, { pieces: markup.slice(at, at + BATCH), settleMs: SETTLE_MS })
  const ran = await page.evaluate(() => [...new Set((globalThis as { ran?: string[] }).ran ?? [])])
  page.removeAllListeners('request')
  return { ran, asked }
}

/** Runs in the page: shows each piece in both ways, then clicks whatever can be clicked. */
async function showAll({
  pieces,
  settleMs,
}: {
  readonly pieces: readonly string[]
  readonly settleMs: number
}): Promise<void> {
  const rest = () => new Promise((resolve) => setTimeout(resolve, settleMs))
  const frames = pieces.map((piece) => {
    const holder = document.body.appendChild(document.createElement('div'))
    holder.innerHTML = piece
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.srcdoc = piece
    return frame
  })
  await rest()
  for (const shown of [document, ...frames.map((frame) => frame.contentDocument)])
    for (const element of shown?.querySelectorAll('a, button, [href]') ?? []) {
      const address = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? ''
      // Where an honest link leads is no concern here.
      if (!/^https?:/i.test(address)) element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    }
  await rest()
  document.body.replaceChildren()
}

describe.each([
  ['the engine of the packaged app', startPackagedEngine],
  ['the Chromium of this system', startSystemBrowser],
])('in %s', (_name, start) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  }, 120_000)
  afterAll(() => engine.close())

  it('nothing that was sanitised runs, loads or leads away', async () => {
    const before = engine.page.url()
    expect(await effectsOf(engine.page, safe)).toEqual({ ran: [], asked: [] })
    expect(engine.page.url()).toBe(before)
  })

  it('the same attacks do run and load where nothing stops them, so that silence means something', async () => {
    const { ran, asked } = await effectsOf(
      engine.page,
      plain.map(({ html }) => html),
    )
    expect(ran).toEqual(expect.arrayContaining(CERTAIN_TO_RUN.map((payload) => `${payload} in plain sight`)))
    expect(new Set(asked).size).toBeGreaterThan(8)
  })
})
